"""What a line says of all that is chosen, without naming it: `dono 2 dozen`, `sirf hapus`, `baki hata do`. Pure."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from core.reading.marks import Line
from core.reading.meaning import Change, Item


def with_chosen(line: Line, items: tuple[Item, ...], chosen: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items with those of the cart or order that are meant by `both`, `only` or `the rest`."""
    if chosen and not items and line.has("each", "rest") and line.has("remove"):
        return tuple(Item(one.variety, change=Change.REMOVE) for one in chosen)
    if chosen and not items and doubles_all(line, len(chosen)):
        return tuple(Item(one.variety, count=2 * one.count, unit=one.unit) for one in chosen if one.count is not None)
    items = tuple(_halved(item, chosen) for item in items)
    if len(chosen) == len(items) == 1 and _is_another_unit(line, items[0]):
        return (replace(items[0], variety=chosen[0].variety, count=chosen[0].count),)
    named = bool(items) and all(item.variety and item.change is Change.SET for item in items)
    if chosen and named and (besides := _with_those_that_go(line, items, chosen)) is not None:
        return besides
    return _of_one(line, items[0], chosen) if chosen and len(items) == 1 else items


def _halved(item: Item, chosen: tuple[Item, ...]) -> Item:
    """`hapus aadhe kar do`: half of what there is."""
    there = next((one for one in chosen if one.variety == item.variety and one.count and one.unit), None)
    half = item.count == Fraction(1, 2) and item.unit is None and item.change is Change.SET
    if there is None or there.count is None or not half:
        return item
    return replace(item, count=there.count / 2, unit=there.unit)


def _is_another_unit(line: Line, item: Item) -> bool:
    """`kg nahi dozen`: so many as there are, of another unit."""
    bare = item.variety is None and not item.stranger and item.count is None and item.unit is not None
    return bare and "op" in line.taken and line.has("deny")


def doubles_all(line: Line, chosen: int) -> bool:
    """`double the quantity on both`, and `double kar do` where only one is chosen; not `ring twice`."""
    return bool(line.places("double")) and (chosen == 1 or line.has("each", "rest"))


def _with_those_that_go(line: Line, items: tuple[Item, ...], chosen: tuple[Item, ...]) -> tuple[Item, ...] | None:
    """Fruit that is named, and that the others shall go; None when nothing says so."""
    gone = [one for one in chosen if one.variety not in {item.variety for item in items}]
    removed = tuple(Item(one.variety, change=Change.REMOVE) for one in gone)
    if _all_go(line):
        return (*removed, *items) if len(gone) == len(chosen) else (*items, *removed)
    counted = all(item.count for item in items)
    goes = (_rest_goes(line) and not line.has("keep")) or (line.has("only") and _none_of_it(line))
    return (*items, *removed) if counted and goes else None


def _of_one(line: Line, item: Item, chosen: tuple[Item, ...]) -> tuple[Item, ...]:
    """One item that speaks of several: `dono 2 dozen`, `double`, `sirf hapus`."""
    if line.places("double") and item.count is None:
        return tuple(replace(item, variety=one.variety, count=2 * one.count, unit=one.unit) for one in chosen
                     if one.count is not None and item.variety in {None, one.variety})  # fmt: skip
    named = item.variety is not None or item.stranger
    if not named and line.has("each"):
        return tuple(replace(item, variety=one.variety) for one in chosen)
    others = tuple(Item(one.variety, change=Change.REMOVE) for one in chosen if one.variety != item.variety)
    keeps = named and any(one.variety == item.variety for one in chosen) and item.count is None
    keeps = keeps and not (
        item.instead_of and line.has("swap.after", "swap.before")
    )  # `hapus ki jagah kesar hi kar do`
    if keeps and (_rest_goes(line) or _all_but_it(line) or (line.has("only") and item.change is Change.SET)):
        return others
    others_there = [one.variety for one in chosen if one.variety != item.variety]
    becomes = named and line.has("becomes") and item.count is None and item.change is Change.SET
    if becomes and not item.instead_of and len(others_there) == 1 and len(chosen) == 1:
        return (replace(item, instead_of=others_there[0]),)  # `dasheri me badal do`
    return (item,)


def _all_but_it(line: Line) -> bool:
    """`remove everything except kesar`."""
    return line.has("each", "rest") and line.has("remove") and _leaves_out(line)


def _leaves_out(line: Line) -> bool:
    return any(mark.means("except") or mark.words == "but" for mark in line.marks)


def _all_go(line: Line) -> bool:
    """`dono hata do, 2 kilo dasheri`: both go, before anything else is named."""
    both = next((place for place in range(len(line)) if line.at(place, "each")), None)
    if both is None:
        return False
    replaced = line.at(both - 1, "swap.with") or any(line.at(both + step, "swap.after") for step in (0, 1))
    others = _leaves_out(line)
    leads = (
        not others and line.at(both - 1, "lead.remove") and not line.at(both - 1, "deny")
    )  # `remove both and give me 3 kg langra`
    return replaced or leads or any(line.at(both + step, "remove") for step in (1, 2))


def _none_of_it(line: Line) -> bool:
    """`yeh sab nahi, sirf kesar`."""
    return any(line.at(place, "each", "courtesy.article") and line.at(place + 1, "each") and line.at(place + 2, "deny")
               for place in range(len(line)))  # fmt: skip


def _rest_goes(line: Line) -> bool:
    """`sirf hapus rakho, baki hata do`: not `kesar hata do, baki theek hai`."""
    rest = next((place for place in range(len(line)) if line.at(place, "rest")), None)
    return rest is not None and any(line.at(place, "remove") for place in range(rest, len(line)))
