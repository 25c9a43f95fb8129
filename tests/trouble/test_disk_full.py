"""A disk without a free byte under PostgreSQL (fault F57): doors say 503, nothing is lost, and it goes on with room."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from core.clock import move_clock, read_now
from core.db import forget_engines, transaction
from core.schema import upgrade
from jamango.demo.seed import seed_demo
from jamango.launcher.folders import ENTERED_BY_ALL, temporary_data_folder
from tests.support.chat import Person
from tests.support.clusters import Server, current_settings
from tests.support.morning import AHEAD
from tests.support.world import World, running_world
from tests.trouble.redis_and_jobs import ask, eventually

pytestmark = pytest.mark.trouble  # it mounts something, which `make test` does not do unasked

SIZE = "192m"
MOST_PEOPLE = 300


class SmallDisk:
    """A file system of its own that can be filled to the last byte."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._ballast = path / "ballast"

    def fill(self) -> None:
        with self._ballast.open("ab", buffering=0) as file:
            for size in (1 << 20, 1 << 12, 1):
                with suppress(OSError):
                    while file.write(b"\0" * size):
                        pass
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)), (self.path / "more").open("wb", 0) as more:
            more.write(b"\0" * (1 << 13))

    def make_room(self) -> None:
        self._ballast.unlink()


class Watched(Server):
    """A server that is started again when it has ended, as the supervisor does."""

    def tend(self) -> bool:
        """Look once; whether it is up."""
        if self._process is not None and self._process.poll() is not None:
            self.start()
        return self.is_ready()


@contextmanager
def mounted(folder: Path) -> Iterator[SmallDisk]:
    """Mount a small disk in memory; skips the test where that is not allowed."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk to fill")
    options = f"size={SIZE},mode={ENTERED_BY_ALL:o}"
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "small", folder], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("a small disk to fill cannot be mounted here")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    with temporary_data_folder() as folder, mounted(folder) as small:
        yield small


@pytest.fixture
def server(disk: SmallDisk) -> Iterator[Watched]:
    running = Watched(disk.path)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def small_world(server: Watched, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The demo shop, with its database on the small disk."""
    monkeypatch.setenv("JAMANGO_DATABASE_URL", server.url)
    monkeypatch.setenv("JAMANGO_PAIR_RATE_SECONDS", "0")
    upgrade(current_settings())
    with transaction() as session:
        move_clock(session, AHEAD)
        seed_demo(session, read_now(session))
    with running_world(monkeypatch, pair_rate_seconds=0, throughput_per_second=0) as world:
        yield world
    forget_engines(close=True)


def write_until_refused(world: World) -> list[Person]:
    """One person after another says hi, until Meta is asked to come again; returns them all."""
    people = []
    for number in range(MOST_PEOPLE):
        phone = f"writer-{number}"
        world.outside.post("/sim/phones", json={"id": phone, "name": f"Asha {number}"}).raise_for_status()
        people.append(Person(world, phone))
        people[-1].says("hi")
        answer = world.outside.post("/sim/settle", json={"timeout_seconds": 0.2}).json()
        if answer["pending"]:
            return people
    raise AssertionError("the disk is never full")


def check_all_were_answered_once(world: World, people: list[Person]) -> None:
    for person in people:
        person.hears("ordering-menu-first")
    world.settle()
    for person in people:
        person.hears_nothing()
    assert ask("SELECT count(*) FROM inbox WHERE attempts > 0 OR status <> 'handled'") == 0, "no message is to blame"
    world.assert_sound()


def test_tables_that_cannot_grow_lose_nothing(small_world: World, disk: SmallDisk) -> None:
    disk.fill()
    people = write_until_refused(small_world)
    assert small_world.shop.get("/healthz").status_code == 200
    assert small_world.shop.get("/").status_code == 200, "looking at fruit needs no room"
    disk.make_room()
    check_all_were_answered_once(small_world, people)


def test_a_log_that_cannot_grow_ends_the_server_and_loses_nothing(
    small_world: World, disk: SmallDisk, server: Watched
) -> None:
    disk.fill()
    with pytest.raises(psycopg.OperationalError), psycopg.connect(server.admin_url, autocommit=True) as wire:
        for _ in range(100):
            wire.execute("SELECT pg_switch_wal()")
            wire.execute("CREATE TABLE filling (); DROP TABLE filling")
    people = write_until_refused(small_world)
    assert small_world.shop.get("/healthz").status_code == 200
    disk.make_room()
    eventually(server.tend)
    check_all_were_answered_once(small_world, people)
