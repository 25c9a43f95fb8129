"""Questions about what we sent."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement


class Instead(NamedTuple):
    """A message and what goes in its place, both in Graph's shape."""

    chat_id: int
    message: dict[str, Any]
    otherwise: dict[str, Any]


INSTEAD = Statement(
    """
    SELECT chat_id, body -> 'message' AS message, body -> 'otherwise' AS otherwise FROM outbox
     WHERE id = :id AND kind = 'message' AND jsonb_typeof(body -> 'otherwise') = 'object'
    """,
    Instead,
)
ABOUT = Statement(
    """
    SELECT coalesce(body -> 'values' ->> 'chat_id', body ->> 'about_chat_id') AS chat_id FROM outbox
     WHERE provider_message_id = :message_id AND chat_id = :chat_id
    """,
    lambda chat_id: None if chat_id is None else int(chat_id),
)


APPROVED = Statement(
    "SELECT count(*) AS approved FROM templates WHERE name = :name AND language = 'en' AND status = 'APPROVED'", int
)


def template_is_approved(session: Session, name: str) -> bool:
    """Whether Meta takes messages by a template of ours, as far as we know: in English, which everybody is written in
    else."""
    return APPROVED.one(session, {"name": name}) > 0


def chat_that_message_is_about(session: Session, message_id: str, chat_id: int) -> int | None:
    """The customer's chat that a message of ours in a chat of staff (Meta's id) speaks of; None when it names none."""
    return ABOUT.first(session, {"message_id": message_id, "chat_id": chat_id})


def words_instead(session: Session, row_id: int) -> Instead | None:
    """What a message carries for who cannot be shown it; None when it carries nothing."""
    return INSTEAD.first(session, {"id": row_id})


class TemplateStanding(NamedTuple):
    """How a template in a language stood at Meta when it was last seen (UTC), and why it is refused if it is."""

    name: str
    language: str
    status: str
    reason: str
    checked_at: datetime


STANDINGS = Statement(
    "SELECT name, language, status, reason, checked_at FROM templates ORDER BY name, language", TemplateStanding
)


def template_standings(session: Session) -> list[TemplateStanding]:
    """Every template that Meta was asked about."""
    return STANDINGS.all(session, {})
