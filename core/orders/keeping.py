"""What an unpaid order is to know: until when it keeps fruit and place from others, and what money is parked for it.

The rows that are kept know their time themselves. Money is told from above, by `core.payments`.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.inventory.actions import keep_fruit
from core.money import Sums
from core.orders.tables import Order
from core.query import Query, Statement
from core.slots.actions import keep_place


class Reminder(NamedTuple):
    """An unpaid order whose hold ends soon."""

    id: int
    customer_id: int
    code: str
    total_paise: int
    held_until: datetime
    payment_method: str | None
    is_quiet: bool


NOTE_PARKED = Query("UPDATE orders SET parked = CAST(:parked AS jsonb) WHERE id = :order_id")
# With a link the hold ends five minutes after the link does, so the reminder comes five minutes before the link's end.
DUE = Statement(
    """
    UPDATE orders SET reminded_at = :now
     WHERE id IN (
        SELECT o.id FROM orders o JOIN chats c ON c.customer_id = o.customer_id
         WHERE o.status = 'awaiting_payment' AND o.reminded_at IS NULL AND NOT o.is_quiet
           AND o.held_until > (SELECT jamango_now())
           AND o.held_until <= (SELECT jamango_now())
               + CASE WHEN o.payment_method = 'online' THEN interval '10 min' ELSE interval '3 min' END
           AND o.parked = '{}'
         ORDER BY o.held_until, o.id LIMIT :limit FOR NO KEY UPDATE OF c, o SKIP LOCKED)
    RETURNING id, customer_id, code, total_paise, held_until, payment_method, is_quiet
    """,
    Reminder,
)


def note_payable(session: Session, order: Order, *, payable: bool) -> None:
    """Say whether a locked, unpaid order may be paid at this moment, so that its time alone does not give it away."""
    until: datetime | None = None if payable else order.held_until
    keep_fruit(session, order.id, until)
    keep_place(session, order.id, until)
    note_change(session, Subject.ORDER, order.id)


def note_parked(session: Session, order_id: int, parked: Sums) -> None:
    """Say what money is here for a locked order that it does not hold."""
    NOTE_PARKED.run(session, {"order_id": order_id, "parked": json.dumps(dict(parked.amounts))})
    note_change(session, Subject.ORDER, order_id)


def take_due_reminders(session: Session, now: datetime, limit: int) -> list[Reminder]:
    """The orders to be reminded of now, each once; those whose customer is busy are left to the next round."""
    due = DUE.all(session, {"now": now, "limit": limit})
    note_change(session, Subject.ORDER, *(order.id for order in due))
    return due
