"""Statements on libpq itself: what is prepared stays, whatever is rolled back beside it, and errors keep their kind."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

import core.driver
from core.db import is_trouble_of_the_database, sqlstate, transaction
from core.driver import RUNS_UNTIL_PREPARED
from core.errors import Refusal
from core.query import Query, driver_of
from core.slots.actions import hold_place
from tests.support.shelf import Shelf

pytestmark = pytest.mark.usefixtures("demo_shop")

PREPARED = Query("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%' || :mark || '%'")
ECHO = Query("SELECT CAST(:value AS bigint) AS value, 'echo' AS mark, 100 % 7 AS rest")
RUNS = RUNS_UNTIL_PREPARED + 2


def run(session: Session, query: Query, *, times: int = RUNS, **values: object) -> list[tuple[object, ...]]:
    return [tuple(query.run(session, values).one()) for _ in range(times)]


def count_prepared(session: Session, mark: str = "'echo'") -> int:
    return int(PREPARED.run(session, {"mark": mark}).scalar_one())


def test_what_runs_often_is_prepared_once_and_outlives_every_rollback(shelf: Shelf) -> None:
    window = {"slot_id": shelf.slot(), "zone_id": 0}
    with transaction() as session:
        assert set(run(session, ECHO, value=7)) == {(7, "echo", 2)}
        for _ in range(RUNS):
            with pytest.raises(Refusal), session.begin_nested():
                hold_place(session, 0, **window, customer_id=0, until=None)  # type: ignore[arg-type]
        session.connection().exec_driver_sql("SAVEPOINT by_hand")
        session.connection().exec_driver_sql("ROLLBACK TO SAVEPOINT by_hand")
        assert run(session, ECHO, value=8, times=1) == [(8, "echo", 2)]
        assert count_prepared(session) == 1
    with pytest.raises(Refusal), transaction() as session:
        hold_place(session, 0, **window, customer_id=0, until=None)  # type: ignore[arg-type]
    with transaction() as session:
        assert run(session, ECHO, value=9, times=1) == [(9, "echo", 2)]
        assert count_prepared(session) == 1


def test_a_value_of_another_size_is_another_statement() -> None:
    with transaction() as session:
        for value in (3, 40_000, 5_000_000_000, None):
            assert {row[0] for row in run(session, ECHO, value=value)} == {value}
        assert count_prepared(session) == 4


def test_two_results_are_read_in_any_order_each_by_its_own_types() -> None:
    """How types are read is known once a connection, and belongs to no statement."""
    with transaction() as session:
        driver = driver_of(session)
        numbers = driver.execute(b"SELECT 7::bigint, NULL::text, ARRAY[1, 2]", [])
        words = driver.execute(b"SELECT $1::text[], $2::jsonb, $3::text", [["seven", None], '{"a": [1]}', None])
        more = driver.execute(b"SELECT $1::bigint[], $2::text", [[], "eight"])
        assert words.rows(list) == [[["seven", None], {"a": [1]}, None]]
        assert numbers.rows(list) == [[7, None, [1, 2]]]
        assert more.rows(list) == [[[], "eight"]]
        assert numbers.rows(list) == [[7, None, [1, 2]]]


def test_so_many_are_kept_and_then_it_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core.driver, "MOST_PREPARED", 3)
    with transaction() as session:
        for number in range(7):
            query = Query(f"SELECT 'kept' AS mark, {number} AS number")
            assert set(run(session, query)) == {("kept", number)}
        assert 0 < count_prepared(session, "'kept'") <= 3


def test_an_error_keeps_its_kind_and_the_savepoint_undoes_it() -> None:
    with transaction() as session:
        run(session, ECHO, value=1)
        with pytest.raises(DBAPIError) as failed, session.begin_nested():
            Query("SELECT 1 / CAST(:zero AS int) AS x").run(session, {"zero": 0})
        assert sqlstate(failed.value) == "22012"
        assert not is_trouble_of_the_database(failed.value)
        assert "zero" not in str(failed.value.params)
        assert run(session, ECHO, value=2, times=1) == [(2, "echo", 2)]


def test_a_connection_that_is_gone_is_the_databases_trouble() -> None:
    end = Query("SELECT pg_terminate_backend(:pid) AS ended")
    with pytest.raises(DBAPIError) as failed, transaction() as session:
        run(session, ECHO, value=1)
        pid = driver_of(session).connection.info.backend_pid
        with transaction() as another:
            end.run(another, {"pid": pid})
        for _ in range(2):  # the server's last word may be an error of its own
            ECHO.run(session, {"value": 2})
    assert is_trouble_of_the_database(failed.value)
    with transaction() as session:
        assert run(session, ECHO, value=3, times=1) == [(3, "echo", 2)]
