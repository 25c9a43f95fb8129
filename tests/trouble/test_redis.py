"""Redis stopped, emptied, back again, and a jobs process that does nothing (faults F20, F45 to F50)."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
import redis
from celery import Celery
from sqlalchemy import text

from core.db import transaction
from jamango.services.folders import temporary_data_folder
from jamango.services.programs import launch
from jamango.services.redis import EmbeddedRedis
from tests.chats.orders import orders_and_pays, reaches_the_summary
from tests.support import parts
from tests.support.chat import Person
from tests.support.clusters import current_settings
from tests.support.keeper import Forked, Keeper
from tests.support.world import World

PATIENCE = 60.0


@dataclass
class RedisServer:
    """A Redis that keeps its port and password when it comes back."""

    embedded: EmbeddedRedis
    _process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self._program = self.embedded.prepare()
        self.start()

    def start(self) -> None:
        self._process = launch(self._program, subprocess.DEVNULL)
        eventually(self.embedded.is_ready)

    def kill(self) -> None:
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def empty(self) -> None:
        with redis.Redis.from_url(self.embedded.url) as client:
            client.flushall()


@dataclass
class Jobs:
    """The real jobs process (Celery and its beat), hurried, and started again when it ends."""

    keeper: Keeper = field(default_factory=Keeper)

    def start(self, seconds: float = 0.5, patience: float = 3600) -> None:
        self.keeper.keep("jobs", lambda: Forked(parts.hurried_jobs, seconds, patience))
        eventually(lambda: beats() > 0)

    def stop(self) -> None:
        self.keeper.stop()


def eventually(condition: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(int(PATIENCE / 0.05)):
        if condition():
            return
        pause.wait(0.05)
    raise AssertionError("it does not happen")


def beats() -> int:
    """How many jobs have come round in the last seconds."""
    query = "SELECT count(*) FROM heartbeats WHERE name LIKE 'job:%' AND beat_at > clock_timestamp() - interval '3 s'"
    return ask(query)


def ask(query: str) -> int:
    with transaction() as session:
        return int(session.execute(text(query)).scalar_one())


def lapsed() -> int:
    return ask("SELECT count(*) FROM orders WHERE status = 'expired'")


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


def let_a_hold_lapse(world: World, phone: str) -> None:
    person = Person(world, phone)
    reaches_the_summary(person)
    world.settle()
    world.advance(minutes=11)


def test_without_redis_customers_order_and_pay_and_afterwards_the_jobs_catch_up(
    server: RedisServer, jobs: Jobs, world: World
) -> None:
    jobs.start()
    server.kill()
    orders_and_pays(Person(world, "new-customer"))
    world.outside.post("/sim/phones", json={"id": "second", "name": "Asha"}).raise_for_status()
    let_a_hold_lapse(world, "second")
    assert lapsed() == 0, "nobody sweeps now"
    server.start()
    eventually(lambda: lapsed() == 1)
    world.settle()
    world.assert_sound()


def test_an_emptied_redis_costs_nothing(server: RedisServer, jobs: Jobs, world: World) -> None:
    jobs.start()
    world.outside.post("/sim/phones", json={"id": "second", "name": "Asha"}).raise_for_status()
    for _ in range(3):
        server.empty()
        eventually(lambda: beats() > 0)
    let_a_hold_lapse(world, "second")
    server.empty()
    eventually(lambda: lapsed() == 1)
    world.settle()
    world.assert_sound()


def test_a_jobs_process_that_is_connected_and_does_nothing_ends_itself(server: RedisServer, jobs: Jobs) -> None:
    jobs.start(patience=3)
    with Celery("remote", broker=server.embedded.url) as remote:

        def has_ended() -> bool:
            remote.control.cancel_consumer("celery")
            return bool(jobs.keeper.deaths)

        eventually(has_ended)
    assert jobs.keeper.deaths[0] == ("jobs", 1)
    eventually(lambda: beats() > 0)


def test_two_schedulers_at_once_do_no_harm(server: RedisServer, jobs: Jobs, world: World) -> None:
    jobs.start()
    jobs.keeper.keep("more jobs", lambda: Forked(parts.hurried_jobs, 0.3, 3600))
    world.outside.post("/sim/phones", json={"id": "second", "name": "Asha"}).raise_for_status()
    let_a_hold_lapse(world, "second")
    eventually(lambda: lapsed() == 1)
    world.settle()
    told = ask("SELECT count(*) FROM outbox WHERE body ->> 'key' = 'hold-expired'")
    assert told == 1
    world.assert_sound()
