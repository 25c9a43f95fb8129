"""A plain yes, or a plain no, to the question that is open; what holds anything else is neither.

ok fine · haan kar do · yes please   → yes; so are the words of the button that says it
no · rehne do · ok no need           → no
ok bye · haan, good night            → neither: who takes leave may mean the opposite
"""

from __future__ import annotations

from core.reading.lexicon import split_way
from core.reading.sentence import ASSENT, POLITE, Sentence
from flows.turn import Turn

CALM = POLITE | {"courtesy.fine", "courtesy.give"}


def agrees(turn: Turn, said: Sentence, button: str = "") -> bool:
    return said.is_only(ASSENT, calm=CALM) or _is_button(turn, said, button)


def declines(turn: Turn, said: Sentence, button: str = "") -> bool:
    return said.is_only({"deny"}, ASSENT) or _is_button(turn, said, button)


def _is_button(turn: Turn, said: Sentence, key: str) -> bool:
    """Whether somebody types what a button says instead of tapping it."""
    return bool(key) and said.words == " ".join(split_way(turn.say(key)))
