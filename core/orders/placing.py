"""Placing an order: every line and the place are kept in one transaction, or nothing is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from core.actor import Actor
from core.carts.queries import read_cart
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.chats.locks import lock_chat_of
from core.checkout.basket import OF_THE_CART, Basket, Channel, DeliveryAddress, ZoneTerms
from core.checkout.rules import check_basket, has_plenty, price, sum_demand
from core.checkpoints import Checkpoint, reach
from core.entities import EntityQuery
from core.errors import Fault, Refusal
from core.ids import new_order_code, new_token
from core.inventory.actions import hold_fruit, lock_inventory
from core.orders.endings import cancel_order_row
from core.orders.lapsing import Wanted, with_reclaim
from core.orders.locks import lock_order
from core.orders.rules import count_whole_holds
from core.orders.tables import Order
from core.orders.writing import LINE_COLUMNS, LINE_RECORD, write_address, write_lines
from core.query import Query
from core.slots.actions import hold_place, lock_slots
from core.staff.rules import Right, require

# `kept_since`: since when the customer keeps fruit unpaid, by this order or by those given up lately.
FACTS = Query(
    """
    SELECT shop.hold_minutes, shop.largest_quantity, o.id AS unpaid_id, o.code AS unpaid_code,
           o.slot_id AS unpaid_slot_id,
           EXISTS (SELECT FROM slot_bookings b WHERE b.order_id = o.id AND b.status = 'held' AND b.lapses_at IS NULL)
               AS is_being_paid,
           o.parked <> '{}' AS money_is_here, k.kept_since,
           ARRAY(SELECT h.inventory_id FROM holds h WHERE h.order_id = o.id AND h.status = 'active') AS inventory_ids
      FROM shop LEFT JOIN orders o ON o.customer_id = :customer_id AND o.status = 'awaiting_payment'
      LEFT JOIN (SELECT * FROM orders WHERE customer_id = :customer_id ORDER BY id DESC LIMIT 1) k
        ON k.confirmed_at IS NULL AND (k.status = 'awaiting_payment' OR k.status = 'cancelled'
           AND k.ended_at > CAST(:now AS timestamptz) - make_interval(mins => shop.hold_minutes))
    """
)
ADD_ORDER = EntityQuery(
    f"""
    WITH placed AS (
        INSERT INTO orders (code, token, customer_id, channel, address_id, address, apartment_id, zone_id, slot_id,
                            items_paise, discount_paise, delivery_fee_paise, total_paise, note, placed_at, held_until,
                            kept_since)
        VALUES (:code, :token, :customer_id, :channel, :address_id, CAST(:address AS jsonb), :apartment_id, :zone_id,
                :slot_id, :items_paise, :discount_paise, :delivery_fee_paise, :total_paise, :note, :now,
                jamango_now() + make_interval(mins => :hold_minutes), :kept_since)
        ON CONFLICT (code) DO NOTHING
        RETURNING *
    ), items AS (
        INSERT INTO order_items (order_id, {LINE_COLUMNS})
        SELECT placed.id, {LINE_COLUMNS} FROM placed, jsonb_to_recordset(CAST(:lines AS jsonb)) AS line ({LINE_RECORD})
    ), noted AS (
        INSERT INTO audit_log (actor, action, subject, details)
        SELECT :actor, 'order-placed', 'order:' || id, jsonb_build_object('total_paise', total_paise) FROM placed
    )
    SELECT * FROM placed
    """,  # noqa: S608 - columns of core.orders.writing
    Order,
)
COUNT_LAPSES = Query(
    "UPDATE users SET lapsed_holds = lapsed_holds + :holds WHERE id = :customer_id RETURNING lapsed_holds"
)
CODE_TRIES = 5


@dataclass(frozen=True)
class Plan:
    """A checked basket: what the order will say and need. `demand` is base units by inventory id."""

    basket: Basket
    address: DeliveryAddress
    zone: ZoneTerms
    slot_id: int
    demand: dict[int, int]
    actor: Actor


def place_cart(session: Session, customer_id: int, channel: Channel, now: datetime) -> Order:
    """Order what is in the customer's cart. The chat is locked before the cart is read: two doors order it once.

    Raises what `place_order` raises.
    """
    lock_chat_of(session, customer_id)
    basket = read_cart(session, customer_id, channel, now)
    return _place(session, basket, now, Actor.customer(customer_id))


def place_order(session: Session, basket: Basket, now: datetime, *, actor: Actor) -> Order:
    """Make a basket an order awaiting payment, and keep its fruit and its place for the shop's `hold_minutes`.

    Prices, names and address are copied as the basket has them: read it in this transaction, a cart under the lock of
    its customer's chat (`place_cart`). The customer's earlier unpaid order is cancelled for what comes from the cart,
    unless its payment link is live or money came for it; who keeps fruit again and again in this way gets a strike for
    each whole hold. A Refusal leaves everything as it was, except that lapsed holds may have ended: `not-allowed`,
    `unpaid-order-open` or `money-is-here` (order_code), what `check_basket` raises, `sold-out`(names, left: whole
    packs), `slot-full`, `slot-closed`, `slot-past`, `slot-unknown`.
    """
    require(actor, Right.PLACE_ORDERS, owner=basket.customer_id)
    lock_chat_of(session, basket.customer_id)
    return _place(session, basket, now, actor)


def _place(session: Session, basket: Basket, now: datetime, actor: Actor) -> Order:
    """The customer's chat is locked."""
    facts = FACTS.run(session, {"customer_id": basket.customer_id, "now": now}).one()
    _refuse_to_replace(basket.channel, facts)
    plan = _plan(basket, facts.largest_quantity, actor)
    wanted = Wanted(frozenset([*plan.demand, *facts.inventory_ids]), _slots_of(plan, facts))
    plenty = facts.unpaid_id is None and has_plenty(basket)
    return with_reclaim(session, wanted, now, lambda: _keep(session, plan, facts, now), plenty=plenty)


