"""The worker's pools of threads: do what is due, sleep until woken, and never die of an error."""

import threading
import time
from collections.abc import Callable
from enum import IntEnum

import structlog

from core.db import is_trouble_of_the_database

log = structlog.get_logger(__name__)

SECONDS_BETWEEN_POLLS = 0.25
SECONDS_BETWEEN_SPARE_POLLS = 5.0
SECONDS_AFTER_ERROR = 0.5


class Done(IntEnum):
    """What came of the look for a piece of work: there was none, or it was the LAST for now, or there may be MORE."""

    NOTHING = 0
    MORE = 1
    LAST = 2


class WorkerPool:
    """Some threads that share one kind of work. `work` does one piece and says whether there was any; who does not know
    whether there are more says True. After the last one nobody looks again before somebody rings, or the next poll.

    One thread polls; when it finds work it wakes another, so that an idle pool costs one query per poll.

    `seconds_alone` is for work that takes together whatever there is: whoever begins keeps the others from looking for
    so long, because two at once find half as much each, and mostly one of them nothing (docs/decisions/0047).
    """

    def __init__(
        self,
        name: str,
        work: Callable[[], bool | Done],
        *,
        size: int,
        stop: threading.Event,
        seconds_alone: float = 0.0,
    ) -> None:
        self.name = name
        self._work = work
        self._stop = stop
        self._seconds_alone = seconds_alone
        self._bell = threading.Condition()
        self._rings = 0
        self._rings_taken = 0  # somebody has begun to look since the ring of this number
        self._at_work = 0
        self._began_at = 0.0
        self._has_next = False
        self._threads = [
            threading.Thread(target=self._run, args=(number == 0,), name=f"{name}-{number}", daemon=True)
            for number in range(size)
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def wake(self, *, everyone: bool = False) -> None:
        """There may be work: wake one sleeper, or all of them."""
        with self._bell:
            self._rings += 1
            if everyone or not (self._at_work and self._has_next):  # else who is next will see
                self._bell.notify(len(self._threads) if everyone else 1)

    def join(self, seconds: float) -> None:
        """Wait for the pieces under way; the stop event is set by then."""
        self.wake(everyone=True)
        for thread in self._threads:
            thread.join(seconds)

    def is_alive(self) -> bool:
        return all(thread.is_alive() for thread in self._threads)

    def _run(self, polls: bool) -> None:
        patience = SECONDS_BETWEEN_POLLS if polls else SECONDS_BETWEEN_SPARE_POLLS
        rings, may_find_some = self._rings, polls  # at the start, too, the others wait until the first finds work
        while not self._stop.is_set():
            if may_find_some:
                may_begin, rings = self._begin()
                if may_begin and self._look() == Done.MORE:
                    self.wake()
                    continue
            may_find_some = True
            with self._bell:
                self._bell.wait_for(lambda: self._rings != rings or self._stop.is_set(), patience)  # noqa: B023

    def _begin(self) -> tuple[bool, int]:
        """Whether to look for work, once nobody is to be left alone any more, and the rings that are answered by it.

        One at a time waits for that; the others, and who then finds every ring answered, have nothing to look for.
        """
        with self._bell:
            if self._seconds_left_alone() > 0:
                if self._has_next:
                    return False, self._rings
                self._has_next = True
                while (seconds := self._seconds_left_alone()) > 0 and not self._stop.is_set():
                    self._bell.wait(seconds)
                self._has_next = False
                if self._rings_taken == self._rings:
                    return False, self._rings
            self._at_work += 1
            self._began_at = time.monotonic()
            self._rings_taken = self._rings
            return True, self._rings

    def _seconds_left_alone(self) -> float:
        return self._began_at + self._seconds_alone - time.monotonic() if self._at_work else 0.0

    def _look(self) -> bool | Done:
        try:
            return self._do_one_piece()
        finally:
            with self._bell:
                self._at_work -= 1

    def _do_one_piece(self) -> bool | Done:
        try:
            return self._work()
        except Exception as error:
            if is_trouble_of_the_database(error):
                cause = getattr(error, "orig", None) or error
                log.warning("database_away", pool=self.name, error=type(cause).__name__)
            else:
                log.exception("piece_failed", pool=self.name)
        self._stop.wait(SECONDS_AFTER_ERROR)
        return False
