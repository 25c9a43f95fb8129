"""Who did what to what, the newest first."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.actor import Role
from core.query import Statement


class AuditLine(NamedTuple):
    """One deed, as the log has it (`core/audit/tables.py`)."""

    entry_id: int
    at: datetime
    actor: str
    action: str
    subject: str
    details: dict[str, Any]


# Every filter has an index: subjects, staff and actions each one of theirs; without any, the newest are the newest ids.
NEWEST = Statement(
    """
    SELECT id AS entry_id, at, actor, action, subject, details FROM audit_log
     WHERE (CAST(:subject AS text) IS NULL OR subject = :subject)
       AND (CAST(:kind AS text) IS NULL OR split_part(subject, ':', 1) = :kind)
       AND (CAST(:before AS bigint) IS NULL OR id < :before) ORDER BY id DESC LIMIT :most
    """,
    AuditLine,
    plans_anew=True,
)
# Of few people, and of few actions: the newest of each, and of those the newest.
OF_STAFF = Statement(
    """
    SELECT line.* FROM unnest(CAST(:actors AS text[])) AS one, LATERAL (
        SELECT id AS entry_id, at, actor, action, subject, details FROM audit_log
         WHERE actor = one AND actor LIKE 'staff:%'
           AND (CAST(:subject AS text) IS NULL OR subject = :subject)
           AND (CAST(:kind AS text) IS NULL OR split_part(subject, ':', 1) = :kind)
           AND (CAST(:before AS bigint) IS NULL OR id < :before) ORDER BY id DESC LIMIT :most) AS line
     ORDER BY line.entry_id DESC LIMIT :most
    """,
    AuditLine,
    plans_anew=True,
)
OF_ACTIONS = Statement(
    """
    SELECT line.* FROM unnest(CAST(:actions AS text[])) AS one, LATERAL (
        SELECT id AS entry_id, at, actor, action, subject, details FROM audit_log
         WHERE action = one AND split_part(subject, ':', 1) = :kind
           AND (CAST(:before AS bigint) IS NULL OR id < :before) ORDER BY id DESC LIMIT :most) AS line
     ORDER BY line.entry_id DESC LIMIT :most
    """,
    AuditLine,
    plans_anew=True,
)


class KnownAction(NamedTuple):
    """A kind of deed, and the kind of thing that it was last done to."""

    action: str
    kind: str


ACTIONS = Statement(
    """
    WITH RECURSIVE known AS (
        (SELECT action FROM audit_log ORDER BY action LIMIT 1)
        UNION ALL
        SELECT (SELECT a.action FROM audit_log a WHERE a.action > known.action ORDER BY a.action LIMIT 1)
          FROM known WHERE known.action IS NOT NULL
    ) SELECT action, split_part((SELECT a.subject FROM audit_log a WHERE a.action = known.action
                                  ORDER BY a.id DESC LIMIT 1), ':', 1) AS kind
        FROM known WHERE action IS NOT NULL
    """,
    KnownAction,
)
ORDER = Statement("SELECT id FROM orders WHERE code = :code", int)


def audit_lines(
    session: Session,
    *,
    staff: Collection[int] = (),
    kind: str | None = None,
    subject: str | None = None,
    before: int | None = None,
    most: int,
) -> list[AuditLine]:
    """What was done: by some of the staff, to one thing (`order:12`) or to things of a kind (`order`).

    `before` is the id of the last line of the page before.
    """
    values = {"kind": kind, "subject": subject, "before": before, "most": most}
    if staff:
        return OF_STAFF.all(session, {**values, "actors": [f"staff:{each}:{role}" for each in staff for role in Role]})
    if kind is not None and subject is None:
        actions = [each.action for each in known_actions(session) if each.kind == kind]
        return OF_ACTIONS.all(session, {"kind": kind, "actions": actions, "before": before, "most": most})
    return NEWEST.all(session, values)


def known_actions(session: Session) -> list[KnownAction]:
    """Every kind of deed there is, by skipping from one to the next in the index."""
    return ACTIONS.all(session, {})


def order_of_code(session: Session, code: str) -> int | None:
    """The order's id, for what was done to it."""
    return ORDER.first(session, {"code": code.strip().upper()})
