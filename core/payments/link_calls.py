"""Creating and cancelling links: the call outside of any transaction, its result in one."""

from datetime import datetime, timedelta

import structlog
from sqlmodel import Session

from core.alerts.actions import raise_alert
from core.checkpoints import Checkpoint, reach
from core.clock import read_now
from core.db import in_transaction
from core.orders.lifecycle import OrderStatus
from core.orders.tables import Order
from core.outbox.actions import wake_senders
from core.payments import notices
from core.payments.actions import add_link, end_hold, link_time, plan_link_look
from core.payments.gateway import (
    Gateway,
    LinkFacts,
    LinkRequest,
    RazorpayError,
    RazorpayRefused,
    RazorpayThrottled,
)
from core.payments.lifecycle import LinkKind, LinkStatus
from core.payments.locks import is_wanted, keep_while_payable, lock_link
from core.payments.moves import move_link
from core.payments.pace import slow_down
from core.payments.provider_calls import ProviderCall, finish, put_back
from core.payments.rules import needs_new_expiry
from core.payments.settling import adopt, follow_link, follow_up
from core.payments.tables import PaymentLink
from core.shop.tables import Shop

log = structlog.get_logger(__name__)

# A list at Razorpay may lag; so often we ask again for a link whose reference is taken before we use another one.
LOOKS_FOR_TAKEN_REFERENCE = 4
PAUSE_WHEN_KEYS_FAIL = timedelta(minutes=1)


def create_link(gateway: Gateway, call: ProviderCall) -> None:
    """Make the link, or adopt the one that an earlier try made (faults F38, F39, F74)."""
    link_id = call.body["link_id"]
    work = in_transaction(lambda session: _find_work(session, call, link_id))
    if work is None:
        return
    try:
        facts = gateway.find_link(*work) if call.is_repeat else None
        request = None if facts else in_transaction(lambda session: _prepare(session, link_id))
        if request is not None:
            facts = gateway.create_link(request)
            reach(Checkpoint.LINK_CREATED_NOT_STORED)
    except RazorpayError as error:
        _note_failure(call, link_id, error)
        return
    in_transaction(lambda session: _store(session, call, link_id, facts))


def cancel_link(gateway: Gateway, call: ProviderCall) -> None:
    """Withdraw the link. Refused means paid, expired or cancelled already: then the truth is asked for (fault F81)."""
    link_id = call.body["link_id"]
    provider_link_id = in_transaction(lambda session: session.get_one(PaymentLink, link_id).provider_link_id)
    assert provider_link_id is not None, "only links that exist at Razorpay are ordered to be cancelled"
    try:
        facts = gateway.cancel_link(provider_link_id)
        reach(Checkpoint.LINK_CANCELLED_NOT_STORED)
    except RazorpayError as error:
        _note_uncancelled(call, link_id, error)
        return
    in_transaction(lambda session: _store(session, call, link_id, facts))


def _find_work(session: Session, call: ProviderCall, link_id: int) -> tuple[str, LinkKind] | None:
    """The reference and kind of a link that is still to be made; None when it exists or was given up."""
    link = session.get_one(PaymentLink, link_id)
    if link.status is LinkStatus.CREATING:
        return link.reference_id, link.kind
    finish(session, call)
    return None


def _prepare(session: Session, link_id: int) -> LinkRequest | None:
    """What to ask for, with an end that Razorpay still takes; None when nobody waits for the link any more."""
    order, link = lock_link(session, link_id)
    now = read_now(session)
    is_over = order.status is OrderStatus.AWAITING_PAYMENT and now >= order.held_until
    if is_over or not is_wanted(order, link):
        return None
    # Once Razorpay answers again the link gets its full time. The hold follows when the link exists (`settling.adopt`),
    # so an outage keeps fruit no longer than a link would have (fault F124).
    if needs_new_expiry(link.expires_at, now):
        link.expires_at = now + link_time(session)
    _, _, attempt = link.reference_id.rpartition("-")
    return LinkRequest(
        reference_id=link.reference_id,
        amount_paise=link.amount_paise,
        currency=link.currency,
        description=f"{session.get_one(Shop, 1).name} {order.code}",
        expires_at=link.expires_at,
        notes={"jamango_order": order.code, "attempt": attempt},
        kind=link.kind,
    )


