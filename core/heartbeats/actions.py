"""Noting what comes round, and asking when it last did.

By the real time unless a moment is given: the shop's own clock can be moved in development, and no loop or job of ours
must be late because of that.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import text
from sqlmodel import Session

from core.query import Statement


class Age(NamedTuple):
    """How many seconds ago something came round."""

    name: str
    seconds: float


BEAT = text(
    """
    INSERT INTO heartbeats (name, beat_at) VALUES (:name, clock_timestamp())
    ON CONFLICT (name) DO UPDATE SET beat_at = EXCLUDED.beat_at
    """
)
EXPECT = text(
    """
    INSERT INTO heartbeats (name, beat_at) VALUES (:name, coalesce(CAST(:at AS timestamptz), clock_timestamp()))
    ON CONFLICT DO NOTHING
    """
)
BEAT_SELDOM = Statement(
    """
    INSERT INTO heartbeats (name, beat_at) SELECT :name, CAST(:at AS timestamptz) WHERE NOT EXISTS (
        SELECT FROM heartbeats WHERE name = :name AND beat_at > CAST(:at AS timestamptz) - interval '1 minute')
    ON CONFLICT (name) DO UPDATE SET beat_at = EXCLUDED.beat_at RETURNING name
    """,
    str,
)
LAST = text("SELECT beat_at FROM heartbeats WHERE name = :name")
AGES = Statement(
    """
    SELECT name, extract(epoch FROM clock_timestamp() - beat_at)::float AS seconds
      FROM heartbeats WHERE starts_with(name, :prefix)
    """,
    Age,
)


def beat(session: Session, name: str) -> None:
    """Note that something has just come round: `worker`, or `job:` and the name of a job."""
    session.execute(BEAT, {"name": name})


def beat_seldom(session: Session, name: str, at: datetime) -> bool:
    """Note what comes round all the time, once a minute; whether it was noted now."""
    return BEAT_SELDOM.first(session, {"name": name, "at": at}) is not None


def expect(session: Session, name: str, at: datetime | None = None) -> None:
    """From now on it is missed when it does not come round."""
    session.execute(EXPECT, {"name": name, "at": at})


def last_beat(session: Session, name: str) -> datetime:
    """When it last came round, or was first expected. Raises NoResultFound when nobody expects it."""
    found: datetime = session.execute(LAST, {"name": name}).scalar_one()
    return found


def ages(session: Session, prefix: str) -> list[Age]:
    """How long ago everything came round whose name begins so."""
    return AGES.all(session, {"prefix": prefix})
