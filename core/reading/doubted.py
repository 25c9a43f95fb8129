"""Fruit of which somebody is not sure, beside what is ordered: `not sure about kesar, but one dozen alphonso`. Pure."""

from __future__ import annotations

from core.reading.marks import Line
from core.reading.meaning import Change, Item


def without_doubted(line: Line, items: list[Item]) -> list[Item]:
    """The items without fruit that is only thought about: uncounted, in a thought of doubt, where another is counted.

    The words of doubt stay left over, so that nothing is done without being shown.
    """
    if not any(item.count and (item.variety or item.stranger) for item in items) or len(items) < 2:
        return items
    return [item for item in items if not (_is_bare(item) and _is_thought_about(line, item))]


def _is_bare(item: Item) -> bool:
    named = item.variety is not None or bool(item.stranger)
    return named and item.count is None and item.unit is None and item.change is Change.SET and item.instead_of is None


def _is_thought_about(line: Line, item: Item) -> bool:
    """Whether words of doubt stand in the thought that names it, and no amount does."""
    for place, mark in enumerate(line.marks):
        if line.taken[place] == "name" and mark.value("variety") == str(item.variety):
            begin = max((one for one in range(place + 1) if line.marks[one].breaks), default=0)
            end = next((one for one in range(place + 1, len(line)) if line.marks[one].breaks), len(line))
            thought = range(begin, end)
            counted = any(line.taken[one] == "amount" for one in thought)
            return not counted and any(line.at(one, "stop.doubt") for one in thought)
    return False