def _store(session: Session, call: ProviderCall, link_id: int, facts: LinkFacts | None) -> None:
    order, link = lock_link(session, link_id)
    now = read_now(session)
    if facts is None:
        _give_up(session, link)
    else:
        if link.provider_link_id is None:
            adopt(session, order, link, facts)
        follow_link(session, order, link, facts, now)
    follow_up(session, order, link, now)
    plan_link_look(order, link, now)
    finish(session, call)
    wake_senders(session)
    reach(Checkpoint.LINK_STORED_NOT_COMMITTED)


def _give_up(session: Session, link: PaymentLink) -> None:
    """Nobody waits for this link any more. One that Razorpay made after all is found by reference and withdrawn."""
    if link.status is LinkStatus.CREATING:
        move_link(session, link, LinkStatus.CANCELLED)


def _note_failure(call: ProviderCall, link_id: int, error: RazorpayError) -> None:
    log.warning("link_not_created", link_id=link_id, attempts=call.attempts, error=repr(error)[:300])

    def note(session: Session) -> None:
        order, link = lock_link(session, link_id)
        now = read_now(session)
        if isinstance(error, RazorpayRefused) and not error.is_about_us:
            _note_refusal(session, call, order, link, error=error, now=now)
            return
        put_back(session, call, error=repr(error), pause=_note_trouble(session, error))
        end_hold(session, order.id, now)

    in_transaction(note)


def _note_refusal(
    session: Session, call: ProviderCall, order: Order, link: PaymentLink, *, error: RazorpayRefused, now: datetime
) -> None:
    if link.status is not LinkStatus.CREATING:
        # A look has found it in the meantime, by an earlier try: the refusal is about a link that lives (fault F150).
        finish(session, call, error=repr(error))
        return
    link.looks += error.is_taken_reference
    if error.is_taken_reference and link.looks < LOOKS_FOR_TAKEN_REFERENCE:
        put_back(session, call, error=repr(error))
        return
    if error.is_taken_reference:
        _give_up(session, link)
        plan_link_look(order, link, now)
        if is_wanted(order, link):
            part = link.amount_paise if link.is_part else None
            add_link(session, order, link.expires_at, link.kind, amount_paise=part)
    else:
        move_link(session, link, LinkStatus.REFUSED)
        raise_alert(session, "link-refused", f"order:{order.id}", description=error.description)
        keep_while_payable(session, order)
        notices.notify_link_failed(session, order, link)
    finish(session, call, error=repr(error))
    wake_senders(session)


def _note_uncancelled(call: ProviderCall, link_id: int, error: RazorpayError) -> None:
    log.info("link_not_cancelled", link_id=link_id, attempts=call.attempts, error=repr(error)[:300])

    def note(session: Session) -> None:
        order, link = lock_link(session, link_id)
        now = read_now(session)
        if isinstance(error, RazorpayRefused) and not error.is_about_us:
            link.next_look_at = now
            finish(session, call, error=repr(error))
            wake_senders(session)
            return
        put_back(session, call, error=repr(error), pause=_note_trouble(session, error))
        end_hold(session, order.id, now)

    in_transaction(note)


def _note_trouble(session: Session, error: RazorpayError) -> timedelta | None:
    """Wrong keys or a restricted account: ring the founder. Then, and when we ask too much, do not hammer."""
    if isinstance(error, RazorpayThrottled):
        return slow_down(session)
    if not isinstance(error, RazorpayRefused):
        return None
    raise_alert(session, "razorpay-keys", "razorpay", http_status=error.http_status)
    return PAUSE_WHEN_KEYS_FAIL
