"""Finding (or opening) the chat of a sender whom the door did not know, and following those who got other names."""

from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import text
from sqlmodel import Session

from core.alerts.actions import raise_alert
from core.clock import read_now
from core.customers.actions import recognise
from core.customers.changes import follow_change
from core.db import is_trouble_of_the_database
from core.inbox.claims import record_failure
from core.inbox.lifecycle import InboxAct
from core.inbox.moves import move
from core.inbox.senders import read_change, read_sender
from core.outside import as_object, load

log = structlog.get_logger(__name__)

SENDERS_AT_ONCE = 50
ROUTING_LOCK = 7_266_022

# One router at a time: two of them would make two customers of one person's first two messages.
LOCK = text(
    """
    SELECT pg_try_advisory_xact_lock(:lock) WHERE EXISTS (
        SELECT FROM inbox WHERE status = 'pending' AND kind = 'message' AND chat_id IS NULL
           AND (next_attempt_at IS NULL OR next_attempt_at <= jamango_now()))
    """
)

# Somebody's new number writes as soon as it is theirs: news of a change, which come without a sender, take effect
# before the strangers of the same second are met.
UNROUTED = text(
    """
    SELECT id, sender_phone, sender_user_id, payload FROM inbox
    WHERE status = 'pending' AND kind = 'message' AND chat_id IS NULL
      AND (next_attempt_at IS NULL OR next_attempt_at <= jamango_now())
    ORDER BY sent_at, (sender_phone IS NULL AND sender_user_id IS NULL) DESC, id LIMIT :most FOR UPDATE SKIP LOCKED
    """
)
GIVE_CHAT = text("UPDATE inbox SET chat_id = :chat_id WHERE id = :id")
FOLLOWED = text(move(InboxAct.HANDLE, "item.id = :id", error=":error", sets="kind = 'news'"))
SET_ASIDE = text(move(InboxAct.SET_ASIDE, "item.id = :id", error="'no sender'"))

Sender = tuple[str | None, str | None]


def route_unknown_senders(session: Session) -> int:
    """Give every message without a chat the chat of its sender; returns how many were looked at.

    A message that names nobody cannot be answered: it is set aside as dead, with an alert. One whose sender cannot be
    recognised for a fault of ours is tried again later, five times in all, and holds nobody else up.
    """
    if not session.execute(LOCK, {"lock": ROUTING_LOCK}).scalar():
        return 0
    rows = session.execute(UNROUTED, {"most": SENDERS_AT_ONCE}).all()
    now = read_now(session)
    chats: dict[Sender, int | None] = {}
    for row in rows:
        sender = (row.sender_phone, row.sender_user_id)
        if sender == (None, None):
            _take_nameless(session, row, now)
            continue
        if sender not in chats:
            chats[sender] = _find_chat(session, row, now)
        if chats[sender] is not None:
            session.execute(GIVE_CHAT, {"id": row.id, "chat_id": chats[sender]})
    return len(rows)


def _find_chat(session: Session, row: Any, now: datetime) -> int | None:
    """The chat of a message's sender, opened if need be; None when that fails, which is noted on the message."""
    try:
        with session.begin_nested():
            letter = load(bytes(row.payload))
            sender = read_sender(as_object(letter, "message"), as_object(letter, "contact"))
            return recognise(
                session,
                phone=row.sender_phone,
                user_id=row.sender_user_id,
                parent_user_id=sender.parent_user_id,
                name=sender.name,
                now=now,
            ).chat_id
    except Exception as error:
        _note_failure(session, row, error, now)
        return None


def _take_nameless(session: Session, row: Any, now: datetime) -> None:
    """News of a change of names is followed and makes nobody; anything else without a sender is set aside."""
    try:
        with session.begin_nested():
            change = read_change(as_object(load(bytes(row.payload)), "message"))
            if change is None:
                session.execute(SET_ASIDE, {"id": row.id})
                raise_alert(session, "message-without-sender", "whatsapp", event=row.id)
            else:
                error = "" if follow_change(session, change) else "nobody followed"
                session.execute(FOLLOWED, {"id": row.id, "error": error})
    except Exception as error:
        _note_failure(session, row, error, now)


def _note_failure(session: Session, row: Any, error: Exception, now: datetime) -> None:
    if is_trouble_of_the_database(error):
        raise error
    log.error("sender_not_recognised", inbox=row.id, exc_info=error)
    if record_failure(session, row.id, type(error).__name__, now):
        raise_alert(session, "message-without-sender", "whatsapp", event=row.id)
