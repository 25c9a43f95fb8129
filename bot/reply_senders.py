"""Threads that send an answer to Meta as soon as its turn is committed.

The answer is leased in the transaction of its turn, so nobody needs another transaction to find it. When none of them
is free, answers wait in the outbox like everything else, for the senders. A process that dies in between leaves a
lease behind that lapses, as any sender does.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import structlog
from sqlmodel import Session

from bot.attempt import Outcome, Sent
from bot.sender import Sender
from core.db import is_trouble_of_the_database
from core.outbox.answers import Answer
from core.outbox.messages import LeasedMessage

log = structlog.get_logger(__name__)

# A call takes less than 8 s and a lease lasts 10: who starts later than this had better not.
LATEST_START_SECONDS = 1.5
# Turns that share a commit are answered within about this time: noted together, they cost one statement and one sync.
SECONDS_FOR_OTHERS = 0.003


@dataclass(frozen=True, slots=True)
class LeasedReply:
    """An answer on its way; `leased_at` in monotonic seconds."""

    lease: LeasedMessage
    leased_at: float


class ReplySenders:
    """So many threads of one process. `wake_senders` is called for answers that wait in the outbox."""

    def __init__(self, sender: Sender, wake_senders: Callable[[], None], *, size: int) -> None:
        self._sender = sender
        self._wake_senders = wake_senders
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="reply-sender")
        self._size = size
        self._lock = threading.Lock()
        self._all_are_here = threading.Condition(self._lock)
        self._chats_under_way: list[int] = []
        self._chats_with_more: set[int] = set()
        self._unnoted: list[tuple[LeasedMessage, Sent]] = []
        self._is_noting = False

    def write(self, session: Session, answers: Sequence[Answer]) -> dict[int, LeasedReply]:
        """At the end of a transaction of turns: write what they answer, leased, as far as threads are free to send it;
        by chat. What is not among them has not been written."""
        free = max(self._size - len(self._chats_under_way), 0)
        if not answers or not free:
            return {}
        leased_at = time.monotonic()
        leased = self._sender.write_answers(session, answers[:free])
        return {lease.chat_id: LeasedReply(lease, leased_at) for lease in leased}

    def lease(self, session: Session, chat_id: int, *, beside: int = 0) -> LeasedReply | None:
        """The same for what has been written in a chat, if a thread is free for it `beside` others of the turns."""
        if len(self._chats_under_way) + beside >= self._size:
            return None
        leased_at = time.monotonic()
        lease = self._sender.lease_answer(session, chat_id)
        return None if lease is None else LeasedReply(lease, leased_at)

    def send(self, chat_id: int, reply: LeasedReply | None) -> None:
        """After the commit: send it, or have the senders look for what could not be leased.

        What could not because it is behind a message under way is looked for again when that one has been recorded:
        both may be too late to see the other.
        """
        with self._lock:
            if reply is not None:
                self._chats_under_way.append(chat_id)
            elif chat_id in self._chats_under_way:
                self._chats_with_more.add(chat_id)
        if reply is None:
            self._wake_senders()
        else:
            self._threads.submit(self._send, reply)

    def close(self) -> None:
        """Finish what is under way. Nothing may be given to them any more."""
        self._threads.shutdown()

    def _send(self, reply: LeasedReply) -> None:
        with self._left_to_its_lease_if_it_fails(reply.lease):
            if time.monotonic() - reply.leased_at > LATEST_START_SECONDS:
                self._sender.put_back(reply.lease)
                self._end(reply.lease, more=True)
            else:
                self._record(reply.lease, self._sender.try_answer(reply.lease))

    def _record(self, lease: LeasedMessage, outcome: Outcome) -> None:
        if isinstance(outcome, Sent) and outcome.is_all:
            self._note(lease, outcome)
        else:
            self._end(lease, more=self._sender.send_answer(lease, outcome))

    def _note(self, lease: LeasedMessage, sent: Sent) -> None:
        """Record it together with all that is sent meanwhile: whoever comes first does it for the others, who leave it
        to them, and waits a moment for those that are under way."""
        with self._lock:
            self._unnoted.append((lease, sent))
            if self._is_noting:
                if self._nobody_else_is_under_way():
                    self._all_are_here.notify()
                return
            self._is_noting = True
            self._all_are_here.wait_for(self._nobody_else_is_under_way, SECONDS_FOR_OTHERS)
        unfinished: list[Callable[[], None]] = []
        while together := self._take_unnoted():
            unfinished += self._note_together(together)
        for go_on in unfinished:
            go_on()

    def _nobody_else_is_under_way(self) -> bool:
        return len(self._unnoted) >= len(self._chats_under_way)

    def _take_unnoted(self) -> list[tuple[LeasedMessage, Sent]]:
        with self._lock:
            taken, self._unnoted = self._unnoted, []
            self._is_noting = bool(taken)
        return taken

    def _note_together(self, together: list[tuple[LeasedMessage, Sent]]) -> Iterator[Callable[[], None]]:
        """Record them in one statement; what is left to do for those that it does not end."""
        try:
            more_waits = self._sender.note_together(together)
        except Exception as error:
            log.warning("answers_noted_one_by_one", answers=len(together), error=type(error).__name__)
            more_waits = {}
        for lease, sent in together:
            if more_waits.get(lease.id) is False:
                self._end(lease, more=False)
            else:
                yield partial(self._go_on, lease, sent, is_noted=lease.id in more_waits)

    def _go_on(self, lease: LeasedMessage, outcome: Sent, *, is_noted: bool) -> None:
        """There is more in its chat, or it could not be noted with the others."""
        with self._left_to_its_lease_if_it_fails(lease):
            if is_noted:
                self._end(lease, more=self._sender.send_what_follows(lease.chat_id))
            else:
                self._end(lease, more=self._sender.send_answer(lease, outcome))

    @contextmanager
    def _left_to_its_lease_if_it_fails(self, lease: LeasedMessage) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            ours = not is_trouble_of_the_database(error)
            log.warning("answer_left_to_its_lease", outbox=lease.id, error=type(error).__name__, exc_info=ours)
            self._end(lease, more=False)

    def _end(self, lease: LeasedMessage, *, more: bool) -> None:
        """Nothing of this answer is under way any more."""
        if self._finish(lease.chat_id) or more:
            self._wake_senders()

    def _finish(self, chat_id: int) -> bool:
        """Whether more was written to the chat meanwhile that could not be leased."""
        with self._lock:
            self._chats_under_way.remove(chat_id)
            has_more = chat_id in self._chats_with_more
            self._chats_with_more.discard(chat_id)
            return has_more
