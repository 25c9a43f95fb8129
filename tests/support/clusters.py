"""A PostgreSQL of the tests' own, and the databases of its tests."""

import signal
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from core.db import forget_engines
from core.schema import upgrade
from core.settings import Settings, get_settings
from jamango.launcher.postgres import EmbeddedPostgres
from tests.support.lending import make_lendable, put_back
from tests.support.morning import AHEAD
from tests.support.patience import PATIENCE_SECONDS
from tests.support.pools import sessions_kept


class Server(EmbeddedPostgres):
    """One that can be made to crash."""

    def crash(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(PATIENCE_SECONDS)
        self._process = None


class Cluster:
    """One server for one test process, not durable: what crashes and comes back is tested on a server of its own."""

    def __init__(self, folder: Path) -> None:
        self.postgres = Server(folder)
        self.postgres.start()
        self._numbers = count(1)
        self._idle: defaultdict[str, list[str]] = defaultdict(list)
        self._spoilt: set[str] = set()
        self._caretakers: dict[str, psycopg.Connection] = {}
        self._administrate("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET synchronous_commit = off")
        self._administrate("SELECT pg_reload_conf()")
        self.template = self._make_template("template_empty")

    def url_of(self, name: str) -> str:
        return self.postgres.url.replace("/jamango?", f"/{name}?")

    @contextmanager
    def lend(self, template: str) -> Iterator[str]:
        """A database like the template, for one test: its name. Whoever is left from a test before is not let in."""
        name = self._idle[template].pop() if self._idle[template] else self.copy(template)
        try:
            yield name
        finally:
            self._take_back(name, template)

    def copy(self, template: str) -> str:
        """A new database like the template; returns its name."""
        name = f"copy_{next(self._numbers)}"
        self._administrate(
            sql.SQL("CREATE DATABASE {} OWNER jamango TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        return name

    def keep_as_template(self, name: str) -> str:
        """From now on databases like this one are lent; nobody is connected to it."""
        with self._enter(name) as wire:
            make_lendable(wire)
        return name

    def drop(self, name: str) -> None:
        self._administrate(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def refuse_connections(self, name: str) -> None:
        """As if the database were down: its connections end and no new ones begin."""
        self._administrate(
            f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false",
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'",
        )

    def accept_connections(self, name: str) -> None:
        self._administrate(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true")

    def make_durable(self, name: str) -> None:
        """What was committed in this database survives `crash`, as in every real one."""
        # A sequence of a fresh copy believes that its next values are in the log already, which they are not: they are
        # logged after the next checkpoint.
        self._administrate(f"ALTER DATABASE {name} SET synchronous_commit = on", "CHECKPOINT")
        self._spoilt.add(name)

    def crash(self) -> None:
        """The server ends as by `pg_ctl stop -m immediate`: what is in its memory is gone."""
        self.postgres.crash()

    def start_again(self) -> None:
        """Start after a crash; returns when connections are taken."""
        self.postgres.start()

    def end_connections(self, name: str) -> int:
        """End every connection to a database; returns how many there were."""
        with psycopg.connect(self.postgres.admin_url, autocommit=True) as wire:
            ended = wire.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
            return ended.rowcount

    def make_read_only(self, *, on: bool) -> None:
        """As when the disk is full: nothing can be written, from the next statement on."""
        self._administrate(
            f"ALTER SYSTEM SET default_transaction_read_only = {'on' if on else 'off'}", "SELECT pg_reload_conf()"
        )

    def stop(self) -> None:
        for name in list(self._caretakers):
            self._dismiss_caretaker(name)
        self.postgres.stop()

    def _make_template(self, name: str) -> str:
        self._administrate(f"CREATE DATABASE {name} OWNER jamango")
        upgrade(Settings(database_url=self.url_of(name)))
        with psycopg.connect(self.url_of(name)) as wire:
            wire.execute("UPDATE clock SET shift = %s", [AHEAD])
        return self.keep_as_template(name)

    def _take_back(self, name: str, template: str) -> None:
        idle = sessions_kept(name)
        if name not in self._spoilt and self._put_back(name, idle):
            self._idle[template].append(name if idle else self._rename(name))
            return
        forget_engines(close=True)
        self._dismiss_caretaker(name)
        self.drop(name)

    def _put_back(self, name: str, idle: list[int]) -> bool:
        """By one session for all tests of a database: one that is new has everything to look up and to plan."""
        if name not in self._caretakers:
            self._caretakers[name] = self._enter(name, autocommit=True)
        try:
            return put_back(self._caretakers[name], idle)
        except psycopg.OperationalError:  # the test has ended it with all others
            self._dismiss_caretaker(name)
            return self._put_back(name, idle)

    def _dismiss_caretaker(self, name: str) -> None:
        if name in self._caretakers:
            self._caretakers.pop(name).close()

    def _rename(self, name: str) -> str:
        """Whoever still has an engine of its own asks for a database that is not there any more."""
        self._dismiss_caretaker(name)
        fresh = f"copy_{next(self._numbers)}"
        self._administrate(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(name), sql.Identifier(fresh))
        )
        return fresh

    def _enter(self, name: str, **given: Any) -> psycopg.Connection:
        return psycopg.connect(self.postgres.admin_url.replace("/postgres?", f"/{name}?"), **given)

    def _administrate(self, *statements: str | sql.Composed) -> None:
        with psycopg.connect(self.postgres.admin_url, autocommit=True) as wire:
            for statement in statements:
                wire.execute(statement.encode() if isinstance(statement, str) else statement)


def current_settings() -> Settings:
    get_settings.cache_clear()
    return get_settings()
