"""What follows from fruit that was named: how many of which packs, or the one question that must be asked. Pure.

2 dozen hapus          → two packs of a dozen
18 pieces of kesar     → a dozen and a half dozen? Or two dozen?
40 dozen               → so many are left
kesar hata do          → none of its packs
usse ek zyada          → one more of what was named last
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from core.catalog.queries import Offer, PackOffer
from core.catalog.rules import base_amount, nearest_mixes, packs_for
from core.catalog.tables import BaseUnit
from core.checkout.basket import BasketLine
from core.reading.amounts import Amount
from core.reading.lexicon import load_lexicon, split_way
from core.reading.meaning import Change, Item, Sureness

MOST_BUTTONS = 2  # beside the one that leads elsewhere
MOST_ROWS = 9  # likewise
MEASURED = frozenset({"piece", "gram"})  # units that no pack is named by: so much is wanted of it in all


class Put(NamedTuple):
    """So many of a pack there shall be in the cart; none takes it out."""

    pack_id: int
    quantity: int


class Why(StrEnum):
    """What stands between somebody's words and the cart."""

    STRANGER = "stranger"  # a mango that this shop does not sell
    GONE = "gone"  # one that cannot be had now
    NOT_THERE = "not-there"  # it is not in the cart
    VARIETY = "variety"  # which mango?
    PACK = "pack"  # so many of which pack?
    COUNT = "count"  # how many?
    MIX = "mix"  # no single kind of pack makes this amount
    LEFT = "left"  # there is not so much
    RANGE = "range"  # this or that many?
    PRICE = "price"  # a sum was named beside the quantity
    INSTEAD = "instead"  # in the place of what is in the cart?
    UNSURE = "unsure"  # a name that was hardly legible


@dataclass(frozen=True)
class Asked:
    """The question about an item, with the likely answers: each is what the cart would then hold of it.

    `product` is the variety that it is about, when that is known.
    """

    why: Why
    item: Item
    product: int | None = None
    choices: tuple[tuple[Put, ...], ...] = ()


@dataclass(frozen=True)
class Shelf:
    """What can be had, and what is in the cart; `last` is the pack that was changed last, `largest` the most packs of
    an order."""

    offers: Sequence[Offer]
    lines: Sequence[BasketLine]
    last: int | None = None
    largest: int = 99

    def offer_of(self, product_id: int | None) -> Offer | None:
        return next((offer for offer in self.offers if offer.product_id == product_id), None)

    def lines_of(self, product_id: int | None) -> list[BasketLine]:
        return [line for line in self.lines if line.product_id == product_id]

    def last_line(self) -> BasketLine | None:
        """The line that `it` means: the one changed last, or the only one."""
        last = [line for line in self.lines if line.pack_id == self.last]
        return last[0] if last else (self.lines[0] if len(self.lines) == 1 else None)

    def in_cart(self, pack_id: int) -> int:
        return sum(line.quantity for line in self.lines if line.pack_id == pack_id)

    def left_of(self, offer: Offer) -> int:
        """Base units; what the customer's own unpaid order keeps counts as left for them, and the lines know that."""
        own = [line.left * line.base_units for line in self.lines_of(offer.product_id)]
        return max([offer.available, *own])


def _without_a_strange_unit(item: Item, offer: Offer) -> Item:
    """`kesar 2 hapus 1 totapuri 3 kg`: what another fruit is weighed in says nothing of one that is counted."""
    strange = {BaseUnit.PIECE: {"kilo", "gram"}, BaseUnit.GRAM: {"dozen"}}[offer.base_unit]
    ends_bare = item.words.rpartition(" ")[2].isdigit()
    return replace(item, unit=None) if item.unit in strange and ends_bare else item


def plan_item(item: Item, shelf: Shelf, *, changes: bool = False) -> tuple[Put, ...] | Asked:
    """What becomes of one item. `changes`: it corrects what is there, so other packs of its variety go."""
    if item.stranger:
        return Asked(Why.STRANGER, item)
    if item.change is Change.REMOVE and item.count is None:
        return _take_out(item, shelf)
    line = shelf.last_line() if item.variety is None else None
    offer = shelf.offer_of(item.variety if item.variety is not None else line.product_id if line else None)
    if item.variety is not None and offer is None:
        return Asked(Why.GONE, item)
    if offer is None:
        return ask_which(item, shelf)
    if item.pack is not None:
        return _plan_pack(item, offer, shelf)
    item = _without_a_strange_unit(item, offer)
    swapped = _swap(item, offer, shelf)
    return swapped if swapped is not None else _plan_amount(item, offer, shelf, changes=changes)


