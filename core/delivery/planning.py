"""Giving the orders of a window to riders: all of them at one go, or one after the other by hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.checkpoints import Checkpoint, reach
from core.delivery.arranging import arrange, arrange_anew
from core.delivery.balancing import share_out
from core.delivery.codes import give_codes
from core.delivery.lifecycle import RunEvent, RunStatus, StopEvent
from core.delivery.locks import LockedRun, lock_run
from core.delivery.moves import move_run, move_stop
from core.delivery.places import homes_of_orders
from core.delivery.telling import tell_out_for_delivery, tell_rider_of_change
from core.errors import Refusal
from core.ids import new_token
from core.ledger.queries import read_holding
from core.ledger.rules import Account
from core.orders.actions import dispatch_order
from core.orders.lifecycle import OrderStatus
from core.orders.locks import lock_order
from core.orders.tables import Order
from core.query import Query, Statement
from core.staff.rules import Right, require

# What a rider can still be given: it stands, and nobody has it in hand yet.
ASSIGNABLE = frozenset({OrderStatus.CONFIRMED, OrderStatus.PACKED})
# What can go with a rider who has left already: it is packed, or another rider had it in hand.
READY = frozenset({OrderStatus.PACKED, OrderStatus.OUT_FOR_DELIVERY})


class RiderName(NamedTuple):
    """Somebody who brings orders."""

    rider_id: int
    name: str


# The run that waits for a rider in a window, made if there is none; of two who make it at once the second finds it.
OPEN_RUN = Query(
    """
    INSERT INTO runs (link_salt, slot_id, rider_id) VALUES (:salt, :slot_id, :rider_id)
    ON CONFLICT (slot_id, rider_id) WHERE status = 'planned' DO NOTHING RETURNING id
    """
)
FIND_RUN = Statement(
    "SELECT id FROM runs WHERE slot_id = :slot_id AND rider_id = :rider_id AND status = :status LIMIT 1",
    int,
)
RIDER = Query("SELECT name FROM staff WHERE id = :rider_id AND role = 'rider' AND active")
LIMIT = Statement("SELECT rider_cash_limit_paise FROM shop", int)
ADD = Query(
    """
    INSERT INTO delivery_assignments (run_id, order_id, position)
    SELECT :run_id, :order_id, coalesce(max(position), 0) + 1 FROM delivery_assignments WHERE run_id = :run_id
    """
)
# What was agreed at a door goes along when its stop goes to another rider.
CARRY = Query(
    """
    UPDATE delivery_assignments a SET instruction = was.instruction, asked_upi_at = was.asked_upi_at,
           told_paid_at = was.told_paid_at
      FROM delivery_assignments was
     WHERE was.id = :stop_id AND a.order_id = was.order_id AND a.run_id = :run_id AND a.status = 'planned'
    """
)
HELD_BY = Statement(
    """
    SELECT run_id FROM delivery_assignments WHERE order_id = :order_id AND status IN ('planned', 'delivered')
    """,
    int,
)
STOP_IN = Statement(
    """
    SELECT id FROM delivery_assignments WHERE order_id = :order_id AND run_id = :run_id AND status = 'planned'
    """,
    int,
)
STOPS_LEFT = Query("SELECT count(*) FROM delivery_assignments WHERE run_id = :run_id AND status <> 'removed'")
# Of a window: what nobody has, and what waits in runs that have not begun.
TO_SHARE = Statement(
    """
    SELECT o.id FROM orders o WHERE o.slot_id = :slot_id AND o.status IN ('confirmed', 'packed')
       AND NOT EXISTS (SELECT FROM delivery_assignments a JOIN runs r ON r.id = a.run_id
                        WHERE a.order_id = o.id AND a.status IN ('planned', 'delivered')
                          AND r.status = 'open' AND r.slot_id = o.slot_id)
     ORDER BY o.id
    """,
    int,
)
RIDERS = Statement(
    "SELECT id AS rider_id, name FROM staff WHERE role = 'rider' AND active ORDER BY name, id", RiderName
)
PLANNED_RUNS = Statement("SELECT id FROM runs WHERE slot_id = :slot_id AND status = 'planned' ORDER BY id", int)


def assign(session: Session, order_ids: Sequence[int], rider_id: int, *, actor: Actor, now: datetime) -> list[int]:
    """Give orders to a rider, in the run of each one's window; out of whatever run they are in. The ids of his runs.

    His run that is under way takes what is packed at its end, and he is told. Raises Refusal `rider-unknown`,
    `rider-over-cash-limit`(name, held_paise, limit_paise), `order-not-assignable`(order_code), `stop-done`
    (order_code), `order-unknown`, `not-allowed`.
    """
    require(actor, Right.PLAN_RUNS)
    runs: dict[tuple[int, bool], LockedRun] = {}
    for order in _lock_orders(session, order_ids):
        key = order.slot_id, order.status in READY
        if key not in runs:
            runs[key] = _run_for(session, order.slot_id, rider_id, may_be_open=order.status in READY)
        _put(session, order, runs[key], actor=actor, now=now)
    found = {run.id: run for run in runs.values()}
    for run in found.values():
        arrange(session, run)
    reach(Checkpoint.RUN_PLANNED)
    return list(found)


def plan_window(
    session: Session, slot_id: int, rider_ids: Sequence[int], *, actor: Actor, now: datetime
) -> dict[int, int]:
    """Share a window's orders out among riders, as evenly as whole apartments allow; how many each has, by his id.

    What is on its way with a rider stays with him; a rider of before who is not named loses what has not begun.
    Raises Refusal `rider-missing` for nobody, and what `assign` raises.
    """
    require(actor, Right.PLAN_RUNS)
    riders = list(dict.fromkeys(rider_ids))
    if not riders:
        raise Refusal("rider-missing")
    locked = _lock_orders(session, TO_SHARE.all(session, {"slot_id": slot_id}))
    orders = [order for order in locked if order.status in ASSIGNABLE and order.slot_id == slot_id]
    shares = share_out(homes_of_orders(session, [order.id for order in orders]), len(riders))
    by_id = {order.id: order for order in orders}
    for rider_id, share in zip(riders, shares, strict=True):
        if share:
            run = _run_for(session, slot_id, rider_id, may_be_open=False)
            for order_id in share:
                _put(session, by_id[order_id], run, actor=actor, now=now)
            arrange_anew(session, run)
    for run_id in PLANNED_RUNS.all(session, {"slot_id": slot_id}):
        dissolve_if_empty(session, run_id, actor=actor, now=now)
    reach(Checkpoint.RUN_PLANNED)
    return {rider_id: len(share) for rider_id, share in zip(riders, shares, strict=True)}


def riders_of_shop(session: Session) -> list[RiderName]:
    """Who brings orders here, by name."""
    return RIDERS.all(session, {})


def riders_for_a_run(session: Session) -> tuple[list[RiderName], list[RiderName]]:
    """Who can be given a new run, and who holds too much cash for one."""
    limit, riders = LIMIT.one(session, {}), riders_of_shop(session)
    over = {each.rider_id for each in riders if read_holding(session, Account.RIDER_CASH, each.rider_id) >= limit}
    return [each for each in riders if each.rider_id not in over], [each for each in riders if each.rider_id in over]


def unassign(session: Session, order_id: int, *, actor: Actor, now: datetime) -> None:
    """Take an order out of the run it waits in. Raises Refusal `order-not-assigned`(order_code), `stop-done`
    (order_code), `order-not-assignable`(order_code) for one on its way, `not-allowed`."""
    require(actor, Right.PLAN_RUNS)
    order = lock_order(session, order_id)
    run_id = HELD_BY.first(session, {"order_id": order_id})
    if run_id is None:
        raise Refusal("order-not-assigned", order_code=order.code)
    if order.status is OrderStatus.OUT_FOR_DELIVERY:
        raise Refusal("order-not-assignable", order_code=order.code)
    _take_out(session, order, lock_run(session, run_id), actor=actor, now=now)
    dissolve_if_empty(session, run_id, actor=actor, now=now)


def dissolve_if_empty(session: Session, run_id: int, *, actor: Actor, now: datetime) -> None:
    """A planned run without a stop is none."""
    if not int(STOPS_LEFT.run(session, {"run_id": run_id}).scalar_one()):
        run = lock_run(session, run_id)
        if run.status == RunStatus.PLANNED:
            move_run(session, run_id, RunEvent.DISSOLVE, actor=actor, now=now)


def _lock_orders(session: Session, order_ids: Collection[int]) -> list[Order]:
    return [lock_order(session, order_id) for order_id in sorted(set(order_ids))]


def _run_for(session: Session, slot_id: int, rider_id: int, *, may_be_open: bool) -> LockedRun:
    """The rider's run in a window that is not over; a new one only while he holds less cash than he may."""
    rider = RIDER.run(session, {"rider_id": rider_id}).first()
    if rider is None:
        raise Refusal("rider-unknown")
    window = {"slot_id": slot_id, "rider_id": rider_id}
    is_open = FIND_RUN.first(session, {**window, "status": RunStatus.OPEN.value}) if may_be_open else None
    if is_open is not None:
        return lock_run(session, is_open)
    planned = {**window, "status": RunStatus.PLANNED.value}
    if FIND_RUN.first(session, planned) is None:
        _refuse_over_limit(session, rider_id, rider.name)
        OPEN_RUN.run(session, {**window, "salt": new_token()})
    return lock_run(session, FIND_RUN.one(session, planned))


