"""What a line says of all that is chosen, without naming it: `dono 2 dozen`, `sirf hapus`, `baki hata do`. Pure."""

from __future__ import annotations

from dataclasses import replace

from core.reading.marks import Line
from core.reading.meaning import Change, Item


def with_chosen(line: Line, items: tuple[Item, ...], chosen: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items with those of the cart or order that are meant by `both`, `only` or `the rest`."""
    if chosen and not items and line.has("each", "rest") and line.has("remove"):
        return tuple(Item(one.variety, change=Change.REMOVE) for one in chosen)
    if not chosen or len(items) != 1:
        return items
    item = items[0]
    if line.has("double") and item.count is None:
        return tuple(replace(item, variety=one.variety, count=2 * one.count, unit=one.unit) for one in chosen
                     if one.count is not None and item.variety in {None, one.variety})  # fmt: skip
    named = item.variety is not None or item.stranger
    if not named and line.has("each"):
        return tuple(replace(item, variety=one.variety) for one in chosen)
    others = tuple(Item(one.variety, change=Change.REMOVE) for one in chosen if one.variety != item.variety)
    keeps = named and any(one.variety == item.variety for one in chosen) and item.count is None
    if keeps and (_rest_goes(line) or (line.has("only") and item.change is Change.SET)):
        return others
    return items


def _rest_goes(line: Line) -> bool:
    """`sirf hapus rakho, baki hata do`: not `kesar hata do, baki theek hai`."""
    rest = next((place for place in range(len(line)) if line.at(place, "rest")), None)
    return rest is not None and any(line.at(place, "remove") for place in range(rest, len(line)))