def ask_which(item: Item, shelf: Shelf) -> Asked:
    """A number without a name: of what is in the cart each may be meant, else any on sale."""
    if item.change in {Change.LESS, Change.REMOVE} and not shelf.lines:
        return Asked(Why.NOT_THERE, item)
    count = item.count if item.count is not None and item.count.denominator == 1 and item.unit is None else None
    lines = shelf.lines if count is not None else []
    choices = tuple((Put(line.pack_id, _result(item, int(count or 0), line.quantity)),) for line in lines)
    only = lines[0].product_id if len(lines) == 1 else None
    return Asked(Why.VARIETY, item, only, choices[:MOST_ROWS])


def _plan_pack(item: Item, offer: Offer, shelf: Shelf) -> tuple[Put, ...] | Asked:
    """A pack that was picked, so many of it, when the variety still comes in it."""
    if item.count is None or item.pack not in {pack.pack_id for pack in offer.packs}:
        return Asked(Why.PACK, item, offer.product_id)
    return _check_left(item, (Put(item.pack, int(item.count)),), offer, shelf)


def _take_out(item: Item, shelf: Shelf) -> tuple[Put, ...] | Asked:
    last = shelf.last_line()
    lines = shelf.lines_of(item.variety) if item.variety is not None else [last] if last else []
    puts = tuple(Put(line.pack_id, 0) for line in lines)
    return puts or Asked(Why.NOT_THERE, item)


def _swap(item: Item, offer: Offer, shelf: Shelf) -> tuple[Put, ...] | Asked | None:
    """`hapus nahi kesar`: what was there of the one goes; without a count as much of the other comes."""
    if item.instead_of is None:
        return None
    gone = shelf.lines_of(item.instead_of)
    out = tuple(Put(line.pack_id, 0) for line in gone)
    if item.count is not None or not gone:
        planned = _plan_amount(item, offer, shelf, changes=False)
    else:
        same = {pack.base_units: pack for pack in offer.packs}
        puts = [Put(same[line.base_units].pack_id, line.quantity) for line in gone if line.base_units in same]
        planned = tuple(puts) if len(puts) == len(gone) else Asked(Why.COUNT, item, offer.product_id)
    if isinstance(planned, Asked):
        return replace(planned, choices=tuple((*out, *choice) for choice in planned.choices))
    return (*out, *planned)


def _plan_amount(item: Item, offer: Offer, shelf: Shelf, *, changes: bool) -> tuple[Put, ...] | Asked:
    if item.count is None:
        return _plan_one_more(item, shelf) or Asked(Why.COUNT, item, offer.product_id)
    if item.most is not None:
        return _ask_range(item, offer, shelf)
    planned = _plan_count(item, item.count, offer, shelf, changes=changes)
    if isinstance(planned, Asked):
        return planned
    if item.rupees is not None:
        return Asked(Why.PRICE, item, offer.product_id, (planned,))
    is_unclear = item.sureness is Sureness.UNCLEAR
    return Asked(Why.UNSURE, item, offer.product_id, (planned,)) if is_unclear else planned


def _plan_one_more(item: Item, shelf: Shelf) -> tuple[Put, ...]:
    """`aur kesar`: one more of what is there of it."""
    lines = shelf.lines_of(item.variety) if item.change in {Change.ADD, Change.LESS} else []
    step = 1 if item.change is Change.ADD else -1
    return (Put(lines[0].pack_id, max(lines[0].quantity + step, 0)),) if len(lines) == 1 else ()


def _ask_range(item: Item, offer: Offer, shelf: Shelf) -> Asked:
    ends = [_plan_count(item, count, offer, shelf, changes=False) for count in (item.count, item.most) if count]
    choices = tuple(end for end in ends if not isinstance(end, Asked))
    asked = [end for end in ends if isinstance(end, Asked)]
    return Asked(Why.RANGE, item, offer.product_id, choices) if choices or not asked else asked[0]


