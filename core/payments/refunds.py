"""Money going back: reserved first, so that it never exceeds the capture, then asked of Razorpay under a stored key."""

from datetime import datetime

from sqlmodel import Session, col, select

from core.actor import RAZORPAY, Actor
from core.alerts.actions import raise_alert, resolve_alert
from core.audit.actions import record
from core.checkpoints import Checkpoint, reach
from core.clock import read_now
from core.db import add_row
from core.errors import Refusal
from core.ids import new_key
from core.ledger.rules import Account
from core.money import Sums
from core.orders.tables import Order
from core.outbox.actions import enqueue, wake_senders
from core.outbox.tables import OutboxKind
from core.payments import notices
from core.payments.gateway import RefundFacts
from core.payments.lifecycle import PaymentStatus, RefundStatus
from core.payments.locks import lock_payment, lock_refund
from core.payments.moves import move_refund, note_given_back, reserve
from core.payments.postings import account_of, post_refund_asked, post_refund_failed, post_refund_processed
from core.payments.rules import REFUND_IS_SLOW, next_refund_look, sooner_look
from core.payments.tables import Payment, Refund
from core.staff.rules import Right, require

KEY_IN_NOTES = "jamango_refund"
# Why money goes back of an order that became less.
ORDER_CHANGED = "order-changed"
STATUSES = {
    "pending": RefundStatus.PENDING,
    "processed": RefundStatus.PROCESSED,
    "failed": RefundStatus.FAILED,
}


def request_refund(session: Session, payment_id: int, amount_paise: int, *, reason: str, actor: Actor) -> Refund:
    """Reserve and order a refund of part or all of a payment; the worker asks Razorpay after the commit.

    Amounts are paise (the smallest unit of a parked payment in another currency). Raises Refusal `refund-too-much`
    with `left_paise` when less than that is left of the capture, `refund-nothing` when all of it went back,
    `refund-zero` for zero or less, `not-allowed`.
    """
    require(actor, Right.REFUND)
    return _request(session, payment_id, amount_paise, reason=reason, actor=actor)


def _request(session: Session, payment_id: int, amount_paise: int, *, reason: str, actor: Actor) -> Refund:
    order, payment = lock_payment(session, payment_id)
    if amount_paise <= 0:
        raise Refusal("refund-zero")
    refund = Refund(
        payment_id=payment.id,
        amount_paise=amount_paise,
        idempotency_key=new_key(),
        reason=reason,
        requested_by=str(actor),
    )
    _add(session, payment, refund)
    _enqueue(session, refund, order)
    record(session, actor=actor, action="refund-requested", subject=f"payment:{payment.id}", amount_paise=amount_paise)
    reach(Checkpoint.REFUND_RESERVED)
    return refund


def return_all(session: Session, order_id: int, *, reason: str, actor: Actor) -> Sums:
    """Send back all money that is here for a locked order, settled or parked; what a failed refund left here too."""
    statement = select(Payment).where(Payment.order_id == order_id).order_by(col(Payment.id))
    payments = list(session.exec(statement.execution_options(populate_existing=True)))
    return Sums.of((each.currency, return_payment(session, each, reason=reason, actor=actor)) for each in payments)


def give_back(session: Session, order: Order, amount_paise: int, *, actor: Actor) -> None:
    """Send back what a locked order, which became less, was paid too much; what was paid last goes first.

    Raises Refusal `refund-too-much`(left_paise) when so much is not here any more: it went back for another reason.
    """
    statement = select(Payment).where(Payment.order_id == order.id, Payment.status == PaymentStatus.SETTLED)
    payments = session.exec(statement.order_by(col(Payment.id).desc()).execution_options(populate_existing=True)).all()
    left = amount_paise
    for payment in payments:
        part = min(left, payment.covered_paise, payment.amount_paise - payment.refund_reserved_paise)
        if part > 0:
            _request(session, payment.id, part, reason=ORDER_CHANGED, actor=actor)
            note_given_back(session, payment, part)
            left -= part
    if left:
        raise Refusal("refund-too-much", left_paise=amount_paise - left)


def return_payment(session: Session, payment: Payment, *, reason: str, actor: Actor) -> int:
    """Send back all that is here of one payment, its order locked; the amount, in its currency's smallest unit.

    Whoever may cancel the order, or may not accept the money, may do this: the caller has asked for that right.
    """
    failed = select(Refund).where(Refund.payment_id == payment.id, Refund.status == RefundStatus.FAILED)
    again = [_retry(session, refund.id, actor=actor) for refund in session.exec(failed.order_by(col(Refund.id)))]
    left = payment.amount_paise - payment.refund_reserved_paise
    if left:
        _request(session, payment.id, left, reason=reason, actor=actor)
    return left + sum(refund.amount_paise for refund in again)


def retry_refund(session: Session, refund_id: int, *, actor: Actor) -> Refund:
    """Ask again for a refund that failed, with a new key, because the old one would only repeat the failure.

    Raises Refusal `refund-not-failed`, `not-allowed`.
    """
    require(actor, Right.REFUND)
    return _retry(session, refund_id, actor=actor)


def _retry(session: Session, refund_id: int, *, actor: Actor) -> Refund:
    order, payment, refund = lock_refund(session, refund_id)
    old = {"key": refund.idempotency_key, "provider_refund_id": refund.provider_refund_id}
    if not move_refund(session, refund, RefundStatus.REQUESTED):
        raise Refusal("refund-not-failed")
    record(session, actor=actor, action="refund-retried", subject=f"refund:{refund.id}", **old)
    refund.idempotency_key = new_key()
    refund.provider_refund_id = None
    _begin_anew(session, payment, refund)
    resolve_alert(session, "refund-failed", f"refund:{refund.id}", refund.asked_at)
    _enqueue(session, refund, order)
    reach(Checkpoint.REFUND_RESERVED)
    return refund


