"""What happens to orders: placed, confirmed, revived, cancelled, expired, reminded of, packed, delivered.

`placing`, `endings`, `lapsing`, `packing` and `delivering` beside this file hold parts of it; other nouns import all
verbs from here.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from core.actor import RAZORPAY, Actor
from core.checkout.basket import OF_THE_CART
from core.checkpoints import Checkpoint, reach
from core.errors import Fault, Refusal
from core.inventory.actions import consume_fruit, hold_fruit
from core.orders.cash import cash_refusal, refuse_cash
from core.orders.delivering import (
    deliver_order,
    dispatch_order,
    fail_delivery,
    postpone_order,
    reschedule_order,
    resume_delivery,
)
from core.orders.endings import cancel_order_row, expire_order, take_from_cart
from core.orders.lapsing import Wanted, expire_lapsed_orders, reclaim
from core.orders.lifecycle import OrderEvent, OrderStatus
from core.orders.locks import lock_order
from core.orders.moves import move_order
from core.orders.packing import pack_order, unpack_order
from core.orders.placing import place_cart, place_order
from core.orders.queries import apartment_of
from core.orders.tables import Order, PaymentMethod
from core.orders.telling import tell_customer
from core.query import Query
from core.slots.actions import book_place, hold_place
from core.staff.rules import Right, require

__all__ = [
    "cancel_order_row",
    "cash_refusal",
    "confirm_cash_order",
    "confirm_for_cash",
    "deliver_order",
    "dispatch_order",
    "expire_lapsed_orders",
    "expire_order",
    "fail_delivery",
    "mark_confirmed",
    "pack_order",
    "place_cart",
    "place_order",
    "postpone_order",
    "reschedule_order",
    "resume_delivery",
    "revive_order",
    "take_from_cart",
    "unpack_order",
]

# What was ordered leaves the cart; what the customer has put in since stays.
TIDY_UP = Query(
    """
    WITH good AS (UPDATE users SET lapsed_holds = 0 WHERE id = :customer_id AND lapsed_holds > 0),
         cart AS (UPDATE carts SET slot_id = NULL, note = '' WHERE customer_id = :customer_id AND :of_the_cart
                  RETURNING id),
         taken AS (DELETE FROM cart_items l USING cart, order_items i
                    WHERE l.cart_id = cart.id AND i.order_id = :order_id AND i.pack_id = l.pack_id)
    SELECT starts_at, ends_at, (
        SELECT jsonb_agg(jsonb_build_object('names', i.names, 'labels', i.labels, 'quantity', i.quantity) ORDER BY i.id)
          FROM order_items i WHERE i.order_id = :order_id) AS items
      FROM delivery_slots WHERE id = :slot_id
    """
)
RELEASED = Query("SELECT inventory_id, quantity FROM holds WHERE order_id = :order_id AND status = 'released'")


def confirm_cash_order(session: Session, order_id: int, now: datetime, *, actor: Actor | None = None) -> Order:
    """Confirm an unpaid order as cash on delivery, by its customer unless somebody does it for them (`actor`).

    A second time returns the order and changes nothing. Raises Refusal `order-not-payable`(order_code), `not-allowed`,
    and what `cash.refuse_cash` raises.
    """
    order = lock_order(session, order_id)
    confirm_for_cash(session, order, now, actor=actor)
    return order


def confirm_for_cash(session: Session, order: Order, now: datetime, *, actor: Actor | None = None) -> None:
    """The same for an order that the caller has locked."""
    actor = actor or Actor.customer(order.customer_id)
    require(actor, Right.PLACE_ORDERS, owner=order.customer_id)
    if order.status is OrderStatus.CONFIRMED and order.payment_method is PaymentMethod.COD:
        return
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        raise Refusal("order-not-payable", order_code=order.code)
    refuse_cash(session, order.id)
    mark_confirmed(session, order, now, actor, method=PaymentMethod.COD)


def mark_confirmed(
    session: Session, order: Order, now: datetime, actor: Actor, *, method: PaymentMethod | None = None
) -> None:
    """Confirm a locked, unpaid order: kept fruit is sold, the place is booked, the cart emptied, the customer told.

    The notice `order-confirmed` carries code, token, total_paise, payment_method, items (names, labels, quantity),
    home, apartment, starts_at and ends_at (ISO, UTC).
    Raises Refusal `slot-past` when its window has ended, and Fault when the order is not awaiting payment or keeps
    nothing: callers lock and look first.
    """
    slot = _tidy_up(session, order)
    if slot.ends_at <= now:
        raise Refusal("slot-past")
    _move_to_confirmed(session, order, OrderEvent.CONFIRM, now=now, actor=actor, method=method)
    values = {
        "code": order.code,
        "token": order.token,
        "total_paise": order.total_paise,
        "payment_method": order.payment_method,
        "items": slot.items,
        "home": order.address["line"],
        "apartment": apartment_of(order),
        "starts_at": slot.starts_at.isoformat(),
        "ends_at": slot.ends_at.isoformat(),
    }
    tell_customer(session, order, "order-confirmed", values)
    # Last, because everybody who wants this fruit waits for the row from here to the commit.
    _sell(session, order, now, actor)
    reach(Checkpoint.ORDER_CONFIRMED)


def _tidy_up(session: Session, order: Order) -> Row[Any]:
    """The customer has kept a promise, and the cart is for what comes next; returns the order's window."""
    parameters = {
        "customer_id": order.customer_id,
        "order_id": order.id,
        "slot_id": order.slot_id,
        "of_the_cart": order.channel in OF_THE_CART,
    }
    window: Row[Any] = TIDY_UP.run(session, parameters).one()
    return window


