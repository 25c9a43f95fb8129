"""Taking over the truth about one link from Razorpay, in one transaction, by the verdicts of `rules.judge`.

Webhooks, the customer's return and the clock only cause a look; every look ends here.
"""

from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session, select

from core.actor import RAZORPAY
from core.alerts.actions import raise_alert, resolve_alert
from core.audit.actions import record
from core.checkpoints import Checkpoint, reach
from core.errors import Fault
from core.orders.actions import cancel_order_row, mark_confirmed, revive_order
from core.orders.lifecycle import OrderStatus
from core.orders.prepaying import note_prepaid
from core.orders.tables import Order, PaymentMethod
from core.outbox.actions import wake_senders
from core.payments import notices
from core.payments.actions import end_hold, plan_link_look
from core.payments.gateway import LinkFacts, PaymentFacts
from core.payments.lifecycle import LIVE_LINKS, LinkStatus, PaymentStatus
from core.payments.link_cancelling import enqueue_cancel
from core.payments.locks import is_wanted, keep_while_payable, lock_link
from core.payments.moves import move_link, record_payment
from core.payments.postings import post_capture
from core.payments.refunds import request_refund
from core.payments.rules import PARKED_BY, SETTLED_BY, UNCAPTURED_IS_STRANGE, Facts, Verdict, hold_end, judge
from core.payments.tables import Payment, PaymentLink
from core.slots.tables import DeliverySlot

STATUSES = {
    "created": LinkStatus.OPEN,
    "paid": LinkStatus.PAID,
    "cancelled": LinkStatus.CANCELLED,
    "expired": LinkStatus.EXPIRED,
}


def settle(
    session: Session,
    link_id: int,
    facts: LinkFacts | None,
    payments: list[PaymentFacts],
    now: datetime,
    *,
    claimed: datetime | None = None,
) -> list[Verdict]:
    """Apply what Razorpay says of a link and its payments; the verdicts, one for each payment.

    `facts` is None when Razorpay knows no link of our reference (yet); `claimed` is the end of the look's lease, as
    `rules.sooner_look` takes it. Safe to repeat and to run at the same moment as expiry, cancelling or another look:
    the order is locked first and each payment is recorded once.
    """
    order, link = lock_link(session, link_id)
    if facts is not None and link.provider_link_id is None:
        adopt(session, order, link, facts)
    verdicts = [take_payment(session, order, link, payment, now, link_facts=facts) for payment in payments]
    if facts is not None:
        follow_link(session, order, link, facts, now)
    follow_up(session, order, link, now)
    link.looks += 1
    plan_link_look(order, link, now, claimed=claimed)
    reach(Checkpoint.LOOK_NOT_COMMITTED)
    return verdicts


def adopt(session: Session, order: Order, link: PaymentLink, facts: LinkFacts) -> None:
    """Store a link that Razorpay has made for us, and send it when the order still waits for it.

    It may be one that an earlier try made: it ends when Razorpay says, and the hold five minutes later.
    """
    link.provider_link_id = facts.link_id
    link.short_url = facts.short_url
    link.expires_at = facts.expires_at or link.expires_at
    is_new = facts.status == "created" and move_link(session, link, LinkStatus.OPEN)
    if is_new and is_wanted(order, link):
        if order.status is OrderStatus.AWAITING_PAYMENT:
            order.held_until = hold_end(link.expires_at)
        notices.notify_link(session, order, link)
        wake_senders(session)


def take_payment(
    session: Session,
    order: Order,
    link: PaymentLink,
    payment: PaymentFacts,
    now: datetime,
    *,
    link_facts: LinkFacts | None,
) -> Verdict:
    """Judge one payment and do what the verdict says. The order is locked."""
    verdict = judge(_gather(session, order, link, payment, now, link_facts=link_facts))
    if verdict is Verdict.NOT_CAPTURED:
        if payment.status == "authorized" and now - payment.created_at >= UNCAPTURED_IS_STRANGE:
            raise_alert(session, "payment-uncaptured", payment.payment_id, order=order.code)
        return verdict
    if verdict is Verdict.ALREADY_SETTLED:
        return verdict
    if verdict is Verdict.REVIVE and not _revive(session, order, now):
        verdict = Verdict.REFUND_LATE
    row = _record_payment(session, order, link, payment, verdict)
    resolve_alert(session, "payment-uncaptured", payment.payment_id, now)
    reach(Checkpoint.PAYMENT_RECORDED)
    _carry_out(session, order, row, verdict, now)
    wake_senders(session)
    return verdict


def _carry_out(session: Session, order: Order, payment: Payment, verdict: Verdict, now: datetime) -> None:
    if verdict is Verdict.SETTLE:
        mark_confirmed(session, order, now, RAZORPAY, method=PaymentMethod.ONLINE)
    elif verdict is Verdict.PREPAY:
        note_prepaid(session, order, payment.covered_paise, actor=RAZORPAY)
        notices.notify_prepaid(session, order, payment)
    elif verdict is Verdict.REVIVE:
        notices.notify_late_confirmed(session, order, payment)
    elif verdict in PARKED_BY:
        notices.notify_parked(session, order, payment)
    else:
        request_refund(session, payment.id, payment.amount_paise, reason=verdict, actor=RAZORPAY)
        if verdict is Verdict.REFUND_LATE and order.status is OrderStatus.AWAITING_PAYMENT:
            # Its window has ended: what the customer hears is that the money goes back.
            cancel_order_row(session, order, "window-over", RAZORPAY, now)
        notices.notify_returned(session, order, payment, verdict)


