"""Messages that lie in the inbox already, for tests that count turns instead of time."""

from __future__ import annotations

import json
from datetime import timedelta

from sqlalchemy import text

from core.clock import read_now
from core.db import transaction
from core.recognition.actions import recognise
from jamango.turns import take_turn

LAY = text(
    """
    INSERT INTO inbox (provider, event_key, kind, chat_id, sender_phone, payload, sent_at, received_at)
    VALUES ('whatsapp', :key, 'message', :chat_id, :phone, :payload, :sent_at, :sent_at)
    RETURNING id
    """
)


def open_chat(phone: str) -> int:
    """Somebody we know; returns the chat."""
    with transaction() as session:
        now = read_now(session)
        person = recognise(session, phone=phone, user_id=None, parent_user_id=None, name="Asha", now=now)
        return person.chat_id


def lay(phone: str, words: str, *, chat_id: int | None = None, seconds_ago: float = 0) -> int:
    """One stored message; returns its row."""
    with transaction() as session:
        sent_at = read_now(session) - timedelta(seconds=seconds_ago)
        message = {
            "from": phone,
            "id": f"wamid.{words}",
            "timestamp": str(int(sent_at.timestamp())),
            "type": "text",
            "text": {"body": words.split("#", maxsplit=1)[0]},
        }
        payload = json.dumps({"metadata": None, "contact": {"wa_id": phone}, "message": message}).encode()
        values = {"key": f"{phone}:{words}", "chat_id": chat_id, "phone": phone, "payload": payload}
        return int(session.execute(LAY, {**values, "sent_at": sent_at}).scalar_one())


def turn() -> bool:
    """One turn of the worker, whose read receipts nobody sees."""
    return take_turn(lambda *_: None)


def turns_until_handled(row: int, most: int = 400) -> int:
    """Take turns until the message has been handled; returns how many that took."""
    for taken in range(1, most + 1):
        turn()
        if state_of(row) != "pending":
            return taken
    raise AssertionError(f"not handled after {most} turns")


def state_of(row: int) -> str:
    with transaction() as session:
        return str(session.execute(text("SELECT status FROM inbox WHERE id = :id"), {"id": row}).scalar_one())


def answered() -> list[int]:
    """The messages that were answered, in the order of the answers."""
    with transaction() as session:
        query = "SELECT answers_id FROM outbox WHERE kind = 'message' AND answers_id IS NOT NULL ORDER BY id"
        return list(session.execute(text(query)).scalars())
