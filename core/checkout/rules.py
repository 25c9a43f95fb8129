"""What a basket costs, what it still lacks, and what it needs of the fruit. Values in and out; no database here.

Every amount that a customer is shown or charged for a basket is computed in this package and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from core.checkout.basket import Basket, BasketLine, Discount
from core.errors import Refusal
from core.money import PAISE_PER_RUPEE
from core.names import clean_line

LONGEST_NOTE = 200
# More than others can take between our look and our deed: as many turns as share a commit.
PLENTY = 8


class DeliveryTerms(Protocol):
    """The part of a zone that decides what delivery costs; amounts are paise."""

    @property
    def fee_paise(self) -> int: ...
    @property
    def free_above_paise(self) -> int: ...
    @property
    def minimum_paise(self) -> int: ...


@dataclass(frozen=True)
class Price:
    """What a basket costs, in paise: `total_paise` = items − discount + delivery fee, all else is what is missing."""

    items_paise: int
    discount_paise: int
    delivery_fee_paise: int
    minimum_paise: int
    missing_for_minimum_paise: int
    missing_for_free_paise: int

    @property
    def total_paise(self) -> int:
        return self.items_paise - self.discount_paise + self.delivery_fee_paise


class Lack(StrEnum):
    """What a basket lacks before it can be ordered, in the order in which every door asks for it."""

    FRUIT = "fruit"
    MINIMUM = "minimum"
    ADDRESS = "address"
    OPEN_SLOT = "open-slot"  # one was chosen, and somebody else may have taken it meanwhile
    SLOT = "slot"
    PHONE = "phone"


def price(basket: Basket, zone: DeliveryTerms | None, offers: Sequence[Discount] = ()) -> Price:
    """What a basket costs when it is brought to `zone`; without a zone there is neither fee nor minimum yet.

    The minimum and free delivery are measured on the fruit before any discount: an offer never makes an order dearer.
    """
    items = sum(line.line_paise for line in basket.lines)
    is_free = zone is None or items >= zone.free_above_paise
    minimum = zone.minimum_paise if zone else 0
    return Price(
        items_paise=items,
        discount_paise=min(sum(_discount(items, offer) for offer in offers), items),
        delivery_fee_paise=0 if zone is None or is_free else zone.fee_paise,
        minimum_paise=minimum,
        missing_for_minimum_paise=max(minimum - items, 0),
        missing_for_free_paise=0 if zone is None or is_free or not zone.fee_paise else zone.free_above_paise - items,
    )


def _discount(items_paise: int, offer: Discount) -> int:
    """What one offer takes off. A percentage ends in whole rupees, rounded in the customer's favour."""
    if items_paise < offer.from_paise:
        return 0
    rupees_off = -(-items_paise * offer.percent // (100 * PAISE_PER_RUPEE))
    off = offer.flat_paise + rupees_off * PAISE_PER_RUPEE
    return off if offer.most_paise is None else min(off, offer.most_paise)


class PaidLine(Protocol):
    """A line of an order: which, how many of it, and what one costs in paise."""

    @property
    def id(self) -> int: ...
    @property
    def quantity(self) -> int: ...
    @property
    def unit_price_paise(self) -> int: ...


def worth_of_lines(
    lines: Sequence[PaidLine], wanted: Mapping[int, int], *, items_paise: int, discount_paise: int
) -> int:
    """What so many of each line (by its id) came to in an order, less their share of its discount, in paise.

    The share is rounded down, in the customer's favour. Raises Refusal `quantity-unclear` for more than a line has.
    """
    known = {line.id: line for line in lines}
    if any(line_id not in known or not 0 <= count <= known[line_id].quantity for line_id, count in wanted.items()):
        raise Refusal("quantity-unclear")
    worth = sum(known[line_id].unit_price_paise * count for line_id, count in wanted.items())
    return worth - (discount_paise * worth // items_paise if items_paise else 0)


def whats_missing(basket: Basket) -> list[Lack]:
    """What the customer has still to say before the basket can be ordered, the first question first; empty when all is
    said. Whether fruit and place can really be had is known when they are kept (`core.orders.actions.place_order`)."""
    lacks = {
        Lack.FRUIT: not basket.lines,
        Lack.MINIMUM: price(basket, basket.zone).missing_for_minimum_paise > 0,
        Lack.ADDRESS: basket.address is None,
        Lack.OPEN_SLOT: basket.slot_id is not None and basket.slot is None,
        Lack.SLOT: basket.slot_id is None,
        Lack.PHONE: not basket.has_phone,
    }
    return [lack for lack, is_lacking in lacks.items() if is_lacking]


def check_basket(basket: Basket, *, largest_quantity: int) -> None:
    """Raise Refusal for a basket that cannot be ordered.

    `cart-empty`, `too-many`(largest: packs in one order), `below-minimum`(minimum_paise, missing_paise),
    `address-missing`, `slot-missing`, `phone-missing`. A window that is gone is refused where it is kept, with why.
    """
    if sum(line.quantity for line in basket.lines) > largest_quantity:
        raise Refusal("too-many", largest=largest_quantity)
    lack = next((lack for lack in whats_missing(basket) if lack is not Lack.OPEN_SLOT), None)
    match lack:
        case Lack.FRUIT:
            raise Refusal("cart-empty")
        case Lack.MINIMUM:
            cost = price(basket, basket.zone)
            missing = cost.missing_for_minimum_paise
            raise Refusal("below-minimum", minimum_paise=cost.minimum_paise, missing_paise=missing)
        case Lack.ADDRESS:
            raise Refusal("address-missing")
        case Lack.SLOT:
            raise Refusal("slot-missing")
        case Lack.PHONE:
            raise Refusal("phone-missing")


def has_plenty(basket: Basket) -> bool:
    """Whether it is unlikely that the fruit or the place of a basket has run out when it is kept a moment later."""
    return (
        basket.slot is not None
        and basket.slot.left > PLENTY
        and all(line.left > line.quantity + PLENTY for line in basket.lines)
    )


def sum_demand(lines: Sequence[BasketLine]) -> dict[int, int]:
    """Base units by inventory row: two packs of one variety are one demand (fault F86).

    Raises Refusal `sold-out` for a variety that has never had any fruit.
    """
    demand: dict[int, int] = {}
    for line in lines:
        if line.inventory_id is None:
            raise Refusal("sold-out", names=line.names, left=0)
        demand[line.inventory_id] = demand.get(line.inventory_id, 0) + line.quantity * line.base_units
    return demand


def clean_note(note: str) -> str:
    """A wish for the packer or rider in one line.

    Raises Refusal `note-too-long`(longest, length): nothing is cut, because the end may matter.
    """
    words = clean_line(note)
    if len(words) > LONGEST_NOTE:
        raise Refusal("note-too-long", longest=LONGEST_NOTE, length=len(words))
    return words
