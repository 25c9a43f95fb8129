"""What the founder decides about parked money: it is good for its order, or it goes back."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.alerts.actions import resolve_alert
from core.audit.actions import record
from core.errors import Refusal
from core.money import RUPEES
from core.orders.actions import mark_confirmed, revive_order
from core.orders.lifecycle import OrderStatus
from core.orders.tables import Order, PaymentMethod
from core.outbox.actions import wake_senders
from core.payments import notices
from core.payments.counter import UNCLAIMED
from core.payments.lifecycle import PaymentStatus
from core.payments.link_cancelling import withdraw_links
from core.payments.locks import lock_payment
from core.payments.moves import settle_payment
from core.payments.postings import post_accepted
from core.payments.refunds import return_payment
from core.payments.tables import Payment
from core.staff.rules import Right, require


def accept_parked(session: Session, payment_id: int, *, actor: Actor, now: datetime) -> Payment:
    """Take parked money as what its order is due, whatever was asked: the order is confirmed, and told.

    Raises Refusal `not-allowed`; `payment-not-parked`; `payment-not-acceptable` for another currency or without an
    order; `order-not-payable`(order_code) when the order waits for no money; `order-not-fillable`(order_code) when
    fruit or place cannot be had again; `slot-past` when its window has ended.
    """
    require(actor, Right.SETTLE_PARKED)
    order, payment = lock_parked(session, payment_id)
    left = payment.amount_paise - payment.refund_reserved_paise
    if order is None or payment.currency != RUPEES or not left:
        raise Refusal("payment-not-acceptable")
    _confirm(session, order, payment, actor, now)
    settled = settle_payment(session, payment, payment.amount_paise - order.total_paise)
    assert settled, "it is parked, and locked"
    post_accepted(session, payment, left)
    details = {"payment": payment.provider_payment_id, "amount_paise": left}
    record(session, actor=actor, action="payment-accepted", subject=f"order:{order.id}", **details)
    _close(session, payment, now)
    return payment


def return_parked(session: Session, payment_id: int, *, actor: Actor, now: datetime) -> int:
    """Send parked money back; the amount, in the smallest unit of its currency.

    Raises Refusal `payment-not-parked`, `not-allowed`.
    """
    require(actor, Right.SETTLE_PARKED)
    order, payment = lock_parked(session, payment_id)
    amount = return_payment(session, payment, reason="not-accepted", actor=actor)
    if order is not None:
        notices.notify_parked_returned(session, order, payment, amount)
    _close(session, payment, now)
    return amount


def lock_parked(session: Session, payment_id: int) -> tuple[Order | None, Payment]:
    """The payment and its order, locked. Raises Refusal `payment-not-parked`."""
    order, payment = lock_payment(session, payment_id)
    if payment.status is not PaymentStatus.PARKED:
        raise Refusal("payment-not-parked")
    return order, payment


def _confirm(session: Session, order: Order, payment: Payment, actor: Actor, now: datetime) -> None:
    if order.status is OrderStatus.AWAITING_PAYMENT:
        withdraw_links(session, order.id, now)
        mark_confirmed(session, order, now, actor, method=PaymentMethod.ONLINE)
        return
    if order.status is not OrderStatus.EXPIRED:
        raise Refusal("order-not-payable", order_code=order.code)
    if not revive_order(session, order, now, actor, PaymentMethod.ONLINE):
        raise Refusal("order-not-fillable", order_code=order.code)
    notices.notify_late_confirmed(session, order, payment)


def _close(session: Session, payment: Payment, now: datetime) -> None:
    for matter in ("payment-parked", UNCLAIMED):
        resolve_alert(session, matter, payment.provider_payment_id, now)
    wake_senders(session)
