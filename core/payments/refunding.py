"""What staff give back of an order's money: an amount, or what some of its lines came to. What was seen is done.

Two people who saw the same order give it back once: the second one is told that it has changed meanwhile (F291).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session, col, select

from core.actor import Actor
from core.audit.actions import record
from core.checkout.rules import worth_of_lines
from core.errors import Refusal
from core.money import RUPEES
from core.orders.locks import lock_order
from core.orders.queries import items_of
from core.orders.tables import Order
from core.payments.lifecycle import PaymentStatus
from core.payments.moves import too_much
from core.payments.refunds import request_refund
from core.payments.tables import Payment
from core.staff.rules import Right, require


@dataclass(frozen=True)
class Wish:
    """What is to go back: so many of some lines (by their ids), or else an amount in paise; and why."""

    reason: str
    amount_paise: int = 0
    lines: Mapping[int, int] | None = None


def refundable_paise(session: Session, order_id: int) -> int:
    """What an order holds that came online and did not go back."""
    return sum(each.amount_paise - each.refund_reserved_paise for each in _settled(session, order_id))


def refund_order(session: Session, order_id: int, wish: Wish, *, shown_left_paise: int, actor: Actor) -> int:
    """Have money of an order sent back the way it came; returns how much, in paise.

    What was paid last goes first. `shown_left_paise` is what `refundable_paise` said when somebody decided. Raises
    Refusal `not-allowed`, `refund-stale`(order_code, left_paise) when that is not so any more, `refund-nothing` when
    all of it went back, `refund-zero` when nothing is asked for, `refund-too-much`(left_paise), `refund-line-less`
    (names, most) for more of a line than was ordered, `reason-missing`.
    """
    require(actor, Right.REFUND)
    order = lock_order(session, order_id)
    payments = _settled(session, order_id)
    left = sum(each.amount_paise - each.refund_reserved_paise for each in payments)
    if left != shown_left_paise:
        raise Refusal("refund-stale", order_code=order.code, left_paise=left)
    if not left:
        raise Refusal("refund-nothing")
    amount = _amount(session, order, wish)
    if amount <= 0:
        raise Refusal("refund-zero")
    if amount > left:
        raise too_much(left)
    _give(session, payments, amount, wish.reason, actor)
    lines = {str(line_id): count for line_id, count in (wish.lines or {}).items() if count}
    record(session, actor=actor, action="order-refunded", subject=f"order:{order_id}", amount_paise=amount, lines=lines)
    return amount


def _amount(session: Session, order: Order, wish: Wish) -> int:
    if not wish.reason.strip():
        raise Refusal("reason-missing")
    if wish.lines is None:
        return wish.amount_paise
    sums = {"items_paise": order.items_paise, "discount_paise": order.discount_paise}
    items = items_of(session, order.id)
    for item in items:
        if wish.lines.get(item.id, 0) > item.quantity:
            raise Refusal("refund-line-less", names=item.names, most=item.quantity)
    return worth_of_lines(items, wish.lines, **sums)


def _give(session: Session, payments: list[Payment], amount: int, reason: str, actor: Actor) -> None:
    left = amount
    for payment in payments:
        part = min(left, payment.amount_paise - payment.refund_reserved_paise)
        if part > 0:
            request_refund(session, payment.id, part, reason=reason[:200], actor=actor)
            left -= part


def _settled(session: Session, order_id: int) -> list[Payment]:
    """An order's payments in rupees that hold it, the newest first, as they are now."""
    statement = select(Payment).where(
        Payment.order_id == order_id, Payment.status == PaymentStatus.SETTLED, Payment.currency == RUPEES
    )
    statement = statement.order_by(col(Payment.id).desc()).execution_options(populate_existing=True)
    return list(session.exec(statement))