def _refuse_to_replace(channel: Channel, facts: Row[Any]) -> None:
    """An unpaid order that can still be paid stays, and only its customer, at the cart, changes their mind about it."""
    if facts.unpaid_id is None:
        return
    if facts.is_being_paid or channel not in OF_THE_CART:
        raise Refusal("unpaid-order-open", order_code=facts.unpaid_code)
    if facts.money_is_here:
        raise Refusal("money-is-here", order_code=facts.unpaid_code)


def _plan(basket: Basket, largest_quantity: int, actor: Actor) -> Plan:
    check_basket(basket, largest_quantity=largest_quantity)
    assert basket.address is not None
    assert basket.zone is not None
    assert basket.slot_id is not None
    return Plan(basket, basket.address, basket.zone, basket.slot_id, sum_demand(basket.lines), actor)


def _keep(session: Session, plan: Plan, facts: Row[Any], now: datetime) -> Order:
    """Write the order and keep what it needs; raises Refusal in the middle, the caller undoes it."""
    if facts.unpaid_id is not None:
        _replace_unpaid(session, plan, facts, now)
    order = _add_order(session, plan, facts.hold_minutes, _count_keeping(session, plan.basket, facts, now), now)
    customer_id, until = order.customer_id, order.held_until
    for short in hold_fruit(session, order.id, plan.demand, customer_id=customer_id, until=until):
        line = next(line for line in plan.basket.lines if line.inventory_id == short.inventory_id)
        raise Refusal("sold-out", names=line.names, left=short.left // line.base_units)
    hold_place(session, order.id, plan.slot_id, zone_id=plan.zone.zone_id, customer_id=customer_id, until=until)
    reach(Checkpoint.ORDER_PLACED)
    return order


def _count_keeping(session: Session, basket: Basket, facts: Row[Any], now: datetime) -> datetime:
    """Since when fruit is kept for this customer, less the whole holds that have been counted by now."""
    if facts.kept_since is None or basket.channel not in OF_THE_CART:
        return now
    kept_since: datetime = facts.kept_since
    holds = count_whole_holds(kept_since, now, facts.hold_minutes)
    if holds:
        COUNT_LAPSES.run(session, {"customer_id": basket.customer_id, "holds": holds})
    return kept_since + holds * timedelta(minutes=facts.hold_minutes)


def _replace_unpaid(session: Session, plan: Plan, facts: Row[Any], now: datetime) -> None:
    unpaid = lock_order(session, facts.unpaid_id)
    lock_inventory(session, {*plan.demand, *facts.inventory_ids})
    lock_slots(session, _slots_of(plan, facts))
    cancel_order_row(session, unpaid, "changed", plan.actor, now)


def _slots_of(plan: Plan, facts: Row[Any]) -> frozenset[int]:
    return frozenset(slot for slot in (plan.slot_id, facts.unpaid_slot_id) if slot is not None)


def _add_order(session: Session, plan: Plan, hold_minutes: int, kept_since: datetime, now: datetime) -> Order:
    basket, cost = plan.basket, price(plan.basket, plan.zone, plan.basket.offers)
    parameters = {
        "customer_id": basket.customer_id,
        "actor": str(plan.actor),
        "lines": write_lines(basket.lines),
        "channel": basket.channel.value,
        "address_id": plan.address.address_id,
        "address": json.dumps(write_address(plan.address)),
        "apartment_id": plan.address.apartment_id,
        "zone_id": plan.zone.zone_id,
        "slot_id": plan.slot_id,
        "items_paise": cost.items_paise,
        "discount_paise": cost.discount_paise,
        "delivery_fee_paise": cost.delivery_fee_paise,
        "total_paise": cost.total_paise,
        "note": basket.note,
        "now": now,
        "hold_minutes": hold_minutes,
        "kept_since": kept_since,
    }
    for _ in range(CODE_TRIES):
        named = {**parameters, "code": new_order_code(), "token": new_token()}
        order = ADD_ORDER.one_or_none(session, named)
        if order is not None:
            note_change(session, Subject.ORDER, order.id)
            return order
    raise Fault("No free order code was found: the dice of this machine are broken.")
