"""The demo's made-up shop and a real one never share a folder or a database.

What the demo fills carries two marks: a file in the data folder, and a row of the audit log, which only grows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.errors import Fault
from core.settings import Settings

SEED = Actor.system("seed")
DEMO_MARK = "demo-shop"  # the file's name, and the subject in the audit log
IS_MADE_UP = text("SELECT EXISTS (SELECT FROM audit_log WHERE subject = :mark)")
IS_ENTERED = text(
    """
    SELECT EXISTS (SELECT FROM staff) OR EXISTS (SELECT FROM products) OR EXISTS (SELECT FROM zones)
        OR EXISTS (SELECT FROM users) OR EXISTS (SELECT FROM inbox)
    """
)
HAS_TABLES = text("SELECT to_regclass('audit_log') IS NOT NULL AND to_regclass('inbox') IS NOT NULL")
REAL = "holds a real shop, and the demo's is made up: choose another"
MADE_UP = "holds the demo shop, which is made up: choose another"


@contextmanager
def before_an_upgrade(settings: Settings) -> Iterator[Connection]:
    """A connection of the role that migrates: what the shop's own role may read is granted by the upgrade only."""
    url = settings.database_owner_url or settings.database_url or ""
    with create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": 5}).connect() as connection:
        yield connection


def keep_apart(settings: Settings, data_folder: Path, *, demo: bool) -> None:
    """Raise Fault when the demo would open on a real shop, or production on the demo's. Changes nothing.

    Folders of before the audit row have the file only.
    """
    with before_an_upgrade(settings) as connection:
        if demo and not (data_folder / DEMO_MARK).exists() and is_real(connection):
            raise Fault(f"{data_folder} {REAL} folder with --data-dir.")
        if not demo:
            refuse_a_demo_database(settings, connection)


def refuse_a_demo_database(settings: Settings, connection: Connection) -> None:
    """Raise Fault when this is production and the database is the demo's."""
    if not settings.is_development and is_made_up(connection):
        raise Fault(f"The database {MADE_UP} with JAMANGO_DATABASE_URL or --data-dir for the real one.")


def refuse_a_demo_folder(settings: Settings, data_folder: Path) -> None:
    """Raise Fault when a shop would open on the database that `jamango demo` left in this folder.

    In development too: whoever enters her own fruit there would be locked out of it when the shop becomes a real one.
    """
    if settings.database_url is None and (data_folder / DEMO_MARK).exists():
        raise Fault(f"{data_folder} {MADE_UP} folder with --data-dir for the real one.")


def refuse_a_real_database(connection: Connection) -> None:
    """Raise Fault when somebody's real shop is in the database that is to be filled."""
    if is_real(connection):
        raise Fault(f"The database {REAL} with JAMANGO_DATABASE_URL.")


def is_real(connection: Connection) -> bool:
    """Whether somebody has entered or ordered something that is not the demo's."""
    if not connection.execute(HAS_TABLES).scalar_one() or is_made_up(connection):
        return False
    return bool(connection.execute(IS_ENTERED).scalar_one())


def is_made_up(connection: Connection) -> bool:
    """Whether the demo has filled this database."""
    has_tables = connection.execute(HAS_TABLES).scalar_one()
    return bool(has_tables and connection.execute(IS_MADE_UP, {"mark": DEMO_MARK}).scalar_one())


def mark_as_made_up(session: Session) -> None:
    """Say for ever that what is in here is the demo's."""
    if not is_made_up(session.connection()):
        record(session, actor=SEED, action="demo-stocked", subject=DEMO_MARK)
