"""Where trouble happens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jamango.launcher.folders import temporary_data_folder
from jamango.launcher.redis import EmbeddedRedis
from tests.crash.stage import Stage, opened_stage
from tests.support.clusters import current_settings
from tests.trouble.redis_and_jobs import Jobs, RedisServer


@pytest.fixture
def stage(demo_shop: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Stage]:
    """The demo shop with its web process and worker as processes that may be killed. Leases end in their own time."""
    with opened_stage(monkeypatch, tmp_path, leases_end_at_once=False) as opened:
        yield opened


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, demo_shop: str) -> Iterator[RedisServer]:
    with temporary_data_folder() as folder:
        running = RedisServer(EmbeddedRedis(folder))
        monkeypatch.setenv("JAMANGO_REDIS_URL", running.embedded.url)
        monkeypatch.setenv("JAMANGO_DATA_DIR", str(folder))
        current_settings()
        yield running
        running.kill()


@pytest.fixture
def jobs(server: RedisServer) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop()
