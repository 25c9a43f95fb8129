"""Finding (or opening) the chat of a sender whom the door did not know."""

import json
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import text
from sqlmodel import Session

from core.alerts.actions import raise_alert
from core.clock import read_now
from core.customers.actions import recognise
from core.db import is_trouble_of_the_database
from core.inbox.claims import record_failure

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

# Somebody's new number writes as soon as it is theirs: news of a change takes effect before strangers are met.
SYSTEM = b'"type": "system"'

UNROUTED = text(
    """
    SELECT id, sender_phone, sender_user_id, payload FROM inbox
    WHERE status = 'pending' AND kind = 'message' AND chat_id IS NULL
      AND (next_attempt_at IS NULL OR next_attempt_at <= jamango_now())
    ORDER BY sent_at, id LIMIT :most FOR UPDATE SKIP LOCKED
    """
)
GIVE_CHAT = text("UPDATE inbox SET chat_id = :chat_id WHERE id = :id")
SET_ASIDE = text("UPDATE inbox SET status = 'dead', handled_at = :now, error = 'no sender' WHERE id = :id")

Sender = tuple[str | None, str | None]


def route_unknown_senders(session: Session) -> int:
    """Give every message without a chat the chat of its sender; returns how many were looked at.

    A message that names nobody cannot be answered: it is set aside as dead. One whose sender cannot be recognised for
    a fault of ours is tried again later, five times in all, and holds nobody else up.
    """
    if not session.execute(LOCK, {"lock": ROUTING_LOCK}).scalar():
        return 0
    rows = session.execute(UNROUTED, {"most": SENDERS_AT_ONCE}).all()
    now = read_now(session)
    chats: dict[Sender, int | None] = {}
    for row in rows:
        sender = (row.sender_phone, row.sender_user_id)
        if sender == (None, None):
            session.execute(SET_ASIDE, {"id": row.id, "now": now})
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
            contact = _read_contact(bytes(row.payload))
            return recognise(
                session,
                phone=row.sender_phone,
                user_id=row.sender_user_id,
                parent_user_id=contact.get("parent_user_id"),
                name=_read_name(contact),
                now=now,
            ).chat_id
    except Exception as error:
        if is_trouble_of_the_database(error):
            raise
        log.exception("sender_not_recognised", inbox=row.id)
        if record_failure(session, row.id, type(error).__name__, now):
            raise_alert(session, "message-set-aside", f"inbox:{row.id}", reason=type(error).__name__)
        return None


def _read_contact(payload: bytes) -> dict[str, Any]:
    contact = json.loads(payload).get("contact")
    return contact if isinstance(contact, dict) else {}


def _read_name(contact: dict[str, Any]) -> str:
    profile = contact.get("profile")
    name = profile.get("name") if isinstance(profile, dict) else None
    return name if isinstance(name, str) else ""
