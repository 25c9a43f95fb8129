"""The schema's version: bring it up to date, or say in a sentence why this code and that database do not fit."""

from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from core.errors import Fault
from core.migrations.grants import grant_to
from core.settings import Settings

MIGRATIONS = Path(__file__).parent / "migrations"
# One upgrade at a time, however many processes start at once.
UPGRADE_LOCK = 7_266_021


def upgrade(settings: Settings) -> None:
    """Migrate to the newest schema, as the owner role when one is set.

    The shop's own role may then work with every table of today, and change none of them. Raises Fault when the database
    cannot be reached, refuses, or was written by a newer version of Jamango.
    """
    url = settings.database_owner_url or settings.database_url
    if url is None:
        raise Fault("JAMANGO_DATABASE_URL is not set: `jamango up` brings its own database, other commands need it.")
    engine = create_engine(url, connect_args={"connect_timeout": 5, "application_name": "jamango-migrate"})
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": UPGRADE_LOCK})
            connection.commit()
            refuse_newer(connection)
            command.upgrade(_configuration(connection), "head")
            connection.commit()
            if settings.database_owner_url and settings.database_url:
                grant_to(connection, _role_of(settings.database_url))
                connection.commit()
    except DBAPIError as error:
        raise Fault(f"The database cannot be reached or refused the upgrade: {error.orig}") from error
    finally:
        engine.dispose()


def _role_of(url: str) -> str:
    """Who an address signs in as."""
    engine = create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": 5})
    with engine.connect() as connection:
        return str(connection.execute(text("SELECT current_user")).scalar_one())


def refuse_newer(connection: Connection) -> None:
    """Raise Fault when the database's version is not one this code knows."""
    misfit = find_misfit(connection)
    connection.commit()
    if misfit and misfit.is_newer:
        raise Fault(f"The database {misfit}")


def revision_of(session: Session) -> str | None:
    """The version of the database's schema; None when it has no tables of ours."""
    return MigrationContext.configure(session.connection()).get_current_revision()


def is_current(connection: Connection) -> bool:
    """Whether the database has exactly the schema that this code was written for."""
    return find_misfit(connection) is None


@dataclass(frozen=True)
class Misfit:
    """Why this code does not fit a database's schema, as what follows `The database …`; `mend` is what to do."""

    what: str
    mend: str
    is_newer: bool = False

    def __str__(self) -> str:
        return f"{self.what}: {self.mend}"


UPGRADE = "run `jamango db upgrade`."
NEWER = "install the newer version again, or restore a backup made before the upgrade. Nothing was changed."


def find_misfit(connection: Connection) -> Misfit | None:
    """What is wrong with the database's schema for this code; None when it is the right one."""
    scripts = ScriptDirectory.from_config(_configuration(connection))
    current = MigrationContext.configure(connection).get_current_revision()
    head = scripts.get_current_head()
    if current is None:
        return Misfit("has no tables of Jamango yet", UPGRADE)
    try:
        scripts.get_revision(current)
    except CommandError:
        return Misfit(f"has schema {current}, which is newer than this Jamango", NEWER, is_newer=True)
    if current == head:
        return None
    return Misfit(f"has schema {current}, which is older than this Jamango ({head})", UPGRADE)


def _configuration(connection: Connection) -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", str(MIGRATIONS))
    configuration.attributes["connection"] = connection
    return configuration
