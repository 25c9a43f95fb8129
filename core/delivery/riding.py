"""A run begins, its stops are done one after the other, and it ends with the cash that is handed over.

Each verb is a rider's in his own run that is under way, or that of staff with the same right. The order is locked
first, then its run; whoever comes second finds the stop done, or gone.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor, Role
from core.checkpoints import Checkpoint, reach
from core.delivery.arranging import arrange
from core.delivery.cash import note_handed_over, post_taken, post_taken_back
from core.delivery.codes import give_codes, require_let_through
from core.delivery.lifecycle import RunEvent, RunStatus, StopEvent
from core.delivery.links import open_link
from core.delivery.locks import (
    LockedRun,
    LockedStop,
    as_value,
    lock_run,
    lock_stop,
    order_of_stop,
    orders_of_run,
    require_own_run,
    require_planned,
)
from core.delivery.moves import move_run, move_stop
from core.delivery.rules import START_BEFORE, may_undo
from core.delivery.telling import ask_what_now, tell_delivered, tell_out_for_delivery
from core.errors import Refusal
from core.orders.actions import deliver_order, dispatch_order, fail_delivery, resume_delivery
from core.orders.lifecycle import OrderStatus
from core.orders.locks import lock_order
from core.orders.rules import Collected, FailureReason
from core.orders.tables import Order
from core.payments.at_the_door import ask_at_door
from core.payments.link_cancelling import withdraw_links
from core.payments.tables import PaymentLink
from core.query import Query, Statement
from core.staff.rules import Right, require


class Placed(NamedTuple):
    """A stop that waits in a run."""

    stop_id: int
    order_id: int


COMING = frozenset({OrderStatus.CONFIRMED, OrderStatus.PACKED, OrderStatus.OUT_FOR_DELIVERY})
WAITING = Statement(
    """
    SELECT id AS stop_id, order_id FROM delivery_assignments
     WHERE run_id = :run_id AND status = 'planned' ORDER BY position, id
    """,
    Placed,
)
BEGINS = Statement("SELECT starts_at FROM delivery_slots WHERE id = :slot_id", lambda moment: moment)
OTHER_OPEN = Query("SELECT id FROM runs WHERE rider_id = :rider_id AND status = 'open' AND id <> :run_id")
TO_THE_END = Query(
    """
    UPDATE delivery_assignments SET position = (SELECT max(position) + 1 FROM delivery_assignments
                                                 WHERE run_id = :run_id)
     WHERE id = :stop_id AND status = 'planned'
    """
)
TO_THE_FRONT = Query(
    """
    UPDATE delivery_assignments SET position = (SELECT min(position) - 1 FROM delivery_assignments
                                                 WHERE run_id = :run_id)
     WHERE id = :stop_id
    """
)
LAST_DONE = Statement(
    """
    SELECT id FROM delivery_assignments WHERE run_id = :run_id AND status IN ('delivered', 'failed')
       AND (CAST(:rider AS text) IS NULL OR coalesce(done_by, :rider) = :rider)
     ORDER BY done_at DESC, id DESC LIMIT 1
    """,
    int,
)
DONE_AT = Statement("SELECT done_at FROM delivery_assignments WHERE id = :stop_id", lambda moment: moment)
ASKED_UPI = Query("UPDATE delivery_assignments SET asked_upi_at = :now, told_paid_at = NULL WHERE id = :stop_id")
PROOF = Query("UPDATE delivery_assignments SET proof_message_id = :message_id WHERE id = :stop_id")


def start_run(session: Session, run_id: int, *, actor: Actor, now: datetime) -> int:
    """A rider leaves: all that is packed is on its way, and each customer hears it. How many stops there are.

    What was cancelled or moved since it was planned drops out. A second time changes nothing. Raises Refusal
    `run-not-packed`(codes, count), `run-empty`, `run-too-early`, `run-over`, `run-open-already`, `run-unknown`,
    `run-not-yours`, `not-allowed`.
    """
    require(actor, Right.DELIVER)
    orders = {order_id: lock_order(session, order_id) for order_id in orders_of_run(session, run_id)}
    run = lock_run(session, run_id)
    require_own_run(actor, run, is_open=False)
    if run.status == RunStatus.OPEN:
        return len(WAITING.all(session, {"run_id": run_id}))
    _refuse_unstartable(session, run, now)
    _drop_what_does_not_come(session, run, orders, actor=actor, now=now)
    arrange(session, run)
    stops = WAITING.all(session, {"run_id": run_id})
    unpacked = [orders[stop.order_id].code for stop in stops
                if orders[stop.order_id].status is OrderStatus.CONFIRMED]  # fmt: skip
    if unpacked:
        raise Refusal("run-not-packed", codes=", ".join(unpacked), count=len(unpacked))
    if not stops:
        raise Refusal("run-empty")
    move_run(session, run_id, RunEvent.START, actor=actor, now=now)
    value = as_value(run._replace(status=RunStatus.OPEN.value), orders)
    for stop in stops:
        if orders[stop.order_id].status is OrderStatus.PACKED:  # else it was another rider's, and is on its way
            dispatch_order(session, stop.order_id, actor=actor, now=now, run=value)
    give_codes(session, run_id)
    open_link(session, run_id)
    for stop in stops:
        tell_out_for_delivery(session, orders[stop.order_id])
    reach(Checkpoint.RUN_STARTED)
    return len(stops)


def _refuse_unstartable(session: Session, run: LockedRun, now: datetime) -> None:
    if run.status != RunStatus.PLANNED:
        raise Refusal("run-over")
    if OTHER_OPEN.run(session, {"rider_id": run.rider_id, "run_id": run.id}).first() is not None:
        raise Refusal("run-open-already")
    if BEGINS.one(session, {"slot_id": run.slot_id}) - now > START_BEFORE:
        raise Refusal("run-too-early")


def _drop_what_does_not_come(
    session: Session, run: LockedRun, orders: dict[int, Order], *, actor: Actor, now: datetime
) -> None:
    for stop in WAITING.all(session, {"run_id": run.id}):
        order = orders.get(stop.order_id)
        stays = order is not None and order.slot_id == run.slot_id
        if order is None or not stays or order.status not in COMING:
            move_stop(session, stop.stop_id, StopEvent.REMOVE, actor=actor, now=now)


def deliver_stop(session: Session, stop_id: int, *, cash_paise: int, actor: Actor, now: datetime) -> Order:
    """It was handed over, and exactly what was due was taken in cash: the rider holds it from now on.

    What was paid by a link is not due any more. Raises Refusal `cash-not-exact`(order_code, due_paise,
    collected_paise), `code-missing`(order_code), `stop-done`(order_code), `not-your-run`, `run-not-open`,
    `stop-unknown`, `not-allowed`.
    """
    require(actor, Right.DELIVER)
    order, run, stop = _lock(session, stop_id, actor)
    require_let_through(stop)
    value, collected = as_value(run, [order.id]), Collected(cash_paise=cash_paise)
    deliver_order(session, order.id, actor=actor, now=now, collected=collected, run=value)
    version = move_stop(session, stop_id, StopEvent.DELIVER, actor=actor, now=now, cash_paise=cash_paise)
    assert version is not None, "it was planned under its lock"
    if cash_paise:
        post_taken(session, run, stop._replace(version=version), cash_paise)
    withdraw_links(session, order.id, now)
    tell_delivered(session, order, stop.instruction)
    reach(Checkpoint.STOP_DELIVERED)
    return order


def fail_stop(session: Session, stop_id: int, reason: FailureReason, *, actor: Actor, now: datetime) -> Order:
    """It could not be handed over; its customer is asked at once what shall become of it. Raises as `deliver_stop`."""
    require(actor, Right.DELIVER)
    order, run, _ = _lock(session, stop_id, actor)
    fail_delivery(session, order.id, reason, actor=actor, now=now, run=as_value(run, [order.id]))
    version = move_stop(session, stop_id, StopEvent.FAIL, actor=actor, now=now)
    assert version is not None, "it was planned under its lock"
    withdraw_links(session, order.id, now)
    ask_what_now(session, order, stop_id, version, reason.value)
    reach(Checkpoint.STOP_FAILED)
    return order


def ask_upi(session: Session, stop_id: int, amount_paise: int, *, actor: Actor, now: datetime) -> PaymentLink:
    """Send the customer a link for so much, and tell the rider when it is paid. Raises what `ask_at_door` raises."""
    require(actor, Right.DELIVER)
    order, _, _ = _lock(session, stop_id, actor)
    link = ask_at_door(session, order.id, amount_paise, actor=actor, now=now)
    ASKED_UPI.run(session, {"stop_id": stop_id, "now": now})
    return link


def skip_stop(session: Session, stop_id: int, *, actor: Actor, now: datetime) -> None:
    """Visit it last instead of now. Raises as `deliver_stop`."""
    require(actor, Right.DELIVER)
    del now
    _, run, stop = _lock(session, stop_id, actor)
    TO_THE_END.run(session, {"run_id": run.id, "stop_id": stop.id})


def keep_proof(session: Session, stop_id: int, message_id: str, *, actor: Actor) -> None:
    """Note the photo (WhatsApp's id of the message) that shows a stop done. Raises `stop-unknown`, `not-your-run`."""
    require(actor, Right.DELIVER)
    run, stop = lock_stop(session, stop_id)
    require_own_run(actor, run, order_code=stop.order_code)
    PROOF.run(session, {"stop_id": stop_id, "message_id": message_id})


def last_done(session: Session, run_id: int, own_of: str | None) -> int | None:
    """The stop of a run that was reported last; with `own_of`, an actor as rows name him, the last that he reported.
    None while there is none."""
    return LAST_DONE.first(session, {"run_id": run_id, "rider": own_of})


def may_take_back(session: Session, stop_id: int, now: datetime) -> bool:
    """Whether what was reported of a stop can still be taken back."""
    return may_undo(DONE_AT.first(session, {"stop_id": stop_id}), now)


def undo_last(session: Session, run_id: int, *, actor: Actor, now: datetime) -> Order:
    """Take the last report back, of a rider his own last: a slip of the thumb. The stop comes next again, its cash is
    not held; what the office noted is for the office to take back.

    Raises Refusal `nothing-to-undo`, `undo-too-late`(order_code), `order-not-resumable`(order_code) when its customer
    has answered meanwhile, `run-not-yours`, `run-not-open`, `not-allowed`.
    """
    require(actor, Right.DELIVER)
    stop_id = last_done(session, run_id, str(actor) if actor.role is Role.RIDER else None)
    if stop_id is None:
        require_own_run(actor, lock_run(session, run_id))
        raise Refusal("nothing-to-undo")
    order = lock_order(session, order_of_stop(session, stop_id))
    run, stop = lock_stop(session, stop_id)
    require_own_run(actor, run)
    if not may_undo(DONE_AT.one(session, {"stop_id": stop_id}), now):
        raise Refusal("undo-too-late", order_code=order.code)
    resume_delivery(session, order.id, actor=actor, now=now, run=as_value(run, [order.id]))
    version = move_stop(session, stop_id, StopEvent.RESUME, actor=actor, now=now)
    assert version is not None, "it was done under its lock"
    if stop.cash_paise:
        post_taken_back(session, run, stop._replace(version=version), stop.cash_paise)
    TO_THE_FRONT.run(session, {"run_id": run_id, "stop_id": stop_id})
    reach(Checkpoint.STOP_TAKEN_BACK)
    return order


def end_run(session: Session, run_id: int, *, declared_paise: int, actor: Actor, now: datetime) -> None:
    """All stops are done, and the rider says what cash he hands over; the founder counts it (`cash.count_cash`).

    Raises Refusal `run-has-stops`(count), `amount-unclear`, `run-not-yours`, `run-not-open`, `run-unknown`,
    `not-allowed`.
    """
    require(actor, Right.DELIVER)
    if declared_paise < 0:
        raise Refusal("amount-unclear")
    run = lock_run(session, run_id)
    require_own_run(actor, run)
    left = len(WAITING.all(session, {"run_id": run_id}))
    if left:
        raise Refusal("run-has-stops", count=left)
    note_handed_over(session, run, declared_paise, now)
    move_run(session, run_id, RunEvent.END, actor=actor, now=now)
    reach(Checkpoint.RUN_ENDED)


def _lock(session: Session, stop_id: int, actor: Actor) -> tuple[Order, LockedRun, LockedStop]:
    """A stop that is still to be done, in the actor's own run under way, all of it locked."""
    order = lock_order(session, order_of_stop(session, stop_id))
    run, stop = lock_stop(session, stop_id)
    require_own_run(actor, run, order_code=stop.order_code)
    require_planned(stop)
    return order, run, stop
