"""Claiming stored events: a whole chat for its messages, single rows for everything else.

A chat is claimed, not a message, because skipping locked messages would hand one customer's words to two workers
and lose their order (RELIABILITY §0.4).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.chats.actions import chat_of
from core.chats.tables import Chat
from core.ids import jitter
from core.inbox.lifecycle import InboxAct
from core.inbox.moves import move
from core.inbox.tables import InboxKind
from core.query import Query

TRIES = 5
MESSAGES_PER_TURN = 5
RETRY_SECONDS = 0.25

# The first in line, straight from its index, however many wait.
COLUMNS = ", ".join(f"chats.{name}" for name in Chat.model_fields)
CLAIM_CHAT = Query(
    f"""
    SELECT {COLUMNS} FROM inbox JOIN chats ON chats.id = inbox.chat_id
    WHERE inbox.status = 'pending' AND inbox.kind = 'message' AND inbox.chat_id IS NOT NULL
      AND inbox.queued_at IS NOT NULL
      AND (inbox.next_attempt_at IS NULL OR inbox.next_attempt_at <= (SELECT jamango_now()))
    ORDER BY inbox.queued_at, inbox.id LIMIT 1 FOR NO KEY UPDATE OF chats SKIP LOCKED
    """  # noqa: S608 - the columns of our own table
)

# Whoever was served and has more to say goes to the end of the line, with one message of his for all of them: five
# hundred of one person keep nobody waiting, and need not be passed over at every claim.
LINE_UP_AGAIN = Query(
    """
    UPDATE inbox SET queued_at = CASE WHEN inbox.id = head.id THEN jamango_now() END
    FROM (SELECT id FROM inbox WHERE chat_id = :chat_id AND status = 'pending' AND kind = 'message'
          ORDER BY sent_at, id LIMIT 1) AS head
    WHERE inbox.chat_id = :chat_id AND inbox.status = 'pending' AND inbox.kind = 'message'
      AND (inbox.queued_at IS NOT NULL OR inbox.id = head.id)
    """
)

# The oldest messages of a chat whose row is locked, handled from here on unless the transaction fails. One that is to
# be tried later ends the turn before it. One that was stored before the door could know its sender's chat may be older
# than all of these, so there is no turn until it has its chat. Whether another chat stands in line spares who comes
# back from this one the look for it.
DUE_MESSAGES = """
    WITH line AS (
        SELECT id, sent_at, count(*) OVER () AS waiting,
               bool_or(coalesce(next_attempt_at > jamango_now(), false)) OVER (ORDER BY sent_at, id) AS is_held_up
        FROM inbox WHERE chat_id = :chat_id AND status = 'pending' AND kind = 'message'
    ), strangers AS (
        SELECT EXISTS (
            SELECT FROM inbox WHERE status = 'pending' AND kind = 'message' AND chat_id IS NULL) AS wait
    ), due AS (
        SELECT line.* FROM line, strangers WHERE NOT is_held_up AND NOT (strangers.wait AND EXISTS (
            SELECT FROM inbox AS stray JOIN inbox AS known ON known.chat_id = :chat_id
               AND known.status = 'pending' AND known.kind = 'message'
               AND (known.sender_phone = stray.sender_phone OR known.sender_user_id = stray.sender_user_id)
             WHERE stray.status = 'pending' AND stray.kind = 'message' AND stray.chat_id IS NULL
               AND (stray.next_attempt_at IS NULL OR stray.next_attempt_at <= jamango_now())))
        ORDER BY line.sent_at, line.id LIMIT :most
    )
"""
OTHERS_WAIT = """EXISTS (
            SELECT FROM inbox AS other WHERE other.status = 'pending' AND other.kind = 'message'
               AND other.chat_id <> :chat_id AND other.queued_at IS NOT NULL
               AND (other.next_attempt_at IS NULL OR other.next_attempt_at <= (SELECT jamango_now()))) AS others_wait"""
TAKE_MESSAGES = Query(
    DUE_MESSAGES
    + move(
        InboxAct.HANDLE,
        "item.id = due.id",
        source="due, strangers",
        returning=f"""item.id, item.event_key, item.payload, item.sent_at, item.received_at, item.attempts,
        jamango_now() AS now, due.waiting, strangers.wait AS strangers_wait, {OTHERS_WAIT}""",
    )
)

HANDLE = text(move(InboxAct.HANDLE, "item.id = ANY(:ids)"))
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


@dataclass(frozen=True, slots=True)
class ClaimedChat:
    """One chat, locked, with its oldest messages in order, and how many waited in all.

    `strangers_wait` when there may be messages that have no chat yet; `events` is empty while one of them is this
    chat's. `others_wait` when there is a turn to be taken in another chat.
    """

    chat: Chat
    events: list[PendingEvent]
    waiting: int
    now: datetime
    strangers_wait: bool
    others_wait: bool = True

    @property
    def is_last(self) -> bool:
        """Whether nobody waits for another turn, as far as could be seen when this one began."""
        return not self.others_wait and self.waiting <= len(self.events)


def claim_turn(session: Session) -> ClaimedChat | None:
    """Lock the chat that has waited longest and take its oldest messages; None when nobody waits.

    They are handled when the transaction commits, and pending as before when it does not. The chat is the turn's own:
    `save_chat` writes back what becomes of it.
    """
    found = CLAIM_CHAT.run(session, {}).first()
    if found is None:
        return None
    chat = chat_of(found)
    rows = TAKE_MESSAGES.run(session, {"chat_id": chat.id, "most": MESSAGES_PER_TURN}).all()
    if not rows or rows[0].waiting > len(rows):
        LINE_UP_AGAIN.run(session, {"chat_id": chat.id})
    if not rows:
        return ClaimedChat(chat, [], 0, chat.created_at, strangers_wait=True)
    events = sorted((_read(row) for row in rows), key=lambda event: (event.sent_at, event.id))
    first = rows[0]
    return ClaimedChat(chat, events, first.waiting, first.now, first.strangers_wait, first.others_wait)


def claim_others(session: Session, kind: InboxKind, most: int) -> list[PendingEvent]:
    """Lock up to `most` due events of a kind that has no order."""
    return [_read(row) for row in session.execute(CLAIM_OTHERS, {"kind": kind.value, "most": most})]


def claim_one(session: Session, event_id: int) -> PendingEvent | None:
    """Lock this event; None when somebody else has it or it is done."""
    row = session.execute(CLAIM_ONE, {"id": event_id}).one_or_none()
    return None if row is None else _read(row)


def mark_handled(session: Session, ids: list[int]) -> None:
    """The events took effect in this very transaction."""
    if ids:
        session.execute(HANDLE, {"ids": ids})


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
    LINE_UP_AGAIN.run(session, {"chat_id": chat_id})  # it may have stood there for others
    return True


def _read(row: Any) -> PendingEvent:
    return PendingEvent(
        id=row.id,
        event_key=row.event_key,
        payload=bytes(row.payload),
        sent_at=row.sent_at,
        received_at=row.received_at,
        attempts=row.attempts,
        provider=getattr(row, "provider", ""),
    )
