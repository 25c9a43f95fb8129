"""Where a place is, as people copy it: coordinates as maps write them, or the link to a map. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote_plus


class Spot(NamedTuple):
    """A point on the earth, in degrees."""

    latitude: float
    longitude: float


LONGEST = 2000
NUMBER = r"([+-]?\d{1,3}(?:\.\d+)?)"
PAIR = rf"{NUMBER}\s*°?\s*[,; ]\s*{NUMBER}\s*°?"
# In a link, what names the place before what only says where the map was looked at from.
IN_A_LINK = tuple(
    re.compile(each)
    for each in (
        rf"!3d{NUMBER}!4d{NUMBER}",
        rf"[?&#](?:q|query|destination|daddr|ll|sll|center|cp|coordinate)=(?:loc:)?{NUMBER}[,~]\s*{NUMBER}",
        rf"[?&]mlat={NUMBER}&mlon={NUMBER}",
        rf"^geo:{NUMBER},\s*{NUMBER}",
        rf"/(?:search|place|dir/[^/]*)/{NUMBER},\s*{NUMBER}",
        rf"/@{NUMBER},{NUMBER}",
        rf"#map=\d+(?:\.\d+)?/{NUMBER}/{NUMBER}",
    )
)
SIDE = r"(\d{1,3})°\s*(\d{1,2})['′]\s*(\d{1,2}(?:\.\d+)?)(?:\"|″|'')\s*"
IN_MINUTES = re.compile(rf"{SIDE}([NS])[,\s]+{SIDE}([EW])", re.IGNORECASE)
WITH_LETTERS = re.compile(rf"{NUMBER}\s*°?\s*([NS])[,\s]+{NUMBER}\s*°?\s*([EW])", re.IGNORECASE)
SCHEME = re.compile(r"\s*(?:https?:|geo:|www\.|maps\.)", re.IGNORECASE)


def read_spot(typed: str) -> Spot | None:
    """`12.9716, 77.5946`, `12°58'18.5"N 77°35'40.6"E`, or the address of a map; None for what names no place.

    A short link (`maps.app.goo.gl/…`) holds no place, and nothing is fetched: whoever opens it sees the whole one.
    """
    for found in _spots(unquote_plus(typed[:LONGEST]).strip()):
        if abs(found.latitude) <= 90 and abs(found.longitude) <= 180:
            return found
    return None


def _spots(text: str) -> Iterator[Spot]:
    if minutes := IN_MINUTES.search(text):
        parts = minutes.groups()
        yield Spot(_degrees(*parts[:4]), _degrees(*parts[4:]))
    if SCHEME.match(text):
        for pattern in IN_A_LINK:
            if found := pattern.search(text):
                yield Spot(float(found[1]), float(found[2]))
    elif lettered := WITH_LETTERS.fullmatch(text):
        yield Spot(_signed(lettered[1], lettered[2]), _signed(lettered[3], lettered[4]))
    elif pair := re.fullmatch(PAIR, text.strip("()")):
        yield Spot(float(pair[1]), float(pair[2]))


def _degrees(degrees: str, minutes: str, seconds: str, side: str) -> float:
    return _signed(str(int(degrees) + int(minutes) / 60 + float(seconds) / 3600), side)


def _signed(degrees: str, side: str) -> float:
    return round(float(degrees) * (-1 if side.upper() in "SW" else 1), 7)
