"""What delivery costs, how a home is written, and how well a name fits what was typed. No database here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

from rapidfuzz import fuzz

from core.names import clean_line

GOOD_ENOUGH = 70
METRES_ROUND_EARTH = 6_371_000


class FeeRule(Protocol):
    """The part of a zone that decides the fee; amounts are paise."""

    @property
    def fee_paise(self) -> int: ...
    @property
    def free_above_paise(self) -> int: ...


def delivery_fee(zone: FeeRule, items_paise: int) -> int:
    """The fee in paise for a basket: nothing from `free_above_paise` on."""
    return 0 if items_paise >= zone.free_above_paise else zone.fee_paise


def missing_for_free(zone: FeeRule, items_paise: int) -> int:
    """How many paise more make delivery free; 0 when it is."""
    return max(zone.free_above_paise - items_paise, 0) if zone.fee_paise else 0


@dataclass(frozen=True)
class HomeLine:
    """A home as typed (`line`, tidied) and what could be read from it; floor is None when the flat does not tell."""

    tower: str
    floor: int | None
    flat: str
    line: str


TOWER_WORDS = r"(?:tower|wing|block|building|bldg|टावर|विंग|ब्लॉक)"
FLAT_WORDS = r"(?:flat|apt|apartment|unit|house|door|no|number|फ्लैट|नंबर)"
NOISE = re.compile(rf"\b{FLAT_WORDS}\b\.?|[#,;:]", re.IGNORECASE)
FLOOR = re.compile(r"\b(\d{1,2})\s*(?:st|nd|rd|th)?\s*(?:floor|flr|मंज़िल|मंजिल)\b", re.IGNORECASE)
NAMED_TOWER = re.compile(rf"\b{TOWER_WORDS}\s*[-.]?\s*(\w{{1,4}})\b|\b(\w{{1,3}})[\s-]*{TOWER_WORDS}\b", re.IGNORECASE)
JOINED = re.compile(r"^([A-Za-z]{1,3}\d?|\d{1,2})\s*[-/ ]\s*(\d{1,4}[A-Za-z]?)$")
GLUED = re.compile(r"^([A-Za-z]{1,2})(\d{2,4}[A-Za-z]?)$")
FLAT = re.compile(r"(\d{1,4}[A-Za-z]?)\b")


def read_home_line(text: str) -> HomeLine:
    """Read "B-1203", "Tower 3 flat 504", "b wing 1203" or "1203". What cannot be read stays in `line` for the rider."""
    line = clean_line(unicodedata.normalize("NFKC", text))
    rest, floor = _take(FLOOR, NOISE.sub(" ", line))
    rest, tower = _take(NAMED_TOWER, rest)
    rest = " ".join(rest.replace(" - ", "-").split()).strip("-/ ")
    if not tower and (match := JOINED.match(rest) or GLUED.match(rest)):
        tower, rest = match[1], match[2]
    found = FLAT.search(rest)
    flat = found[1].upper() if found else ""
    return HomeLine(tower.upper(), int(floor) if floor else _floor_of(flat), flat, line)


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    match = pattern.search(text)
    if match is None:
        return text, ""
    return text[: match.start()] + " " + text[match.end() :], next(group for group in match.groups() if group)


def _floor_of(flat: str) -> int | None:
    """Flat 1203 lies on floor 12, flat 504 on floor 5; two digits or fewer do not say."""
    digits = flat.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits[:-2]) if len(digits) >= 3 else None


def fold(text: str) -> str:
    """Text as it is compared: one spelling of each character, lower case, single spaces, no punctuation."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else " " for c in folded)
    return " ".join(kept.split())


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
