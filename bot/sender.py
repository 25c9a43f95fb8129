"""Sending: lease the head of a line and commit, word it, call Meta outside any transaction, record the outcome.

Recording one message and leasing the next is one transaction, so a busy sender needs one round of commits a message.
An answer is leased in the very transaction of its turn (`bot.reply_senders`), so that nobody has to look for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import structlog
from prometheus_client import Counter
from sqlmodel import Session

from bot.circuit_breaker import CircuitBreaker
from bot.failures import Retry, SendFailed
from bot.places import Places
from bot.rendering import Dropped, Outgoing, decide
from bot.send_failures import abandon, handle_failure
from bot.whatsapp_api import WhatsAppApi
from core.alerts.actions import resolve_alert
from core.checkpoints import Checkpoint, reach
from core.clock import read_now
from core.db import in_transaction
from core.errors import Fault
from core.outbox.leases import Lease, drop, drop_overtaken, lease_next, mark_sent, put_back
from core.outbox.pictures import has_picture, hold_back_the_next
from core.settings import Settings

log = structlog.get_logger(__name__)
SENT = Counter("jamango_messages_sent_total", "Messages that Meta took, by class", ["message_class"])

# A worker that is told to stop waits for one piece of work, so a piece is not long.
SECONDS_OF_ONE_PIECE = 1.0
# A call takes less than 8 s and a lease lasts 10.
LONGEST_WAIT_FOR_A_PLACE = 1.0


Look = Callable[[Session], Lease | None]
# Whether more waits in the chat's line; None when that was not looked at.
Record = Callable[[Session], bool | None]


class Next(NamedTuple):
    """What comes after a message. `unseen` when nobody has looked, and there may be something."""

    lease: Lease | None
    unseen: bool = False


class Sender:
    """Sends what is due. One for each process, shared by its threads."""

    def __init__(self, settings: Settings, api: WhatsAppApi | None = None) -> None:
        self.api = api or WhatsAppApi(settings)
        self._breaker = CircuitBreaker()
        self._places = Places(settings.send_rate)
        self._zone = settings.zone
        self._pair_seconds = settings.pair_rate_seconds

    def send_next(self) -> bool:
        """Send the messages that are due, for about a second; False when there were none or Meta must be spared."""
        if not self._breaker.may_send():
            return self._probe()
        lease = in_transaction(self._lease)
        if lease is None:
            return False
        if not self._places.take(patience=LONGEST_WAIT_FOR_A_PLACE):
            self.put_back(lease)
            return False
        ends_at = time.monotonic() + SECONDS_OF_ONE_PIECE
        while lease is not None:
            lease = self._send(lease, self._lease if time.monotonic() < ends_at else None).lease
        return True

    def lease_answer(self, session: Session, chat_id: int) -> Lease | None:
        """Lease what the open transaction says in a chat, to be sent after its commit by `send_answer`; None when it
        has to wait for its turn."""
        if not self._breaker.may_send() or not self._places.take():
            return None
        lease = self._lease(session, chat_id)
        if lease is None:
            self._places.give_back()
        return lease

    def send_answer(self, leased: Lease) -> bool:
        """Send it, and what waits behind it in the same chat, for about a second; whether more may be due there."""
        look = partial(self._lease, chat_id=leased.chat_id)
        ends_at = time.monotonic() + SECONDS_OF_ONE_PIECE
        after = Next(leased)
        while after.lease is not None:
            after = self._send(after.lease, look if time.monotonic() < ends_at else None, only_if_more=True)
        return after.unseen

    def put_back(self, lease: Lease) -> None:
        """It was not tried, and somebody else may."""
        in_transaction(lambda session: put_back(session, lease, wait=0, code=None, error="", burn=False))

    def _lease(self, session: Session, chat_id: int | None = None) -> Lease | None:
        lease = lease_next(session, self._pair_seconds, chat_id=chat_id)
        if lease is not None:
            reach(Checkpoint.MESSAGE_LEASED)
        return lease

    def _send(self, lease: Lease, look: Look | None, *, only_if_more: bool = False) -> Next:
        """Bring one message to its end; returns the next one, leased already, that `look` finds.

        With `only_if_more` there is no look once the chat's line is known to be empty.
        """
        record = self._deliver(lease)

        def work(session: Session) -> Next:
            more_waits = record(session)
            session.flush()
            reach(Checkpoint.SENT_NOT_COMMITTED)
            if only_if_more and more_waits is False:
                return Next(None)
            if look is None or not has_place or not self._breaker.may_send():
                return Next(None, unseen=True)
            return Next(look(session))

        has_place = look is not None and self._places.take()
        after = in_transaction(work)
        if has_place and after.lease is None:
            self._places.give_back()
        return after

    def _deliver(self, lease: Lease) -> Record:
        """Try to send it; returns what is to be written about that."""
        try:
            outgoing = decide(lease, self._zone)
        except Fault as fault:
            log.error("message_not_worded", outbox=lease.id, key=lease.key, error=type(fault).__name__)
            return partial(abandon, lease=lease, reason="it could not be worded")
        except Exception:
            log.exception("message_not_worded", outbox=lease.id, key=lease.key)
            return partial(abandon, lease=lease, reason="it could not be worded")
        if isinstance(outgoing, Dropped):
            return partial(_drop, lease=lease, dropped=outgoing)
        return self._call(lease, outgoing)

    def _call(self, lease: Lease, outgoing: Outgoing) -> Record:
        if lease.unsure_tries and not self._breaker.has_answered_lately():
            return self._ask_first(lease, outgoing)
        reach(Checkpoint.BEFORE_SEND)
        try:
            message_id = self.api.send(lease.phone, lease.user_id, outgoing.message, lease.opaque)
        except SendFailed as failure:
            log.warning("send_failed", outbox=lease.id, retry=failure.retry, code=failure.code)
            return partial(handle_failure, breaker=self._breaker, lease=lease, outgoing=outgoing, failure=failure)
        reach(Checkpoint.AFTER_META_ACCEPTED)
        SENT.labels(lease.message_class.value).inc()
        return partial(self._mark, lease=lease, outgoing=outgoing, message_id=message_id)

    def _ask_first(self, lease: Lease, outgoing: Outgoing) -> Record:
        """It may have arrived, and goes once more at most: not before Meta answers at all. A question has its lease."""
        try:
            self.api.probe()
        except SendFailed as failure:
            log.warning("probe_failed", retry=failure.retry, code=failure.code)
            retry = failure.retry if failure.retry is Retry.CIRCUIT else Retry.BACK_OFF
            unanswered = SendFailed(retry, failure.detail, code=failure.code, http_status=failure.http_status)
            return partial(handle_failure, breaker=self._breaker, lease=lease, outgoing=outgoing, failure=unanswered)
        self._breaker.note_answer()
        return partial(put_back, lease=lease, wait=0, code=lease.error_code, error="", burn=False)

    def _mark(self, session: Session, *, lease: Lease, outgoing: Outgoing, message_id: str) -> bool | None:
        more_waits = mark_sent(session, lease, message_id, outgoing.message if outgoing.record else None)
        if more_waits is not None and has_picture(outgoing.message):
            hold_back_the_next(session, lease.id, lease.chat_id, lease.now)
        if self._breaker.note_success():
            now = read_now(session)
            for code in ("whatsapp-stopped", "whatsapp-unreachable"):
                resolve_alert(session, code, "whatsapp", now)
        return more_waits

    def _probe(self) -> bool:
        if self._breaker.probe_is_due():
            try:
                self.api.probe()
            except SendFailed as failure:
                log.warning("probe_failed", retry=failure.retry, code=failure.code)
            else:
                self._breaker.resume()
        return False


def _drop(session: Session, *, lease: Lease, dropped: Dropped) -> None:
    log.info("message_dropped", outbox=lease.id, reason=dropped.reason)
    if lease.overtaken:
        drop_overtaken(session, lease)
    elif dropped.is_right:
        drop(session, lease, dropped.reason)
    else:
        abandon(session, lease, dropped.reason)
