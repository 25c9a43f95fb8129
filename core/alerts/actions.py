"""Raising a matter for the founder: once as a message, however often it comes up, unless each time is news."""

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.notices import notify_founders

RAISE = text(
    """
    INSERT INTO alerts (code, subject, details) VALUES (:code, :subject, CAST(:details AS jsonb))
    ON CONFLICT (code, subject) WHERE resolved_at IS NULL
    DO UPDATE SET times = alerts.times + 1, details = EXCLUDED.details
    RETURNING id, times
    """
)
CLOSE_EARLIER = text(
    """
    UPDATE alerts SET resolved_at = :now
     WHERE code = :code AND subject = :subject AND resolved_at IS NULL AND raised_at <= :before
    RETURNING id
    """
)
RESOLVE = text(
    """
    UPDATE alerts SET resolved_at = :now WHERE code = :code AND subject = :subject AND resolved_at IS NULL
    RETURNING id
    """
)


def raise_alert(session: Session, code: str, subject: str, **details: Any) -> None:
    """Open (or count again) the matter `code` about `subject`, and tell the founders the first time.

    The wording is `notices-alert-<code>`; `details` are JSON values without customers' words.
    """
    row = session.execute(RAISE, {"code": code, "subject": subject, "details": json.dumps(details)}).one()
    note_change(session, Subject.ALERT, row.id)
    if row.times == 1:
        notify_founders(session, f"alert-{code}", {"subject": subject, **details}, dedupe_key=f"alert:{row.id}")


def ring_anew(
    session: Session, code: str, subject: str, now: datetime, *, again_after: timedelta = timedelta(0), **details: Any
) -> None:
    """Raise a matter of which every event is news: what was raised `again_after` ago or before is closed first."""
    values = {"code": code, "subject": subject, "now": now, "before": now - again_after}
    note_change(session, Subject.ALERT, *session.scalars(CLOSE_EARLIER, values))
    raise_alert(session, code, subject, **details)


def resolve_alert(session: Session, code: str, subject: str, now: datetime) -> None:
    """Close the matter when it has been dealt with."""
    note_change(session, Subject.ALERT, *session.scalars(RESOLVE, {"now": now, "code": code, "subject": subject}))


def open_subjects(session: Session, code: str) -> list[str]:
    """What the open matters of this code are about."""
    query = text("SELECT subject FROM alerts WHERE code = :code AND resolved_at IS NULL")
    return list(session.execute(query, {"code": code}).scalars())
