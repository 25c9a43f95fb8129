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
       AND (CAST(:kind AS text) IS NULL OR split_part(subject, ':', 1) = :kind) AND id < :before
     ORDER BY id DESC LIMIT :most
    """,
    AuditLine,
    plans_anew=True,
)
# Of few people, and of few actions: the newest of each, and of those the newest. Compared as rows, so that only the
# index of both columns has the order: by ids alone, what is rare would be looked for in the whole log.
OF_STAFF = Statement(
    """
    SELECT line.* FROM unnest(CAST(:actors AS text[])) AS one, LATERAL (
        SELECT id AS entry_id, at, actor, action, subject, details FROM audit_log
         WHERE (actor, id) < (one, CAST(:before AS bigint)) AND actor >= one AND actor LIKE 'staff:%'
           AND (CAST(:subject AS text) IS NULL OR subject = :subject)
           AND (CAST(:kind AS text) IS NULL OR split_part(subject, ':', 1) = :kind)
         ORDER BY actor DESC, id DESC LIMIT :most) AS line
     ORDER BY line.entry_id DESC LIMIT :most
    """,
    AuditLine,
    plans_anew=True,
)
OF_ACTIONS = Statement(
    """
    SELECT line.* FROM unnest(CAST(:actions AS text[])) AS one, LATERAL (
        SELECT id AS entry_id, at, actor, action, subject, details FROM audit_log
         WHERE (action, id) < (one, CAST(:before AS bigint)) AND action >= one
           AND split_part(subject, ':', 1) = :kind
           AND (CAST(:actors AS text[]) IS NULL OR actor = ANY(CAST(:actors AS text[])))
         ORDER BY action DESC, id DESC LIMIT :most) AS line
     ORDER BY line.entry_id DESC LIMIT :most
    """,
    AuditLine,
    plans_anew=True,
)
LAST = 2**63 - 1  # above every id
# What customers, Razorpay and jobs do far more often than staff: there, a person's deeds are found by the person.
DONE_BY_ALL = frozenset({"order", "payment", "refund"})
# What is done to one of them is done to the others too: a number moves, a sign-in is set.
PEOPLE = frozenset({"customer", "staff", "role"})


class KnownAction(NamedTuple):
    """A kind of deed, and the kind of thing that it was first done to."""

    action: str
    kind: str


ACTIONS = Statement(
    """
    WITH RECURSIVE known AS (
        (SELECT action, subject FROM audit_log ORDER BY action, id LIMIT 1)
        UNION ALL
        SELECT next.action, next.subject FROM known, LATERAL (
            SELECT a.action, a.subject FROM audit_log a WHERE a.action > known.action
             ORDER BY a.action, a.id LIMIT 1) AS next
    ) SELECT action, split_part(subject, ':', 1) AS kind FROM known
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
    actors = [f"staff:{each}:{role}" for each in staff for role in Role] or None
    values = {"actors": actors, "kind": kind, "subject": subject, "before": before or LAST, "most": most}
    if kind is not None and subject is None and not (actors and kind in DONE_BY_ALL):
        kinds = PEOPLE if kind in PEOPLE else {kind}
        actions = [each.action for each in known_actions(session) if each.kind in kinds]
        return OF_ACTIONS.all(session, {**values, "actions": actions})
    return (OF_STAFF if actors else NEWEST).all(session, values)


def known_actions(session: Session) -> list[KnownAction]:
    """Every kind of deed there is, by skipping from one to the next in the index."""
    return ACTIONS.all(session, {})


def order_of_code(session: Session, code: str) -> int | None:
    """The order's id, for what was done to it."""
    return ORDER.first(session, {"code": code.strip().upper()})
