"""Asking Razorpay for the truth about links and refunds whose look is due."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from sqlalchemy import text
from sqlmodel import Session, col, select

from core.alerts.actions import raise_alert
from core.checkpoints import Checkpoint, reach
from core.clock import read_now
from core.db import in_transaction, transaction
from core.orders.tables import Order
from core.payments.actions import end_hold
from core.payments.gateway import (
    Gateway,
    LinkFacts,
    PaymentFacts,
    RazorpayError,
    RazorpayRefused,
    RazorpayThrottled,
    RefundFacts,
    RefundRequest,
)
from core.payments.lifecycle import LinkKind
from core.payments.locks import lock_link, lock_refund
from core.payments.pace import MAY_ASK, slow_down
from core.payments.refund_calls import find_refund
from core.payments.refunds import KEY_IN_NOTES, adopt_refund, apply_refund, plan_refund_look
from core.payments.rules import hold_end, sooner_look
from core.payments.settling import settle
from core.payments.tables import Payment, PaymentLink, Refund

log = structlog.get_logger(__name__)

LEASE_SECONDS = 10
PAUSE_AFTER_FAILURE = timedelta(seconds=30)
PAUSE_AFTER_429 = timedelta(minutes=1)  # no sooner than without it
LONGEST_TRYING = timedelta(days=6)

CLAIM_LINK = text(
    f"""
    UPDATE payment_links SET next_look_at = jamango_now() + make_interval(secs => :lease)
    WHERE id = (SELECT id FROM payment_links WHERE next_look_at <= (SELECT jamango_now()) AND {MAY_ASK}
                ORDER BY next_look_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, provider_link_id, reference_id, kind, named_payments, next_look_at
    """  # noqa: S608 - SQL of core.payments.pace
)
CLAIM_REFUND = text(
    f"""
    UPDATE refunds SET next_look_at = jamango_now() + make_interval(secs => :lease)
    WHERE id = (SELECT id FROM refunds WHERE next_look_at <= (SELECT jamango_now()) AND {MAY_ASK}
                ORDER BY next_look_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, payment_id, amount_paise, provider_refund_id, idempotency_key, next_look_at
    """  # noqa: S608 - SQL of core.payments.pace
)


@dataclass(frozen=True)
class Truth:
    """What Razorpay says of one link: None as `link` when it has none of our reference."""

    link: LinkFacts | None
    payments: list[PaymentFacts]
    refunds: list[RefundFacts]


def reconcile_link(gateway: Gateway) -> bool:
    """Claim one due link, ask, settle; False when none is due."""
    claimed = in_transaction(lambda session: session.execute(CLAIM_LINK, {"lease": LEASE_SECONDS}).one_or_none())
    if claimed is None:
        return False
    reach(Checkpoint.LOOK_CLAIMED)
    try:
        kind = LinkKind(claimed.kind)
        truth = ask(gateway, claimed.provider_link_id, claimed.reference_id, claimed.named_payments, kind)
    except RazorpayError as error:
        log.warning("look_failed", link_id=claimed.id, error=repr(error)[:300])
        in_transaction(partial(_note_failed_look, link_id=claimed.id, claimed=claimed.next_look_at, error=error))
        return True
    reach(Checkpoint.LOOK_ANSWERED)
    in_transaction(lambda session: _apply(session, claimed.id, claimed.next_look_at, truth))
    return True


def reconcile_refund(gateway: Gateway) -> bool:
    """Claim one due refund, ask, apply; False when none is due."""
    claimed = in_transaction(lambda session: session.execute(CLAIM_REFUND, {"lease": LEASE_SECONDS}).one_or_none())
    if claimed is None:
        return False
    reach(Checkpoint.LOOK_CLAIMED)
    facts, trouble = None, None
    try:
        facts = _ask_refund(gateway, claimed)
    except RazorpayError as error:
        log.warning("refund_look_failed", refund_id=claimed.id, error=repr(error)[:300])
        trouble = error
    reach(Checkpoint.LOOK_ANSWERED)

    def apply(session: Session) -> None:
        now = read_now(session)
        if isinstance(trouble, RazorpayThrottled):
            slow_down(session)
        if facts is None:
            _, _, refund = lock_refund(session, claimed.id)
            plan_refund_look(session, refund, now, claimed.next_look_at)
        else:
            apply_refund(session, claimed.id, facts, now, claimed=claimed.next_look_at)

    in_transaction(apply)
    return True


def ask(
    gateway: Gateway, link_id: str | None, reference_id: str, named: list[str], kind: LinkKind = LinkKind.LINK
) -> Truth:
    """The link by id (by reference while we have no id), every payment that it or a webhook names, and refunds."""
    link = _ask_link(gateway, link_id, reference_id, kind)
    listed = link.payment_ids if link else ()
    payments = [_ask_payment(gateway, payment_id) for payment_id in sorted({*listed, *named})]
    known = [payment for payment in payments if payment is not None]
    refunds = [refund for payment in known if payment.refunded for refund in gateway.list_refunds(payment.payment_id)]
    return Truth(link, sorted(known, key=lambda payment: (payment.created_at, payment.payment_id)), refunds)


def _ask_link(gateway: Gateway, link_id: str | None, reference_id: str, kind: LinkKind) -> LinkFacts | None:
    if link_id is None:
        return gateway.find_link(reference_id, kind)
    try:
        return gateway.fetch_link(link_id)
    except RazorpayRefused as error:
        if error.is_about_us:
            raise
        return None


def _ask_payment(gateway: Gateway, payment_id: str) -> PaymentFacts | None:
    try:
        return gateway.fetch_payment(payment_id)
    except RazorpayRefused as error:
        if error.is_about_us:
            raise
        return None


def _ask_refund(gateway: Gateway, claimed: Any) -> RefundFacts | None:
    if claimed.provider_refund_id is not None:
        return gateway.fetch_refund(claimed.provider_refund_id)
    with transaction() as session:
        payment = session.get_one(Payment, claimed.payment_id)
    request = RefundRequest(payment.provider_payment_id, claimed.amount_paise, claimed.idempotency_key, {})
    return find_refund(gateway, request)


def _apply(session: Session, link_id: int, claimed: datetime, truth: Truth) -> None:
    order, link = lock_link(session, link_id)
    now = read_now(session)
    listed = truth.link.payment_ids if truth.link else ()
    ours = []
    for payment in truth.payments:
        if payment.payment_id in listed or belongs(payment, order, link):
            ours.append(payment)
        else:
            raise_alert(session, "payment-unknown", payment.payment_id, order=order.code)
    settle(session, link_id, truth.link, ours, now, claimed=claimed)
    for refund in truth.refunds:
        _apply_listed_refund(session, refund, now)


def belongs(payment: PaymentFacts, order: Order, link: PaymentLink) -> bool:
    """Whether a payment named by a webhook only was made on this link: Razorpay copies our notes and the id."""
    by_notes = payment.notes.get("jamango_order") == order.code
    stem = (link.provider_link_id or "").removeprefix("plink_")
    return by_notes or bool(stem and payment.description == f"#{stem}")


def _apply_listed_refund(session: Session, facts: RefundFacts, now: datetime) -> None:
    """A refund that Razorpay lists: ours by its id or by the key in its notes, otherwise made there by hand."""
    key = facts.notes.get(KEY_IN_NOTES, "")
    statement = select(Refund.id).where(
        (col(Refund.provider_refund_id) == facts.refund_id) | (col(Refund.idempotency_key) == key)
    )
    refund_id = session.exec(statement).first()
    if refund_id is not None:
        apply_refund(session, refund_id, facts, now)
        return
    payment_id = session.exec(select(Payment.id).where(Payment.provider_payment_id == facts.payment_id)).first()
    if payment_id is not None and not key and facts.status != "failed":
        adopt_refund(session, payment_id, facts, now)


def _note_failed_look(session: Session, *, link_id: int, claimed: datetime, error: RazorpayError) -> None:
    order, link = lock_link(session, link_id)
    now = read_now(session)
    if isinstance(error, RazorpayRefused):
        raise_alert(session, "razorpay-keys", "razorpay", http_status=error.http_status)
    tries_on = now < hold_end(link.expires_at) + LONGEST_TRYING
    pause = PAUSE_AFTER_FAILURE
    if isinstance(error, RazorpayThrottled):
        pause = max(slow_down(session), PAUSE_AFTER_429)
    planned = now + pause if tries_on else None
    link.next_look_at = sooner_look(link.next_look_at, claimed, planned)
    end_hold(session, order.id, now)
