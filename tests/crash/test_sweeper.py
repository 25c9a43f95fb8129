"""A sweeper that dies after the first fifty of its holds (fault F41)."""

from __future__ import annotations

import signal
import threading
from pathlib import Path

import pytest

from core.checkpoints import Checkpoint
from core.db import forget_engines
from jamango.jobs import BATCH
from tests.support import parts
from tests.support.keeper import Forked
from tests.support.shelf import Shelf

MORE = 6
EXPIRED = "SELECT count(*) FROM orders WHERE status = 'expired'"


def sweep(fuses: Path) -> int:
    """One run of the job in a process of its own; returns its exit code."""
    run, wait = Forked(parts.expire_holds, fuses=fuses), threading.Event()
    while (code := run.poll()) is None:
        wait.wait(0.02)
    return code


@pytest.mark.parametrize(
    ("point", "left_behind"), [(Checkpoint.BATCH_NOT_COMMITTED, 0), (Checkpoint.BATCH_COMMITTED, BATCH)], ids=str
)
@pytest.mark.usefixtures("demo_shop")
def test_what_is_committed_stays_and_the_rest_comes_next_time(
    tmp_path: Path, point: Checkpoint, left_behind: int
) -> None:
    shelf = Shelf()
    shelf.leave(12 * (BATCH + MORE))
    shelf.change("UPDATE delivery_slots SET capacity = 1000")
    for buyer in shelf.buyers(BATCH + MORE):
        shelf.place(buyer)
    shelf.wait(minutes=11)
    forget_engines(close=True)
    (tmp_path / point).touch()
    assert sweep(tmp_path) == -signal.SIGKILL
    assert shelf.read(EXPIRED) == left_behind
    shelf.assert_sound()
    assert sweep(tmp_path) == 0
    assert shelf.read(EXPIRED) == BATCH + MORE
    assert shelf.stock() == (12 * (BATCH + MORE), 0)
    shelf.assert_sound()
