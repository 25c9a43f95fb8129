"""Two thoughts in one line: a home, and behind its comma what becomes of the cart. Pure.

palm grove B-1203, 3 kar do   → that home, and three of what was chosen
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.reading.lexicon import load_lexicon
from core.reading.meaning import Intent, Meaning
from core.reading.sentence import read_sentence


def with_its_tail(meaning: Meaning, read: Callable[[str, str], Meaning], place: str) -> Meaning:
    """The line with what stands behind its last comma, when that alone is a change of the cart in so many words; a
    bare number there may be a flat. `read` reads words at a place."""
    head, comma, tail = meaning.typed.rpartition(",")
    if (
        meaning.home is None
        or meaning.items
        or not comma
        or not read_sentence(tail, load_lexicon()).has("change", "do")
    ):
        return meaning
    told, home = read(tail, "cart"), read(head, place)
    if not (told.items and told.is_whole and told.home is None and told.intent in {Intent.CHANGE, Intent.ORDER}):
        return meaning
    return replace(home, typed=meaning.typed, intents=told.intents, items=told.items) if home.home else meaning
