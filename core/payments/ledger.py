"""The double-entry ledger: where every paisa stands. Rupees only; other currencies are parked outside of it."""

from uuid import UUID

from sqlmodel import Session

from core.ids import new_key
from core.money import RUPEES
from core.payments.lifecycle import PaymentStatus
from core.payments.tables import Account, LedgerEntry, Payment, Refund


def post_capture(session: Session, payment: Payment) -> None:
    """Razorpay holds more; an order is paid by it, or it is parked until a human or a refund takes it."""
    _post(session, payment, source=_account_of(payment), target=Account.RAZORPAY, amount=payment.amount_paise)


def post_accepted(session: Session, payment: Payment, amount: int) -> None:
    """What was parked is its order's from now on."""
    _post(session, payment, source=Account.ORDERS, target=Account.PARKED, amount=amount)


def post_refund_asked(session: Session, payment: Payment, refund: Refund, *, source: Account) -> None:
    """What was an order's, or parked, is owed back to the customer."""
    _post(session, payment, source=Account.REFUNDS_DUE, target=source, amount=refund.amount_paise, refund=refund)


def post_refund_processed(session: Session, payment: Payment, refund: Refund) -> None:
    """Razorpay has given it back."""
    amount = refund.amount_paise
    _post(session, payment, source=Account.RAZORPAY, target=Account.REFUNDS_DUE, amount=amount, refund=refund)


def post_refund_failed(session: Session, payment: Payment, refund: Refund) -> None:
    """It did not go back: parked, until a human asks again."""
    amount = refund.amount_paise
    _post(session, payment, source=Account.PARKED, target=Account.REFUNDS_DUE, amount=amount, refund=refund)


def _account_of(payment: Payment) -> Account:
    return Account.ORDERS if payment.status == PaymentStatus.SETTLED else Account.PARKED


def _post(
    session: Session, payment: Payment, *, source: Account, target: Account, amount: int, refund: Refund | None = None
) -> None:
    if payment.currency != RUPEES:
        return
    posting = UUID(new_key())
    for account, signed in ((target, amount), (source, -amount)):
        session.add(
            LedgerEntry(
                posting=posting,
                account=account,
                amount_paise=signed,
                order_id=payment.order_id,
                payment_id=payment.id,
                refund_id=refund.id if refund else None,
            )
        )
