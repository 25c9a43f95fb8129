"""The places to send that this process has taken of the shop's rate (`core.outbox.places`), shared by its threads.

Places are taken by the handful, so that a busy process asks the database now and then and not for every message: twice
as many as before while they are used up, one after a pause.
"""

from __future__ import annotations

import threading
import time

from core.db import in_one_statement
from core.outbox.places import take_places

# A place that is not used soon is lost: kept longer, it would let a burst through on top of the rate.
SECONDS_A_PLACE_LASTS = 0.25
# So much of a second's rate one process takes at once, at most.
LARGEST_HANDFUL_SECONDS = 1 / 16
SHORTEST_WAIT = 0.01


class Places:
    """Monotonic seconds."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._most = max(1, int(rate * LARGEST_HANDFUL_SECONDS))
        self._lock = threading.Lock()
        self._left = 0
        self._good_until = 0.0
        self._handful = 1

    def take(self, patience: float = 0.0) -> bool:
        """Take a place, waiting for it up to `patience` seconds; False when none was free.

        Opens a transaction of its own when none is left here: never inside one that holds `send_places`.
        """
        ends_at = time.monotonic() + patience
        while True:
            wait = self._try()
            if wait is None:
                return True
            left = ends_at - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(max(wait, SHORTEST_WAIT), left))

    def take_some(self, wanted: int) -> int:
        """Take up to `wanted` places that are free now; returns how many."""
        taken = 0
        while taken < wanted and self.take():
            taken += 1
        return taken

    def give_back(self, places: int = 1) -> None:
        """There was nothing to send, or less."""
        with self._lock:
            self._left += places

    def _try(self) -> float | None:
        """Take one of those that are left, or fetch some; the seconds until there may be one, None when it is taken."""
        with self._lock:
            now = time.monotonic()
            if now >= self._good_until:
                self._left = 0
            if self._left:
                self._left -= 1
                return None
            self._handful = min(self._handful * 2, self._most) if now < self._good_until else 1
            fetched = in_one_statement(lambda session: take_places(session, self._rate, self._handful))
            if not fetched.taken:
                return fetched.seconds
            self._left = fetched.taken - 1
            self._good_until = time.monotonic() + SECONDS_A_PLACE_LASTS
            return None
