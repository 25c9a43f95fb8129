"""The real commands: `JAMANGO_CRASH_AT` names the point where they die."""

from __future__ import annotations

import signal
import threading

import pytest

from core.checkpoints import Checkpoint
from tests.crash.stage import Customer
from tests.crash.theatre import Theatre
from tests.support.keeper import Command
from tests.support.patience import PATIENCE_SECONDS


@pytest.mark.thorough
def test_the_worker_dies_where_the_environment_says_and_the_next_one_goes_on(theatre: Theatre) -> None:
    with theatre.open_stage() as stage:
        stage.keeper.let_go("worker")
        doomed = Command("worker", JAMANGO_CRASH_AT=Checkpoint.TURN_NOT_COMMITTED)
        chat = Customer(stage, "new-customer")
        chat.says("hi")
        wait = threading.Event()
        for _ in range(int(PATIENCE_SECONDS / 0.05)):
            if doomed.poll() is not None:
                break
            wait.wait(0.05)
        assert doomed.poll() == -signal.SIGKILL
        stage.keeper.keep("worker", lambda: Command("worker"))
        chat.hears("ordering-menu-first")
        chat.hears_nothing()
        stage.assert_sound()
