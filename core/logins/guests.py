"""Forgetting guests who left nothing behind: no order, and no browser that is still theirs."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from core.carts.actions import forget_carts
from core.chats.opening import forget_chats
from core.customers.guests import forget_guests
from core.query import Statement

KEEP = timedelta(days=30)
# A guest has no identity; what a browser or an order still refers to stays.
GONE = Statement(
    """
    SELECT u.id FROM users u
     WHERE u.created_at < :before
       AND NOT EXISTS (SELECT FROM identities i WHERE i.customer_id = u.id)
       AND NOT EXISTS (SELECT FROM sessions s WHERE s.guest_id = u.id OR s.customer_id = u.id)
       AND NOT EXISTS (SELECT FROM orders o WHERE o.customer_id = u.id)
       AND NOT EXISTS (SELECT FROM consents c WHERE c.customer_id = u.id)
     ORDER BY u.id LIMIT :most
    """,
    int,
)


def prune_guests(session: Session, now: datetime, *, limit: int) -> int:
    """Forget carts, homes and rows of guests whose browsers are gone; returns how many guests."""
    gone = GONE.all(session, {"before": now - KEEP, "most": limit})
    if gone:
        forget_carts(session, gone)
        forget_chats(session, gone)
        forget_guests(session, gone)
    return len(gone)
