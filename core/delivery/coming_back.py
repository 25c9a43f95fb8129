"""What becomes of an order that was not handed over: somebody takes it after all, or the founder asks.

Bringing it again in another window is `core.orders.actions.reschedule_order`, the money back `cancel_order`.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.alerts.actions import open_subjects, raise_alert, resolve_alert
from core.checkpoints import Checkpoint, reach
from core.delivery.lifecycle import StopEvent
from core.delivery.locks import lock_stop, require_own_run
from core.delivery.moves import move_stop
from core.delivery.rules import ANSWER_WITHIN, read_instruction
from core.delivery.telling import tell_rider_it_is_back
from core.errors import Refusal
from core.orders.actions import resume_delivery
from core.orders.locks import lock_order
from core.orders.tables import Order
from core.query import Query, Statement
from core.staff.rules import Right, require

ALERT = "delivery-unanswered"

FAILED_STOP = Statement(
    """
    SELECT a.id FROM delivery_assignments a JOIN runs r ON r.id = a.run_id AND r.status = 'open'
     WHERE a.order_id = :order_id AND a.status = 'failed' ORDER BY a.id DESC LIMIT 1
    """,
    int,
)
INSTRUCT = Query(
    """
    UPDATE delivery_assignments SET instruction = :words, position = (
           SELECT max(position) + 1 FROM delivery_assignments WHERE run_id = :run_id)
     WHERE id = :stop_id
    """
)


ERASE = Query(
    """
    UPDATE delivery_assignments a SET instruction = '' FROM orders o
     WHERE o.id = a.order_id AND o.customer_id = :customer_id AND a.instruction <> ''
    """
)


class Unanswered(NamedTuple):
    """A stop that failed, and its order, which nobody has decided about."""

    stop_id: int
    code: str


UNANSWERED = Statement(
    """
    SELECT a.id AS stop_id, o.code FROM delivery_assignments a JOIN orders o ON o.id = a.order_id
     WHERE a.status = 'failed' AND a.escalated_at IS NULL AND a.done_at <= :before
     ORDER BY a.done_at LIMIT :limit FOR NO KEY UPDATE OF a SKIP LOCKED
    """,
    Unanswered,
)
STILL_FAILED = Query(
    """
    UPDATE delivery_assignments a SET escalated_at = :now FROM orders o
     WHERE a.id = :stop_id AND o.id = a.order_id RETURNING o.status = 'delivery_failed' AS waits, o.end_reason AS reason
    """
)
DECIDED = Statement("SELECT code FROM orders WHERE code = ANY(:codes) AND status <> 'delivery_failed'", str)


def can_be_left(session: Session, order_id: int) -> bool:
    """Whether the rider is still out with an order that came back."""
    return FAILED_STOP.first(session, {"order_id": order_id}) is not None


def leave_with(session: Session, order_id: int, typed: str, *, actor: Actor, now: datetime) -> Order:
    """Have the rider go to that door again, because somebody else takes it: a neighbour, the gate.

    A customer may wish it for an order of theirs. Raises Refusal `rider-is-gone`(order_code), `instruction-missing`,
    `instruction-too-long`(length, longest), `order-not-resumable`(order_code), `order-unknown`, `not-allowed`.
    """
    order = lock_order(session, order_id)
    require(actor, Right.CHANGE_ORDERS, owner=order.customer_id)
    words = read_instruction(typed)
    stop_id = FAILED_STOP.first(session, {"order_id": order_id})
    if stop_id is None:
        raise Refusal("rider-is-gone", order_code=order.code)
    run, _ = lock_stop(session, stop_id)
    try:
        require_own_run(actor, run)
    except Refusal as refusal:
        raise Refusal("rider-is-gone", order_code=order.code) from refusal
    resume_delivery(session, order_id, actor=actor, now=now)
    if move_stop(session, stop_id, StopEvent.RESUME, actor=actor, now=now) is None:
        raise Refusal("order-not-resumable", order_code=order.code)
    INSTRUCT.run(session, {"stop_id": stop_id, "run_id": run.id, "words": words})
    tell_rider_it_is_back(session, run.rider_id, order, words)
    reach(Checkpoint.STOP_LEFT)
    return order


def erase_instructions(session: Session, customer_id: int) -> None:
    """Forget whom a customer named: a part of erasing them."""
    ERASE.run(session, {"customer_id": customer_id})


def ring_for_unanswered(session: Session, now: datetime, *, limit: int) -> int:
    """Put into the founder's queue what nobody has decided about in time; returns how many were looked at."""
    found = UNANSWERED.all(session, {"before": now - ANSWER_WITHIN, "limit": limit})
    for stop in found:
        row = STILL_FAILED.run(session, {"stop_id": stop.stop_id, "now": now}).one()
        if row.waits:
            raise_alert(session, ALERT, stop.code, reason=row.reason.replace("-", "_"))
    codes = open_subjects(session, ALERT)
    for code in DECIDED.all(session, {"codes": codes}):
        resolve_alert(session, ALERT, code, now)
    return len(found)
