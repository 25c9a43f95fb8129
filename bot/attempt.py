"""One try to send a leased message, state by state. What leads to an end touches no database; `record` writes the end.

leased ── word ─┬─ Dropped     not to be sent: as it should be, or with an alert
                ├─ Unworded    our own fault
                └─ Outgoing ─┬─ ask ──┬─ Answers   Meta is there again, so it may go once more
                             │        └─ Failed
                             └─ call ─┬─ Sent
                                      └─ Failed
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import structlog
from prometheus_client import Counter
from sqlmodel import Session

from bot.circuit_breaker import CircuitBreaker
from bot.failures import Retry, SendFailed
from bot.rendering import Dropped, Outgoing, decide
from bot.send_failures import abandon, handle_failure
from bot.whatsapp_api import WhatsAppApi
from core.alerts.actions import resolve_alert
from core.checkpoints import Checkpoint, reach
from core.clock import read_now
from core.errors import Fault
from core.outbox.leases import drop, put_back
from core.outbox.messages import LeasedMessage, SentMessage, drop_overtaken, mark_sent, mark_sent_together
from core.outbox.pictures import has_picture, hold_back_the_next

log = structlog.get_logger(__name__)
SENT = Counter("jamango_messages_sent_total", "Messages that Meta took, by class", ["message_class"])


@dataclass(frozen=True, slots=True)
class Unworded:
    """It could not be worded, which is our fault and not the message's."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Meta answers questions again."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Meta took it, and `ends_trouble` when that is news."""

    outgoing: Outgoing
    message_id: str
    ends_trouble: bool

    @property
    def is_all(self) -> bool:
        """Whether nothing follows from it but the note that it was sent."""
        return not self.ends_trouble and not has_picture(self.outgoing.message)


@dataclass(frozen=True, slots=True)
class Failed:
    outgoing: Outgoing
    failure: SendFailed


Outcome = Dropped | Unworded | Answers | Sent | Failed


def attempt(lease: LeasedMessage, api: WhatsAppApi, breaker: CircuitBreaker, zone: ZoneInfo) -> Outcome:
    """Try it. Raises nothing of Meta's."""
    worded = word(lease, zone)
    if not isinstance(worded, Outgoing):
        return worded
    # It may have arrived, and goes once more at most: not before Meta answers at all. The question has its own lease.
    if lease.unsure_tries and not breaker.has_answered_lately():
        return ask(api, breaker, worded)
    return call(api, breaker, lease, worded)


def word(lease: LeasedMessage, zone: ZoneInfo) -> Outgoing | Dropped | Unworded:
    try:
        return decide(lease, zone)
    except Fault as fault:
        log.error("message_not_worded", outbox=lease.id, key=lease.key, error=type(fault).__name__)
    except Exception:
        log.exception("message_not_worded", outbox=lease.id, key=lease.key)
    return Unworded()


def ask(api: WhatsAppApi, breaker: CircuitBreaker, outgoing: Outgoing) -> Answers | Failed:
    try:
        api.probe()
    except SendFailed as failure:
        log.warning("probe_failed", retry=failure.retry, code=failure.code)
        retry = failure.retry if failure.retry is Retry.CIRCUIT else Retry.BACK_OFF
        return Failed(outgoing, SendFailed(retry, failure.detail, code=failure.code, http_status=failure.http_status))
    breaker.note_answer()
    return Answers()


def call(api: WhatsAppApi, breaker: CircuitBreaker, lease: LeasedMessage, outgoing: Outgoing) -> Sent | Failed:
    reach(Checkpoint.BEFORE_SEND)
    try:
        message_id = api.send(lease.phone, lease.user_id, outgoing.message, lease.opaque)
    except SendFailed as failure:
        log.warning("send_failed", outbox=lease.id, retry=failure.retry, code=failure.code)
        return Failed(outgoing, failure)
    reach(Checkpoint.AFTER_META_ACCEPTED)
    SENT.labels(lease.message_class.value).inc()
    return Sent(outgoing, message_id, breaker.note_success())


def record(session: Session, breaker: CircuitBreaker, lease: LeasedMessage, outcome: Outcome) -> bool | None:
    """Write what came of it; returns whether more waits in the chat's line, None when that was not looked at."""
    match outcome:
        case Sent():
            return _record_sent(session, lease, outcome)
        case Failed():
            handle_failure(session, breaker, lease, outcome.outgoing, outcome.failure)
        case Dropped():
            _record_dropped(session, lease, outcome)
        case Unworded():
            abandon(session, lease, "it could not be worded")
        case Answers():
            put_back(session, lease, wait=0, code=lease.error_code, burn=False)
    return None


def note_sent(session: Session, lease: LeasedMessage, sent: Sent) -> bool | None:
    """Write that it was sent, in one statement; returns as `record` does."""
    outgoing = sent.outgoing
    return mark_sent(session, lease, sent.message_id, outgoing.message if outgoing.record else None)


def note_sent_together(session: Session, sent: Sequence[tuple[LeasedMessage, Sent]]) -> dict[int, bool]:
    """The same for messages that nothing else follows from, in one statement; see `mark_sent_together`."""
    messages = [
        SentMessage(lease.id, lease.edition, one.message_id, one.outgoing.message if one.outgoing.record else None)
        for lease, one in sent
    ]
    return mark_sent_together(session, messages)


def _record_sent(session: Session, lease: LeasedMessage, sent: Sent) -> bool | None:
    more_waits = note_sent(session, lease, sent)
    if more_waits is not None and has_picture(sent.outgoing.message):
        hold_back_the_next(session, lease.id, lease.chat_id, lease.now)
    if sent.ends_trouble:
        now = read_now(session)
        for code in ("whatsapp-stopped", "whatsapp-unreachable"):
            resolve_alert(session, code, "whatsapp", now)
    return more_waits


def _record_dropped(session: Session, lease: LeasedMessage, dropped: Dropped) -> None:
    log.info("message_dropped", outbox=lease.id, reason=dropped.reason)
    if lease.overtaken:
        drop_overtaken(session, lease)
    elif dropped.is_right:
        drop(session, lease, dropped.reason)
    else:
        abandon(session, lease, dropped.reason)
