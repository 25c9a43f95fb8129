"""Sending: lease the head of a line and commit, word it, call Meta outside any transaction, record the outcome.

Recording one message and leasing the next is one transaction, so a busy sender needs one round of commits a message.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import structlog
from prometheus_client import Counter
from sqlmodel import Session

from bot.failures import SendFailed
from bot.line import Line
from bot.rendering import Dropped, Outgoing, decide
from bot.setbacks import abandon, take_setback
from bot.whatsapp_api import WhatsAppApi
from core.alerts.actions import resolve_alert
from core.checkpoints import Checkpoint, reach
from core.clock import read_now
from core.db import in_transaction
from core.errors import Fault
from core.outbox.leases import Lease, drop, drop_overtaken, lease_next, mark_sent
from core.outbox.pictures import has_picture, hold_back_the_next
from core.settings import Settings

log = structlog.get_logger(__name__)
SENT = Counter("jamango_messages_sent_total", "Messages that Meta took, by class", ["message_class"])

# A worker that is told to stop waits for one piece of work, so a piece is not long.
SECONDS_OF_ONE_PIECE = 1.0
LONGEST_WAIT_FOR_A_TURN = 1.0


class Sender:
    """Sends what is due. One for each process, shared by its threads."""

    def __init__(self, settings: Settings, api: WhatsAppApi | None = None) -> None:
        self.api = api or WhatsAppApi(settings)
        self._line = Line(settings.send_rate)
        self._zone = settings.zone
        self._pair_seconds = settings.pair_rate_seconds

    def send_next(self) -> bool:
        """Send the messages that are due, for about a second; False when there were none or Meta must be spared."""
        if not self._line.is_open():
            return self._probe()
        wait = self._line.reserve()
        if wait:
            time.sleep(min(wait, LONGEST_WAIT_FOR_A_TURN))
        lease = in_transaction(self._lease)
        if lease is None:
            self._line.give_back()
            return False
        ends_at = time.monotonic() + SECONDS_OF_ONE_PIECE
        while lease is not None:
            lease = self._send(lease, go_on=time.monotonic() < ends_at)
        return True

    def _lease(self, session: Session) -> Lease | None:
        lease = lease_next(session, self._pair_seconds)
        if lease is not None:
            reach(Checkpoint.MESSAGE_LEASED)
        return lease

    def _send(self, lease: Lease, *, go_on: bool) -> Lease | None:
        """Bring one message to its end; returns the next one, leased already."""
        try:
            outgoing = decide(lease, self._zone)
        except Fault as fault:
            log.error("message_not_worded", outbox=lease.id, key=lease.key, error=type(fault).__name__)
            return self._record(lambda session: abandon(session, lease, "it could not be worded"), go_on=go_on)
        except Exception:
            log.exception("message_not_worded", outbox=lease.id, key=lease.key)
            return self._record(lambda session: abandon(session, lease, "it could not be worded"), go_on=go_on)
        if isinstance(outgoing, Dropped):
            return self._record(partial(_drop, lease=lease, dropped=outgoing), go_on=go_on)
        return self._call(lease, outgoing, go_on=go_on)

    def _call(self, lease: Lease, outgoing: Outgoing, *, go_on: bool) -> Lease | None:
        reach(Checkpoint.BEFORE_SEND)
        try:
            message_id = self.api.send(lease.phone, lease.user_id, outgoing.message, lease.opaque)
        except SendFailed as failure:
            log.warning("send_failed", outbox=lease.id, retry=failure.retry, code=failure.code)
            return self._record(
                partial(take_setback, line=self._line, lease=lease, outgoing=outgoing, failure=failure), go_on=go_on
            )
        reach(Checkpoint.AFTER_META_ACCEPTED)
        SENT.labels(lease.message_class.value).inc()
        return self._record(partial(self._mark, lease=lease, outgoing=outgoing, message_id=message_id), go_on=go_on)

    def _mark(self, session: Session, *, lease: Lease, outgoing: Outgoing, message_id: str) -> None:
        mark_sent(session, lease, message_id, outgoing.message if outgoing.record else None)
        if has_picture(outgoing.message):
            hold_back_the_next(session, lease.id, lease.chat_id)
        if self._line.note_success():
            now = read_now(session)
            for code in ("whatsapp-stopped", "whatsapp-unreachable"):
                resolve_alert(session, code, "whatsapp", now)

    def _record(self, record: Callable[[Session], None], *, go_on: bool) -> Lease | None:
        """Write the outcome and lease the next message, in one transaction."""

        def work(session: Session) -> Lease | None:
            record(session)
            session.flush()
            reach(Checkpoint.SENT_NOT_COMMITTED)
            return self._lease(session) if has_turn and self._line.is_open() else None

        has_turn = go_on and self._line.try_reserve()
        lease = in_transaction(work)
        if has_turn and lease is None:
            self._line.give_back()
        return lease

    def _probe(self) -> bool:
        if self._line.probe_is_due():
            try:
                self.api.probe()
            except SendFailed as failure:
                log.warning("probe_failed", retry=failure.retry, code=failure.code)
            else:
                self._line.reopen()
        return False


def _drop(session: Session, *, lease: Lease, dropped: Dropped) -> None:
    log.info("message_dropped", outbox=lease.id, reason=dropped.reason)
    if lease.overtaken:
        drop_overtaken(session, lease)
    elif dropped.is_right:
        drop(session, lease, dropped.reason)
    else:
        abandon(session, lease, dropped.reason)
