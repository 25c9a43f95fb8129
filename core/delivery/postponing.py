"""A whole window that does not happen, for rain: everybody chooses another, or has the money back."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.checkpoints import Checkpoint, reach
from core.delivery.cash import taken_in_run
from core.delivery.lifecycle import RunEvent, RunStatus, StopEvent
from core.delivery.locks import lock_run
from core.delivery.moves import move_run, move_stop
from core.delivery.telling import tell_rider_it_is_off
from core.orders.actions import postpone_order
from core.orders.lifecycle import OrderStatus
from core.orders.locks import lock_order
from core.orders.tables import Order
from core.orders.telling import tell_customer
from core.outbox.actions import wake_senders
from core.payments.actions import cancel_order
from core.payments.link_cancelling import withdraw_links
from core.query import Statement
from core.slots.actions import close_slot
from core.slots.queries import windows_of
from core.staff.rules import Right, require

TO_COME = Statement(
    """
    SELECT id FROM orders WHERE slot_id = :slot_id
       AND status IN ('awaiting_payment', 'confirmed', 'packed', 'out_for_delivery') ORDER BY id
    """,
    int,
)
RUNS = Statement("SELECT id FROM runs WHERE slot_id = :slot_id AND status IN ('planned', 'open') ORDER BY id", int)
STOPS = Statement("SELECT id FROM delivery_assignments WHERE run_id = :run_id AND status = 'planned' ORDER BY id", int)
DELIVERED = Statement(
    "SELECT count(*)::int FROM delivery_assignments WHERE run_id = :run_id AND status = 'delivered'", int
)


class Postponed(NamedTuple):
    """How many were asked what shall become of their order, how many unpaid orders ended, how many runs dissolved."""

    asked: int
    ended: int
    runs: int


def postpone_window(session: Session, slot_id: int, reason: str, *, actor: Actor, now: datetime) -> Postponed:
    """Close a window, take its orders back from the riders, and ask each customer: another window, or the money back.

    Whoever had not paid yet is told that the order ended. Raises Refusal `slot-unknown`, `not-allowed`.
    """
    require(actor, Right.MANAGE_SLOTS)
    asked, ended = _take_back(session, slot_id, actor=actor, now=now)
    runs = _end_runs(session, slot_id, actor=actor, now=now)
    close_slot(session, slot_id, reason, actor)
    # Who came in between waited for the window's row, and is seen only now.
    late_asked, late_ended = _take_back(session, slot_id, actor=actor, now=now)
    wake_senders(session)
    reach(Checkpoint.WINDOW_POSTPONED)
    return Postponed(asked + late_asked, ended + late_ended, runs)


def _take_back(session: Session, slot_id: int, *, actor: Actor, now: datetime) -> tuple[int, int]:
    asked = ended = 0
    for order_id in TO_COME.all(session, {"slot_id": slot_id}):
        order = lock_order(session, order_id)
        if order.slot_id != slot_id:
            continue
        if order.status is OrderStatus.AWAITING_PAYMENT:
            cancel_order(session, order_id, reason="window-postponed", actor=actor, now=now)
            ended += 1
        elif postpone_order(session, order_id, actor=actor, now=now) is not None:
            withdraw_links(session, order_id, now)
            _ask(session, order)
            asked += 1
    return asked, ended


def _ask(session: Session, order: Order) -> None:
    window = windows_of(session, {order.slot_id})[0]
    values = {
        "code": order.code,
        "prepaid_paise": order.prepaid_paise,
        "starts_at": window.starts_at.isoformat(),
        "ends_at": window.ends_at.isoformat(),
    }
    key = f"postponed:{order.id}:{order.version}"
    tell_customer(session, order, "window-postponed", values, dedupe_key=key)


def _end_runs(session: Session, slot_id: int, *, actor: Actor, now: datetime) -> int:
    """One in which something was delivered only loses the rest: its cash is still to be handed over."""
    runs = RUNS.all(session, {"slot_id": slot_id})
    for run_id in runs:
        run = lock_run(session, run_id)
        for stop_id in STOPS.all(session, {"run_id": run_id}):
            move_stop(session, stop_id, StopEvent.REMOVE, actor=actor, now=now)
        was_open = run.status == RunStatus.OPEN
        if not (was_open and (DELIVERED.one(session, {"run_id": run_id}) or taken_in_run(session, run_id))):
            move_run(session, run_id, RunEvent.DISSOLVE, actor=actor, now=now)
        if was_open:
            tell_rider_it_is_off(session, run.rider_id, run_id)
    return len(runs)
