"""Finding (or opening) the chat of a sender whom the door did not know."""

import json
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.clock import read_now
from core.customers.actions import recognise

SENDERS_AT_ONCE = 50
ROUTING_LOCK = 7_266_022

# One router at a time: two of them would make two customers of one person's first two messages.
LOCK = text("SELECT pg_try_advisory_xact_lock(:lock)")

UNROUTED = text(
    """
    SELECT id, sender_phone, sender_user_id, payload FROM inbox
    WHERE status = 'pending' AND kind = 'message' AND chat_id IS NULL
    ORDER BY sent_at, id LIMIT :most FOR UPDATE SKIP LOCKED
    """
)


def route_unknown_senders(session: Session) -> int:
    """Give every message without a chat the chat of its sender; returns how many were routed.

    A message that names nobody cannot be answered: it is set aside as dead.
    """
    if not session.execute(LOCK, {"lock": ROUTING_LOCK}).scalar_one():
        return 0
    rows = session.execute(UNROUTED, {"most": SENDERS_AT_ONCE}).all()
    if not rows:
        return 0
    now = read_now(session)
    chats: dict[tuple[str | None, str | None], int] = {}
    for row in rows:
        sender = (row.sender_phone, row.sender_user_id)
        if sender == (None, None):
            session.execute(
                text("UPDATE inbox SET status = 'dead', handled_at = :now, error = 'no sender' WHERE id = :id"),
                {"id": row.id, "now": now},
            )
            continue
        if sender not in chats:
            contact = _read_contact(bytes(row.payload))
            chats[sender] = recognise(
                session,
                phone=row.sender_phone,
                user_id=row.sender_user_id,
                parent_user_id=contact.get("parent_user_id"),
                name=_read_name(contact),
                now=now,
            ).chat_id
        session.execute(
            text("UPDATE inbox SET chat_id = :chat_id WHERE id = :id"), {"id": row.id, "chat_id": chats[sender]}
        )
    return len(rows)


def _read_contact(payload: bytes) -> dict[str, Any]:
    contact = json.loads(payload).get("contact")
    return contact if isinstance(contact, dict) else {}


def _read_name(contact: dict[str, Any]) -> str:
    profile = contact.get("profile")
    name = profile.get("name") if isinstance(profile, dict) else None
    return name if isinstance(name, str) else ""
