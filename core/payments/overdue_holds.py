"""Holds that end while nobody may ask Razorpay: a pause after a 429 must not keep fruit from others (invariant I13)."""

from sqlalchemy import text
from sqlmodel import Session

from core.clock import read_now
from core.payments.actions import end_hold
from core.payments.pace import MAY_ASK
from core.payments.rules import PATIENCE_AT_HOLD_END

# Its link is cancelled, and money on it judged, when we may ask again.
OVERDUE = text(
    f"""
    SELECT o.id FROM orders o JOIN chats c ON c.customer_id = o.customer_id
     WHERE NOT {MAY_ASK} AND o.status = 'awaiting_payment' AND o.held_until <= (SELECT jamango_now()) - :patience
     ORDER BY o.held_until, o.id LIMIT 1 FOR NO KEY UPDATE OF c, o SKIP LOCKED
    """  # noqa: S608 - SQL of core.payments.pace
)


def end_an_overdue_hold(session: Session) -> bool:
    """End one hold that is over for longer than we wait for Razorpay's answer; False when there is none."""
    order_id = session.execute(OVERDUE, {"patience": PATIENCE_AT_HOLD_END}).scalar_one_or_none()
    return order_id is not None and end_hold(session, order_id, read_now(session))
