"""One reminder before a hold ends."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session

from core.notices import notify

# With a link the hold ends five minutes after the link does, so the reminder comes five minutes before the link's end.
DUE = text(
    """
    UPDATE orders SET reminded_at = :now
     WHERE id IN (
        SELECT o.id FROM orders o JOIN chats c ON c.customer_id = o.customer_id
         WHERE o.status = 'awaiting_payment' AND o.reminded_at IS NULL AND o.held_until > (SELECT jamango_now())
           AND o.held_until <= (SELECT jamango_now())
               + CASE WHEN o.payment_method = 'online' THEN interval '10 min' ELSE interval '3 min' END
         ORDER BY o.held_until, o.id LIMIT :limit FOR NO KEY UPDATE OF c, o SKIP LOCKED)
    RETURNING id, customer_id, code, total_paise,
              (SELECT l.short_url FROM payment_links l WHERE l.order_id = orders.id AND l.status = 'open') AS url,
              coalesce((SELECT l.expires_at FROM payment_links l WHERE l.order_id = orders.id AND l.status = 'open'),
                       held_until) AS kept_until
    """
)


def remind_before_hold_ends(session: Session, now: datetime, limit: int = 50) -> int:
    """Say once, `hold-ending`, that the mangoes are kept only a little longer; returns how many were told.

    Values: code, total_paise, held_until (ISO: the link's end where there is one), url (of the link, or None).
    """
    rows = session.execute(DUE, {"now": now, "limit": limit}).all()
    for row in rows:
        values = {
            "code": row.code,
            "total_paise": row.total_paise,
            "held_until": row.kept_until.isoformat(),
            "url": row.url,
        }
        notify(session, row.customer_id, "hold-ending", values, order_id=row.id, dedupe_key=f"hold-ending:{row.id}")
    return len(rows)
