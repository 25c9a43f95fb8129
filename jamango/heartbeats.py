"""What comes round, how often, and who hears of it when it does not (faults F47 and F50)."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import Session

from core.alerts.actions import open_subjects, raise_alert, resolve_alert
from core.clock import read_now
from core.heartbeats.actions import ages, expect

# Seconds between two rounds of each periodic job.
EVERY_SECONDS: Mapping[str, float] = {
    "expire_holds": 15,
    "remind_before_holds_end": 20,
    "tell_of_deliveries": 15,
    "make_slots": 3600,
    "check_invariants": 300,
    "miss_webhooks": 300,
    "check_stock": 120,
    "summarise_evening": 300,
    "prune": 3600,
}
ROUNDS_MISSED = 3
JOBS, LATE = "job:", "job-late"


def expect_jobs(session: Session) -> None:
    """From now on the jobs are missed when they do not come round; a shop that runs none hears nothing."""
    for name in EVERY_SECONDS:
        expect(session, JOBS + name)


def ring_for_late_jobs(session: Session, seconds_up: float) -> None:
    """Open a matter for each job that has missed three rounds, and close it when the job comes round again.

    `seconds_up` is how long the caller has watched: after a night switched off nobody is late at once.
    """
    rung = open_subjects(session, LATE)
    for name, seconds in ages(session, JOBS):
        limit = ROUNDS_MISSED * EVERY_SECONDS.get(name.removeprefix(JOBS), float("inf"))
        if name in rung and seconds <= limit:
            resolve_alert(session, LATE, name, read_now(session))
        elif name not in rung and min(seconds, seconds_up) > limit:
            raise_alert(session, LATE, name, minutes=max(1, round(seconds / 60)))


def youngest_beat_of_jobs(session: Session) -> float:
    """How many seconds ago any job came round last; infinite when none ever did."""
    return min((age.seconds for age in ages(session, JOBS)), default=float("inf"))
