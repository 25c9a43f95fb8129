"""A word for the rider after another one: both are kept, unless the later one is about the same. Pure.

ring bell twice, then keep with security   → ring bell twice · keep with security
gate code 1234, then gate code 4321        → gate code 4321
"""

from __future__ import annotations

BETWEEN = " · "
# What says nothing of what a note is about.
SMALL = frozenset({"the", "a", "to", "and", "not", "dont", "do", "no", "please", "pls", "also", "it", "mat", "na",
                   "nahi", "bhi", "aur", "hai", "karna", "dena", "ko", "pe", "par", "मत", "ना", "नहीं", "भी", "और", "है",
                   "करना", "देना", "को", "पर"})  # fmt: skip


def join_notes(earlier: str, later: str, longest: int) -> str:
    """The notes as one of at most so many characters; where they do not fit together, the later one is kept."""
    parts = [part for part in earlier.split(BETWEEN) if part and not _is_of_the_same(part, later)]
    joined = BETWEEN.join([*parts, later])
    return joined if len(joined) <= longest else later


def _is_of_the_same(one: str, other: str) -> bool:
    """Whether half of the words of the shorter one stand in the other."""
    words, others = _words(one), _words(other)
    fewest = min(len(words), len(others))
    return one.casefold() == other.casefold() or (fewest > 0 and 2 * len(words & others) >= fewest)


def _words(note: str) -> set[str]:
    words = (word.strip(".,;:!?'\"()-–") for word in note.casefold().replace("'", "").split())
    return {word for word in words if word and not any(map(str.isdigit, word))} - SMALL
