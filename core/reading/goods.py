"""The fruit of a line: which names have which amounts, and what shall happen with each. Pure.

A name takes the amount beside it, before or behind, as the whole line is written: `2 dozen hapus, 1 kesar` and
`hapus-2dz, kesar-1dz` pair in opposite ways, and a comma parts more than a space.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from core.reading.marks import Line
from core.reading.meaning import Change, Doubt, Item, Sureness
from core.reading.pairing import pair
from core.reading.quantities import Quantity, beyond_belief, find_quantities
from core.reading.refusing import is_refused, taken_back

EMPTY_HANDED = frozenset({"", "start", "menu"})  # where nothing is chosen yet that could be added to
WANTS = ("want", "courtesy.give", "do.it", "more", "make")


@dataclass(frozen=True)
class Name:
    """A name of fruit in a line: the varieties that it may be, or a stranger."""

    begin: int
    end: int
    varieties: tuple[int, ...]
    stranger: str = ""
    sureness: Sureness = Sureness.SURE

    @property
    def variety(self) -> int | None:
        return self.varieties[0] if len(self.varieties) == 1 else None


@dataclass(frozen=True)
class Goods:
    """The items of a line in the order said, and what is unclear about them."""

    items: tuple[Item, ...] = ()
    doubts: frozenset[Doubt] = frozenset()


def find_goods(line: Line, at: str, sums: Sequence[int]) -> Goods:
    """All fruit of the line, its words taken."""
    quantities = find_quantities(line)
    names = find_names(line)
    doubts: set[Doubt] = set()
    if beyond_belief(quantities):
        doubts.add(Doubt.QUANTITY)
    names, instead = _replaced(line, names)
    quantities = _without_refused(line, quantities, names)
    pairs = pair(line, names, quantities)
    items = [replace(_item(line, name, quantity, at), instead_of=instead.get(name.begin) if name else None)
             for name, quantity in pairs]  # fmt: skip
    items = _corrected(line, items, pairs, doubts)
    items = _share(line, items, quantities, doubts)
    if sums and items:
        items[0] = replace(items[0], rupees=sums[0])
        doubts.add(Doubt.PRICE)
    doubts |= {Doubt.RANGE for item in items if item.most is not None}
    doubts |= {Doubt.UNIT for item in items if item.unit == "maund"}
    doubts |= {Doubt.VARIETY for name in names if len(name.varieties) > 1}
    return Goods(tuple(items), frozenset(doubts))


def find_names(line: Line) -> list[Name]:
    """Names of fruit, one for each time it is named: `hapus aam` and `alphonso (hapus)` are one."""
    names: list[Name] = []
    for place, mark in enumerate(line.marks):
        if not line.free(place, "variety", "stranger") or mark.means("other"):
            continue
        varieties = tuple(int(value) for value in mark.values("variety"))
        stranger = "" if varieties else mark.value("stranger") or ""
        line.take(place, place + 1, "name")
        same = names and names[-1].end == place and (names[-1].varieties, names[-1].stranger) == (varieties, stranger)
        if same:
            names[-1] = replace(names[-1], end=place + 1)
        else:
            names.append(Name(place, place + 1, varieties, stranger, mark.sureness))
    return names


def _replaced(line: Line, names: list[Name]) -> tuple[list[Name], dict[int, int | None]]:
    """The names that are wanted, and by where they stand what they replace (`hapus nahi kesar`)."""
    wanted, instead = list(names), dict[int, "int | None"]()
    for name in names:
        others = [other for other in wanted if other != name]
        if not others or name not in wanted:
            continue
        target = _swapped_for(line, name, others) or _refused_for(line, name, others)
        if target is not None:
            wanted.remove(name)
            instead[target.begin] = name.variety
    return wanted, instead


def _swapped_for(line: Line, name: Name, others: Sequence[Name]) -> Name | None:
    after = next((other for other in others if other.begin > name.begin), None)
    before = next((other for other in reversed(others) if other.begin < name.begin), None)
    behind = _skip(line, name.end, 1)
    if line.at(behind, "swap.after") and not line.at(behind, "lead.refuse"):
        line.take(behind, behind + 1, "op")
        return after or before
    lead = _skip(line, name.begin - 1, -1)
    if line.at(lead, "swap.before") and (before or after):
        line.take(lead, lead + 1, "op")
        return before or after
    if line.at(lead, "swap.with") and after is not None and any(
            line.at(place, "swap.by", "make") for place in range(name.end, after.begin)):  # fmt: skip
        line.take(lead, lead + 1, "op")
        return after
    return None


def _skip(line: Line, place: int, step: int) -> int:
    """Past amounts and small words."""
    while 0 <= place < len(line) and not line.at(place, "swap", "deny", "lead"):
        if line.taken[place] != "amount" and not line.at(place, "fruit", "of", "courtesy.article"):
            break
        place += step
    return place


def _refused_for(line: Line, name: Name, others: Sequence[Name]) -> Name | None:
    """`hapus nahi kesar`, `not hapus, kesar`: refused by a bare no beside another name."""
    spans = [(other.begin, other.end) for other in others]
    if not is_refused(line, name.begin, name.end, spans):
        return None
    removed = next((place for place in range(name.end, min(name.end + 3, len(line))) if line.at(place, "deny")), None)
    if removed is not None and line.at(removed, "remove") and not line.at(removed, "lead"):
        return None
    line.take(removed, removed + 1, "op") if removed is not None and not line.at(removed, "lead") else None
    target = next((other for other in others if other.begin > name.begin), others[-1])
    if line.at(name.begin - 1, "lead.refuse"):
        line.take(name.begin - 1, name.begin, "op")
    return target


def _without_refused(line: Line, quantities: list[Quantity], names: Sequence[Name]) -> list[Quantity]:
    """`2 nahi 3 dozen`, `kg nahi dozen`: of two amounts the one that is not refused."""
    kept = []
    for quantity in quantities:
        others = [(other.begin, other.end) for other in quantities
                  if other.begin > quantity.begin and not _name_between(names, quantity.end, other.begin)]  # fmt: skip
        if others and is_refused(line, quantity.begin, quantity.end, others):
            for place in range(quantity.end, others[0][0]):
                line.take(place, place + 1, "op")
            continue
        kept.append(quantity)
    return kept


def _name_between(names: Sequence[Name], end: int, begin: int) -> bool:
    return any(end <= name.begin < begin for name in names)


def _item(line: Line, name: Name | None, quantity: Quantity | None, at: str) -> Item:
    begin = min(part.begin for part in (name, quantity) if part is not None)
    end = max(part.end for part in (name, quantity) if part is not None)
    count, unit = (quantity.count, quantity.unit) if quantity is not None else (None, None)
    item = Item(
        variety=name.variety if name else None,
        stranger=name.stranger if name else "",
        count=count,
        unit=unit,
        most=quantity.most if quantity else None,
        sureness=name.sureness if name else Sureness.SURE,
        words=line.said(begin, end),
    )
    return replace(item, change=_change(line, begin, end, item, at))


def _change(line: Line, begin: int, end: int, item: Item, at: str) -> Change:
    """What the words around an item want of it."""
    around = list(_around(line, begin, end))
    if any(_removes(line, place, begin) for place in around):
        return Change.LESS if item.count is not None else Change.REMOVE
    if any(line.at(place, "less") for place in around):
        return Change.LESS
    if any(_adds(line, place, begin, end, at) for place in around):
        return Change.ADD
    return Change.SET


def _around(line: Line, begin: int, end: int) -> Iterable[int]:
    """The places beside an item that belong to no other, within its thought; and those inside it."""
    yield from (place for place in range(begin, end) if line.taken[place] not in {"amount", "name"})
    place = begin - 1
    while place >= 0 and line.taken[place] in {"", "op"} and not line.marks[place + 1].breaks:
        yield place
        place -= 1
    place = end
    while place < len(line) and line.taken[place] in {"", "op"} and not line.marks[place].breaks:
        yield place
        place += 1


def _removes(line: Line, place: int, begin: int) -> bool:
    """`kesar hata do` behind it, `remove kesar` before it; a word of English may stand behind as well."""
    if not line.at(place, "remove", "change.remove", "lead.remove") or line.taken[place] == "op":
        return False
    leads = line.at(place, "lead.remove")
    if place < begin:
        return leads and not _is_answer(line, place)
    alone = not any(line.taken[other] == "name" for other in range(place, len(line)) if not line.marks[other].breaks)
    denies = line.at(place, "deny") and not line.at(place, "remove", "change.remove")
    return (not leads or alone) and not denies


def _is_answer(line: Line, place: int) -> bool:
    """A `no` that begins a line and answers us: `no, 3`."""
    after = line.marks[place + 1] if place + 1 < len(line) else None
    return (
        line.marks[place].words in {"no", "not"}
        and after is not None
        and (after.breaks or line.taken[place + 1] == "amount")
    )


def _adds(line: Line, place: int, begin: int, end: int, at: str) -> bool:
    """`2 more`, `ek aur kesar`; `aur` between two items only joins them, and to an empty cart nothing is added."""
    if not line.at(place, "more", "change.more"):
        return False
    joins = line.at(place, "and")
    if joins and place < begin:
        first = not any(line.taken[other] in {"name", "amount"} for other in range(place))
        return first and at not in EMPTY_HANDED
    if joins and place >= end:
        last = not any(line.taken[other] in {"name", "amount"} for other in range(place, len(line)))
        return last and at not in EMPTY_HANDED
    if joins:
        return True
    return at not in EMPTY_HANDED or not line.at(place, "want")


def _corrected(
    line: Line, items: list[Item], pairs: Sequence[tuple[Name | None, Quantity | None]], doubts: set[Doubt]
) -> list[Item]:
    """`2 dozen hapus, nahi 3 kar do`: an amount without a name that takes the one before it back, or contradicts it."""
    kept: list[Item] = []
    last = 0
    for item, (name, quantity) in zip(items, pairs, strict=True):
        begin = min(part.begin for part in (name, quantity) if part is not None)
        nameless = name is None and quantity is not None
        if kept and nameless and kept[-1].count is not None and item.change is Change.SET:
            if taken_back(line, last, begin) or line.at(begin - 1, "deny", "back", "only"):
                kept[-1] = replace(kept[-1], count=item.count, unit=item.unit or kept[-1].unit, most=item.most)
                last = quantity.end if quantity else last
                continue
            if kept[-1].variety is not None or kept[-1].stranger:
                doubts.add(Doubt.QUANTITY)
                continue
        kept.append(item)
        last = max(part.end for part in (name, quantity) if part is not None)
    return kept


def _share(line: Line, items: list[Item], quantities: Sequence[Quantity], doubts: set[Doubt]) -> list[Item]:
    """One amount for several fruits: each has it when that was said (`1 dozen each`, `ek ek`), else we ask."""
    named = [item for item in items if (item.variety or item.stranger) and item.change in {Change.SET, Change.ADD}]
    bare = [item for item in named if item.count is None and item.unit is None]
    counted = [item for item in items if item.count is not None]
    if not bare or not counted or len(named) < 2:
        nameless = [item for item in items if not item.variety and not item.stranger]
        if not (bare and len(nameless) == 1 and len(bare) > 1):
            return items
    said = line.has("each") or any(quantity.each for quantity in quantities)
    amount = counted[-1] if counted else items[-1]
    if said:
        return [replace(item, count=amount.count, unit=amount.unit) if item in bare else item
                for item in items if item.variety or item.stranger]  # fmt: skip
    if len(counted) == 1:
        doubts.add(Doubt.SHARED)
    return items


def with_one(item: Item) -> Item:
    """`ek darjan` and `darjan`, wanted, are one dozen."""
    return replace(item, count=Fraction(1)) if item.count is None and item.unit is not None else item
