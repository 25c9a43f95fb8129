"""What comes round: riders hear of their runs and of money that came, and the founder of what nobody decided."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.delivery.coming_back import ring_for_unanswered
from core.delivery.leaving import take_out_what_left
from core.delivery.rules import ANNOUNCE_BEFORE
from core.delivery.telling import facts_of_run, tell_rider_of_payment, tell_rider_of_run
from core.query import Query, Statement

TO_ANNOUNCE = Statement(
    """
    SELECT r.id FROM runs r JOIN delivery_slots s ON s.id = r.slot_id
     WHERE r.status = 'planned' AND r.announced_at IS NULL AND s.starts_at <= :until AND s.ends_at > :now
     ORDER BY r.id LIMIT :limit FOR NO KEY UPDATE OF r SKIP LOCKED
    """,
    int,
)
ANNOUNCED = Query("UPDATE runs SET announced_at = :now WHERE id = :run_id")


class Paid(NamedTuple):
    """A stop whose link was paid, and what is still due there."""

    stop_id: int
    rider_id: int
    code: str
    due_paise: int


# A link that was asked for at the door, and money that came since.
PAID = Statement(
    """
    SELECT a.id AS stop_id, r.rider_id, o.code, o.total_paise - o.prepaid_paise AS due_paise
      FROM runs r JOIN delivery_assignments a ON a.run_id = r.id AND a.status = 'planned'
      JOIN orders o ON o.id = a.order_id
     WHERE r.status = 'open' AND a.asked_upi_at IS NOT NULL AND a.told_paid_at IS NULL
       AND EXISTS (SELECT FROM payments p WHERE p.order_id = o.id AND p.status = 'settled'
                                            AND p.recorded_at >= a.asked_upi_at)
     ORDER BY a.id LIMIT :limit FOR NO KEY UPDATE OF a SKIP LOCKED
    """,
    Paid,
)
TOLD_PAID = Query("UPDATE delivery_assignments SET told_paid_at = :now WHERE id = :stop_id")


def look_after_deliveries(session: Session, now: datetime, *, limit: int) -> int:
    """Take out of runs what does not come, and tell whoever waits for news, each once; how many there were."""
    take_out_what_left(session, now, limit=limit)
    return announce_runs(session, now, limit=limit) + tell_of_payments(session, now, limit=limit) + (
        ring_for_unanswered(session, now, limit=limit))  # fmt: skip


def announce_runs(session: Session, now: datetime, *, limit: int) -> int:
    """A run is told to its rider two hours before its window, and never one that he has begun himself."""
    found = TO_ANNOUNCE.all(session, {"now": now, "until": now + ANNOUNCE_BEFORE, "limit": limit})
    told = [run_id for run_id in found if facts_of_run(session, run_id).stops]
    for run_id in told:
        tell_rider_of_run(session, run_id)
        ANNOUNCED.run(session, {"run_id": run_id, "now": now})
    return len(told)


def tell_of_payments(session: Session, now: datetime, *, limit: int) -> int:
    """A link that was sent to a door is paid: its rider stands there and waits."""
    found = PAID.all(session, {"limit": limit})
    for paid in found:
        tell_rider_of_payment(session, paid.rider_id, paid.code, paid.due_paise)
        TOLD_PAID.run(session, {"stop_id": paid.stop_id, "now": now})
    return len(found)
