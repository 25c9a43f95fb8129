"""Whether an error is the database's own trouble is read from PostgreSQL's code, for whoever stumbles over it."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import errors
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from core.db import is_trouble_of_the_database

TROUBLE = ["08006", "28P01", "3D000", "40001", "40P01", "53100", "53300", "55P03", "57014", "57P03", "58030", "25006"]
NOT_TROUBLE = ["22003", "22P05", "23505", "23514", "42601", "42703", "54000", "54001", "54023", "55000", "P0001"]


def wrapped(cause: Exception) -> DBAPIError:
    return DBAPIError("SELECT 1", None, cause)


@pytest.mark.parametrize(("state", "trouble"), [*((s, True) for s in TROUBLE), *((s, False) for s in NOT_TROUBLE)])
def test_the_code_decides(state: str, trouble: bool) -> None:
    error = errors.lookup(state)("x")
    assert is_trouble_of_the_database(error) is trouble
    assert is_trouble_of_the_database(wrapped(error)) is trouble


def test_without_a_code_it_is_the_connection_or_the_driver() -> None:
    for away in (psycopg.OperationalError("gone"), psycopg.InterfaceError("the connection is closed")):
        assert is_trouble_of_the_database(wrapped(away))
    assert is_trouble_of_the_database(PoolTimeout())
    for ours in (psycopg.DataError("a NUL in a text"), psycopg.ProgrammingError("cannot adapt")):
        assert not is_trouble_of_the_database(wrapped(ours))
    assert not is_trouble_of_the_database(ValueError("a bug"))


def test_no_class_of_the_driver_says_it() -> None:
    """What began this: a value too large for an index has the class of a server that goes down."""
    assert issubclass(errors.ProgramLimitExceeded, psycopg.OperationalError)
    assert not is_trouble_of_the_database(wrapped(errors.ProgramLimitExceeded("index row size 6000")))
