"""An order's content as a value: what it is, what shall be otherwise, and what it becomes at which price."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from core.checkout.basket import Basket, BasketLine
from core.checkout.queries import Selection, make_basket
from core.checkout.revision import count_packs, keep_discount, revise_lines
from core.checkout.rules import check_basket, price, sum_demand
from core.errors import Refusal
from core.orders.tables import Order
from core.orders.writing import write_address
from core.query import Statement
from core.shop.queries import read_shop
from core.slots.queries import slot_at_same_time

PLACES = ("address_id", "address", "apartment_id", "zone_id", "slot_id", "note")
SUMS = ("items_paise", "discount_paise", "delivery_fee_paise", "total_paise")
LINES = Statement(
    """
    SELECT l.pack_id, l.product_id, l.names, l.labels, l.quantity, l.base_units, l.unit_price_paise, 0 AS left,
           i.id AS inventory_id
      FROM order_items l LEFT JOIN locations p ON p.code = 'main'
      LEFT JOIN inventory i ON i.product_id = l.product_id AND i.location_id = p.id
     WHERE l.order_id = :order_id ORDER BY l.id
    """,
    BasketLine,
)


@dataclass(frozen=True)
class Change:
    """What shall be otherwise; None leaves it. `packs` are how many of each the order shall have, by the pack's id.

    `by_link` when what becomes due is asked for with a payment link: then it may be more than cash at the door may.
    """

    packs: Mapping[int, int] | None = None
    address_id: int | None = None
    slot_id: int | None = None
    note: str | None = None
    by_link: bool = False


@dataclass(frozen=True)
class Revision:
    """What an order is, or becomes. `terms` are the columns of `orders` that a change may touch."""

    lines: list[BasketLine]
    terms: dict[str, Any]
    demand: dict[int, int]

    @property
    def packs(self) -> dict[int, int]:
        return count_packs(self.lines)

    def as_audited(self) -> dict[str, Any]:
        """Without personal data: a home by its id, and of a note only whether there is one."""
        kept = {name: self.terms[name] for name in ("address_id", "slot_id", "delivery_fee_paise", "total_paise")}
        items = [[line.pack_id, line.quantity, line.unit_price_paise] for line in self.lines]
        return {**kept, "noted": bool(self.terms["note"]), "items": items}


def read_revision(session: Session, order: Order) -> Revision:
    """What an order is now."""
    lines = LINES.all(session, {"order_id": order.id})
    return Revision(lines, {name: getattr(order, name) for name in (*PLACES, *SUMS)}, sum_demand(lines))


def plan_revision(session: Session, order: Order, before: Revision, change: Change, now: datetime) -> Revision:
    """What an order becomes. Raises the refusals of `revise_order` that need no lock."""
    wanted = before.packs if change.packs is None else {pack: count for pack, count in change.packs.items() if count}
    if not wanted:
        raise Refusal("order-would-be-empty", order_code=order.code)
    _refuse_odd_counts(session, wanted)
    more = {pack: count for pack, count in wanted.items() if count > before.packs.get(pack, 0)}
    basket = _read_basket(session, order, more, change, now)
    terms = {**before.terms, "note": basket.note}
    if change.address_id is not None and change.address_id != order.address_id:
        if basket.address is None or basket.zone is None:
            raise Refusal("address-unknown")
        terms |= {
            "address_id": basket.address.address_id,
            "address": write_address(basket.address),
            "apartment_id": basket.address.apartment_id,
            "zone_id": basket.zone.zone_id,
        }
    terms["slot_id"] = change.slot_id or _same_time(session, order, terms["zone_id"])
    if wanted == before.packs and terms["zone_id"] == order.zone_id:
        return replace(before, terms=terms)
    return _price(session, before, basket, wanted, terms)


def _refuse_odd_counts(session: Session, wanted: Mapping[int, int]) -> None:
    """Before anything is looked up by them: a made-up button names any number."""
    if any(count < 0 for count in wanted.values()):
        raise Refusal("quantity-unclear")
    largest = read_shop(session).largest_quantity
    if sum(wanted.values()) > largest:
        raise Refusal("too-many", largest=largest)


def _read_basket(session: Session, order: Order, more: Mapping[int, int], change: Change, now: datetime) -> Basket:
    """What is added, at today's prices, and where the order goes, at today's terms."""
    selection = Selection(
        order.customer_id,
        order.channel,
        more,
        address_id=order.address_id if change.address_id is None else change.address_id,
        slot_id=order.slot_id,
        note=order.note if change.note is None else change.note,
    )
    return make_basket(session, selection, now)


def _same_time(session: Session, order: Order, zone_id: int) -> int:
    slot_id = order.slot_id if zone_id == order.zone_id else slot_at_same_time(session, order.slot_id, zone_id)
    if slot_id is None:
        raise Refusal("slot-missing")
    return slot_id


def _price(
    session: Session, before: Revision, basket: Basket, wanted: Mapping[int, int], terms: dict[str, Any]
) -> Revision:
    lines = revise_lines(before.lines, wanted, {line.pack_id: line for line in basket.lines})
    offers = (keep_discount(terms["discount_paise"], before.lines, lines),)
    revised = replace(basket, lines=lines, dropped=[], slot_id=terms["slot_id"], has_phone=True, offers=offers)
    check_basket(revised, largest_quantity=read_shop(session).largest_quantity)
    cost = price(revised, revised.zone, revised.offers)
    return Revision(lines, {**terms, **{name: getattr(cost, name) for name in SUMS}}, sum_demand(lines))
