"""What payments and refunds post to the ledger, and tell their order. Rupees only; others are parked outside of it."""

from sqlmodel import Session

from core.ledger.actions import post
from core.ledger.rules import Account, Source, both_sides
from core.money import RUPEES
from core.orders.keeping import note_parked
from core.payments.lifecycle import PaymentStatus
from core.payments.money_here import money_of
from core.payments.tables import Payment, Refund

REST_OF = {PaymentStatus.SETTLED: Account.ORDERS, PaymentStatus.SOLD: Account.BANK}


def account_of(payment: Payment) -> Account:
    """Where the rest of a payment stands: it is its order's, a stall's sale took it for money of our bank, or it is
    parked until a human or a refund takes it."""
    return REST_OF.get(payment.status, Account.PARKED)


def post_capture(session: Session, payment: Payment) -> None:
    """Razorpay holds more."""
    if payment.currency == RUPEES:
        entries = both_sides(payment.amount_paise, debit=Account.RAZORPAY, credit=account_of(payment))
        post(session, Source.PAYMENT, payment.id, "captured", entries, order_id=payment.order_id)
    tell_order(session, payment)


def post_accepted(session: Session, payment: Payment, amount: int) -> None:
    """What was parked is its order's from now on."""
    entries = both_sides(amount, debit=Account.PARKED, credit=Account.ORDERS)
    post(session, Source.PAYMENT, payment.id, "accepted", entries, order_id=payment.order_id)
    tell_order(session, payment)


def post_sold(session: Session, payment: Payment) -> None:
    """What was parked is a stall's sale, which said that it went to our bank: it is at Razorpay instead."""
    entries = both_sides(payment.amount_paise, debit=Account.PARKED, credit=Account.BANK)
    post(session, Source.PAYMENT, payment.id, "sold", entries, order_id=None)


def post_refund_asked(session: Session, payment: Payment, refund: Refund, *, source: Account) -> None:
    """What was an order's, or parked, is owed back to the customer."""
    _post_refund(session, payment, refund, "asked", debit=source, credit=Account.REFUNDS_DUE)


def post_refund_processed(session: Session, payment: Payment, refund: Refund) -> None:
    """Razorpay has given it back."""
    _post_refund(session, payment, refund, "processed", debit=Account.REFUNDS_DUE, credit=Account.RAZORPAY)


def post_refund_failed(session: Session, payment: Payment, refund: Refund) -> None:
    """It did not go back: parked, until a human asks again."""
    _post_refund(session, payment, refund, "failed", debit=Account.REFUNDS_DUE, credit=Account.PARKED)


def _post_refund(
    session: Session, payment: Payment, refund: Refund, event: str, *, debit: Account, credit: Account
) -> None:
    if payment.currency == RUPEES:
        entries = both_sides(refund.amount_paise, debit=debit, credit=credit)
        post(session, Source.REFUND, refund.id, event, entries, order_id=payment.order_id)
    tell_order(session, payment)


def tell_order(session: Session, payment: Payment) -> None:
    """Its order is to know what is parked for it, in any currency, whatever has just happened to the money."""
    if payment.order_id is not None:
        note_parked(session, payment.order_id, money_of(session, payment.order_id).parked)