def _plan_count(item: Item, count: Fraction, offer: Offer, shelf: Shelf, *, changes: bool) -> tuple[Put, ...] | Asked:
    """Packs beyond doubt, when there are so many; else which pack, which mix, or what is left."""
    line = _line_meant(item, offer, shelf)
    if item.unit is None and line is not None and count.denominator == 1:
        return _check_left(item, (Put(line.pack_id, _result(item, int(count), line.quantity)),), offer, shelf)
    amount = Amount(count, item.unit)
    meant = _by_label(item, amount, offer) or packs_for(amount, offer.base_unit, offer.packs, load_lexicon())
    if len(meant) == 1:
        pack, number = meant[0]
        puts = (Put(pack.pack_id, _result(item, number, shelf.in_cart(pack.pack_id))),)
        in_all = changes or (item.change is Change.SET and item.unit in MEASURED)
        return _check_left(item, (*_others_out(offer, shelf, puts, changes=in_all), *puts), offer, shelf)
    wanted = base_amount(amount, offer.base_unit)
    if meant or wanted is None:
        return Asked(Why.PACK, item, offer.product_id)
    return _ask_mix(item, wanted, offer, shelf)


def _by_label(item: Item, amount: Amount, offer: Offer) -> list[tuple[PackOffer, int]]:
    """`3 half dozen`: the pack that was named by its label, where that makes the very amount."""
    words, wanted = f" {' '.join(split_way(item.words))} ", base_amount(amount, offer.base_unit)
    named = [pack for pack in offer.packs for label in pack.labels.values()
             if f" {' '.join(split_way(label))} " in words and not split_way(label)[0].isdigit()]  # fmt: skip
    whole = [pack for pack in named if wanted and wanted % pack.base_units == 0]
    return [(whole[0], wanted // whole[0].base_units)] if wanted and len({pack.pack_id for pack in whole}) == 1 else []


def _line_meant(item: Item, offer: Offer, shelf: Shelf) -> BasketLine | None:
    """A bare number counts what the line is packed in: of the one named last, or of the only one of its variety."""
    if item.variety is None:
        return shelf.last_line()
    lines = shelf.lines_of(offer.product_id)
    return lines[0] if len(lines) == 1 else None


def _result(item: Item, number: int, now: int) -> int:
    if item.change is Change.ADD:
        return now + number
    return max(now - number, 0) if item.change in {Change.LESS, Change.REMOVE} else number


def _others_out(offer: Offer, shelf: Shelf, puts: tuple[Put, ...], *, changes: bool) -> tuple[Put, ...]:
    """A correction replaces what was there of the variety (`make it half dozen`)."""
    kept = {put.pack_id for put in puts}
    lines = shelf.lines_of(offer.product_id) if changes else []
    return tuple(Put(line.pack_id, 0) for line in lines if line.pack_id not in kept)


def _ask_mix(item: Item, wanted: int, offer: Offer, shelf: Shelf) -> Asked:
    """The nearest amounts that packs make, instead of what is there of it when it is a correction."""
    before = sum(line.quantity * line.base_units for line in shelf.lines_of(offer.product_id))
    if item.change is not Change.SET:
        wanted = before + wanted if item.change is Change.ADD else max(before - wanted, 0)
    mixes = nearest_mixes(wanted, offer.packs, shelf.left_of(offer))
    choices = tuple(tuple(_mix_puts(mix, offer, shelf)) for mix in mixes[:MOST_BUTTONS])
    return Asked(Why.MIX if choices else Why.PACK, item, offer.product_id, choices)


def _mix_puts(mix: Sequence[tuple[PackOffer, int]], offer: Offer, shelf: Shelf) -> list[Put]:
    puts = [Put(pack.pack_id, count) for pack, count in mix]
    return [*_others_out(offer, shelf, tuple(puts), changes=True), *puts]


def _check_left(item: Item, puts: tuple[Put, ...], offer: Offer, shelf: Shelf) -> tuple[Put, ...] | Asked:
    """All of it, or what is left as the one choice: in the pack that was meant, else in the fewest packs."""
    sizes = {pack.pack_id: pack.base_units for pack in offer.packs}
    set_here = {put.pack_id for put in puts}
    others = sum(line.quantity * line.base_units for line in shelf.lines_of(offer.product_id)
                 if line.pack_id not in set_here)  # fmt: skip
    left = shelf.left_of(offer) - others
    wanted = sum(put.quantity * sizes.get(put.pack_id, 0) for put in puts)
    if wanted <= left or max(put.quantity for put in puts) > shelf.largest:  # beyond an order, which the cart refuses
        return puts
    size = sizes[puts[-1].pack_id]
    if left >= size:
        choices: tuple[tuple[Put, ...], ...] = ((*puts[:-1], Put(puts[-1].pack_id, min(left // size, shelf.largest))),)
    else:
        mixes = nearest_mixes(left, offer.packs, left) if left > 0 else []
        choices = tuple(tuple(Put(pack.pack_id, count) for pack, count in mix) for mix in mixes[:1])
    return Asked(Why.LEFT, item, offer.product_id, choices)
