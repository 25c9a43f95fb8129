"""Moving many orders. `begin_bulk` notes which; then `carry_out` is called for each, in a transaction of its own.

One order's locks are let go before the next one's are taken, so two bulk moves never wait for each other in a circle;
the row that says whether an order was tried is locked first of all, so two browsers carry one move out together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.bulk.rules import MOST, RIGHTS, UNDONE_BY, BulkAction, can_be_undone
from core.delivery.by_staff import note_delivered, note_dispatched
from core.errors import Refusal
from core.orders.actions import pack_order, unpack_order
from core.payments.actions import cancel_order
from core.payments.changing import bring_in_window
from core.query import Query, Statement
from core.staff.rules import require


class Step(NamedTuple):
    """One order of a move that was not tried yet."""

    id: int
    action: str
    slot_id: int | None


class Begun(NamedTuple):
    """A move as it was begun."""

    action: str
    began_at: datetime


BEGIN = Statement(
    """
    WITH begun AS (
        INSERT INTO bulk_moves (actor, action, slot_id, undoes_id, began_at)
        VALUES (:actor, :action, :slot_id, :undoes_id, :now) RETURNING id
    ), listed AS (
        INSERT INTO bulk_move_orders (bulk_move_id, order_id)
        SELECT DISTINCT begun.id, o.id FROM begun, orders o WHERE o.id = ANY(CAST(:order_ids AS bigint[]))
        RETURNING id
    )
    SELECT begun.id, (SELECT count(*) FROM listed) AS orders FROM begun
    """,
    lambda bulk_move_id, orders: (int(bulk_move_id), int(orders)),
)
CLAIM = Statement(
    """
    SELECT l.id, m.action, m.slot_id FROM bulk_move_orders l JOIN bulk_moves m ON m.id = l.bulk_move_id
     WHERE l.bulk_move_id = :bulk_move_id AND l.order_id = :order_id AND l.tried_at IS NULL FOR UPDATE OF l SKIP LOCKED
    """,
    Step,
)
TRIED = Query(
    """
    UPDATE bulk_move_orders SET tried_at = :now, refusal = :refusal, refusal_values = CAST(:values AS jsonb)
     WHERE id = :id
    """
)
MOVE = Statement("SELECT action, began_at FROM bulk_moves WHERE id = :bulk_move_id FOR UPDATE", Begun)
UNDONE = Statement("SELECT id FROM bulk_moves WHERE undoes_id = :bulk_move_id", int)
DONE = Statement(
    """
    SELECT order_id FROM bulk_move_orders WHERE bulk_move_id = :bulk_move_id AND tried_at IS NOT NULL AND refusal = ''
     ORDER BY order_id
    """,
    int,
)


def begin_bulk(
    session: Session,
    action: BulkAction,
    order_ids: Sequence[int],
    *,
    actor: Actor,
    now: datetime,
    slot_id: int | None = None,
) -> int:
    """Note that these orders are to be moved; returns the move's id. Ids of no order are left out.

    Raises Refusal `not-allowed`, `bulk-empty`, `bulk-too-many`(most), `slot-missing` for a reschedule to nowhere.
    """
    require(actor, RIGHTS[action])
    if len(set(order_ids)) > MOST:
        raise Refusal("bulk-too-many", most=MOST)
    if action is BulkAction.RESCHEDULE and slot_id is None:
        raise Refusal("slot-missing")
    where = slot_id if action is BulkAction.RESCHEDULE else None
    return _begin(session, action, order_ids, actor=actor, now=now, slot_id=where)


def begin_undo(session: Session, bulk_move_id: int, *, actor: Actor, now: datetime) -> int:
    """Begin to take a bulk move back; asked twice, the same move is returned.

    Raises Refusal `bulk-unknown`, `not-allowed`, `too-late-to-undo`(minutes).
    """
    begun = MOVE.first(session, {"bulk_move_id": bulk_move_id})
    if begun is None:
        raise Refusal("bulk-unknown")
    action = BulkAction(begun.action)
    require(actor, RIGHTS[action])
    known = UNDONE.first(session, {"bulk_move_id": bulk_move_id})
    if known is not None:
        return known
    if not can_be_undone(action, begun.began_at, now):
        raise Refusal("too-late-to-undo")
    done = DONE.all(session, {"bulk_move_id": bulk_move_id})
    return _begin(session, UNDONE_BY[action], done, actor=actor, now=now, undoes_id=bulk_move_id)


def _begin(
    session: Session,
    action: BulkAction,
    order_ids: Sequence[int],
    *,
    actor: Actor,
    now: datetime,
    slot_id: int | None = None,
    undoes_id: int | None = None,
) -> int:
    values = {"actor": str(actor), "action": action.value, "slot_id": slot_id, "undoes_id": undoes_id, "now": now}
    bulk_move_id, orders = BEGIN.one(session, {**values, "order_ids": list(order_ids)})
    if not orders:
        raise Refusal("bulk-empty")
    return bulk_move_id


def carry_out(session: Session, bulk_move_id: int, order_id: int, *, actor: Actor, now: datetime) -> None:
    """Move one order of a bulk move, or note why it stays; nothing when it was tried, or is being tried elsewhere.

    Raises Refusal `not-allowed`.
    """
    step = CLAIM.first(session, {"bulk_move_id": bulk_move_id, "order_id": order_id})
    if step is None:
        return
    action = BulkAction(step.action)
    require(actor, RIGHTS[action])
    values = {"id": step.id, "now": now, "refusal": "", "values": "{}"}
    try:
        with session.begin_nested():
            _move(session, action, order_id, step.slot_id, actor=actor, now=now)
    except Refusal as refusal:
        values |= {"refusal": refusal.code, "values": json.dumps(refusal.values, default=str)}
    TRIED.run(session, values)


Verb = Callable[..., object]
VERBS: Mapping[BulkAction, Verb] = {
    BulkAction.PACK: pack_order,
    BulkAction.UNPACK: unpack_order,
    BulkAction.DISPATCH: note_dispatched,
    BulkAction.DELIVER: note_delivered,
}


def _move(session: Session, action: BulkAction, order_id: int, slot_id: int | None, **who: Any) -> None:
    """`who` are the actor and the moment."""
    if action is BulkAction.CANCEL:
        cancel_order(session, order_id, reason="shop", **who)
    elif action is BulkAction.RESCHEDULE:
        assert slot_id is not None, "the row says where to"
        bring_in_window(session, order_id, slot_id, **who)
    else:
        VERBS[action](session, order_id, **who)
