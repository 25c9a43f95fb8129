"""Words of time in a line: the value that they are read as, and what is no time because it counts fruit. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.reading.marks import Line, Mark

GOODS = ("variety", "stranger", "fruit", "times", "fraction", "pack")


@dataclass(frozen=True)
class Moment:
    """A word of time, where it stands, and what it says: one of days, part and hours."""

    begin: int
    end: int
    days: frozenset[date] = frozenset()
    part: str = ""
    hours: tuple[int, int | None] | None = None
    half: str = ""
    near: str = ""

    @property
    def says(self) -> str:
        return "days" if self.days else "part" if self.part else "hours"


def counts(line: Line, place: int) -> bool:
    """Whether what stands there is counted: fruit or a unit; the letter of `G1` is none."""
    if not line.at(place, *GOODS, "unit"):
        return False
    letter = len(line.marks[place].words) == 1 and place + 1 < len(line)
    return not (letter and line.marks[place + 1].is_number and line.marks[place + 1].glued)


def took(line: Line, moment: Moment) -> Moment:
    line.take(moment.begin, moment.end, "when")
    return moment


def whole(mark: Mark) -> int | None:
    """The whole number that a mark is, in digits or as a word."""
    if mark.is_number:
        return int(mark.words) if mark.words.isdigit() and len(mark.words) <= 6 else None
    values = mark.values("number")
    return int(values[0]) if values else None
