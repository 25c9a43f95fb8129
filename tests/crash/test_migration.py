"""kill -9 in the middle of a migration (fault F42)."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from core import schema
from core.db import forget_engines, transaction
from tests.support import parts
from tests.support.clusters import Cluster, current_settings
from tests.support.keeper import Forked


@pytest.fixture
def empty(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A database without any table."""
    name = cluster.copy("template1")
    monkeypatch.setenv("JAMANGO_DATABASE_URL", cluster.url_of(name))
    current_settings()
    yield name
    forget_engines(close=True)
    cluster.drop(name)


def killed_after(seconds: float) -> int:
    run, wait = Forked(parts.upgrade), threading.Event()
    wait.wait(seconds)
    assert run.pid
    if run.poll() is None:
        os.kill(run.pid, signal.SIGKILL)
    while (code := run.poll()) is None:
        wait.wait(0.01)
    return code


def test_it_is_all_there_or_not_at_all_and_the_next_try_completes_it(empty: str) -> None:
    codes = {killed_after(0.1 * step) for step in range(1, 9)}
    assert -signal.SIGKILL in codes
    schema.upgrade(current_settings())
    with transaction() as session:
        assert schema.is_current(session.connection())
