"""Orders that are in a run and do not come any more: cancelled, or moved to another window, since it was planned.

Orders know nothing of runs, so their verbs cannot take them out. Whoever reads a run leaves such stops out (`COMES`),
and a duty takes them out of it soon after; a run that has none left is dissolved.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.delivery.lifecycle import RunStatus, StopEvent
from core.delivery.locks import lock_run
from core.delivery.moves import move_stop
from core.delivery.planning import dissolve_if_empty
from core.delivery.queries import COMES
from core.orders.locks import lock_order
from core.query import Statement

JOB = Actor.job("deliveries")


class Left(NamedTuple):
    """A stop of an order that does not come in its run's window."""

    stop_id: int
    order_id: int
    run_id: int


HAS_LEFT = f"""
    SELECT a.id AS stop_id, a.order_id, a.run_id
      FROM delivery_assignments a JOIN runs r ON r.id = a.run_id JOIN orders o ON o.id = a.order_id
     WHERE a.status = 'planned' AND r.status = 'planned' AND NOT ({COMES})"""  # noqa: S608 - our own SQL
LEFT = Statement(f"{HAS_LEFT} ORDER BY a.order_id LIMIT :limit", Left)
STILL = Statement(f"{HAS_LEFT} AND a.id = :stop_id", Left)
EMPTY = Statement(
    """
    SELECT id FROM runs r WHERE status = 'planned' AND NOT EXISTS (
           SELECT FROM delivery_assignments WHERE run_id = r.id AND status <> 'removed')
     ORDER BY id LIMIT :limit
    """,
    int,
)


def take_out_what_left(session: Session, now: datetime, *, limit: int) -> int:
    """Take such stops out of runs that have not begun; how many there were."""
    found = LEFT.all(session, {"limit": limit})
    for stop in found:
        lock_order(session, stop.order_id)
        run = lock_run(session, stop.run_id)
        if run.status == RunStatus.PLANNED and STILL.first(session, {"stop_id": stop.stop_id}):
            move_stop(session, stop.stop_id, StopEvent.REMOVE, actor=JOB, now=now)
    for run_id in EMPTY.all(session, {"limit": limit}):
        dissolve_if_empty(session, run_id, actor=JOB, now=now)
    return len(found)
