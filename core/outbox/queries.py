"""Questions about what we sent."""

from __future__ import annotations

from sqlmodel import Session

from core.query import Statement

ABOUT = Statement(
    """
    SELECT coalesce(body -> 'values' ->> 'chat_id', body ->> 'about_chat_id') AS chat_id FROM outbox
     WHERE provider_message_id = :message_id AND chat_id = :chat_id
    """,
    lambda chat_id: None if chat_id is None else int(chat_id),
)


def chat_that_message_is_about(session: Session, message_id: str, chat_id: int) -> int | None:
    """The customer's chat that a message of ours in a chat of staff (Meta's id) speaks of; None when it names none."""
    return ABOUT.first(session, {"message_id": message_id, "chat_id": chat_id})
