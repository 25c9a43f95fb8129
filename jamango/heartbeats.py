"""What comes round, how often, and who hears of it when it does not (faults F47 and F50).

A heartbeat is a row with the real time: the shop's own clock can be moved in development, and nothing must be late
because of that.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import text
from sqlmodel import Session

from core.alerts.actions import raise_alert, resolve_alert
from core.clock import read_now

# Seconds between two rounds of each periodic job.
EVERY_SECONDS: Mapping[str, float] = {
    "expire_holds": 15,
    "remind_before_holds_end": 20,
    "make_slots": 3600,
    "check_invariants": 300,
    "miss_webhooks": 300,
    "prune": 3600,
}
ROUNDS_MISSED = 3

BEAT = text(
    """
    INSERT INTO heartbeats (name, beat_at) VALUES (:name, clock_timestamp())
    ON CONFLICT (name) DO UPDATE SET beat_at = EXCLUDED.beat_at
    """
)
EXPECT = text("INSERT INTO heartbeats (name, beat_at) VALUES (:name, clock_timestamp()) ON CONFLICT DO NOTHING")
AGES = text(
    """
    SELECT name, extract(epoch FROM clock_timestamp() - beat_at)::float AS age,
           EXISTS (SELECT FROM alerts WHERE code = 'job-late' AND subject = name AND resolved_at IS NULL) AS rung
      FROM heartbeats WHERE name LIKE 'job:%'
    """
)


def beat(session: Session, name: str) -> None:
    """Note that something has just come round: `worker`, or `job:` and the name of a job."""
    session.execute(BEAT, {"name": name})


def expect_jobs(session: Session) -> None:
    """From now on the jobs are missed when they do not come round; a shop that runs none hears nothing."""
    for name in EVERY_SECONDS:
        session.execute(EXPECT, {"name": f"job:{name}"})


def ring_for_late_jobs(session: Session, seconds_up: float) -> None:
    """Open a matter for each job that has missed three rounds, and close it when the job comes round again.

    `seconds_up` is how long the caller has watched: after a night switched off nobody is late at once.
    """
    for row in session.execute(AGES).all():
        limit = ROUNDS_MISSED * EVERY_SECONDS.get(row.name.removeprefix("job:"), float("inf"))
        if row.rung and row.age <= limit:
            resolve_alert(session, "job-late", row.name, read_now(session))
        elif not row.rung and min(row.age, seconds_up) > limit:
            raise_alert(session, "job-late", row.name, minutes=max(1, round(row.age / 60)))


def youngest_beat_of_jobs(session: Session) -> float:
    """How many seconds ago any job came round last; infinite when none ever did."""
    return min((float(row.age) for row in session.execute(AGES).all()), default=float("inf"))
