"""What people say most and we do not understand."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.misses.rules import KEPT
from core.query import Statement


class Missed(NamedTuple):
    """Misses that say the same: `times` in all by so many `people`, at these steps, and the newest as it was typed."""

    said: str
    sample: str
    times: int
    people: int
    steps: list[str]
    languages: list[str]
    last_at: datetime


MOST = Statement(
    """
    SELECT said, (array_agg(sample ORDER BY last_at DESC))[1] AS sample, sum(times)::int AS times,
           count(DISTINCT customer_id)::int AS people, array_agg(DISTINCT step) AS steps,
           array_agg(DISTINCT language) AS languages, max(last_at) AS last_at
      FROM misses WHERE last_at >= :since
     GROUP BY said ORDER BY sum(times) DESC, max(last_at) DESC, said LIMIT :limit
    """,
    Missed,
)


def most_missed(session: Session, now: datetime, *, limit: int) -> list[Missed]:
    """What came most in the last thirty days, the most frequent first."""
    return MOST.all(session, {"since": now - KEPT, "limit": limit})
