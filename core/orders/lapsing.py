"""Unpaid orders whose hold is over: fruit and place go back to everybody, and the customer hears of it.

Several are ended in one transaction, so all their rows are locked first, in the order of `core.chats.locks`: other
customers' chats and orders only if nobody has them (SKIP LOCKED), then inventory by id, then slots by id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, text
from sqlmodel import Session

from core.checkpoints import Checkpoint, reach
from core.inventory.actions import lock_inventory, release_fruit
from core.notices import notify
from core.orders.lifecycle import OrderEvent
from core.orders.moves import move_order
from core.slots.actions import lock_slots, release_place

ACTOR = "hold-end"

# A live link may have been paid this second: `core.payments` cancels it first and then ends the hold.
LAPSED = """
    SELECT o.id, o.slot_id, ARRAY(
               SELECT h.inventory_id FROM holds h WHERE h.order_id = o.id AND h.status = 'active') AS inventory_ids
      FROM orders o JOIN chats c ON c.customer_id = o.customer_id
     WHERE o.status = 'awaiting_payment' AND o.held_until <= (SELECT jamango_now())
       AND NOT EXISTS (SELECT FROM payment_links l WHERE l.order_id = o.id AND l.status IN ('creating', 'open'))
       {condition}
     ORDER BY o.held_until, o.id LIMIT :limit FOR NO KEY UPDATE OF c, o SKIP LOCKED
"""
ANY_LAPSED = text(LAPSED.format(condition=""))
LAPSED_ON = text(
    LAPSED.format(
        condition="""AND (o.slot_id = ANY(CAST(:slot_ids AS bigint[])) OR EXISTS (
            SELECT FROM holds h WHERE h.order_id = o.id AND h.status = 'active'
               AND h.inventory_id = ANY(CAST(:inventory_ids AS bigint[]))))"""
    )
)
COUNT_LAPSE = text("UPDATE users SET lapsed_holds = lapsed_holds + 1 WHERE id = :customer_id")
MOST_RECLAIMED = 20


@dataclass(frozen=True)
class Wanted:
    """The rows that a new order needs, locked together with those that are given back for it."""

    inventory_ids: frozenset[int]
    slot_ids: frozenset[int]


def expire_lapsed_orders(session: Session, now: datetime, limit: int = 50) -> int:
    """End unpaid orders whose hold is over and that no payment link keeps alive; returns how many.

    Orders whose customer is busy at this moment are left to the next round.
    """
    return _end_all(session, session.execute(ANY_LAPSED, {"limit": limit}).all(), Wanted(frozenset(), frozenset()), now)


def reclaim(session: Session, wanted: Wanted, now: datetime) -> int:
    """Give back what lapsed holds keep of these rows, so that a late sweeper never blocks a sale (invariant I2).

    Afterwards the wanted rows are locked too. Returns how many orders were ended; 0 means another try is useless.
    """
    parameters = {
        "slot_ids": list(wanted.slot_ids),
        "inventory_ids": list(wanted.inventory_ids),
        "limit": MOST_RECLAIMED,
    }
    lapsed = session.execute(LAPSED_ON, parameters).all()
    return _end_all(session, lapsed, wanted, now)


def _end_all(session: Session, lapsed: Sequence[Row[Any]], wanted: Wanted, now: datetime) -> int:
    if not lapsed:
        return 0
    lock_inventory(session, wanted.inventory_ids.union(*(row.inventory_ids for row in lapsed)))
    lock_slots(session, wanted.slot_ids.union(row.slot_id for row in lapsed))
    return sum(end_hold_of(session, row.id, now) for row in lapsed)


def end_hold_of(session: Session, order_id: int, now: datetime) -> bool:
    """Expire one order that the caller has locked; False when it is not unpaid any more."""
    order = move_order(session, order_id, OrderEvent.EXPIRE, actor=ACTOR, now=now, reason="unpaid")
    if order is None:
        return False
    release_fruit(session, order_id, now)
    release_place(session, order_id)
    session.execute(COUNT_LAPSE, {"customer_id": order.customer_id})
    values = {"code": order.code, "total_paise": order.total_paise}
    notify(session, order.customer_id, "hold-expired", values, order_id=order_id, dedupe_key=f"hold-expired:{order_id}")
    reach(Checkpoint.ORDER_EXPIRED)
    return True
