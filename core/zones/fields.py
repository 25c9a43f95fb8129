"""A home that was written into the fields of a form, as the one line that every home is. Pure.

house 1203, tower B             → B-1203
house B-1203, tower Tower B     → B-1203
house 4, floor 2, near the gate → 4, floor 2, near the gate
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from core.reading.lexicon import Lexicon
from core.zones.homes import Home, Missing, add_tower, read_home, tidy_home
from core.zones.towers import name_tower


class HomeFields(NamedTuple):
    """What stands in each field; empty where nothing does."""

    house: str = ""
    tower: str = ""
    floor: str = ""
    landmark: str = ""


def write_home(fields: HomeFields, towers: Sequence[str], lexicon: Lexicon) -> str:
    """The line of a home for `read_home`. A floor that the flat tells already is not said twice, and a landmark stays
    only as a hint that the reader takes."""
    house, tower, floor, landmark = (tidy_home(each) for each in fields)
    line = _with_tower(house, tower, towers, lexicon) if tower else house
    if floor:
        said = f"floor {floor}" if floor.isdigit() else floor
        is_known = str(read_home(line, towers, lexicon).floor) == floor
        line = line if is_known else _join(line, (said, f"{floor} floor"), towers, lexicon)
    return _join(line, (landmark, f"near {landmark}"), towers, lexicon, needed=False) if landmark else line


def _with_tower(house: str, tower: str, towers: Sequence[str], lexicon: Lexicon) -> str:
    """The society's own name for it where it has one; what it does not have is kept as it was written."""
    home = read_home(house, towers, lexicon)
    place = name_tower(tower, towers, lexicon)
    named = home.tower or home.odd_tower
    if place is not None and not named and _is_home(home):
        return add_tower(home, towers[place])
    if named and named.lower() in {tower.lower(), towers[place].lower() if place is not None else ""}:
        return house
    name = tower if place is None else towers[place]
    said = name if read_home(name, (), lexicon).odd_tower else f"tower {name}"
    return f"{said}, {house}" if house else said


def _join(line: str, ways: Sequence[str], towers: Sequence[str], lexicon: Lexicon, *, needed: bool = True) -> str:
    """The line with the first way of saying more that is still a home; else with the first one, when it is needed."""
    longer = [f"{line}, {way}" if line else way for way in ways]
    good = (each for each in longer if _is_home(read_home(each, towers, lexicon)))
    return next(good, longer[0] if needed else line)


def _is_home(home: Home) -> bool:
    return home.missing is not Missing.SENSE
