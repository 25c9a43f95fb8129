"""Checkpoints at which a thread of the test's own process is held up, or fails."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from core.checkpoints import Checkpoint, install_hook
from tests.support.patience import PATIENCE_SECONDS


class Stop:
    """Whoever comes to the checkpoint first is held up there until `lets_go` is called."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        self._checkpoint = checkpoint
        self._arrived = threading.Event()
        self._goes_on = threading.Event()

    def __call__(self, reached: Checkpoint) -> None:
        if reached is self._checkpoint and not self._arrived.is_set():
            self._arrived.set()
            assert self._goes_on.wait(PATIENCE_SECONDS)

    def wait_until_somebody_is_there(self) -> None:
        assert self._arrived.wait(PATIENCE_SECONDS)

    def lets_go(self) -> None:
        self._goes_on.set()


@contextmanager
def held_up_at(checkpoint: Checkpoint) -> Iterator[Stop]:
    """Threads of this process are really under way while the test looks on."""
    stop = Stop(checkpoint)
    forget = install_hook(stop)
    try:
        yield stop
    finally:
        stop.lets_go()
        forget()


@contextmanager
def failing_at(checkpoint: Checkpoint) -> Iterator[None]:
    """Everybody who comes to the checkpoint meets a fault there."""

    def fail(reached: Checkpoint) -> None:
        if reached is checkpoint:
            raise RuntimeError("the database has gone")

    forget = install_hook(fail)
    try:
        yield
    finally:
        forget()
