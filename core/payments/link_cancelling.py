"""Withdrawing a payment link at Razorpay: ordered here, called by `link_calls`."""

from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session

from core.entities import EntityQuery
from core.outbox.actions import enqueue, wake_senders
from core.outbox.tables import OutboxKind
from core.payments.lifecycle import LIVE_LINKS
from core.payments.tables import PaymentLink

UNDER_WAY = text(
    """
    SELECT EXISTS (SELECT FROM outbox WHERE order_id = :order_id AND kind = 'cancel_link'
                   AND status IN ('pending', 'leased') AND CAST(body ->> 'link_id' AS bigint) = :link_id)
    """
)
WITHDRAW = EntityQuery(
    """
    UPDATE payment_links SET withdrawn_at = :now
     WHERE order_id = :order_id AND withdrawn_at IS NULL AND status <> 'paid'
    RETURNING *
    """,
    PaymentLink,
)


def withdraw_links(session: Session, order_id: int, now: datetime) -> None:
    """No link of a locked order is wanted any more; the live one is cancelled at Razorpay.

    One that is still being created is withdrawn by its own call. What is paid on any of them is judged by that.
    """
    for link in WITHDRAW.all(session, {"order_id": order_id, "now": now}):
        if link.status in LIVE_LINKS:
            enqueue_cancel(session, link, now)


def enqueue_cancel(session: Session, link: PaymentLink, now: datetime) -> None:
    """Order the cancelling of a link that exists at Razorpay: once at a time, and at most once a minute.

    A refusal mostly means that it is paid or over, which the next look tells; if it lives, it is ordered again.
    """
    if link.provider_link_id is None:
        return
    if session.execute(UNDER_WAY, {"order_id": link.order_id, "link_id": link.id}).scalar_one():
        return
    key = f"cancel-link:{link.provider_link_id}:{now:%Y%m%d%H%M}"
    enqueue(session, OutboxKind.CANCEL_LINK, {"link_id": link.id}, order_id=link.order_id, dedupe_key=key)
    wake_senders(session)
