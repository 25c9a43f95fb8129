"""The worker's threads: who looks for work at the start, and who joins in when there is more."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from jamango import worker_pool
from jamango.worker_pool import Done, WorkerPool
from tests.support.patience import PATIENCE_SECONDS


class Bench:
    """Work that is counted. The first piece lasts until the gate opens; all after it need two at once."""

    def __init__(self, pieces: int) -> None:
        self.left = pieces
        self.looks = 0
        self.gate = threading.Event()
        self.together = threading.Barrier(2)
        self.over = threading.Event()
        self._lock = threading.Lock()

    def work(self) -> Done:
        with self._lock:
            self.looks += 1
            self.left -= 1
            nth, left = self.looks, self.left
        if nth == 1:
            assert self.gate.wait(PATIENCE_SECONDS)
        elif left >= 0:
            self.together.wait(PATIENCE_SECONDS)
        else:
            self.over.set()
            return Done.NOTHING
        return Done.MORE


@pytest.fixture
def stop() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def wait_for_sleepers(pool: WorkerPool, number: int) -> None:
    wait = threading.Event()
    for _ in range(int(PATIENCE_SECONDS / 0.005)):
        with pool._bell:
            if len(pool._bell._waiters) == number:  # type: ignore[attr-defined]
                return
        wait.wait(0.005)
    raise AssertionError("they do not sleep")


def test_at_the_start_one_looks_and_the_others_come_when_there_is_more(stop: threading.Event) -> None:
    bench = Bench(pieces=5)
    pool = WorkerPool("tests", bench.work, size=4, stop=stop)
    pool.start()
    wait_for_sleepers(pool, 3)
    assert bench.looks == 1
    bench.gate.set()
    assert bench.over.wait(PATIENCE_SECONDS)
    stop.set()
    pool.join(PATIENCE_SECONDS)
    assert bench.left < 0, "four pieces were done two by two"


class Counter:
    """What finds work at every look. The first lasts until it is let go."""

    def __init__(self) -> None:
        self.looks = 0
        self.first, self.second, self.gate = threading.Event(), threading.Event(), threading.Event()

    def work(self) -> Done:
        self.looks += 1
        if self.looks == 1:
            self.first.set()
            assert self.gate.wait(PATIENCE_SECONDS)
        else:
            self.second.set()
        return Done.LAST


def test_who_takes_whatever_there_is_is_left_alone(stop: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_pool, "SECONDS_BETWEEN_POLLS", PATIENCE_SECONDS)
    counter = Counter()
    pool = WorkerPool("tests", counter.work, size=4, stop=stop, seconds_alone=PATIENCE_SECONDS)
    pool.start()
    assert counter.first.wait(PATIENCE_SECONDS)
    for _ in range(3):
        pool.wake()
        wait_for_sleepers(pool, 3)
    assert counter.looks == 1, "three rings, and one is at work"
    counter.gate.set()
    assert counter.second.wait(PATIENCE_SECONDS)
    wait_for_sleepers(pool, 4)
    assert counter.looks == 2, "one look has answered all three"
    stop.set()
    pool.join(PATIENCE_SECONDS)
    assert not pool.is_alive()


def test_who_takes_long_is_joined_by_another(stop: threading.Event) -> None:
    counter = Counter()
    pool = WorkerPool("tests", counter.work, size=2, stop=stop, seconds_alone=0.001)
    pool.start()
    assert counter.first.wait(PATIENCE_SECONDS)
    pool.wake()
    assert counter.second.wait(PATIENCE_SECONDS), "a turn that waits for a lock holds the others up"
    counter.gate.set()
    stop.set()
    pool.join(PATIENCE_SECONDS)
