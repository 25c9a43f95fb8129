"""The tower that a line names, as people of its society say it: `G3`, `do number tower`, `palm grove C`. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.flats import GOODS, LEADING, PAIR, letter_of
from core.reading.marks import Line
from core.reading.mistakes import said_by_mistake
from core.reading.timewords import whole

SIDES = frozenset({"side", "wing", "taraf", "tarf", "साइड", "तरफ", "विंग"})
INSIDE = frozenset({"me", "mein", "में"})
BEHIND = ("home.flat", "home.tower", "pay", "day", "weekday", "part", "home.intro")


def find_own_tower(line: Line, towers: Sequence[str]) -> str:
    """The name of the tower as the society has it, its words taken; empty when none is said in such a way."""
    names = {tower.lower(): tower for tower in towers}
    for place in range(len(line)):
        name, end = _tower_at(line, place, names)
        denied = name and ((line.at(end, "deny") and not line.marks[end].breaks) or said_by_mistake(line, place, end))
        if name and denied and any(_tower_at(line, other, names)[0] for other in range(end + 1, len(line))):
            line.take(place, end + int(line.at(end, "deny")), "refused")  # `G1 nahi G3`, `G1 galti se likha, G3`
            continue
        if name:
            line.take(place, end, "tower")
            return names[name]
    return ""


def take_ordinal_towers(line: Line) -> None:
    """`pehla wala tower`, `pehla tower 1-204` (the same said twice), `silver oak, north side`."""
    for place in range(1, len(line)):
        ordinal = place - 1 - int(line.at(place - 1, "of"))
        named = line.free(place, "home.tower") and line.free(ordinal, "ordinal", "compass")
        if named and line.is_free(place + 1) and _is_pair_of(line, ordinal, place + 1):
            line.take(ordinal, place + 1, "along")
            line.take(place + 1, place + 2, "home")
        elif named and ordinal < place - 1:
            line.take(ordinal, ordinal + 1, "home")
            line.take(ordinal + 1, place, "along")
            line.take(place, place + 1, "home")
    for place in range(len(line) - 1):
        if line.free(place, "compass") and line.marks[place + 1].words in SIDES and "place" in line.taken:
            line.take(place, place + 1, "home")
            line.take(place + 1, place + 2, "along")


def _is_pair_of(line: Line, ordinal: int, place: int) -> bool:
    pair = PAIR.fullmatch(line.marks[place].words)
    return pair is not None and pair[1] == line.marks[ordinal].value("ordinal")


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
