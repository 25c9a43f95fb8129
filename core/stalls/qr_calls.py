"""What the worker asks Razorpay about QR codes: to make one, to close one, and what came by it.

A row is claimed for the time of one call, called about outside of any transaction, and written in one. Killed in
between, another worker does it again: a code that was made and never stored was never shown, so nobody can pay it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple, Protocol

import structlog
from sqlmodel import Session

from core.alerts.actions import raise_alert
from core.checkpoints import Checkpoint, reach
from core.clock import read_now
from core.db import in_transaction
from core.payments.gateway import (
    PaymentFacts,
    QrFacts,
    QrGateway,
    QrRequest,
    RazorpayError,
    RazorpayRefused,
    RazorpayThrottled,
)
from core.payments.pace import MAY_ASK, slow_down
from core.query import Query, Statement
from core.stalls.crediting import lock_qr, ring_when_unclaimed, take_credit
from core.stalls.lifecycle import QrEvent, QrStatus
from core.stalls.moves import MadeQr, end_qr, make_qr
from core.stalls.qrs import KnownQr
from core.stalls.rules import PATIENCE_WITH_QR, QR_LOOKS, next_qr_look

log = structlog.get_logger(__name__)

LEASE_SECONDS = 20  # two or three calls, of eight seconds each at most
PAUSE_AFTER_FAILURE = timedelta(seconds=30)
ACTIVE = "active"


class Gateway(QrGateway, Protocol):
    """The calls about codes, and about single payments."""

    def fetch_payment(self, payment_id: str) -> PaymentFacts: ...


class DueQr(NamedTuple):
    """A code whose turn it is, claimed until `claimed_until`."""

    id: int
    uid: str
    status: str
    amount_paise: int
    provider_id: str | None
    closes_at: datetime
    dropped_at: datetime | None
    payment_id: int | None
    named_payments: list[str]
    created_at: datetime
    claimed_until: datetime
    shop: str
    stall: str
    now: datetime


CLAIM = Statement(
    f"""
    UPDATE stall_qrs q SET next_look_at = jamango_now() + make_interval(secs => :lease)
      FROM devices d, stalls l, shop
     WHERE q.id = (SELECT id FROM stall_qrs WHERE next_look_at <= (SELECT jamango_now()) AND {MAY_ASK}
                    ORDER BY next_look_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       AND d.id = q.device_id AND l.id = d.stall_id
    RETURNING q.id, q.uid, q.status, q.amount_paise, q.provider_id, q.closes_at, q.dropped_at, q.payment_id,
              q.named_payments, q.created_at, q.next_look_at AS claimed_until, shop.name AS shop, l.name AS stall,
              jamango_now() AS now
    """,  # noqa: S608 - SQL of core.payments.pace
    DueQr,
)
# Whoever asked for a sooner look meanwhile gets it.
PLAN = Query(
    """
    UPDATE stall_qrs SET looks = looks + 1, next_look_at = CASE WHEN next_look_at = CAST(:claimed AS timestamptz)
           THEN CAST(:next AS timestamptz) ELSE next_look_at END WHERE id = :id
    """
)
DROP_LATE = Query("UPDATE stall_qrs SET dropped_at = :now WHERE id = :id AND dropped_at IS NULL RETURNING id")


def tend_next_qr(gateway: Gateway) -> bool:
    """Do what is due about one code: make it, close it, or ask what came by it. False when none is due."""
    due = in_transaction(lambda session: CLAIM.first(session, {"lease": LEASE_SECONDS}))
    if due is None:
        return False
    reach(Checkpoint.LOOK_CLAIMED)
    try:
        if due.status == QrStatus.ASKING:
            _make(gateway, due)
        elif due.payment_id is not None or due.status == QrStatus.FAILED:
            in_transaction(partial(_plan, due=due))
        else:
            _look(gateway, due)
    except RazorpayError as error:
        log.warning("qr_call_failed", qr=due.id, status=due.status, error=repr(error)[:300])
        in_transaction(partial(_note_trouble, due=due, error=error))
    return True


def is_too_late(due: DueQr, now: datetime) -> bool:
    """Whether the keeper shows the plain code by now, or wants none."""
    return due.dropped_at is not None or now >= due.created_at + PATIENCE_WITH_QR


def _make(gateway: Gateway, due: DueQr) -> None:
    if is_too_late(due, due.now):
        in_transaction(partial(_fail, due=due))
        return
    request = QrRequest(due.uid, due.amount_paise, due.shop, f"{due.shop} {due.stall}", due.closes_at)
    facts = gateway.create_qr(request)
    reach(Checkpoint.QR_CREATED_NOT_STORED)
    in_transaction(partial(_store, due=due, facts=facts))


def _store(session: Session, *, due: DueQr, facts: QrFacts) -> None:
    lock_qr(session, due.id)
    now = read_now(session)
    made = MadeQr(facts.qr_id, facts.image_url, facts.content, facts.closes_at or due.closes_at)
    if make_qr(session, due.id, made) and is_too_late(due, now):
        DROP_LATE.run(session, {"id": due.id, "now": now})
    _plan(session, due=due)
    reach(Checkpoint.QR_STORED_NOT_COMMITTED)


def _look(gateway: Gateway, due: DueQr) -> None:
    assert due.provider_id is not None, "it was made"
    wants_end = due.status == QrStatus.OPEN and due.dropped_at is not None
    facts = _close(gateway, due.provider_id) if wants_end else gateway.fetch_qr(due.provider_id)
    listed = gateway.payments_of_qr(due.provider_id)
    known = {payment.payment_id for payment in listed}
    named = [_fetch(gateway, payment_id) for payment_id in due.named_payments if payment_id not in known]
    reach(Checkpoint.LOOK_ANSWERED)
    payments = [*listed, *(payment for payment in named if payment is not None)]
    in_transaction(partial(_apply, due=due, facts=facts, payments=payments))


def _fetch(gateway: Gateway, payment_id: str) -> PaymentFacts | None:
    """A payment that the list lacks, for that may lag; None when Razorpay knows none of this id."""
    try:
        return gateway.fetch_payment(payment_id)
    except RazorpayRefused as error:
        if error.is_about_us:
            raise
        return None


def _close(gateway: Gateway, provider_id: str) -> QrFacts:
    """Refused means closed already, or paid: then the truth is asked for."""
    try:
        closed = gateway.close_qr(provider_id)
        reach(Checkpoint.QR_CLOSED_NOT_STORED)
        return closed
    except RazorpayRefused as error:
        if error.is_about_us:
            raise
        return gateway.fetch_qr(provider_id)


def _apply(session: Session, *, due: DueQr, facts: QrFacts, payments: list[PaymentFacts]) -> None:
    now = read_now(session)
    qr = lock_qr(session, due.id)
    for payment in sorted(payments, key=lambda payment: (payment.created_at, payment.payment_id)):
        if payment.captured:
            take_credit(session, qr, payment, now)
    if facts.status != ACTIVE:
        end_qr(session, due.id, QrEvent.CLOSE)
    _plan(session, due=due)
    reach(Checkpoint.LOOK_NOT_COMMITTED)


def _fail(session: Session, *, due: DueQr) -> None:
    lock_qr(session, due.id)
    end_qr(session, due.id, QrEvent.FAIL)
    _plan(session, due=due)


def _plan(session: Session, *, due: DueQr) -> None:
    qr, now = lock_qr(session, due.id), read_now(session)
    ring_when_unclaimed(session, qr, now)
    PLAN.run(session, {"id": due.id, "claimed": due.claimed_until, "next": _next_look(qr, now)})


def _next_look(qr: KnownQr, now: datetime) -> datetime | None:
    if qr.status == QrStatus.FAILED:
        return None
    if qr.status == QrStatus.OPEN and qr.dropped_at is not None and qr.payment_id is None:
        return min(now + PAUSE_AFTER_FAILURE, qr.closes_at) if now < qr.closes_at else next_qr_look(
            qr.state, now, is_claimed=False)  # fmt: skip
    return next_qr_look(qr.state, now, is_claimed=qr.sale_id is not None)


def _note_trouble(session: Session, *, due: DueQr, error: RazorpayError) -> None:
    """One that was not made is given up at once: the keeper has the plain code. One that was made is asked about again,
    for as long as anything can come of it."""
    qr, now = lock_qr(session, due.id), read_now(session)
    if isinstance(error, RazorpayThrottled):
        slow_down(session)
    if isinstance(error, RazorpayRefused) and error.is_about_us:
        raise_alert(session, "razorpay-keys", "razorpay", http_status=error.http_status)
    elif isinstance(error, RazorpayRefused) and qr.status == QrStatus.ASKING:
        raise_alert(session, "stall-qr-refused", "razorpay", description=error.description)
    end_qr(session, due.id, QrEvent.FAIL)
    goes_on = qr.provider_id is not None and now < qr.closes_at + QR_LOOKS[-1]
    PLAN.run(session, {"id": due.id, "claimed": due.claimed_until,
                       "next": now + PAUSE_AFTER_FAILURE if goes_on else None})  # fmt: skip
