"""One reminder before a hold ends."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session

from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.notices import notify
from core.orders.cash import cash_refusal
from core.orders.money_here import MONEY_IS_HERE
from core.orders.rules import promised_until

# With a link the hold ends five minutes after the link does, so the reminder comes five minutes before the link's end.
DUE = text(
    f"""
    UPDATE orders SET reminded_at = :now
     WHERE id IN (
        SELECT o.id FROM orders o JOIN chats c ON c.customer_id = o.customer_id
         WHERE o.status = 'awaiting_payment' AND o.reminded_at IS NULL AND o.held_until > (SELECT jamango_now())
           AND o.held_until <= (SELECT jamango_now())
               + CASE WHEN o.payment_method = 'online' THEN interval '10 min' ELSE interval '3 min' END
           AND NOT {MONEY_IS_HERE}
         ORDER BY o.held_until, o.id LIMIT :limit FOR NO KEY UPDATE OF c, o SKIP LOCKED)
    RETURNING id, customer_id, code, total_paise,
              (SELECT l.short_url FROM payment_links l WHERE l.order_id = orders.id AND l.status = 'open') AS url,
              held_until, payment_method
    """  # noqa: S608 - SQL of core.orders.money_here
)


def remind_before_hold_ends(session: Session, now: datetime, limit: int = 50) -> int:
    """Say once, `hold-ending`, that the mangoes are kept only a little longer; returns how many were told.

    Values: code, total_paise, held_until (ISO: as promised), url (of the link, or None), online_only (no cash).
    Nothing is said of an order whose money is here.
    """
    rows = session.execute(DUE, {"now": now, "limit": limit}).all()
    for row in rows:
        values = {
            "code": row.code,
            "total_paise": row.total_paise,
            "held_until": promised_until(row.held_until, online=row.payment_method == "online").isoformat(),
            "url": row.url,
            "online_only": cash_refusal(session, row.id) is not None,
        }
        notify(session, row.customer_id, "hold-ending", values, order_id=row.id, dedupe_key=f"hold-ending:{row.id}")
    note_change(session, Subject.ORDER, *(row.id for row in rows))
    return len(rows)
