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


# Every filter, whatever the rows are found by: an index of the log has staff, another actions, another subjects.
PAGE = """
   AND (CAST(:subject AS text) IS NULL OR subject = :subject)
   AND (CAST(:kind AS text) IS NULL OR split_part(subject, ':', 1) = :kind)
   AND (CAST(:before AS bigint) IS NULL OR id < :before) ORDER BY id DESC LIMIT :most"""
COLUMNS = "id AS entry_id, at, actor, action, subject, details"
NEWEST = Statement(
    f"SELECT {COLUMNS} FROM audit_log WHERE true {PAGE}",  # noqa: S608 - SQL of this module
    AuditLine,
    plans_anew=True,
)


def _one_by_one(column: str, also: str) -> Statement[AuditLine]:
    """The newest of each value of a column, of which there are few, then the newest of them all."""
    return Statement(
        f"""
        SELECT line.* FROM unnest(CAST(:values AS text[])) AS value, LATERAL (
            SELECT {COLUMNS} FROM audit_log WHERE {column} = value {also} {PAGE}) AS line
         ORDER BY line.entry_id DESC LIMIT :most
        """,  # noqa: S608 - SQL of this module
        AuditLine,
        plans_anew=True,
    )


OF_STAFF = _one_by_one("actor", "AND actor LIKE 'staff:%'")
OF_ACTIONS = _one_by_one("action", "")


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
        return OF_STAFF.all(session, {**values, "values": [f"staff:{each}:{role}" for each in staff for role in Role]})
    if kind is not None and subject is None:
        actions = [each.action for each in known_actions(session) if each.kind == kind]
        return OF_ACTIONS.all(session, {**values, "values": actions})
    return NEWEST.all(session, values)


def known_actions(session: Session) -> list[KnownAction]:
    """Every kind of deed there is, by skipping from one to the next in the index."""
    return ACTIONS.all(session, {})


def order_of_code(session: Session, code: str) -> int | None:
    """The order's id, for what was done to it."""
    return ORDER.first(session, {"code": code.strip().upper()})
