"""From settings to running processes: what is wrong with them in sentences, and which database a command talks to."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import structlog
from pydantic import ValidationError
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

import core.tables  # noqa: F401 - a foreign key is known only when both of its tables are, in every command
from core.db import forget_engines, get_engine
from core.errors import Fault
from core.schema import find_misfit
from core.settings import PREFIX, Settings, get_settings
from jamango.apart import refuse_a_demo_database
from jamango.launcher.folders import locked, make_data_folder
from jamango.launcher.postgres import EmbeddedPostgres
from jamango.launcher.redis import running_redis_url

log = structlog.get_logger(__name__)


def settings_problems(error: ValidationError) -> list[str]:
    """One sentence a problem, each naming the variable to change; never the value, which may be a secret."""
    sentences: list[str] = []
    for problem in error.errors(include_input=False, include_url=False):
        message = problem["msg"].removeprefix("Value error, ")
        if problem["loc"]:
            sentences.append(f"{PREFIX}{str(problem['loc'][0]).upper()}: {message}.")
        else:  # about several settings: the message names them
            sentences.extend(f"{sentence}." for sentence in message.split("; "))
    return sentences


def change_settings(values: Mapping[str, str]) -> Settings:
    """Set variables for this process and all it starts (`{"DATA_DIR": …}`) and read the settings anew."""
    os.environ.update({f"{PREFIX}{name}": value for name, value in values.items()})
    get_settings.cache_clear()
    return get_settings()


@contextmanager
def database(*, must_fit: bool = True) -> Iterator[Settings]:
    """Settings whose database answers: the configured one, the one `jamango up` runs now, or our own for the moment.

    Raises Fault when its schema is not the one of this code, unless it need not fit.
    """
    with _database_there() as settings:
        if must_fit:
            with get_engine().connect() as connection:
                refuse_a_misfit(connection)
        yield settings


def refuse_a_misfit(connection: Connection) -> None:
    """Raise Fault when the database has no schema, an older or a newer one."""
    misfit = find_misfit(connection)
    if misfit:
        raise Fault(f"The database {misfit}")


@contextmanager
def _database_there() -> Iterator[Settings]:
    settings = get_settings()
    if settings.database_url is not None:
        yield settings
        return
    running = running_services(settings.data_dir)
    if "DATABASE_URL" in running:
        yield change_settings(running)
        return
    data_folder = make_data_folder(settings.data_dir)
    with locked(data_folder):
        postgres = EmbeddedPostgres(data_folder)
        try:
            yield change_settings({"DATABASE_URL": postgres.start()})
        finally:
            postgres.stop()


def settings_with_database() -> Settings:
    """Settings for one of the processes: with the URLs of embedded services that run, when it has none of its own.

    Raises Fault when there is none, when its schema is not the one of this code, or when production would run on the
    demo's. One that does not answer just now is waited for by the process itself.
    """
    settings = get_settings()
    if settings.database_url is None:
        running = running_services(settings.data_dir)
        if "DATABASE_URL" not in running:
            raise Fault(
                "JAMANGO_DATABASE_URL is not set; `jamango up` brings its own database, this command needs one."
            )
        settings = change_settings(running)
    try:
        with get_engine().connect() as connection:
            refuse_a_misfit(connection)
            refuse_a_demo_database(settings, connection)
    except OperationalError as error:
        log.warning("database_away_at_the_start", error=type(error.orig).__name__)
    finally:
        forget_engines(close=True)
    return settings


def running_services(data_dir: Path) -> dict[str, str]:
    """The URLs of the embedded services that run on a data folder just now, by setting; empty when none does."""
    data_folder = data_dir.expanduser().absolute()
    if not (data_folder / "lock").exists():
        return {}
    urls: dict[str, str] = {}
    postgres = EmbeddedPostgres(data_folder)
    postgres.locate()
    if postgres.is_ready():
        urls["DATABASE_URL"] = postgres.url
    redis_url = running_redis_url(data_folder)
    if redis_url:
        urls["REDIS_URL"] = redis_url
    return urls
