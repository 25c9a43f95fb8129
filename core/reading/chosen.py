"""What a line says of all that is chosen, without naming it: `dono 2 dozen`, `sirf hapus`, `baki hata do`. Pure."""

from __future__ import annotations

from dataclasses import replace

from core.reading.marks import Line
from core.reading.meaning import Change, Item


def with_chosen(line: Line, items: tuple[Item, ...], chosen: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items with those of the cart or order that are meant by `both`, `only` or `the rest`."""
    if not chosen or len(items) != 1:
        return items
    item = items[0]
    named = item.variety is not None or item.stranger
    if not named and line.has("each"):
        return tuple(replace(item, variety=one.variety) for one in chosen)
    others = tuple(Item(one.variety, change=Change.REMOVE) for one in chosen if one.variety != item.variety)
    keeps = named and any(one.variety == item.variety for one in chosen) and item.count is None
    if keeps and line.has("only", "rest") and (line.has("rest") or item.change is Change.SET):
        return others
    return items
