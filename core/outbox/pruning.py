"""Forgetting the words we sent once nobody needs them; that and when we sent stays."""

from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session

KEEP = timedelta(days=180)

PRUNE = text(
    """
    UPDATE outbox SET body = '{}', sent_payload = '{}' WHERE id IN (
        SELECT id FROM outbox WHERE created_at < :before AND status NOT IN ('pending', 'leased') AND body <> '{}'
        ORDER BY created_at LIMIT :most FOR UPDATE SKIP LOCKED
    )
    """
)


FORGET_OF = text(
    """
    UPDATE outbox SET body = '{}', sent_payload = '{}'
     WHERE chat_id = :chat_id AND status NOT IN ('pending', 'leased') AND body <> '{}'
    """
)


def forget_bodies_of(session: Session, chat_id: int) -> None:
    """Empty what was sent to somebody."""
    session.execute(FORGET_OF, {"chat_id": chat_id})


def prune_bodies(session: Session, now: datetime, *, limit: int) -> int:
    """Empty what was sent more than half a year ago; returns how many."""
    return session.connection().execute(PRUNE, {"before": now - KEEP, "most": limit}).rowcount
