"""What follows when Meta does not take a message: later again, by template, never, or nothing at all for a while."""

from __future__ import annotations

from prometheus_client import Counter
from sqlmodel import Session

from bot.circuit_breaker import CircuitBreaker
from bot.failures import NO_FORM, NO_PICTURE, STOPPED_MARKETING, UNREACHABLE, Retry, SendFailed
from bot.form_failures import go_without_form
from bot.pictures import go_without_picture
from bot.rendering import Outgoing, window_is_open
from core.alerts.actions import raise_alert
from core.customers.actions import stop_marketing
from core.ids import jitter
from core.orders.queries import code_of
from core.outbox.editions import send_as_template
from core.outbox.leases import LEASE_SECONDS, drop, give_up, put_back
from core.outbox.messages import LeasedMessage
from core.outbox.tables import MessageClass, OutboxKind

FAILED = Counter("jamango_sends_failed_total", "Sends that Meta did not take, by its code", ["code"])
TRIES = {MessageClass.ORDER: 15, MessageClass.STAFF: 15}
TRIES_OF_OTHERS = 8
LONGEST_WAIT = {MessageClass.ORDER: 300.0, MessageClass.STAFF: 300.0}
LONGEST_WAIT_OF_OTHERS = 60.0
LONGEST_PAIR_WAIT = 256.0
# Which of our messages the founder hears of when they do not arrive: an answer can be asked for again, and a code that
# does not come is a wrong number.
MISSED = frozenset({MessageClass.ORDER})


def handle_failure(
    session: Session, breaker: CircuitBreaker, lease: LeasedMessage, outgoing: Outgoing, failure: SendFailed
) -> None:
    """Record the failed send. Pauses or stops all sending where it is not this message's trouble."""
    FAILED.labels(str(failure.code or failure.http_status or failure.retry.value)).inc()
    match failure.retry:
        case Retry.CIRCUIT:
            breaker.stop()
            _keep(session, lease, failure)
            raise_alert(session, "whatsapp-stopped", "whatsapp", error_code=failure.code or 0, detail=failure.detail)
        case Retry.BACK_OFF:
            _wait(session, lease, failure, breaker.pause(), burn=False)
            _ring_when_it_lasts(session, breaker)
        case Retry.PAIR_RATE:
            _try_again(session, lease, failure, min(4.0**lease.attempts, LONGEST_PAIR_WAIT))
        case Retry.AMBIGUOUS:
            _take_unsure(session, breaker, lease, failure)
        case Retry.WINDOW_CLOSED:
            _use_template(session, lease, failure)
        case Retry.TEMPLATE:
            _miss_template(session, lease, outgoing, failure)
        case Retry.RETRY:
            _retry(session, breaker, lease, failure)
        case Retry.NEVER:
            _take_never(session, lease, failure)


def abandon(session: Session, lease: LeasedMessage, reason: str, code: int | None = None) -> None:
    """Give the message up and let the founder know."""
    give_up(session, lease, reason, code)
    raise_alert(session, "message-dead", subject_of(session, lease), error_code=code or 0, detail=reason)


def subject_of(session: Session, lease: LeasedMessage) -> str:
    """What an alert is about. One for all to staff: news of an alert that failed must not breed alerts."""
    if lease.message_class is MessageClass.STAFF:
        return "staff"
    return code_of(session, lease.order_id) or f"chat {lease.chat_id}"


def _wait(session: Session, lease: LeasedMessage, failure: SendFailed, seconds: float, *, burn: bool) -> None:
    put_back(session, lease, wait=seconds, code=failure.code, error=failure.detail, burn=burn)


def _try_again(session: Session, lease: LeasedMessage, failure: SendFailed, seconds: float) -> None:
    if lease.attempts >= TRIES.get(lease.message_class, TRIES_OF_OTHERS):
        abandon(session, lease, failure.detail, failure.code)
    else:
        _wait(session, lease, failure, seconds, burn=True)


def _retry(session: Session, breaker: CircuitBreaker, lease: LeasedMessage, failure: SendFailed) -> None:
    if breaker.note_failure(lease.id):
        _wait(session, lease, failure, 1.0, burn=False)
        _ring_when_it_lasts(session, breaker)
        return
    longest = LONGEST_WAIT.get(lease.message_class, LONGEST_WAIT_OF_OTHERS)
    _try_again(session, lease, failure, jitter(min(2.0**lease.attempts, longest)))


def _take_unsure(session: Session, breaker: CircuitBreaker, lease: LeasedMessage, failure: SendFailed) -> None:
    """Wait for news by the mark that we sent along, then try once more; a third copy is never sent (invariant I8).

    `bot.sender` asks before the second whether Meta answers at all, so that an outage does not use it up.
    """
    if breaker.note_failure(lease.id):
        _ring_when_it_lasts(session, breaker)
    _keep(session, lease, failure)


def _keep(session: Session, lease: LeasedMessage, failure: SendFailed) -> None:
    """Not this message's fault: no try is counted, unless it may have arrived."""
    if not failure.unsure:
        _wait(session, lease, failure, 1.0, burn=False)
    elif lease.unsure_tries:
        abandon(session, lease, failure.detail, failure.code)
    else:
        put_back(session, lease, wait=LEASE_SECONDS, code=failure.code, error=failure.detail, burn=False, unsure=True)


def _use_template(session: Session, lease: LeasedMessage, failure: SendFailed) -> None:
    if lease.kind is OutboxKind.NOTICE and not lease.as_template:
        send_as_template(session, lease, failure.code)
    elif lease.kind is OutboxKind.MESSAGE and lease.answers_id is None:
        abandon(session, lease, "the window is closed", failure.code)
    else:
        drop(session, lease, "the window is closed", failure.code)


def _miss_template(session: Session, lease: LeasedMessage, outgoing: Outgoing, failure: SendFailed) -> None:
    """Meta lacks the template: as free text if the person wrote lately, else not at all."""
    name = outgoing.template or lease.key or "unknown"
    if window_is_open(lease.last_inbound_at, lease.now) and outgoing.template is not None:
        _wait(session, lease, failure, 0.0, burn=True)
    else:
        give_up(session, lease, failure.detail, failure.code)
    raise_alert(session, "template-missing", name, error_code=failure.code or 0)


def _take_never(session: Session, lease: LeasedMessage, failure: SendFailed) -> None:
    if failure.code == STOPPED_MARKETING and lease.customer_id is not None:
        stop_marketing(session, lease.customer_id)
    if failure.code in NO_PICTURE and go_without_picture(session, lease, failure.code):
        return
    if failure.code in NO_FORM and go_without_form(session, lease, failure.code):
        return
    if failure.code not in UNREACHABLE:
        abandon(session, lease, failure.detail, failure.code)
        return
    drop(session, lease, failure.detail, failure.code)
    written_by_hand = lease.kind is OutboxKind.MESSAGE and lease.answers_id is None
    if lease.message_class in MISSED or written_by_hand:
        raise_alert(session, "message-failed", subject_of(session, lease), error_code=failure.code)


def _ring_when_it_lasts(session: Session, breaker: CircuitBreaker) -> None:
    if breaker.trouble_lasts():
        raise_alert(session, "whatsapp-unreachable", "whatsapp")
