"""Fixtures of every test: a database, a stocked demo shop, the whole world."""

import gc
import os
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import settings

from core.clock import read_now
from core.db import forget_engines, transaction
from core.settings import get_settings
from jamango.launcher.folders import temporary_data_folder
from tests.support.clusters import Cluster, current_settings
from tests.support.longest import place_of
from tests.support.servers import stop_servers

gc.disable()  # until everything is collected

# A coloured traceback with every local variable, which is what structlog prints by itself, takes two seconds.
PLAIN = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
structlog.configure(processors=[*structlog.get_config()["processors"][:-1], PLAIN])

# How long an example takes says how busy the machine is, not whether the shop is right.
settings.register_profile("shop", deadline=None)
settings.load_profile("shop")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server for this test process, in a folder that root's PostgreSQL can reach, unlike pytest's own."""
    with temporary_data_folder() as folder:
        started = Cluster(folder)
        yield started
        stop_servers()
        started.stop()


@pytest.fixture(scope="session")
def demo_template(cluster: Cluster) -> str:
    """The name of a database with the demo shop in it."""
    from jamango.demo.seed import seed_demo  # noqa: PLC0415

    name = cluster.copy(cluster.template)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAMANGO_DATABASE_URL", cluster.url_of(name))
        current_settings()
        with transaction() as session:
            seed_demo(session, read_now(session))
        forget_engines(close=True)
    current_settings()
    return cluster.keep_as_template(name)


@pytest.fixture
def database(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of an empty, migrated database, which the settings name."""
    yield from _use_copy(cluster, cluster.template, monkeypatch)


@pytest.fixture
def demo_shop(cluster: Cluster, demo_template: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of a database with the demo shop, which the settings name."""
    yield from _use_copy(cluster, demo_template, monkeypatch)


@pytest.fixture
def world(demo_shop: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """The demo shop running, with the outside world around it. Its pair rate is off: tests chat faster than people."""
    from tests.support.world import running_world  # noqa: PLC0415

    with running_world(monkeypatch, pair_rate_seconds=0, throughput_per_second=0) as running:
        yield running


def _use_copy(cluster: Cluster, template: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with cluster.lend(template) as name:
        monkeypatch.setenv("JAMANGO_DATABASE_URL", cluster.url_of(name))
        monkeypatch.setenv("JAMANGO_PAIR_RATE_SECONDS", "0")
        current_settings()
        yield cluster.url_of(name)
    monkeypatch.undo()
    get_settings.cache_clear()


def pytest_collection_finish() -> None:
    """What was loaded and collected stays until the end: nobody looks through it again and again for garbage."""
    gc.enable()
    gc.freeze()


def pytest_xdist_auto_num_workers() -> int:
    """Two more than there are cores: a test waits for its shop a third of its time, the longest for processes."""
    return (os.cpu_count() or 1) + 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, so that at the end nobody waits for one last test."""
    items.sort(key=lambda item: place_of(item.nodeid))