def _refuse_over_limit(session: Session, rider_id: int, name: str) -> None:
    held, limit = read_holding(session, Account.RIDER_CASH, rider_id), LIMIT.one(session, {})
    if held >= limit:
        raise Refusal("rider-over-cash-limit", name=name, held_paise=held, limit_paise=limit)


def _put(session: Session, order: Order, run: LockedRun, *, actor: Actor, now: datetime) -> None:
    """Into this run and out of every other. What is on its way changes hands too: its box is handed on."""
    if order.status not in ASSIGNABLE | READY:
        raise Refusal("order-not-assignable", order_code=order.code)
    held_by = HELD_BY.first(session, {"order_id": order.id})
    if held_by == run.id:
        return
    if held_by is not None:
        stop_id = _take_out(session, order, lock_run(session, held_by), actor=actor, now=now)
        dissolve_if_empty(session, held_by, actor=actor, now=now)
    ADD.run(session, {"run_id": run.id, "order_id": order.id})
    if held_by is not None:
        CARRY.run(session, {"run_id": run.id, "stop_id": stop_id})
    record(session, actor=actor, action="order-assigned", subject=f"order:{order.id}", run=run.id, rider=run.rider_id)
    note_change(session, Subject.ORDER, order.id)
    if run.status == RunStatus.OPEN:
        _send_after_him(session, order, run, actor=actor, now=now)


def _send_after_him(session: Session, order: Order, run: LockedRun, *, actor: Actor, now: datetime) -> None:
    if order.status is not OrderStatus.OUT_FOR_DELIVERY:
        dispatch_order(session, order.id, actor=actor, now=now)
    give_codes(session, run.id)
    tell_rider_of_change(session, run.rider_id, order.code, added=True)
    tell_out_for_delivery(session, order)


def _take_out(session: Session, order: Order, run: LockedRun, *, actor: Actor, now: datetime) -> int:
    """The stop, which its rider loses now: the order's lock is held, so he has not done it before."""
    stop_id = STOP_IN.first(session, {"order_id": order.id, "run_id": run.id})
    if stop_id is None or move_stop(session, stop_id, StopEvent.REMOVE, actor=actor, now=now) is None:
        raise Refusal("stop-done", order_code=order.code)
    if run.status == RunStatus.OPEN:
        tell_rider_of_change(session, run.rider_id, order.code, added=False)
    return stop_id
