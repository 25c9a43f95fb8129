"""One reminder before a hold ends, with the link by which it can be paid."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.orders.cash import cash_refusal
from core.orders.keeping import take_due_reminders
from core.orders.rules import promised_until
from core.orders.telling import tell_customer
from core.payments.locks import live_link_of


def remind_before_hold_ends(session: Session, now: datetime, limit: int = 50) -> int:
    """Say once, `hold-ending`, that the mangoes are kept only a little longer; returns how many were told.

    Values: code, total_paise, held_until (ISO: as promised), url (of the link, or None), online_only (no cash).
    Nothing is said of an order whose money is here.
    """
    due = take_due_reminders(session, now, limit)
    for order in due:
        link = live_link_of(session, order.id)
        values = {
            "code": order.code,
            "total_paise": order.total_paise,
            "held_until": promised_until(order.held_until, online=order.payment_method == "online").isoformat(),
            "url": link.short_url or None if link else None,
            "online_only": cash_refusal(session, order.id) is not None,
        }
        tell_customer(session, order, "hold-ending", values, dedupe_key=f"hold-ending:{order.id}")
    return len(due)
