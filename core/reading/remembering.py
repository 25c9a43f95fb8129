"""Remembering what short lines come to: most of what people type is a few hundred of them (`hi`, `menu`, `haan`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Found = TypeVar("Found")

LONGEST_REMEMBERED = 40  # a longer line is somebody's own, and neither comes again nor is kept
MOST_REMEMBERED = 1024


def remembers_short_lines(read: Callable[[str], Found]) -> Callable[[str], Found]:
    """For a pure function of what was typed: short lines are read once. What it returns must never be changed."""
    remembered = lru_cache(MOST_REMEMBERED)(read)

    @wraps(read)
    def read_or_remember(typed: str) -> Found:
        return remembered(typed) if len(typed) <= LONGEST_REMEMBERED else read(typed)

    return read_or_remember
