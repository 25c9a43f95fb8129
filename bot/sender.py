"""Sending: lease the head of a line and commit, try it (`bot.attempt`) outside any transaction, record the outcome.

Recording one message and leasing the next is one transaction, so a busy sender needs one round of commits a message.
An answer is leased in the very transaction of its turn (`bot.reply_senders`), so that nobody has to look for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import structlog
from sqlmodel import Session

from bot.attempt import Outcome, Sent, attempt, note_sent, note_sent_together, record
from bot.circuit_breaker import CircuitBreaker
from bot.failures import SendFailed
from bot.places import Places
from bot.whatsapp_api import WhatsAppApi
from core.checkpoints import Checkpoint, reach
from core.db import in_one_statement, in_transaction
from core.outbox.answers import Answer, write_answers
from core.outbox.leases import put_back
from core.outbox.messages import LeasedMessage, lease_message
from core.settings import Settings

log = structlog.get_logger(__name__)

# A worker that is told to stop waits for one piece of work, so a piece is not long.
SECONDS_OF_ONE_PIECE = 1.0
# A call takes less than 8 s and a lease lasts 10.
LONGEST_WAIT_FOR_A_PLACE = 1.0


Look = Callable[[Session], LeasedMessage | None]


class Next(NamedTuple):
    """What comes after a message. `unseen` when nobody has looked, and there may be something."""

    lease: LeasedMessage | None
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

    def lease_answer(self, session: Session, chat_id: int) -> LeasedMessage | None:
        """Lease what the open transaction says in a chat, to be sent after its commit by `send_answer`; None when it
        has to wait for its turn."""
        if not self._breaker.may_send() or not self._places.take():
            return None
        lease = self._lease(session, chat_id)
        if lease is None:
            self._places.give_back()
        return lease

    def write_answers(self, session: Session, answers: Sequence[Answer]) -> list[LeasedMessage]:
        """Write the answers that may go as soon as the open transaction is committed, leased for `send_answer`. Those
        that have to wait for their turn are not written."""
        if not self._breaker.may_send():
            return []
        places = self._places.take_some(len(answers))
        leased = write_answers(session, answers[:places], self._pair_seconds) if places else []
        self._places.give_back(places - len(leased))
        for _ in leased:
            reach(Checkpoint.MESSAGE_LEASED)
        return leased

    def try_answer(self, leased: LeasedMessage) -> Outcome:
        """Send it; what came of that is to be recorded, by `send_answer` or `note_together`."""
        return attempt(leased, self.api, self._breaker, self._zone)

    def note_together(self, sent: Sequence[tuple[LeasedMessage, Sent]]) -> dict[int, bool]:
        """Record answers of which `is_all` is true, in one statement; whether more waits in each one's chat, by the
        row's id. What is not among them has to go through `send_answer`."""
        reach(Checkpoint.SENT_NOT_COMMITTED)
        return in_one_statement(lambda session: note_sent_together(session, sent))

    def send_what_follows(self, chat_id: int) -> bool:
        """Send what waits in a chat behind an answer that is recorded; whether more may be due there."""
        after = self._look_on(partial(self._lease, chat_id=chat_id))
        return after.unseen if after.lease is None else self.send_answer(after.lease)

    def send_answer(self, leased: LeasedMessage, outcome: Outcome | None = None) -> bool:
        """Send it, or go on from what came of that, and send what waits behind it in the same chat, for about a second;
        whether more may be due there."""
        look = partial(self._lease, chat_id=leased.chat_id)
        ends_at = time.monotonic() + SECONDS_OF_ONE_PIECE
        after = Next(leased)
        while after.lease is not None:
            look_on = look if time.monotonic() < ends_at else None
            after = self._send(after.lease, look_on, only_if_more=True, outcome=outcome)
            outcome = None
        return after.unseen

    def put_back(self, lease: LeasedMessage) -> None:
        """It was not tried, and somebody else may."""
        in_transaction(lambda session: put_back(session, lease, wait=0, burn=False))

    def _lease(self, session: Session, chat_id: int | None = None) -> LeasedMessage | None:
        lease = lease_message(session, self._pair_seconds, chat_id=chat_id)
        if lease is not None:
            reach(Checkpoint.MESSAGE_LEASED)
        return lease

    def _send(
        self, lease: LeasedMessage, look: Look | None, *, only_if_more: bool = False, outcome: Outcome | None = None
    ) -> Next:
        """Bring one message to its end; returns the next one, leased already, that `look` finds.

        With `only_if_more` there is no look once the chat's line is known to be empty.
        """
        outcome = outcome or self.try_answer(lease)
        if only_if_more and isinstance(outcome, Sent) and outcome.is_all:
            return self._note_alone(lease, outcome, look)

        def work(session: Session) -> Next:
            more_waits = record(session, self._breaker, lease, outcome)
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

    def _note_alone(self, lease: LeasedMessage, sent: Sent, look: Look | None) -> Next:
        """What is mostly so: it was sent and nothing follows. One statement says so, and whether more waits."""
        reach(Checkpoint.SENT_NOT_COMMITTED)
        more_waits = in_one_statement(lambda session: note_sent(session, lease, sent))
        return Next(None) if more_waits is False else self._look_on(look)

    def _look_on(self, look: Look | None) -> Next:
        if look is None or not self._breaker.may_send() or not self._places.take():
            return Next(None, unseen=True)
        after = Next(in_transaction(look))
        if after.lease is None:
            self._places.give_back()
        return after

    def _probe(self) -> bool:
        if self._breaker.probe_is_due():
            try:
                self.api.probe()
            except SendFailed as failure:
                log.warning("probe_failed", retry=failure.retry, code=failure.code)
            else:
                self._breaker.resume()
        return False
