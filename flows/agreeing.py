"""A plain yes, or a plain no, to the question that is open; what holds anything else is neither.

ok fine · haan kar do · yes please   → yes; so are the words of the button that says it
no · rehne do · ok no need           → no
ok bye · haan, good night            → neither: who takes leave may mean the opposite
"""

from __future__ import annotations

from core.reading.further import betrays_a_language, read_in_its_language
from core.reading.lexicon import split_way
from core.reading.sentence import ASSENT, POLITE, Sentence
from core.reading.tongues import load_tongues
from flows.turn import Turn

SMALL = frozenset({"along", "aux"})  # kinds of words that say nothing in our languages of every day
CALM = POLITE | {"courtesy.fine", "courtesy.give", "courtesy.praise"}


def agrees(turn: Turn, said: Sentence, button: str = "") -> bool:
    return said.is_only(ASSENT, calm=CALM) or _is_button(turn, said, button) or agrees_in_another_language(said.typed)


def agrees_in_another_language(typed: str) -> bool:
    """`ஆமா`, `hoy`, `avunu`, `হ্যাঁ`: a plain yes in a language that the line betrays, or that is nothing else in ours."""
    said = read_in_its_language(typed)
    if betrays_a_language(typed):
        return said.is_only(ASSENT, calm=POLITE)
    way = tuple(said.words.split())
    ours = {meaning.partition(".")[0] for meaning in load_tongues().lexicon().ways.get(way, frozenset())}
    theirs = (tongue.ways.get(way, frozenset()) for tongue in load_tongues().others.values())
    return ours <= SMALL and any("answer.yes" in meanings for meanings in theirs)


def declines(turn: Turn, said: Sentence, button: str = "") -> bool:
    return said.is_only({"deny"}, ASSENT) or _is_button(turn, said, button)


def _is_button(turn: Turn, said: Sentence, key: str) -> bool:
    """Whether somebody types what a button says instead of tapping it."""
    return bool(key) and said.words == " ".join(split_way(turn.say(key)))
