"""Unpaid orders whose hold is over: fruit and place go back to everybody, and the customer hears of it.

Several are ended in one transaction, so all their rows are locked first, in the order of `core.chats.locks`: other
customers' chats and orders only if nobody has them (SKIP LOCKED), then inventory by id, then slots by id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Row
from sqlmodel import Session

from core.actor import Actor
from core.checkout.basket import OF_THE_CART
from core.checkpoints import Checkpoint, reach
from core.db import undone_if_refused
from core.errors import Refusal
from core.inventory.actions import lock_inventory, release_fruit
from core.money import Sums
from core.orders.lifecycle import OrderEvent
from core.orders.moves import move_order
from core.orders.tables import Order
from core.orders.telling import tell_customer
from core.query import Query, Statement
from core.slots.actions import lock_slots, release_place

ACTOR = Actor.job("hold-end")
SCARCE = {"sold-out", "slot-full"}
Done = TypeVar("Done")


class Why(NamedTuple):
    """What money is parked for an order, by currency, and whether it waited for a link that was never sent."""

    parked: dict[str, int]
    no_link: bool


# What may just be paid does not lapse (`Hold.lapses_at`): `core.payments` asks Razorpay first and then ends the hold.
LAPSED = """
    SELECT o.id, o.slot_id, ARRAY(
               SELECT h.inventory_id FROM holds h WHERE h.order_id = o.id AND h.status = 'active') AS inventory_ids
      FROM orders o JOIN chats c ON c.customer_id = o.customer_id
      JOIN slot_bookings b ON b.order_id = o.id AND b.status = 'held' AND b.lapses_at IS NOT NULL
     WHERE o.status = 'awaiting_payment' AND o.held_until <= (SELECT jamango_now())
       {condition}
     ORDER BY o.held_until, o.id LIMIT :limit {lock}
"""
OF_NOBODY_ELSE = "FOR NO KEY UPDATE OF c, o SKIP LOCKED"
ON_WHAT_IS_WANTED = """AND (o.slot_id = ANY(CAST(:slot_ids AS bigint[])) OR EXISTS (
            SELECT FROM holds h WHERE h.order_id = o.id AND h.status = 'active'
               AND h.inventory_id = ANY(CAST(:inventory_ids AS bigint[]))))"""
ANY_LAPSED = Query(LAPSED.format(condition="", lock=OF_NOBODY_ELSE))
LAPSED_ON = Query(LAPSED.format(condition=ON_WHAT_IS_WANTED, lock=OF_NOBODY_ELSE))
# Waits for whoever has such an order locked, to end it most likely. An order only: who waits keeps no fruit and no
# place, and nobody who has an order waits for another's chat.
SEE_LAPSED_ON = Query(LAPSED.format(condition=ON_WHAT_IS_WANTED, lock=""))
WAIT_FOR_OTHERS = Query(LAPSED.format(condition=ON_WHAT_IS_WANTED, lock="FOR SHARE OF o"))
# A link was asked for, and none was ever sent: the customer could not pay.
WHY = Statement(
    """
    SELECT o.parked, o.payment_method IS NOT DISTINCT FROM 'online' AND NOT EXISTS (
               SELECT FROM outbox x WHERE x.order_id = o.id AND starts_with(x.dedupe_key, 'pay-here:')) AS no_link
      FROM orders o WHERE o.id = :order_id
    """,
    Why,
)
COUNT_LAPSE = Query("UPDATE users SET lapsed_holds = lapsed_holds + 1 WHERE id = :customer_id")
MOST_RECLAIMED = 20


class EndReason(StrEnum):
    """Why a hold ended without a confirmed order: `orders.end_reason`. Only the first is the customer's doing."""

    UNPAID = "unpaid"
    MONEY_IS_HERE = "money-here"
    NO_LINK = "no-link"


@dataclass(frozen=True)
class Wanted:
    """The rows that a new order needs, locked together with those that are given back for it."""

    inventory_ids: frozenset[int]
    slot_ids: frozenset[int]


