"""How far places are, and how well a name fits what was typed. No database here."""

from __future__ import annotations

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from rapidfuzz import fuzz

from core.reading.tokens import TokenKind, tokenise

GOOD_ENOUGH = 70
METRES_ROUND_EARTH = 6_371_000


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Text as names are compared: its words and numbers as every reader spells them, with single spaces."""
    return " ".join(token.text for token in tokenise(text) if token.kind in {TokenKind.WORD, TokenKind.NUMBER})


def score_name(words: str, names: list[str]) -> int:
    """How well typed words fit the best of some names, 0 to 100; 0 means not at all.

    The beginning of a name beats its middle, and both beat a likeness (one or two letters wrong).
    """
    wanted = fold(words)
    return max((_score(wanted, fold(name)) for name in names if wanted), default=0)


def _score(wanted: str, name: str) -> int:
    if name == wanted:
        return 100
    if name.startswith(wanted):
        return 95
    if any(word.startswith(wanted) for word in name.split()):
        return 90
    if len(wanted) >= 3 and wanted in name.replace(" ", "") + " " + name:
        return 85
    if len(wanted) < 4:
        return 0
    likeness = max(fuzz.ratio(wanted, name), fuzz.partial_ratio(wanted, name) - 10)
    return round(min(likeness, 84)) if likeness >= GOOD_ENOUGH else 0


def metres_between(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> int:
    """The distance along the ground, by the haversine formula."""
    north, east = radians(other_latitude - latitude), radians(other_longitude - longitude)
    chord = sin(north / 2) ** 2 + cos(radians(latitude)) * cos(radians(other_latitude)) * sin(east / 2) ** 2
    return round(2 * METRES_ROUND_EARTH * asin(sqrt(min(chord, 1.0))))
