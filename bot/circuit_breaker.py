"""Whether this process had better spare Meta for a while (how fast all of them may send is `bot.places`)."""

from __future__ import annotations

import threading
import time

SHORTEST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
SECONDS_BETWEEN_PROBES = 30.0
# So many failures in a row, of different messages, are Meta's trouble and not the messages'.
FAILURES_OF_AN_OUTAGE = 4
MESSAGES_OF_AN_OUTAGE = 2
SECONDS_UNTIL_ALERT = 120.0
SECONDS_AN_ANSWER_COUNTS = 5.0


class CircuitBreaker:
    """The state that a process's sender threads share. Monotonic seconds; several processes each find out alone.

    A pause (throughput, outage) ends by itself and grows while it does not help. A stop (token, permission, policy)
    ends when a probe succeeds. Neither costs a message one of its tries.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answered_at = float("-inf")
        self._paused_until = 0.0
        self._pause = SHORTEST_PAUSE
        self._failed: list[int] = []
        self._trouble_since: float | None = None
        self._stopped = False
        self._probe_at = 0.0
        # An alert of a process before us may be open: the first success closes it.
        self._was_in_trouble = True

    def may_send(self) -> bool:
        return not self._stopped and time.monotonic() >= self._paused_until

    def note_success(self) -> bool:
        """Meta took a message; True when there was trouble before, whose alerts can be closed."""
        self.note_answer()
        if not self._was_in_trouble and not self._failed:
            return False
        with self._lock:
            was_in_trouble, self._was_in_trouble = self._was_in_trouble, False
            self._failed.clear()
            self._trouble_since = None
            self._pause = SHORTEST_PAUSE
            return was_in_trouble

    def note_answer(self) -> None:
        """Meta took a message, or answered a question."""
        self._answered_at = time.monotonic()

    def has_answered_lately(self) -> bool:
        """Whether a message that may have arrived already can be tried again with some hope."""
        return time.monotonic() - self._answered_at < SECONDS_AN_ANSWER_COUNTS

    def note_failure(self, outbox_id: int) -> bool:
        """A message failed in a way that may be Meta's trouble; True when it is one, and a pause has begun."""
        with self._lock:
            self._failed = [*self._failed[-20:], outbox_id]
            if self._trouble_since is None:
                self._trouble_since = time.monotonic()
            is_outage = len(self._failed) >= FAILURES_OF_AN_OUTAGE and len(set(self._failed)) >= MESSAGES_OF_AN_OUTAGE
        if is_outage:
            self.pause()
        return is_outage

    def pause(self) -> float:
        """Everybody waits, longer each time until something succeeds; returns the seconds."""
        with self._lock:
            now = time.monotonic()
            seconds = self._pause
            if now >= self._paused_until:
                self._paused_until = now + seconds
                self._pause = min(self._pause * 2, LONGEST_PAUSE)
            if self._trouble_since is None:
                self._trouble_since = now
            self._was_in_trouble = True
            return seconds

    def trouble_lasts(self) -> bool:
        """Whether nothing has succeeded for so long that a human should know."""
        return self._trouble_since is not None and time.monotonic() - self._trouble_since > SECONDS_UNTIL_ALERT

    def stop(self) -> None:
        """Nothing can be sent until a probe succeeds."""
        with self._lock:
            self._stopped = True
            self._was_in_trouble = True
            self._probe_at = time.monotonic() + SECONDS_BETWEEN_PROBES

    def probe_is_due(self) -> bool:
        """Whether this thread is to probe now; True for one thread each time."""
        with self._lock:
            now = time.monotonic()
            if not self._stopped or now < self._probe_at:
                return False
            self._probe_at = now + SECONDS_BETWEEN_PROBES
            return True

    def resume(self) -> None:
        with self._lock:
            self._stopped = False
