"""Asking Razorpay for a refund, under the key that was stored with it."""

from datetime import timedelta

import structlog
from sqlmodel import Session

from core.alerts.actions import raise_alert
from core.checkpoints import Checkpoint, reach
from core.clock import read_now
from core.db import in_transaction
from core.payments.gateway import (
    Gateway,
    RazorpayError,
    RazorpayRefused,
    RazorpayThrottled,
    RefundFacts,
    RefundRequest,
)
from core.payments.lifecycle import RefundStatus
from core.payments.locks import lock_refund
from core.payments.pace import slow_down
from core.payments.provider_calls import ProviderCall, finish, put_back
from core.payments.refunds import KEY_IN_NOTES, apply_refund, fail_refund

log = structlog.get_logger(__name__)

PAUSE_WHEN_KEYS_FAIL = timedelta(minutes=1)


def make_refund(gateway: Gateway, call: ProviderCall) -> None:
    """Ask for the refund. After an unsure try Razorpay's list is read first; then the same key makes it safe (F40)."""
    refund_id = call.body["refund_id"]
    request = in_transaction(lambda session: _prepare(session, call, refund_id))
    if request is None:
        return
    try:
        facts = find_refund(gateway, request) if call.is_repeat else None
        if facts is None:
            facts = gateway.create_refund(request)
            reach(Checkpoint.REFUND_ACCEPTED_NOT_STORED)
    except RazorpayError as error:
        _note_failure(call, refund_id, error)
        return
    answer = facts

    def store(session: Session) -> None:
        now = read_now(session)
        apply_refund(session, refund_id, answer, now)
        finish(session, call)
        reach(Checkpoint.REFUND_STORED_NOT_COMMITTED)

    in_transaction(store)


def find_refund(gateway: Gateway, request: RefundRequest) -> RefundFacts | None:
    """The refund that an earlier try with this key made, by the key in its notes."""
    refunds = gateway.list_refunds(request.payment_id)
    return next((refund for refund in refunds if refund.notes.get(KEY_IN_NOTES) == request.key), None)


def _prepare(session: Session, call: ProviderCall, refund_id: int) -> RefundRequest | None:
    order, payment, refund = lock_refund(session, refund_id)
    if refund.status is not RefundStatus.REQUESTED or refund.provider_refund_id is not None:
        finish(session, call)
        return None
    notes = {KEY_IN_NOTES: refund.idempotency_key}
    if order is not None:
        notes["jamango_order"] = order.code
    return RefundRequest(payment.provider_payment_id, refund.amount_paise, refund.idempotency_key, notes)


def _note_failure(call: ProviderCall, refund_id: int, error: RazorpayError) -> None:
    log.warning("refund_not_made", refund_id=refund_id, attempts=call.attempts, error=repr(error)[:300])

    def note(session: Session) -> None:
        _, payment, refund = lock_refund(session, refund_id)
        now = read_now(session)
        about_us = isinstance(error, RazorpayRefused) and error.is_about_us
        if isinstance(error, RazorpayRefused) and not about_us and not error.is_in_flight:
            if refund.status is RefundStatus.REQUESTED and refund.provider_refund_id is None:
                fail_refund(session, payment, refund, now, error.description)
            finish(session, call, error=repr(error))
            return
        if about_us:
            raise_alert(session, "razorpay-keys", "razorpay")
        pause = PAUSE_WHEN_KEYS_FAIL if about_us else None
        if isinstance(error, RazorpayThrottled):
            pause = slow_down(session)
        put_back(session, call, error=repr(error), pause=pause)

    in_transaction(note)
