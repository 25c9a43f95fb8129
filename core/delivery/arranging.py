"""In which order the stops of a run are visited: by the short way, until somebody puts one in its place by hand."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.delivery.lifecycle import RunStatus
from core.delivery.locks import LockedRun, lock_run
from core.delivery.places import homes_of_run
from core.delivery.routing import route
from core.errors import Refusal
from core.orders.locks import lock_order
from core.query import Query, Statement
from core.staff.rules import Right, require


class Waiting(NamedTuple):
    """A stop that is still to be done."""

    order_id: int
    run_id: int


WAITING_OF = Statement(
    "SELECT order_id, run_id FROM delivery_assignments WHERE order_id = :order_id AND status = 'planned'", Waiting
)
WAITING_IN = Statement(
    """
    SELECT order_id, run_id FROM delivery_assignments
     WHERE run_id = :run_id AND status = 'planned' ORDER BY position, id
    """,
    Waiting,
)
PLACE = Query(
    """
    UPDATE delivery_assignments SET position = :position
     WHERE run_id = :run_id AND order_id = :order_id AND status = 'planned'
    """
)
IS_BY_HAND = Statement("SELECT by_hand FROM runs WHERE id = :run_id", bool)
BY_HAND = Query("UPDATE runs SET by_hand = :by_hand WHERE id = :run_id")


def arrange(session: Session, run: LockedRun) -> None:
    """Put the stops of a locked run that has not begun in the order of the short way, unless that was made by hand."""
    if run.status == RunStatus.PLANNED and not IS_BY_HAND.one(session, {"run_id": run.id}):
        _number(session, run.id, route(homes_of_run(session, run.id)))
    note_change(session, Subject.RUN, run.id)


def arrange_anew(session: Session, run: LockedRun) -> None:
    """The short way, whatever was done by hand before: the whole window is shared out again."""
    BY_HAND.run(session, {"run_id": run.id, "by_hand": False})
    arrange(session, run)


def put_in_place(session: Session, order_id: int, place: int, *, actor: Actor, now: datetime) -> None:
    """Visit a home as the `place`-th (from 1; beyond the last is the last) of those that are still to be done in its
    run; the others keep their order. From then on the run is arranged by hand: what comes to it comes last.

    Raises Refusal `order-not-assigned`(order_code), `order-unknown`, `not-allowed`.
    """
    require(actor, Right.PLAN_RUNS)
    del now
    order = lock_order(session, order_id)
    found = WAITING_OF.first(session, {"order_id": order_id})
    if found is None:
        raise Refusal("order-not-assigned", order_code=order.code)
    run = lock_run(session, found.run_id)
    others = [stop.order_id for stop in WAITING_IN.all(session, {"run_id": run.id}) if stop.order_id != order_id]
    at = max(place - 1, 0)
    _number(session, run.id, [*others[:at], order_id, *others[at:]])
    BY_HAND.run(session, {"run_id": run.id, "by_hand": True})
    note_change(session, Subject.RUN, run.id)


def _number(session: Session, run_id: int, order_ids: list[int]) -> None:
    for position, order_id in enumerate(order_ids, 1):
        PLACE.run(session, {"run_id": run_id, "order_id": order_id, "position": position})