def follow_link(session: Session, order: Order, link: PaymentLink, facts: LinkFacts, now: datetime) -> None:
    """Take over Razorpay's status, forward only; a link that we had given up and that can be paid is withdrawn.

    We cancel none that an order waits for while its hold runs: then somebody did at Razorpay, and the customer hears of
    it.
    """
    target = STATUSES.get(facts.status)
    if target is None:
        raise_alert(session, "link-strange", link.reference_id, status=facts.status[:40])
    elif move_link(session, link, target):
        is_unpaid = order.status is OrderStatus.AWAITING_PAYMENT and now < order.held_until
        if target is LinkStatus.CANCELLED and is_unpaid and is_wanted(order, link):
            notices.notify_link_cancelled(session, order, link)
            wake_senders(session)
    elif target is LinkStatus.OPEN and link.status is not LinkStatus.OPEN:
        enqueue_cancel(session, link, now)


def follow_up(session: Session, order: Order, link: PaymentLink, now: datetime) -> None:
    """A hold whose time is over ends; a link that nobody should pay any more is withdrawn."""
    if order.status is OrderStatus.AWAITING_PAYMENT and now >= order.held_until:
        end_hold(session, order.id, now)
    if link.status in LIVE_LINKS and not is_wanted(order, link):
        enqueue_cancel(session, link, now)
    keep_while_payable(session, order)


def _gather(
    session: Session,
    order: Order,
    link: PaymentLink,
    payment: PaymentFacts,
    now: datetime,
    *,
    link_facts: LinkFacts | None,
) -> Facts:
    known = select(Payment.id).where(Payment.provider_payment_id == payment.payment_id)
    slot = session.get_one(DeliverySlot, order.slot_id)
    return Facts(
        captured=payment.captured,
        known=session.exec(known).first() is not None,
        amount=payment.amount,
        currency=payment.currency,
        refunded=payment.refunded,
        due_amount=link.amount_paise,
        due_currency=link.currency,
        order_status=order.status,
        pays_cash=order.payment_method is PaymentMethod.COD,
        slot_starts_at=slot.starts_at,
        slot_ends_at=slot.ends_at,
        now=now,
        owed=order.due_paise,
        withdrawn=link.withdrawn_at is not None,
        is_part=link.is_part,
        link_is_paid=link_facts is not None and link_facts.status == "paid",
        link_amount_paid=link_facts.amount_paid if link_facts else 0,
        fee=payment.fee,
        fee_bearer=payment.fee_bearer,
        has_offer=bool(payment.offer_id),
    )


def _revive(session: Session, order: Order, now: datetime) -> bool:
    """Hold fruit and slot again and confirm; leaves no trace when anything is missing."""
    savepoint = session.begin_nested()
    if revive_order(session, order, now):
        savepoint.commit()
        return True
    savepoint.rollback()
    session.refresh(order)
    return False


def _record_payment(
    session: Session, order: Order, link: PaymentLink, payment: PaymentFacts, verdict: Verdict
) -> Payment:
    """The payment's row with its ledger posting. Raises Fault, and so undoes all, when another order has it already."""
    settled = verdict in SETTLED_BY
    values = {
        "order_id": order.id,
        "link_id": link.id,
        "provider_payment_id": payment.payment_id,
        "reason": "" if settled else verdict.value,
        "amount_paise": payment.amount,
        "adjustment_paise": payment.amount - link.amount_paise if settled else 0,
        "currency": payment.currency,
        "method": payment.method[:40],
        "captured_at": payment.created_at,
    }
    row = record_payment(session, PaymentStatus.SETTLED if settled else PaymentStatus.PARKED, values)
    if row is None:
        raise Fault(f"Payment {payment.payment_id} was recorded for another order at the same moment.")
    post_capture(session, row)
    details = {"payment": payment.payment_id, "verdict": verdict.value, "amount_paise": payment.amount}
    record(session, actor=RAZORPAY, action="payment-judged", subject=f"order:{order.id}", **details)
    return row


def ask_for_look(session: Session, link_id: int, now: datetime, payment_ids: list[str]) -> None:
    """Have Razorpay asked about this link now, and about these payments by id."""
    session.execute(
        text(
            """
            UPDATE payment_links SET next_look_at = LEAST(COALESCE(next_look_at, :now), :now),
                named_payments = ARRAY(SELECT DISTINCT unnest(named_payments || CAST(:payment_ids AS text[])) LIMIT 50)
            WHERE id = :id
            """
        ),
        {"id": link_id, "now": now, "payment_ids": payment_ids},
    )
    wake_senders(session)


def look_at(session: Session, order_id: int, provider_link_id: str, payment_id: str, now: datetime) -> None:
    """Have Razorpay asked about one attempt of an order; nothing happens for one that is not this order's."""
    statement = select(PaymentLink.id).where(
        PaymentLink.order_id == order_id, PaymentLink.provider_link_id == provider_link_id
    )
    link_id = session.exec(statement).first()
    if link_id is not None:
        ask_for_look(session, link_id, now, [payment_id])
