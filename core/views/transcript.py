"""All that was said in a chat, in order, as it was stored."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement


class Utterance(NamedTuple):
    """One thing that was said, by them (`payload`, Meta's JSON) or by us: `body` is what was meant to be sent,
    `sent_payload` what was, `status` how far it is on our side and `delivery_status` on Meta's. UTC."""

    at: datetime
    id: int
    from_them: bool
    payload: bytes | None
    body: dict[str, Any] | None
    sent_payload: dict[str, Any] | None
    status: str
    delivery_status: str | None


TRANSCRIPT = Statement(
    """
    SELECT received_at AS at, id, true AS from_them, payload, NULL AS body, NULL AS sent_payload, '' AS status,
        NULL AS delivery_status
    FROM inbox WHERE chat_id = :chat_id AND kind = 'message'
    UNION ALL
    SELECT COALESCE(done_at, created_at), id, false, NULL, body, sent_payload, status, delivery_status
    FROM outbox WHERE chat_id = :chat_id AND kind IN ('message', 'notice')
    ORDER BY at, from_them DESC, id
    """,
    Utterance,
)


def transcript(session: Session, chat_id: int) -> list[Utterance]:
    return TRANSCRIPT.all(session, {"chat_id": chat_id})


# The newest of them, still in order.
LATEST = Statement(
    f"""
    SELECT * FROM (
        SELECT * FROM ({TRANSCRIPT.sql}) AS told ORDER BY at DESC, from_them, id DESC LIMIT :limit
    ) AS newest ORDER BY at, from_them DESC, id
    """,  # noqa: S608 - SQL of this module
    Utterance,
)


def latest_of(session: Session, chat_id: int, limit: int) -> list[Utterance]:
    """The last so many things that were said."""
    return LATEST.all(session, {"chat_id": chat_id, "limit": limit})
