"""Forgetting what people sent once nobody needs it. The event's key stays, so that a late copy is still known."""

from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session

# Meta repeats for 7 days and Razorpay for a day; a month also serves a restore (RELIABILITY F28).
KEEP = timedelta(days=30)

PRUNE = text(
    """
    UPDATE inbox SET payload = '' WHERE id IN (
        SELECT id FROM inbox WHERE received_at < :before AND status <> 'pending' AND payload <> ''
        ORDER BY received_at LIMIT :most FOR UPDATE SKIP LOCKED
    )
    """
)


FORGET_OF = text("UPDATE inbox SET payload = '' WHERE chat_id = :chat_id AND status <> 'pending' AND payload <> ''")


def forget_payloads_of(session: Session, chat_id: int) -> None:
    """Empty what somebody sent and was handled."""
    session.execute(FORGET_OF, {"chat_id": chat_id})


def prune_payloads(session: Session, now: datetime, *, limit: int) -> int:
    """Empty the payloads of handled events older than thirty days; returns how many."""
    return session.connection().execute(PRUNE, {"before": now - KEEP, "most": limit}).rowcount
