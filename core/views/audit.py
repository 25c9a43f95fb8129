"""Who did what to what, the newest first."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement


class AuditLine(NamedTuple):
    """One deed. `order_code` is that of the order it was done to."""

    entry_id: int
    at: datetime
    actor: str
    action: str
    subject: str
    details: dict[str, Any]
    order_code: str | None


# Each filter has an index of its own; without one, the newest are the newest ids.
LINES = Statement(
    """
    SELECT a.id AS entry_id, a.at, a.actor, a.action, a.subject, a.details,
           (SELECT o.code FROM orders o WHERE a.subject ~ '^order:[0-9]{1,18}$'
              AND o.id = CAST(substr(a.subject, 7) AS bigint)) AS order_code
      FROM (SELECT * FROM audit_log
             WHERE (CAST(:actor AS text) IS NULL OR actor = :actor)
               AND (CAST(:action AS text) IS NULL OR action = :action)
               AND (CAST(:subject AS text) IS NULL OR subject = :subject)
               AND (NOT :staff_alone OR actor LIKE 'staff:%')
               AND (CAST(:before AS bigint) IS NULL OR id < :before)
             ORDER BY id DESC LIMIT :most) a
     ORDER BY a.id DESC
    """,
    AuditLine,
)
ACTIONS = Statement(
    """
    WITH RECURSIVE known AS (
        (SELECT action FROM audit_log ORDER BY action LIMIT 1)
        UNION ALL
        SELECT (SELECT a.action FROM audit_log a WHERE a.action > known.action ORDER BY a.action LIMIT 1)
          FROM known WHERE known.action IS NOT NULL
    ) SELECT action FROM known WHERE action IS NOT NULL
    """,
    str,
)
ORDER = Statement("SELECT id FROM orders WHERE code = :code", int)


def audit_lines(
    session: Session,
    *,
    actor: str | None = None,
    action: str | None = None,
    subject: str | None = None,
    staff_alone: bool = False,
    before: int | None = None,
    most: int,
) -> list[AuditLine]:
    """What was done, narrowed; `before` is the id of the last line of the page before."""
    values = {"actor": actor, "action": action, "subject": subject, "staff_alone": staff_alone}
    return LINES.all(session, {**values, "before": before, "most": most})


def known_actions(session: Session) -> list[str]:
    """Every kind of deed there is, by skipping from one to the next in the index."""
    return ACTIONS.all(session, {})


def order_of_code(session: Session, code: str) -> int | None:
    """The order's id, for what was done to it."""
    return ORDER.first(session, {"code": code.strip().upper()})
