"""A Redis that may be killed, emptied or filled, and the real jobs process on it."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import redis
from sqlalchemy import text

from core.db import transaction
from jamango.launcher.programs import launch
from jamango.launcher.redis import EmbeddedRedis
from tests.chats.orders import reaches_the_summary
from tests.support import parts
from tests.support.chat import Person
from tests.support.keeper import Forked, Keeper
from tests.support.patience import PATIENCE_SECONDS
from tests.support.world import World


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

    def fill(self) -> None:
        """From now on it has no room for a single word more, and evicts nothing."""
        with redis.Redis.from_url(self.embedded.url) as client:
            assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
            client.set("filling", b"x" * 1_000_000)
            client.config_set("maxmemory", 1)

    def make_room(self) -> None:
        with redis.Redis.from_url(self.embedded.url) as client:
            client.config_set("maxmemory", 0)
            client.delete("filling")


@dataclass
class Jobs:
    """The real jobs process (Celery and its beat), hurried, and started again when it ends."""

    keeper: Keeper = field(default_factory=lambda: Keeper(most_deaths=100))

    def start(self, seconds: float = 0.5, patience: float = 3600) -> None:
        self.keeper.keep("jobs", lambda: Forked(parts.hurried_jobs, seconds, patience))
        eventually(lambda: beats() > 0)

    def stop(self) -> None:
        self.keeper.stop()


def eventually(condition: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(int(PATIENCE_SECONDS / 0.05)):
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


def let_a_hold_lapse(world: World, phone: str) -> None:
    person = Person(world, phone)
    reaches_the_summary(person)
    world.settle()
    world.advance(minutes=11)
