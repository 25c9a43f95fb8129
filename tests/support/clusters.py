"""A PostgreSQL of the tests' own, and databases that are copied from a template in a few milliseconds."""

from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

from core.schema import upgrade
from core.settings import Settings, get_settings
from jamango.services.postgres import EmbeddedPostgres


class Cluster:
    """One server for one test process, not durable: what crashes and comes back is tested on a server of its own."""

    def __init__(self, folder: Path) -> None:
        self.postgres = EmbeddedPostgres(folder)
        self.postgres.start()
        self._numbers = count(1)
        self._administrate("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET synchronous_commit = off")
        self._administrate("SELECT pg_reload_conf()")
        self.template = self._make_template("template_empty")

    def url_of(self, name: str) -> str:
        return self.postgres.url.replace("/jamango?", f"/{name}?")

    def copy(self, template: str) -> str:
        """A new database like the template; returns its name."""
        name = f"copy_{next(self._numbers)}"
        self._administrate(
            sql.SQL("CREATE DATABASE {} OWNER jamango TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
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

    def stop(self) -> None:
        self.postgres.stop()

    def _make_template(self, name: str) -> str:
        self._administrate(f"CREATE DATABASE {name} OWNER jamango")
        upgrade(Settings(database_url=self.url_of(name)))
        return name

    def _administrate(self, *statements: str | sql.Composed) -> None:
        with psycopg.connect(self.postgres.admin_url, autocommit=True) as wire:
            for statement in statements:
                wire.execute(statement.encode() if isinstance(statement, str) else statement)


def current_settings() -> Settings:
    get_settings.cache_clear()
    return get_settings()
