"""Raising a matter for the founder: once as a message, however often it comes up, unless each time is news."""

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.errors import Refusal
from core.mutes.actions import is_muted
from core.notices import notify_founders
from core.settings import get_settings
from core.staff.rules import Right, require

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
SETTLE = text("UPDATE alerts SET resolved_at = :now WHERE id = :id AND resolved_at IS NULL RETURNING code, subject")
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
        values = {"subject": subject, "link": link_to(f"/admin/alerts#alert-{row.id}"), **details}
        notify_founders(session, f"alert-{code}", values, dedupe_key=f"alert:{row.id}")


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


def settle_alert(session: Session, alert_id: int, now: datetime, *, actor: Actor) -> None:
    """Close a matter by hand: somebody has dealt with it. Raises Refusal `not-allowed`, `alert-settled`."""
    require(actor, Right.RESOLVE_ALERTS)
    row = session.execute(SETTLE, {"id": alert_id, "now": now}).one_or_none()
    if row is None:
        raise Refusal("alert-settled")
    note_change(session, Subject.ALERT, alert_id)
    record(session, actor=actor, action="alert-settled", subject=f"alert:{alert_id}", code=row.code, about=row.subject)


def tell_news(session: Session, kind: str, values: dict[str, Any], *, path: str, dedupe_key: str) -> None:
    """Tell the founders of what is no matter to settle, once: `notices-alert-<kind>`, with a link to a page of ours.

    It costs one look while she has muted the kind.
    """
    if not is_muted(session, kind):
        notify_founders(session, f"alert-{kind}", {**values, "link": link_to(path)}, dedupe_key=dedupe_key)


def link_to(path: str) -> str:
    """Where a page of the office is."""
    return get_settings().public_url.rstrip("/") + path


def open_subjects(session: Session, code: str) -> list[str]:
    """What the open matters of this code are about."""
    query = text("SELECT subject FROM alerts WHERE code = :code AND resolved_at IS NULL")
    return list(session.execute(query, {"code": code}).scalars())