def expire_lapsed_orders(session: Session, now: datetime, limit: int = 50) -> int:
    """End unpaid orders whose hold is over and that no payment link keeps alive; returns how many.

    Orders whose customer is busy at this moment are left to the next round.
    """
    return _end_all(session, ANY_LAPSED.run(session, {"limit": limit}).all(), Wanted(frozenset(), frozenset()), now)


def reclaim(session: Session, wanted: Wanted, now: datetime) -> bool:
    """Give back what lapsed holds keep of these rows, so that a late sweeper never blocks a sale (invariant I2).

    What somebody else is ending just now is waited for. Afterwards the wanted rows are locked too, where it was us.
    Returns whether another try is worth it.
    """
    parameters = {
        "slot_ids": list(wanted.slot_ids),
        "inventory_ids": list(wanted.inventory_ids),
        "limit": MOST_RECLAIMED,
    }
    lapsed = LAPSED_ON.run(session, parameters).all()
    if not lapsed:
        return _others_have_ended(session, parameters)
    return _end_all(session, lapsed, wanted, now) > 0


def _others_have_ended(session: Session, parameters: Mapping[str, Any]) -> bool:
    """Whether there were such orders, which somebody else had, and what they did with them is done."""
    others = SEE_LAPSED_ON.run(session, parameters).all()
    if others:
        WAIT_FOR_OTHERS.run(session, parameters)
    return bool(others)


def with_reclaim(
    session: Session, wanted: Wanted, now: datetime, deed: Callable[[], Done], *, plenty: bool = False
) -> Done:
    """Do what needs these rows; when they are too scarce, it is undone, and done again after lapsed holds have ended.

    With `plenty` of them it is hardly ever undone (`core.db.undone_if_refused`).
    """
    try:
        with undone_if_refused(session, likely=not plenty):
            return deed()
    except Refusal as refusal:
        if refusal.code not in SCARCE or not reclaim(session, wanted, now):
            raise
    with session.begin_nested():
        return deed()


def _end_all(session: Session, lapsed: Sequence[Row[Any]], wanted: Wanted, now: datetime) -> int:
    if not lapsed:
        return 0
    lock_inventory(session, wanted.inventory_ids.union(*(row.inventory_ids for row in lapsed)))
    lock_slots(session, wanted.slot_ids.union(row.slot_id for row in lapsed))
    return sum(end_hold_of(session, row.id, now) for row in lapsed)


def end_hold_of(session: Session, order_id: int, now: datetime) -> bool:
    """Expire one order that the caller has locked; False when it is not unpaid any more.

    Only then is the order called unpaid when they could pay and did not (fault F120), and a strike is counted only
    against who put it together: nobody has to answer for a box that was proposed to them.
    """
    why = WHY.one(session, {"order_id": order_id})
    parked = Sums.of(why.parked.items())
    reason = EndReason.NO_LINK if why.no_link else EndReason.UNPAID
    reason = EndReason.MONEY_IS_HERE if parked else reason
    order = move_order(session, order_id, OrderEvent.EXPIRE, actor=ACTOR, now=now, reason=reason)
    if order is None:
        return False
    release_fruit(session, order_id, now)
    release_place(session, order_id)
    if reason is EndReason.UNPAID and order.channel in OF_THE_CART:
        COUNT_LAPSE.run(session, {"customer_id": order.customer_id})
    _say_why(session, order, reason, parked)
    reach(Checkpoint.ORDER_EXPIRED)
    return True


def _say_why(session: Session, order: Order, reason: EndReason, parked: Sums) -> None:
    values = {"code": order.code, "total_paise": order.total_paise}
    dedupe_key = f"hold-expired:{order.id}"
    if reason is EndReason.MONEY_IS_HERE:
        _tell(session, order, "hold-expired-money-here", {**values, **parked.values("parked")}, dedupe_key)
    elif reason is EndReason.NO_LINK:
        _tell(session, order, "hold-expired-no-link", values, dedupe_key)
    else:
        _tell(session, order, "hold-expired", values, dedupe_key)


def _tell(session: Session, order: Order, key: str, values: dict[str, Any], dedupe_key: str) -> None:
    tell_customer(session, order, key, values, dedupe_key=dedupe_key)