def _move_to_confirmed(
    session: Session, order: Order, event: OrderEvent, *, now: datetime, actor: Actor, method: PaymentMethod | None
) -> None:
    if move_order(session, order.id, event, actor=actor, now=now, method=method) is None:
        raise Fault(f"Order {order.code} cannot be confirmed: it is {order.status}.")
    if not book_place(session, order.id):
        raise Fault(f"Order {order.code} keeps no place, so it cannot be confirmed: run `jamango fsck`.")


def _sell(session: Session, order: Order, now: datetime, actor: Actor) -> None:
    if not consume_fruit(session, order.id, now, actor):
        raise Fault(f"Order {order.code} keeps no fruit, so it cannot be confirmed: run `jamango fsck`.")


def revive_order(
    session: Session, order: Order, now: datetime, actor: Actor = RAZORPAY, method: PaymentMethod | None = None
) -> bool:
    """Confirm a locked, expired order whose money came late, if all its fruit and its place can be had again (I13).

    Prices stay those of the order. False leaves everything as it was. The caller tells the customer.
    """
    demand = {row.inventory_id: row.quantity for row in RELEASED.run(session, {"order_id": order.id})}
    if order.status is not OrderStatus.EXPIRED or not demand:
        return False
    if not _keep_again(session, order, demand):
        if not reclaim(session, Wanted(frozenset(demand), frozenset([order.slot_id])), now):
            return False
        if not _keep_again(session, order, demand):
            return False
    _move_to_confirmed(session, order, OrderEvent.REVIVE, now=now, actor=actor, method=method)
    _tidy_up(session, order)
    _sell(session, order, now, actor)
    reach(Checkpoint.ORDER_REVIVED)
    return True


def _keep_again(session: Session, order: Order, demand: dict[int, int]) -> bool:
    savepoint = session.begin_nested()
    try:
        # For this moment only: it is confirmed in the same transaction.
        customer_id, until = order.customer_id, order.held_until
        kept = not hold_fruit(session, order.id, demand, customer_id=customer_id, until=until)
        if kept:
            hold_place(session, order.id, order.slot_id, zone_id=order.zone_id, customer_id=customer_id, until=until)
    except Refusal:
        kept = False
    savepoint.commit() if kept else savepoint.rollback()
    return kept
