"""The only writer of what runs and stops are: compare, set, and note who did it, in one statement each.

Rows are locked before (`locks.py`); the condition stands in the statement all the same.
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.delivery.lifecycle import RUNS, STOPS, RunEvent, StopEvent
from core.query import Query

MOVE_RUN = Query(
    """
    UPDATE runs SET status = CAST(:target AS text),
           started_at = CASE WHEN CAST(:target AS text) = 'open' THEN CAST(:now AS timestamptz) ELSE started_at END,
           ended_at = CASE WHEN CAST(:target AS text) IN ('ended', 'dissolved') THEN CAST(:now AS timestamptz) END
     WHERE id = :id AND status = ANY(CAST(:sources AS text[])) RETURNING id
    """
)
MOVE_STOP = Query(
    """
    UPDATE delivery_assignments
       SET status = CAST(:target AS text), version = version + 1, cash_paise = :cash_paise,
           done_at = CASE WHEN CAST(:target AS text) <> 'planned' THEN CAST(:now AS timestamptz) END,
           done_by = CASE WHEN CAST(:target AS text) <> 'planned' THEN CAST(:actor AS text) END,
           escalated_at = NULL
     WHERE id = :id AND status = ANY(CAST(:sources AS text[])) RETURNING order_id, version
    """
)


def move_run(session: Session, run_id: int, event: RunEvent, *, actor: Actor, now: datetime) -> bool:
    """Let an event happen to a run; False when its table does not allow it now."""
    moved = MOVE_RUN.run(session, {"id": run_id, "now": now, **RUNS.values(event)}).first() is not None
    if moved:
        note_change(session, Subject.RUN, run_id)
        record(session, actor=actor, action=f"run-{event.value}", subject=f"run:{run_id}")
    return moved


def move_stop(
    session: Session, stop_id: int, event: StopEvent, *, actor: Actor, now: datetime, cash_paise: int = 0
) -> int | None:
    """Let an event happen to a stop; its new version, None when its table does not allow it now.

    The order's own move is audited by orders; what only concerns the run is audited here.
    """
    values = {"id": stop_id, "now": now, "cash_paise": cash_paise, "actor": str(actor), **STOPS.values(event)}
    row = MOVE_STOP.run(session, values).first()
    if row is None:
        return None
    note_change(session, Subject.ORDER, row.order_id)
    if event is StopEvent.REMOVE:
        record(session, actor=actor, action="stop-remove", subject=f"order:{row.order_id}", stop=stop_id)
    return int(row.version)
