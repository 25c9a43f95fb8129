"""Counting requests and applying a form once. Both are one statement with a unique key behind it."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session

from core.query import Query
from core.requests.rules import Limit

KEEP_SUBMISSIONS = timedelta(days=30)
KEEP_COUNTS = timedelta(days=2)

COUNT = Query(
    """
    INSERT INTO request_counts AS c (key, began_at, hits) VALUES (:key, :began_at, 1)
    ON CONFLICT (key) DO UPDATE SET began_at = EXCLUDED.began_at,
        hits = CASE WHEN c.began_at = EXCLUDED.began_at THEN c.hits + 1 ELSE 1 END
    RETURNING hits
    """
)
# Who comes while the same form is being applied waits here for the end of that.
CLAIM = Query(
    """
    INSERT INTO form_submissions (key, applied_at) VALUES (:key, :now) ON CONFLICT (key) DO NOTHING RETURNING key
    """
)
APPLIED = Query("SELECT location FROM form_submissions WHERE key = :key")
NOTE_LOCATION = text("UPDATE form_submissions SET location = :location WHERE key = :key")
PRUNE_SUBMISSIONS = text(
    """
    DELETE FROM form_submissions WHERE key IN (
        SELECT key FROM form_submissions WHERE applied_at < :before LIMIT :most FOR UPDATE SKIP LOCKED
    )
    """
)
PRUNE_COUNTS = text(
    """
    DELETE FROM request_counts WHERE key IN (
        SELECT key FROM request_counts WHERE began_at < :before LIMIT :most FOR UPDATE SKIP LOCKED
    )
    """
)


def count_request(session: Session, limit: Limit, asker: str, now: datetime) -> bool:
    """Count one request of `asker`; False when it is one too many.

    `asker` is who asks (a session, an address), never whom the request is about: a limit on the latter would let
    anybody lock him out.
    """
    hashed = hashlib.sha256(asker.encode()).hexdigest()
    values = {"key": f"{limit.name}:{hashed}", "began_at": limit.window(now)}
    return int(COUNT.run(session, values).scalar_one()) <= limit.times


def claim_submission(session: Session, key: str, now: datetime) -> bool:
    """Take a form's key, for the end of this transaction to keep; False when the form was applied already."""
    return CLAIM.run(session, {"key": key, "now": now}).scalar_one_or_none() is not None


def note_location(session: Session, key: str, location: str) -> None:
    """Note where a form that was applied just now leads, for whoever sends it again."""
    session.execute(NOTE_LOCATION, {"key": key, "location": location})


def find_location(session: Session, key: str) -> str:
    """Where a form that was applied already led."""
    return str(APPLIED.run(session, {"key": key}).scalar_one())


def prune_requests(session: Session, now: datetime, *, limit: int) -> int:
    """Forget old counts and keys of forms that nobody still has open; returns how many."""
    connection = session.connection()
    counts = connection.execute(PRUNE_COUNTS, {"before": now - KEEP_COUNTS, "most": limit}).rowcount
    forms = connection.execute(PRUNE_SUBMISSIONS, {"before": now - KEEP_SUBMISSIONS, "most": limit}).rowcount
    return counts + forms
