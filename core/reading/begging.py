"""`bhejo na`, `कर दो ना`: a small word that refuses before what is to be done, and only begs behind it. Pure."""

from __future__ import annotations

from collections.abc import Set

BEGS = "beg.word"
DEEDS = frozenset({"courtesy.give", "do.it", "change.remove"})


def only_begs(before: Set[str], meanings: Set[str]) -> bool:
    """Whether a word that may refuse stands right behind a word of doing, whose meanings are `before`."""
    return BEGS in meanings and not DEEDS.isdisjoint(before)
