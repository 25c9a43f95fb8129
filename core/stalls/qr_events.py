"""What a webhook of Razorpay's says of a QR code: "look". As in `core.payments.webhook_events`, nothing is believed but
which code and which payment it is about."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Session

from core.outside import BIGINT_MOST, as_id, as_integer
from core.payments.gateway_reading import LONGEST_ID, SALE_IN_NOTES, read_notes
from core.payments.webhook_events import entities_of, read_event_ids
from core.payments.webhook_watch import note_webhook
from core.stalls.qrs import look_at_likely, look_soon

ABOUT_MONEY = {"payment.authorized", "payment.captured"}


def handle_qr_event(session: Session, event: dict[str, Any], now: datetime) -> bool:
    """Have the code that an event is about looked at now; False for an event that is about none of ours.

    A payment by a code has no order at Razorpay and may not name its code: then every unpaid one of its sum is looked
    at.
    """
    kind, entities = str(event.get("event", "")), entities_of(event)
    payment = entities.get("payment", {})
    payment_ids = sorted(read_event_ids(event).payment_ids)
    if kind.startswith("qr_code."):
        code = entities.get("qr_code", {})
        is_ours = look_soon(session, as_id(code, "id", LONGEST_ID), "", payment_ids, now)
    elif kind in ABOUT_MONEY and not payment.get("order_id"):
        uid = read_notes(payment).get(SALE_IN_NOTES, "")[:LONGEST_ID]
        amount = as_integer(payment, "amount", BIGINT_MOST) or 0
        is_ours = look_soon(session, "", uid, payment_ids, now) or look_at_likely(session, amount, now)
    else:
        is_ours = False
    if is_ours:
        note_webhook(session, now)
    return is_ours
