"""The fruit of a line: which names have which amounts, and what shall happen with each. Pure.

A name takes the amount beside it, before or behind, as the whole line is written: `2 dozen hapus, 1 kesar` and
`hapus-2dz, kesar-1dz` pair in opposite ways, and a comma parts more than a space.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from core.reading.adding import added_together
from core.reading.changing import EMPTY_HANDED, change_of
from core.reading.doubted import without_doubted
from core.reading.either import one_of_two
from core.reading.fruits import Name, choices, find_names, replaced, without_refused
from core.reading.leftout import with_units_of_others
from core.reading.marks import Line
from core.reading.meaning import Change, Doubt, Item, Sureness
from core.reading.pairing import pair
from core.reading.quantities import Quantity, beyond_belief, find_quantities
from core.reading.refusing import keeps, refuses_amount, taken_back, without_said_anew
from core.reading.repeated import all_gone, said_once, without_kept, without_replaced, without_taken_back
from core.reading.trailing import with_trailing_units

MUCH = 50
BEYOND = 10_000  # nobody has so many
ALTERING = ("make", "change.only", "more", "less", "remove", "only", "deny", "want", "do.it")
BIDS_NOT = frozenset({"mat", "please", "dont", "do", "never", "na", "मत", "ना", "न"})
GIVES = (["do"], ["दो"])


@dataclass(frozen=True)
class Goods:
    """The items of a line in the order said, and what is unclear about them."""

    items: tuple[Item, ...] = ()
    doubts: frozenset[Doubt] = frozenset()


def find_goods(line: Line, at: str, sums: Sequence[int]) -> Goods:
    """All fruit of the line, its words taken."""
    quantities = [replace(one, negative=True) if at in EMPTY_HANDED and line.at(one.begin - 1, "minus") else one
                  for one in find_quantities(line)]  # fmt: skip
    for quantity in quantities:
        line.take(quantity.begin - int(quantity.negative), quantity.begin, "along")
    quantities = _without_short(line, quantities)
    names = find_names(line)
    doubts: set[Doubt] = set()
    if beyond_belief(one for one in quantities if one.count != 0 or at in EMPTY_HANDED):
        doubts.add(Doubt.QUANTITY)
    names, quantities = one_of_two(line, names, quantities)
    names = choices(line, names, quantities)
    names, instead = replaced(line, names)
    quantities = with_trailing_units(line, names, quantities)
    quantities = without_refused(line, without_said_anew(line, quantities), names)
    pairs = pair(line, names, quantities)
    items = [replace(_item(line, name, quantity, at), instead_of=instead.get(name.begin) if name else None)
             for name, quantity in pairs]  # fmt: skip
    items = _put_right(line, items, pairs, doubts)
    items = without_replaced(items) if line.has("back") and not line.has("each") else items
    items = said_once(line, _without_odd_numbers(items, quantities, doubts))
    items = without_kept(line, _without_past(line, items, at), at)
    items = _share(line, without_doubted(line, items), quantities, doubts)
    if any(_is_bare_much(line, item, at) for item in items):
        items = [item for item in items if not _is_bare_much(line, item, at)]
        line.taken = ["" if what == "amount" and not items else what for what in line.taken]
    if sums and items:
        items[0] = replace(items[0], rupees=sums[0])
        doubts.add(Doubt.PRICE)
    items = added_together(line, with_units_of_others(line, items), at)
    items = _with_far_removal(line, items)
    items = _of_nothing_yet(items) if at in EMPTY_HANDED and not line.has("only") else items
    items = all_gone(line, without_taken_back(line, items, at))
    return Goods(tuple(items), frozenset(doubts | _doubts_of(items, names)))


def _without_short(line: Line, quantities: Sequence[Quantity]) -> list[Quantity]:
    """`ek kam padega`, `1 darjan zyada hai, aadha kar do`: what is too little or much is not wanted; its unit is."""
    odd = [one for one in quantities if line.at(one.end, "short_of")]
    unit = next((one.unit for one in odd if one.unit), None)
    return [replace(one, unit=one.unit or unit) for one in quantities if one not in odd]


def _doubts_of(items: Sequence[Item], names: Sequence[Name]) -> set[Doubt]:
    """What must be asked of items as they are: too many, a range, a maund, a name of several."""
    many = any(item.count is not None and item.count >= BEYOND and item.unit != "gram" for item in items)
    found = {Doubt.QUANTITY: many, Doubt.RANGE: any(item.most is not None for item in items),
             Doubt.UNIT: any(item.unit == "maund" for item in items),
             Doubt.VARIETY: any(len(name.varieties) > 1 for name in names)}  # fmt: skip
    return {doubt for doubt, holds in found.items() if holds}


def _without_odd_numbers(items: list[Item], quantities: Sequence[Quantity], doubts: set[Doubt]) -> list[Item]:
    """`kesar 0x10`, `0 10`: nothing beside a number counts neither, and takes nothing out."""
    if not any(none.count == 0 and one.begin == none.end for none, one in pairwise(quantities)):
        return items
    doubts.add(Doubt.QUANTITY)
    named = [item for item in items if item.variety is not None or item.stranger]
    return [replace(item, count=None, unit=None, change=Change.SET) for item in named or items[:1]]


def _with_far_removal(line: Line, items: list[Item]) -> list[Item]:
    """`kesar likh diya, hata dena usko`: a word of taking out that stands apart from the only item."""
    if len(items) != 1 or items[0].change is not Change.SET or items[0].count is not None or line.has("only"):
        return items
    apart = any(line.taken[place] == "" and line.at(place, "remove") and not line.at(place, "deny", "lead")
                for place in range(len(line)))  # fmt: skip
    return [replace(items[0], change=Change.REMOVE)] if apart else items


def _of_nothing_yet(items: list[Item]) -> list[Item]:
    """Where nothing is chosen: `hapus nahi chahiye, langra do` wants one in place of another, `one more` is one."""
    gone = [item for item in items if item.change is Change.REMOVE and item.variety]
    left = [
        replace(item, change=Change.SET) if item.change is Change.ADD else item for item in items if item not in gone
    ]
    if len(gone) == 1 and len(left) == 1 and left[0].variety and left[0].count is not None:
        return [replace(left[0], instead_of=gone[0].variety)]
    return [replace(item, change=Change.SET) if item.change is Change.ADD else item for item in items]


def _item(line: Line, name: Name | None, quantity: Quantity | None, at: str) -> Item:
    begin = min(part.begin for part in (name, quantity) if part is not None)
    end = max(part.end for part in (name, quantity) if part is not None)
    none_of_it = quantity is not None and quantity.count == 0 and name is not None and at not in EMPTY_HANDED
    if none_of_it and name is not None:  # `kesar zero`
        return Item(name.variety, name.stranger, change=Change.REMOVE, words=line.said(begin, end))
    believed = quantity is not None and not beyond_belief([quantity])
    count, unit = (quantity.count, quantity.unit) if quantity is not None and believed else (None, None)
    item = Item(
        variety=name.variety if name else None,
        stranger=name.stranger if name else "",
        count=count,
        unit=unit,
        most=quantity.most if quantity else None,
        sureness=name.sureness if name else Sureness.SURE,
        words=line.said(begin, end),
    )
    if quantity is not None and quantity.negative:
        return item
    change = change_of(line, begin, end, item, at)
    gone = change is Change.REMOVE  # of what is taken out nothing is counted
    return replace(item, change=change, count=None if gone else count, unit=None if gone else unit)


def _is_refused(line: Line, item: Item, parts: tuple[Name | None, Quantity | None]) -> bool:
    """Whether so much of it is refused, in favour of nothing else."""
    found = [part for part in parts if part is not None]
    counted = parts[1] is not None and parts[1].count != 0
    begin, end = min(part.begin for part in found), max(part.end for part in found)
    return item.instead_of is None and refuses_amount(line, begin, end, counted=counted)


def _put_right(
    line: Line, items: list[Item], pairs: Sequence[tuple[Name | None, Quantity | None]], doubts: set[Doubt]
) -> list[Item]:
    """The items with later amounts in place of earlier ones; a refusal that nothing took the place of is a doubt."""
    refused = [item for item, parts in zip(items, pairs, strict=True) if _is_refused(line, item, parts)]
    left = _corrected(line, items, pairs, doubts)
    stay = [item for item, parts in zip(items, pairs, strict=True)
            if any(part is not None and keeps(line, part.end) for part in parts)]  # fmt: skip
    left = [item for item in left if item not in stay] or left  # `kesar hata do, hapus mat hatana`
    more = [item for item in left if item.change is Change.ADD and item.count is None]
    unasked = line.has("not_add") and (more or any(item.change is Change.REMOVE for item in left))
    if unasked or any(item in refused for item in left):
        doubts.add(Doubt.NEGATION)
    return left


def _corrected(
    line: Line, items: list[Item], pairs: Sequence[tuple[Name | None, Quantity | None]], doubts: set[Doubt]
) -> list[Item]:
    """`2 dozen hapus, nahi 3 kar do`: an amount without a name that takes the one before it back, or contradicts it."""
    kept: list[Item] = []
    last = 0
    for item, (name, quantity) in zip(items, pairs, strict=True):
        begin = min(part.begin for part in (name, quantity) if part is not None)
        nameless = name is None and quantity is not None
        if kept and nameless and quantity is not None and quantity.each and all(one.count for one in kept):
            continue  # `sab ek ek kilo` of what is counted
        if kept and nameless and quantity is not None and _is_so_much_instead(line, kept[-1], item, begin):
            kept[-1] = replace(item, variety=kept[-1].variety, stranger=kept[-1].stranger)
            continue
        if kept and nameless and kept[-1].unit and kept[-1].count is None and item.count and not item.unit:
            kept[-1] = replace(kept[-1], count=item.count)  # `hapus peti me chahiye ek`
            continue
        if kept and nameless and kept[-1].count is not None and item.change is Change.SET:
            if (
                taken_back(line, last, begin)
                or line.at(begin - 1, "deny", "back", "only")
                or (quantity is not None and line.at(quantity.end, "back"))
                or (quantity is not None and line.at(quantity.end, "only"))
                or (quantity is not None and _is_counted_anew(line, kept[-1], quantity, last))
            ):
                kept[-1] = _counted(kept[-1], item)
                last = quantity.end if quantity else last
                continue
            if any(line.at(place, "describes") for place in range(last, begin)):
                doubts.add(Doubt.VARIETY)  # `hapus 1 peti aur jo gol wala hota hai 2 kilo`
                kept.append(item)
                continue
            doubts.add(Doubt.QUANTITY)  # `kesar 1 2`, `1 2`: which of them?
            kept[-1] = replace(kept[-1], count=None, unit=None)
            continue
        kept.append(item)
        last = max(part.end for part in (name, quantity) if part is not None)
    return kept


def _is_so_much_instead(line: Line, before: Item, item: Item, begin: int) -> bool:
    """`5 kilo dasheri mat bhejna, 2 kilo bhejo`: so much shall not come, and how much instead."""
    bids = any(line.at(place, "remove") and line.marks[place].words.split()[0] in BIDS_NOT for place in range(begin))
    refused = bids and before.change is Change.LESS
    return refused and bool(before.variety or before.stranger) and item.count is not None and item.change is Change.SET


def _counted(before: Item, item: Item) -> Item:
    """The item with the amount said later: so much there shall be, even where the first was said to be more."""
    change = Change.SET if before.change is Change.ADD and before.unit else before.change
    return replace(before, count=item.count, unit=item.unit or before.unit, most=item.most, change=change)


def _is_counted_anew(line: Line, before: Item, amount: Quantity, last: int) -> bool:
    """`kesar do, do darjan do`: what looked like a number gives; `1 darjan wala 2 darjan kar do` makes it another."""
    gives = before.unit is None and before.words.split()[-1:] in GIVES and amount.unit is not None
    makes = line.at(amount.end, "make") and any(line.at(place, "of") for place in range(last, amount.begin))
    return gives or makes


def _is_bare_much(line: Line, item: Item, at: str) -> bool:
    """`paytm pe 500 bhej do`, `ek baat batao`: a number that counts nothing, among other words, is no fruit."""
    if item.variety or item.stranger or item.unit or line.has("fruit"):
        return False
    if {"home", "tower", "place"} & set(line.taken) and not line.has(*ALTERING):
        return True  # `palm grove b 1203 che`: beside a home a number by itself changes no fruit
    if at not in EMPTY_HANDED:
        return False
    told = [place for place, what in enumerate(line.taken) if not what and not line.at(place, "courtesy", "answer")]
    wanted = any(mark.means("want", "courtesy.give", "do.it", "make", "more") and mark.words not in {"i", "we"}
                 for mark in line.marks)  # fmt: skip
    return (item.count is not None and item.count >= MUCH) or (bool(told) and not wanted)


def _share(line: Line, items: list[Item], quantities: Sequence[Quantity], doubts: set[Doubt]) -> list[Item]:
    """One amount for several fruits: each has it when that was said (`1 dozen each`, `ek ek`), else we ask."""
    named = [item for item in items if (item.variety or item.stranger) and item.change in {Change.SET, Change.ADD}]
    bare = [item for item in named if item.count is None and item.unit is None and not _is_vague(line, item)]
    counted = [item for item in items if item.count is not None or item.unit is not None]
    if not bare or not counted or len(named) < 2:
        nameless = [item for item in items if not item.variety and not item.stranger]
        if not (bare and len(nameless) == 1 and len(bare) > 1):
            return items
    said = line.has("each", "alike") or any(quantity.each for quantity in quantities)
    if said:
        return [_with_amount(items, place) if item in bare else item
                for place, item in enumerate(items) if item.variety or item.stranger]  # fmt: skip
    if len(counted) == 1:
        doubts.add(Doubt.SHARED)
    return items


def _is_vague(line: Line, item: Item) -> bool:
    """`thode se kesar`: so much as it is, and no share of what is counted."""
    names = [place for place, mark in enumerate(line.marks)
             if line.taken[place] == "name" and mark.value("variety") == str(item.variety)]  # fmt: skip
    return any(line.at(place - 1 - int(line.at(place - 1, "of", "courtesy")), "vague") for place in names)


def _without_past(line: Line, items: list[Item], at: str) -> list[Item]:
    """`pichli baar 3 darjan liye the, is baar ek darjan hapus`: what was last time, unnamed, is no wish."""
    then = next((place for place in range(len(line)) if line.at(place, "last_time")), None)
    now = next((place for place in range(len(line)) if line.at(place, "this_time")), None)
    if at not in {*EMPTY_HANDED, "regular"} or then is None or now is None or now < then or not items:
        return items
    kept = [item for item in items if item.variety or item.stranger]
    return kept if kept and any(item.count for item in kept) else items


def _with_amount(items: Sequence[Item], place: int) -> Item:
    """An item with the amount said of several: the nearest before it, else the nearest behind."""
    near = next((item for item in [*reversed(items[:place]), *items[place:]] if item.count is not None or item.unit),
                items[place])  # fmt: skip
    return replace(items[place], count=near.count, unit=near.unit)


def with_one(item: Item) -> Item:
    """`ek darjan` and `darjan`, wanted, are one dozen."""
    return replace(item, count=Fraction(1)) if item.count is None and item.unit is not None else item