def _begin_anew(session: Session, payment: Payment, refund: Refund) -> None:
    """It is looked after from now on as if it were new (fault F126), and what was parked is owed again."""
    refund.asked_at = read_now(session)
    post_refund_asked(session, payment, refund, source=Account.PARKED)


def _add(session: Session, payment: Payment, refund: Refund) -> None:
    """Reserve a new refund's money and move it out of the order or the parking. Raises Refusal as `reserve`."""
    source = account_of(payment)  # before the reservation, which may make it returned
    reserve(session, payment, refund.amount_paise)
    add_row(session, refund)
    post_refund_asked(session, payment, refund, source=source)


def apply_refund(
    session: Session, refund_id: int, facts: RefundFacts, now: datetime, *, claimed: datetime | None = None
) -> None:
    """Take over what Razorpay says of a refund; the customer is told once, when it is processed.

    `claimed` is the end of the look's lease, as `rules.sooner_look` takes it.
    """
    order, payment, refund = lock_refund(session, refund_id)
    if refund.provider_refund_id is None:
        refund.provider_refund_id = facts.refund_id
    target = STATUSES.get(facts.status) if refund.provider_refund_id == facts.refund_id else None
    if target is RefundStatus.PENDING:
        move_refund(session, refund, target)
    elif target is RefundStatus.FAILED:
        fail_refund(session, payment, refund, now, facts.status)
    elif target is RefundStatus.PROCESSED and move_refund(session, refund, target, finished_at=now):
        refund.bank_reference = facts.bank_reference
        _finish_processed(session, order, payment, refund, now)
    plan_refund_look(session, refund, now, claimed)


def fail_refund(session: Session, payment: Payment, refund: Refund, now: datetime, why: str) -> None:
    """Note that the money did not go back; a human adds funds or asks Razorpay, and tries again."""
    if not move_refund(session, refund, RefundStatus.FAILED, finished_at=now):
        return
    refund.next_look_at = None
    post_refund_failed(session, payment, refund)
    order = session.get(Order, payment.order_id) if payment.order_id else None
    raise_alert(
        session,
        "refund-failed",
        f"refund:{refund.id}",
        amount_paise=refund.amount_paise,
        order=order.code if order else "–",
        payment=payment.provider_payment_id,
        why=why,
    )


def adopt_refund(session: Session, payment_id: int, facts: RefundFacts, now: datetime) -> None:
    """Take over a refund that a human made at Razorpay, not here, and ring the founder."""
    order, payment = lock_payment(session, payment_id)
    subject = f"order:{order.id}" if order else f"payment:{payment.id}"
    raise_alert(session, "refund-elsewhere", subject, amount_paise=facts.amount, refund=facts.refund_id)
    try:
        refund = _find_failed_twin(session, payment, facts) or _add_adopted(session, payment, facts)
    except Refusal:
        # More went back than our rows leave room for: the alert is all that is true.
        return
    record(session, actor=RAZORPAY, action="refund-adopted", subject=subject, amount_paise=facts.amount)
    apply_refund(session, refund.id, facts, now)


def _find_failed_twin(session: Session, payment: Payment, facts: RefundFacts) -> Refund | None:
    """A refund of ours that Razorpay refused and a human then made by hand: the reserved money is this."""
    statement = select(Refund).where(
        Refund.payment_id == payment.id,
        Refund.status == RefundStatus.FAILED,
        Refund.amount_paise == facts.amount,
    )
    refund = session.exec(statement.order_by(col(Refund.id)).with_for_update()).first()
    if refund is not None and move_refund(session, refund, RefundStatus.REQUESTED):
        refund.provider_refund_id = facts.refund_id
        _begin_anew(session, payment, refund)
    return refund


def _add_adopted(session: Session, payment: Payment, facts: RefundFacts) -> Refund:
    refund = Refund(
        payment_id=payment.id,
        amount_paise=facts.amount,
        idempotency_key=facts.refund_id,
        provider_refund_id=facts.refund_id,
        reason="made-at-razorpay",
        requested_by=str(RAZORPAY),
    )
    _add(session, payment, refund)
    return refund


def _finish_processed(session: Session, order: Order | None, payment: Payment, refund: Refund, now: datetime) -> None:
    post_refund_processed(session, payment, refund)
    resolve_alert(session, "refund-failed", f"refund:{refund.id}", now)
    resolve_alert(session, "refund-slow", f"refund:{refund.id}", now)
    if payment.status is PaymentStatus.RETURNED:
        resolve_alert(session, "payment-parked", payment.provider_payment_id, now)
        resolve_alert(session, "payment-late", payment.provider_payment_id, now)
    if order is not None:
        notices.notify_refunded(session, order, payment, refund)
        wake_senders(session)


def plan_refund_look(session: Session, refund: Refund, now: datetime, claimed: datetime | None) -> None:
    """Set when Razorpay is asked about this refund again; a slow one rings the founder."""
    refund.looks += 1
    if refund.status in {RefundStatus.PROCESSED, RefundStatus.FAILED}:
        refund.next_look_at = None
    else:
        refund.next_look_at = sooner_look(refund.next_look_at, claimed, next_refund_look(now, refund.asked_at))
        if now - refund.asked_at >= REFUND_IS_SLOW:
            raise_alert(session, "refund-slow", f"refund:{refund.id}", amount_paise=refund.amount_paise)


def _enqueue(session: Session, refund: Refund, order: Order | None) -> None:
    body = {"refund_id": refund.id}
    key = f"refund:{refund.idempotency_key}"
    enqueue(session, OutboxKind.REFUND, body, order_id=order.id if order else None, dedupe_key=key)
    wake_senders(session)
