"""Claiming stored events that have no order, and what becomes of any that fails; chats are claimed in `turns`."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.ids import jitter
from core.inbox.lifecycle import InboxAct
from core.inbox.line import line_up_again
from core.inbox.moves import move
from core.inbox.tables import InboxKind
from core.query import Query, one_of

TRIES = 5
RETRY_SECONDS = 0.25

HANDLE = Query(move(InboxAct.HANDLE, f"item.id = {one_of('ids')}"))
SET_ASIDE = text(move(InboxAct.SET_ASIDE, "item.id = :id", error="item.error", returning="item.chat_id"))
CLAIM_OTHERS = text(
    """
    SELECT id, provider, event_key, payload, sent_at, received_at, attempts FROM inbox
    WHERE kind = :kind AND status = 'pending' AND (next_attempt_at IS NULL OR next_attempt_at <= jamango_now())
    ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED
    """
)
CLAIM_ONE = text(
    """
    SELECT id, provider, event_key, payload, sent_at, received_at, attempts FROM inbox
    WHERE id = :id AND status = 'pending' FOR UPDATE SKIP LOCKED
    """
)


@dataclass(frozen=True, slots=True)
class PendingEvent:
    """A stored event that is to be handled in the open transaction."""

    id: int
    event_key: str
    payload: bytes
    sent_at: datetime
    received_at: datetime
    attempts: int
    provider: str = ""


def claim_others(session: Session, kind: InboxKind, most: int) -> list[PendingEvent]:
    """Lock up to `most` due events of a kind that has no order."""
    return [read_event(row) for row in session.execute(CLAIM_OTHERS, {"kind": kind.value, "most": most})]


def claim_one(session: Session, event_id: int) -> PendingEvent | None:
    """Lock this event; None when somebody else has it or it is done."""
    row = session.execute(CLAIM_ONE, {"id": event_id}).one_or_none()
    return None if row is None else read_event(row)


def mark_handled(session: Session, ids: list[int]) -> None:
    """The events took effect in this very transaction."""
    if ids:
        HANDLE.run(session, {"ids": ids})


def try_later(session: Session, event_id: int, due_at: datetime, reason: str) -> None:
    """Leave one event pending until `due_at` without counting a failure (a status that came before its message)."""
    session.execute(
        text("UPDATE inbox SET next_attempt_at = :due, error = :reason WHERE id = :id"),
        {"id": event_id, "due": due_at, "reason": reason},
    )


def record_failure(session: Session, event_id: int, error: str, now: datetime) -> bool:
    """Count a failed try, in a transaction of its own; True when it was the last and the event is set aside."""
    attempts = session.execute(
        text("UPDATE inbox SET attempts = attempts + 1, error = :error WHERE id = :id RETURNING attempts"),
        {"id": event_id, "error": error[:500]},
    ).scalar_one()
    if attempts < TRIES:
        try_later(session, event_id, now + timedelta(seconds=jitter(RETRY_SECONDS * 2**attempts)), error[:500])
        return False
    chat_id = session.execute(SET_ASIDE, {"id": event_id}).scalar_one()
    line_up_again(session, chat_id)  # it may have stood there for others
    return True


def read_event(row: Any) -> PendingEvent:
    """The event of a row that has its columns."""
    return PendingEvent(
        id=row.id,
        event_key=row.event_key,
        payload=bytes(row.payload),
        sent_at=row.sent_at,
        received_at=row.received_at,
        attempts=row.attempts,
        provider=getattr(row, "provider", ""),
    )
