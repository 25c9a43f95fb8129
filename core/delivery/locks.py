"""The row locks of deliveries: after the orders', in ascending ids (the whole order of locks: `core.chats.locks`)."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor, Role
from core.delivery.lifecycle import RunStatus, StopStatus
from core.errors import Refusal
from core.orders.rules import Run
from core.query import Statement


class LockedRun(NamedTuple):
    """A run as it is under its lock."""

    id: int
    rider_id: int
    slot_id: int
    status: str


class LockedStop(NamedTuple):
    """A stop as it is under the lock of its run."""

    id: int
    run_id: int
    order_id: int
    order_code: str
    status: str
    version: int
    cash_paise: int
    instruction: str
    code: str
    code_tries: int
    code_passed: bool


LOCK_RUN = Statement(
    "SELECT id, rider_id, slot_id, status FROM runs WHERE id = :run_id FOR NO KEY UPDATE",
    LockedRun,
)
STOP = Statement(
    """
    SELECT a.id, a.run_id, a.order_id, o.code AS order_code, a.status, a.version, a.cash_paise, a.instruction, a.code,
           a.code_tries, a.code_passed_at IS NOT NULL AS code_passed
      FROM delivery_assignments a JOIN orders o ON o.id = a.order_id WHERE a.id = :stop_id
    """,
    LockedStop,
)
ORDERS_OF_RUN = Statement(
    "SELECT order_id FROM delivery_assignments WHERE run_id = :run_id AND status <> 'removed' ORDER BY order_id",
    int,
)
ORDER_OF_STOP = Statement("SELECT order_id FROM delivery_assignments WHERE id = :stop_id", int)


def lock_run(session: Session, run_id: int) -> LockedRun:
    """Lock and return a run. Raises Refusal `run-unknown`."""
    run = LOCK_RUN.first(session, {"run_id": run_id})
    if run is None:
        raise Refusal("run-unknown")
    return run


def order_of_stop(session: Session, stop_id: int) -> int:
    """Whose order a stop is, to be locked before the stop. Raises Refusal `stop-unknown`."""
    order_id = ORDER_OF_STOP.first(session, {"stop_id": stop_id})
    if order_id is None:
        raise Refusal("stop-unknown")
    return order_id


def lock_stop(session: Session, stop_id: int) -> tuple[LockedRun, LockedStop]:
    """A stop and its run, which is locked; its order has been locked before. Raises Refusal `stop-unknown`."""
    found = STOP.first(session, {"stop_id": stop_id})
    if found is None:
        raise Refusal("stop-unknown")
    run = lock_run(session, found.run_id)
    return run, STOP.one(session, {"stop_id": stop_id})


def orders_of_run(session: Session, run_id: int) -> list[int]:
    """The orders that are, or were, brought in a run, in ascending ids."""
    return ORDERS_OF_RUN.all(session, {"run_id": run_id})


def as_value(run: LockedRun, order_ids: Collection[int]) -> Run:
    """The run as the verbs of orders ask about it."""
    return Run(rider_id=run.rider_id, is_open=run.status == RunStatus.OPEN, order_ids=frozenset(order_ids))


def require_own_run(actor: Actor, run: LockedRun, *, is_open: bool = True, order_code: str = "") -> None:
    """Raise Refusal `not-your-run`(order_code), or `run-not-yours` where no stop is meant, in another rider's
    run, and `run-not-open` in one that is not under way."""
    if actor.role is Role.RIDER and actor.id != run.rider_id:
        raise Refusal("not-your-run", order_code=order_code) if order_code else Refusal("run-not-yours")
    if is_open and run.status != RunStatus.OPEN:
        raise Refusal("run-not-open")


def require_planned(stop: LockedStop) -> None:
    """Raise Refusal `stop-done`(order_code) for a stop that is over."""
    if stop.status != StopStatus.PLANNED:
        raise Refusal("stop-done", order_code=stop.order_code)
