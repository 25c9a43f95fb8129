"""Clearing windows that cannot be delivered: no more orders for them, and each one that they have moves or ends.

    move     into the next window of its zone that has a place, or into one that was named
    refund   it is cancelled, and all its money goes back

Whoever ordered is told once, with what and why. It is one step, so all rows are locked first, in the order of
`core.chats.locks`: chats, orders, inventory, slots.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import text
from sqlmodel import Session

from core.actor import Actor
from core.errors import Refusal
from core.inventory.actions import lock_inventory
from core.orders.revision import Change
from core.payments.actions import cancel_order
from core.payments.changing import change_order
from core.query import Query, Statement
from core.slots.actions import close_slot, lock_slots
from core.slots.queries import open_slots
from core.slots.rules import OpenSlot
from core.staff.rules import Right, require

MOST_AT_ONCE = 60  # orders in one transaction; who has more says it again
MOST_TARGETS = 40
NOT_THERE = frozenset({"slot-full", "slot-closed", "slot-past", "slot-unknown"})


class Remedy(StrEnum):
    """What becomes of the orders of a window that is not delivered."""

    MOVE = "move"
    REFUND = "refund"


class Cause(StrEnum):
    """Why, as customers are told: `notices-word-cause-<cause>`."""

    RAIN = "rain"
    RIDER = "rider"
    FRUIT = "fruit"
    ROAD = "road"
    OTHER = "other"


class Affected(NamedTuple):
    """An order of a window that is still to be delivered."""

    order_id: int
    code: str
    zone_id: int
    slot_id: int


@dataclass
class Cleared:
    """What became of the orders, by their codes: the window (UTC) each moved into, the paise that go back, why not;
    `left` have not been looked at yet."""

    moved: dict[str, tuple[datetime, datetime]] = field(default_factory=dict)
    refunded: dict[str, int] = field(default_factory=dict)
    refused: dict[str, Refusal] = field(default_factory=dict)
    left: int = 0


AFFECTED = Statement(
    """
    SELECT id AS order_id, code, zone_id, slot_id FROM orders
     WHERE slot_id = ANY(:slot_ids) AND status IN ('awaiting_payment', 'confirmed', 'packed') ORDER BY id
    """,
    Affected,
)
LOCK_CHATS = Query(
    """
    SELECT id FROM chats WHERE customer_id IN (SELECT customer_id FROM orders WHERE id = ANY(:order_ids))
     ORDER BY id FOR NO KEY UPDATE
    """
)
LOCK_ORDERS = text("SELECT id FROM orders WHERE id = ANY(:order_ids) ORDER BY id FOR NO KEY UPDATE")
THEIR_FRUIT = text("SELECT DISTINCT inventory_id FROM holds WHERE order_id = ANY(:order_ids) AND status <> 'released'")


def orders_affected(session: Session, slot_ids: Collection[int]) -> list[Affected]:
    """The orders that would have to move or end if these windows were not delivered; those on their way are not."""
    return AFFECTED.all(session, {"slot_ids": sorted(slot_ids)})


def clear_windows(
    session: Session,
    slot_ids: Collection[int],
    remedy: Remedy,
    *,
    cause: Cause,
    actor: Actor,
    now: datetime,
    to_slot_id: int | None = None,
) -> Cleared:
    """Close windows, and move or refund the orders of them, sixty at a time; again, it goes on where it stopped.

    What cannot be done to an order (it is packed, no other window has a place) is named and leaves that order as it is.
    Raises Refusal `slot-unknown`, `not-allowed`.
    """
    require(actor, Right.MANAGE_SLOTS)
    require(actor, Right.CHANGE_ORDERS if remedy is Remedy.MOVE else Right.REFUND)
    found = orders_affected(session, slot_ids)
    orders, targets = found[:MOST_AT_ONCE], _targets(session, found, slot_ids, to_slot_id)
    _lock_all(session, orders, {*slot_ids, *(slot.slot_id for each in targets.values() for slot in each)})
    for slot_id in sorted(slot_ids):
        close_slot(session, slot_id, cause.value, actor)
    cleared = Cleared(left=len(found) - len(orders))
    for order in orders:
        try:
            if remedy is Remedy.MOVE:
                cleared.moved[order.code] = _move(session, order, targets[order.zone_id], cause, actor=actor, now=now)
            else:
                cleared.refunded[order.code] = _refund(session, order, cause, actor, now)
        except Refusal as refusal:
            cleared.refused[order.code] = refusal
    return cleared


def _targets(
    session: Session, orders: Sequence[Affected], slot_ids: Collection[int], to_slot_id: int | None
) -> dict[int, list[OpenSlot]]:
    """By zone, the windows with a place that its orders may move into, the soonest first."""
    found: dict[int, list[OpenSlot]] = {}
    for zone_id in sorted({order.zone_id for order in orders}):
        found[zone_id] = [
            slot for slot in open_slots(session, zone_id, limit=MOST_TARGETS)
            if slot.slot_id not in slot_ids and to_slot_id in {None, slot.slot_id}
        ]  # fmt: skip
    return found


def _lock_all(session: Session, orders: Sequence[Affected], slot_ids: Collection[int]) -> None:
    order_ids = [order.order_id for order in orders]
    LOCK_CHATS.run(session, {"order_ids": order_ids})
    session.execute(LOCK_ORDERS, {"order_ids": order_ids})
    lock_inventory(session, session.scalars(THEIR_FRUIT, {"order_ids": order_ids}).all())
    lock_slots(session, slot_ids)


def _move(
    session: Session, order: Affected, targets: Sequence[OpenSlot], cause: Cause, *, actor: Actor, now: datetime
) -> tuple[datetime, datetime]:
    for target in targets:
        change = Change(slot_id=target.slot_id)
        try:
            after = change_order(session, order.order_id, change, actor=actor, now=now, because=cause.value).after
        except Refusal as refusal:
            if refusal.code not in NOT_THERE:
                raise
        else:
            return after.starts_at, after.ends_at
    raise Refusal("no-other-window", order_code=order.code)


def _refund(session: Session, order: Affected, cause: Cause, actor: Actor, now: datetime) -> int:
    with session.begin_nested():
        done = cancel_order(session, order.order_id, reason=cause.value, actor=actor, now=now, because=cause.value)
    return done.refund_paise
