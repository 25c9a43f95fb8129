"""What a line's items make of an order's packs. Pure: packs in, packs out, or why it must be asked.

3 kar do (one line)      → three of it
2 dozen kesar            → two packs of a dozen kesar, whatever kesar there was
ek dozen kam kar do      → a dozen less
hapus nahi kesar         → as many packs of the same size
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from core.catalog.queries import Offer
from core.catalog.rules import IN_BASE, packs_for
from core.reading.amounts import Amount
from core.reading.lexicon import Lexicon
from core.reading.meaning import Change, Item


class Why(StrEnum):
    """Why words do not say which packs there shall be."""

    UNCLEAR = "unclear"  # which line, or how many of which pack
    STRANGER = "stranger"  # a mango that this shop does not sell now
    NOT_THERE = "not-there"  # it is not in the order


class PackLine(NamedTuple):
    """A pack of an order: of which variety, what it takes in base units, how many."""

    pack_id: int
    product_id: int
    base_units: int
    quantity: int


@dataclass(frozen=True)
class Content:
    """What an order holds, and what is on sale."""

    lines: Sequence[PackLine]
    offers: Mapping[int, Offer]
    lexicon: Lexicon

    def of(self, product_id: int | None) -> list[PackLine]:
        return [line for line in self.lines if product_id is None or line.product_id == product_id]


def packs_after(items: Sequence[Item], content: Content) -> dict[int, int] | Why:
    """How many of each pack the order would have; why that is not clear."""
    packs = {line.pack_id: line.quantity for line in content.lines}
    for item in items:
        found = _of_item(item, content)
        if isinstance(found, Why):
            return found
        packs |= found
    return packs


def _of_item(item: Item, content: Content) -> dict[int, int] | Why:
    if item.stranger:
        return Why.STRANGER
    had = content.of(item.instead_of if item.instead_of is not None else item.variety)
    if item.change in {Change.REMOVE, Change.LESS} and not had:
        return Why.NOT_THERE
    if item.change is Change.REMOVE and item.count is None:
        is_clear = item.variety is not None or len(had) == 1
        return {line.pack_id: 0 for line in had} if is_clear else Why.UNCLEAR
    if item.instead_of is not None:
        return _swapped(item, had, content)
    return _counted(item, had, content)


def _swapped(item: Item, gone: list[PackLine], content: Content) -> dict[int, int] | Why:
    """As many of the other, in packs of the same size, unless another amount is said."""
    out = {line.pack_id: 0 for line in gone}
    if item.count is not None:
        added = _counted(item, content.of(item.variety), content)
        return added if isinstance(added, Why) else {**out, **added}
    offer = content.offers.get(item.variety or 0)
    sizes = {pack.base_units: pack.pack_id for pack in offer.packs} if offer else {}
    if not gone or any(line.base_units not in sizes for line in gone):
        return Why.UNCLEAR
    return {**out, **{sizes[line.base_units]: line.quantity for line in gone}}


def _counted(item: Item, had: list[PackLine], content: Content) -> dict[int, int] | Why:
    count = Fraction(1) if item.count is None and item.change is not Change.SET else item.count
    if count is None or item.most is not None:
        return Why.UNCLEAR
    meant = _in_line(item, count, had, content) or _in_packs(item, count, had, content)
    if meant is None:
        return Why.UNCLEAR if item.variety is None or item.variety in content.offers or had else Why.STRANGER
    pack_id, number = meant
    now = next((line.quantity for line in had if line.pack_id == pack_id), 0)
    if item.change is Change.ADD:
        return {pack_id: now + number}
    if item.change in {Change.LESS, Change.REMOVE}:
        return {pack_id: max(now - number, 0)}
    return {**{line.pack_id: 0 for line in had}, pack_id: number}


def _in_line(item: Item, count: Fraction, had: list[PackLine], content: Content) -> tuple[int, int] | None:
    """A bare number counts what the only line is packed in; an amount must fill its packs."""
    if len(had) != 1:
        return None
    [line] = had
    if item.unit in {None, "pack", "box"}:
        return (line.pack_id, int(count)) if count.denominator == 1 else None
    offer = content.offers.get(line.product_id)
    packs = count * IN_BASE[offer.base_unit].get(item.unit or "", 0) / line.base_units if offer else Fraction(0)
    return (line.pack_id, int(packs)) if packs and packs.denominator == 1 else None


def _in_packs(item: Item, count: Fraction, had: list[PackLine], content: Content) -> tuple[int, int] | None:
    """The one kind of pack that an amount of a variety is."""
    products = {line.product_id for line in had} if item.variety is None else {item.variety}
    offer = content.offers.get(products.pop()) if len(products) == 1 else None
    meant = packs_for(Amount(count, item.unit), offer.base_unit, offer.packs, content.lexicon) if offer else []
    return (meant[0][0].pack_id, meant[0][1]) if len(meant) == 1 else None
