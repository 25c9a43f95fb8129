"""Numbers of a list, which count nothing: `1) hapus 2) kesar`. Pure."""

from __future__ import annotations

from core.reading.counting import NAMES
from core.reading.marks import Line


def pass_over_numbering(line: Line) -> None:
    """`1) hapus 2) kesar`: numbers of a list count nothing."""
    for place in _numbering(line):
        line.take(place, place + 1, "along")
    for place, mark in enumerate(line.marks[:-1]):
        behind = line.marks[place + 1].gap
        begins = place == 0 or mark.breaks or behind.startswith(")")
        listed = behind.startswith(")") or (behind.startswith(". ") and begins)
        if mark.is_number and listed and begins and "(" not in line.text[: mark.start] and line.at(place + 1, *NAMES):
            line.take(place, place + 1, "along")


def _numbering(line: Line) -> list[int]:
    """`1. Mallika 2 kg 2. Neelam 1 kg`: numbers with a stop behind them that count on from one, each before a name."""
    found = [place for place, mark in enumerate(line.marks[:-1]) if mark.is_number and line.at(place + 1, *NAMES)
             and line.marks[place + 1].gap[:1] in {".", ")"}]  # fmt: skip
    counts_on = [line.marks[place].words for place in found] == [str(one) for one in range(1, len(found) + 1)]
    return found if len(found) > 1 and counts_on else []
