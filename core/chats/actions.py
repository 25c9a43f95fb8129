"""Writing back what a turn changed of its chat."""

import json

from sqlalchemy import text
from sqlmodel import Session

from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.chats.tables import Chat

SAVE = text(
    """
    UPDATE chats SET script = :script, step = :step, memory = CAST(:memory AS jsonb), turn = :turn,
        last_inbound_at = :last_inbound_at, served_at = :served_at, parked_until = :parked_until,
        waits_since = :waits_since
    WHERE id = :id
    """
)

WRITTEN = {"id", "script", "step", "turn", "last_inbound_at", "served_at", "parked_until", "waits_since"}


def save_chat(session: Session, chat: Chat) -> None:
    """Write the whole state of a chat whose row is locked: once a turn, and apart from what the session watches, so
    that whoever locks and reads the same row meanwhile undoes nothing."""
    session.execute(SAVE, {**chat.model_dump(include=WRITTEN), "memory": json.dumps(chat.memory)})
    note_change(session, Subject.CHAT, chat.id)
