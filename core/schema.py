"""The schema's version: bring it up to date, or say in a sentence why this code and that database do not fit."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import OperationalError

from core.errors import Fault
from core.settings import Settings

MIGRATIONS = Path(__file__).parent / "migrations"
# One upgrade at a time, however many processes start at once.
UPGRADE_LOCK = 7_266_021


def upgrade(settings: Settings) -> None:
    """Migrate to the newest schema, as the owner role when one is set.

    Raises Fault when the database cannot be reached or was written by a newer version of Jamango.
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
    except OperationalError as error:
        raise Fault(f"The database cannot be reached or refused the upgrade: {error.orig}") from error
    finally:
        engine.dispose()


def refuse_newer(connection: Connection) -> None:
    """Raise Fault when the database's version is not one this code knows."""
    current = MigrationContext.configure(connection).get_current_revision()
    connection.commit()
    if current is None:
        return
    try:
        ScriptDirectory.from_config(_configuration(connection)).get_revision(current)
    except CommandError as error:
        raise Fault(
            f"The database has schema {current}, which is newer than this Jamango: install the newer version again, "
            "or restore a backup made before the upgrade. Nothing was changed."
        ) from error


def is_current(connection: Connection) -> bool:
    """Whether the database has exactly the schema that this code was written for."""
    head = ScriptDirectory.from_config(_configuration(connection)).get_current_head()
    return MigrationContext.configure(connection).get_current_revision() == head


def _configuration(connection: Connection) -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", str(MIGRATIONS))
    configuration.attributes["connection"] = connection
    return configuration
