"""Questions about what came."""

from __future__ import annotations

from sqlmodel import Session

from core.query import Statement

MESSAGE = Statement(
    """
    SELECT payload FROM inbox
     WHERE provider = 'whatsapp' AND event_key = :message_id AND chat_id = :chat_id
    """,
    bytes,
)


def message_of_chat(session: Session, message_id: str, chat_id: int) -> bytes | None:
    """Meta's JSON of a message that came in this very chat: nobody reads another's words by naming their message."""
    return MESSAGE.first(session, {"message_id": message_id, "chat_id": chat_id})
