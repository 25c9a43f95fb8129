"""A sum of an order sent back while the order stands: whoever may refund decides it, for a bad fruit or a late box."""

from __future__ import annotations

from sqlmodel import Session, col, select

from core.actor import Actor
from core.errors import Refusal
from core.orders.locks import lock_order
from core.payments.lifecycle import PaymentStatus
from core.payments.refunds import request_refund
from core.payments.tables import Payment
from core.staff.rules import Right, require


def refund_order(session: Session, order_id: int, amount_paise: int, *, reason: str, actor: Actor) -> str:
    """Send so much of what an order holds back, what was paid last first; returns the order's code.

    Raises Refusal `order-unknown`, `refund-nothing`, `refund-too-much`(left_paise) when less is here, `not-allowed`.
    """
    require(actor, Right.REFUND)
    order = lock_order(session, order_id)
    if amount_paise <= 0:
        raise Refusal("refund-nothing")
    statement = select(Payment).where(Payment.order_id == order_id, Payment.status == PaymentStatus.SETTLED)
    payments = session.exec(statement.order_by(col(Payment.id).desc()).execution_options(populate_existing=True)).all()
    here = sum(payment.amount_paise - payment.refund_reserved_paise for payment in payments)
    if amount_paise > here:
        raise Refusal("refund-too-much", left_paise=here)
    left = amount_paise
    for payment in payments:
        part = min(left, payment.amount_paise - payment.refund_reserved_paise)
        if part > 0:
            request_refund(session, payment.id, part, reason=reason, actor=actor)
            left -= part
    return order.code
