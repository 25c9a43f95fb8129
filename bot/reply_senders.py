"""Threads that send an answer to Meta as soon as its turn is committed.

The answer is leased in the transaction of its turn, so nobody needs another transaction to find it. When none of them
is free, answers wait in the outbox like everything else, for the senders. A process that dies in between leaves a
lease behind that lapses, as any sender does.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import structlog
from sqlmodel import Session

from bot.sender import Sender
from core.db import is_trouble_of_the_database
from core.outbox.messages import LeasedMessage

log = structlog.get_logger(__name__)

# A call takes less than 8 s and a lease lasts 10: who starts later than this had better not.
LATEST_START_SECONDS = 1.5


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
        self._chats_under_way: list[int] = []
        self._chats_with_more: set[int] = set()

    def lease(self, session: Session, chat_id: int) -> LeasedReply | None:
        """At the end of a turn's transaction: lease what it says, if a thread is free to send it."""
        if len(self._chats_under_way) >= self._size:
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
        more = False
        try:
            more = self._hand_over(reply)
        except Exception as error:
            ours = not is_trouble_of_the_database(error)
            log.warning("answer_left_to_its_lease", outbox=reply.lease.id, error=type(error).__name__, exc_info=ours)
        finally:
            if self._finish(reply.lease.chat_id) or more:
                self._wake_senders()

    def _hand_over(self, reply: LeasedReply) -> bool:
        """Send it if it is not too late for that; whether the senders are to look."""
        if time.monotonic() - reply.leased_at <= LATEST_START_SECONDS:
            return self._sender.send_answer(reply.lease)
        self._sender.put_back(reply.lease)
        return True

    def _finish(self, chat_id: int) -> bool:
        """Whether more was written to the chat meanwhile that could not be leased."""
        with self._lock:
            self._chats_under_way.remove(chat_id)
            has_more = chat_id in self._chats_with_more
            self._chats_with_more.discard(chat_id)
            return has_more
