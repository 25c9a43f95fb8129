"""Several fruits that one word adds: `also 2 kg totapuri and 1 kg langra`. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.reading.changing import EMPTY_HANDED
from core.reading.marks import Line
from core.reading.meaning import Change, Item

ADDING = ("more", "change.more")
OTHERWISE = ("make", "change.only", "only", "swap", "less", "remove", "deny", "instead")


def added_together(line: Line, items: Sequence[Item], at: str) -> list[Item]:
    """The items of a list, all added when a word before the first or behind the last adds that one.

    A line that sets, takes out or refuses anything besides is no such list.
    """
    listed = len(items) > 1 and all((item.count or item.unit) and (item.variety or item.stranger) for item in items)
    changes = {item.change for item in items}
    if at in EMPTY_HANDED or not listed or not changes <= {Change.SET, Change.ADD} or _does_otherwise(line):
        return list(items)
    said = [place for place, what in enumerate(line.taken) if what in {"amount", "name"}]
    leads = items[0].change is Change.ADD and any(line.at(place, *ADDING) for place in range(said[0]))
    ends = items[-1].change is Change.ADD and any(line.at(place, *ADDING) for place in range(said[-1] + 1, len(line)))
    return [replace(item, change=Change.ADD) for item in items] if leads or ends else list(items)


def _does_otherwise(line: Line) -> bool:
    """Whether a word sets, takes out or refuses; `ruko` before a list only asks us to wait."""
    return any(mark.means(*OTHERWISE) and not mark.means("hold") for mark in line.marks)
