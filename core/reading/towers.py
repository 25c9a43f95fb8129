"""The tower that a line names, as people of its society say it: `G3`, `do number tower`, `palm grove C`. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.flats import GOODS, LEADING, letter_of
from core.reading.marks import Line
from core.reading.timewords import whole

INSIDE = frozenset({"me", "mein", "में"})
BEHIND = ("home.flat", "home.tower", "pay", "day", "weekday", "part", "home.intro")


def find_own_tower(line: Line, towers: Sequence[str]) -> str:
    """The name of the tower as the society has it, its words taken; empty when none is said in such a way."""
    names = {tower.lower(): tower for tower in towers}
    for place in range(len(line)):
        name, end = _tower_at(line, place, names)
        denied = line.at(end, "deny") and not line.marks[end].breaks
        if name and denied and any(_tower_at(line, other, names)[0] for other in range(end + 1, len(line))):
            line.take(place, end + 1, "refused")  # `G1 nahi G3`
            continue
        if name:
            line.take(place, end, "tower")
            return names[name]
    return ""


def _tower_at(line: Line, place: int, names: dict[str, str]) -> tuple[str, int]:
    if not line.is_free(place):
        return "", place
    letter, number = letter_of(line.marks[place]), whole(line.marks[place])
    digit = whole(line.marks[place + 1]) if line.is_free(place + 1) else None
    for name in (f"{letter}{digit}", str(digit) if letter == "t" else ""):  # `t2`
        if letter and digit is not None and name in names and not line.at(place + 2, *GOODS):
            return name, place + 2
    said = letter or (str(number) if number is not None else "")
    if said not in names:
        return "", place
    if line.at(place + 1, "home.number"):
        end = _behind_its_number(line, place)
    else:
        end = place + int(_closes_place(line, place, letter is not None))
    return (said, end) if end > place else ("", place)


def _behind_its_number(line: Line, place: int) -> int:
    """Where `do number tower` ends, and `lotus court do number` before a flat; `place` where neither is said."""
    if line.at(place + 2, "home.tower"):
        return place + 3
    flat = line.is_free(place + 2) and line.marks[place + 2].is_number and not line.at(place + 3, *GOODS)
    if flat and line.taken[max(place - 1, 0)] == "place":
        return place + 2
    return place + int(_closes_place(line, place, letter_of(line.marks[place]) is not None))


def _closes_place(line: Line, place: int, lettered: bool) -> bool:
    """`palm grove C` and nothing else of a home, `lotus court 1 flat 806`."""
    before = place - 1
    while line.free(before, *LEADING):
        before -= 1
    beside = before >= 0 and line.taken[before] == "place" and not line.marks[place].breaks
    last = place + 1 >= len(line) or line.marks[place + 1].breaks or line.marks[place + 1].words in INSIDE
    last = last or line.at(place + 1, "lives")
    follows = last if lettered else line.at(place + 1, *BEHIND) or (last and line.has("home.flat"))
    counted = line.at(place + 1, *GOODS) and not line.marks[place + 1].breaks
    return beside and follows and not counted
