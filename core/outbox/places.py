"""The shop's rate towards Meta, for all workers together (`SEND_RATE`): a bucket of places to send, in one row.

A place becomes free every 1/rate seconds, and as many as a quarter of a second brings may gather. Whoever takes some
uses them soon or not at all, so in any span of time no more go out than the rate and that burst allow.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session

from core.query import Query

BURST_SECONDS = 0.25

# Who waited for the row's lock has an older `now` than whoever had it. `free_at` further ahead than one step and such a
# wait can only be after a clock was moved back.
LONGEST_LOCK_SECONDS = 5
FROM = """GREATEST(clock.now - make_interval(secs => :burst),
            CASE WHEN places.free_at > clock.now + make_interval(secs => :step + :longest_lock)
                 THEN clock.now + make_interval(secs => :step) ELSE places.free_at END)"""
COUNT = f"GREATEST(0, LEAST(:wanted, 1 + floor(extract(epoch FROM clock.now - {FROM}) / :step)))::int"
TAKE = Query(
    f"""
    UPDATE send_places AS places SET free_at = {FROM} + make_interval(secs => {COUNT} * :step), taken = {COUNT}
    FROM (SELECT jamango_now() AS now) AS clock
    RETURNING places.taken, extract(epoch FROM places.free_at - clock.now)::float AS seconds
    """  # noqa: S608 - constant parts
)
BEGIN = text("INSERT INTO send_places (id) VALUES (1) ON CONFLICT DO NOTHING")


@dataclass(frozen=True, slots=True)
class Places:
    """How many were taken, and in how many seconds the next one is free (0 when it is)."""

    taken: int
    seconds: float


def take_places(session: Session, rate: float, wanted: int) -> Places:
    """Take up to `wanted` places of those that are free now, at `rate` a second. Commit at once: others wait."""
    step = 1 / rate
    values = {"step": step, "wanted": wanted, "burst": max(0.0, BURST_SECONDS - step)}
    values["longest_lock"] = LONGEST_LOCK_SECONDS
    row = TAKE.run(session, values).first()
    if row is None:
        session.execute(BEGIN)
        row = TAKE.run(session, values).one()
    return Places(row.taken, max(0.0, row.seconds))
