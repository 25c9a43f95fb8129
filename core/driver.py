"""Statements on one connection of libpq: sent, waited for and read by one call in C, while other threads run.

A cursor of psycopg takes the same steps in Python, one by one, because it serves asyncio as well; that is four times
the CPU (docs/decisions/0048). Values are written and rows are read by psycopg's adapters here as there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import psycopg
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import error_from_result
from psycopg.pq import ConnStatus, ExecStatus, TransactionStatus
from psycopg.pq.abc import PGresult

Key = tuple[bytes, tuple[int, ...]]  # a statement, and PostgreSQL's types of its values

RUNS_UNTIL_PREPARED = 5  # what is run less often is not worth remembering
MOST_PREPARED = 500  # each keeps its plan in the memory of the server's process
KNOWN_AS = "driver"
ALONE = "alone"  # a session in which each statement commits by itself
DONE = (ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK)


class Result:
    """What a statement returned."""

    __slots__ = ("_result", "_transformer", "count")

    def __init__(self, result: PGresult, transformer: Any) -> None:
        self._result = result
        self._transformer = transformer
        returned = result.status == ExecStatus.TUPLES_OK
        self.count = result.ntuples if returned else result.command_tuples or 0  # of the rows returned or changed

    @property
    def columns(self) -> tuple[str, ...]:
        names = (self._result.fname(place) for place in range(self._result.nfields))
        return tuple((name or b"").decode() for name in names)

    def rows(self, make_row: Callable[[Sequence[Any]], Any]) -> Sequence[Any]:
        """Every row, as `make_row` makes it of its values."""
        if not self._result.ntuples:
            return ()
        self._transformer.set_pgresult(self._result)
        try:
            rows: Sequence[Any] = self._transformer.load_rows(0, self._result.ntuples, make_row)
            return rows
        finally:
            self._transformer.set_pgresult(None)  # it outlives the result, which may be large


class Driver:
    """A connection, and the statements that are prepared on it.

    psycopg itself must prepare none there (`prepare_threshold=None`): at a rollback it forgets its own with
    DEALLOCATE ALL, which would take these along.
    """

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        assert connection.prepare_threshold is None
        self.connection = connection
        self._wire = connection.pgconn
        # One for all statements: how each type is written and read is looked up once a connection.
        self._transformer: Any = Transformer(connection)
        self._runs: dict[Key, int] = {}
        self._names: dict[Key, bytes] = {}
        self._prepared = 0

    def execute(self, sql: bytes, values: Sequence[Any], *, plans_anew: bool = False, alone: bool = False) -> Result:
        """Run one statement, whose values stand for `$1`, `$2` …, in the connection's transaction, which is begun first
        if there is none, unless it is to commit `alone`. Raises psycopg.Error."""
        if not alone and self._wire.transaction_status == TransactionStatus.IDLE:
            self._checked(self._wire.exec_(b"BEGIN"))
        transformer = self._transformer
        written = transformer.dump_sequence(values, [PyFormat.AUTO] * len(values))
        types, formats = tuple(transformer.types or ()), transformer.formats
        name = None if plans_anew else self._name_of((sql, types))
        if name is None:
            result = self._wire.exec_params(sql, written, types, formats)
        else:
            result = self._wire.exec_prepared(name, written, formats)
        return Result(self._checked(result), transformer)

    def _name_of(self, key: Key) -> bytes | None:
        """The name of a prepared statement; None of one that has not been run often yet."""
        name = self._names.get(key)
        if name is not None:
            return name
        runs = self._runs[key] = self._runs.get(key, 0) + 1
        if runs <= RUNS_UNTIL_PREPARED:
            return None
        return self._prepare(key)

    def _prepare(self, key: Key) -> bytes:
        if len(self._runs) >= MOST_PREPARED:
            self._checked(self._wire.exec_(b"DEALLOCATE ALL"))
            self._runs.clear()
            self._names.clear()
        self._prepared += 1
        name = f"jamango_{self._prepared}".encode()
        self._checked(self._wire.prepare(name, *key))
        self._names[key] = name
        return name

    def _checked(self, result: PGresult) -> PGresult:
        """The result; raises psycopg.Error for one that is an error."""
        if result.status in DONE:
            return result
        error = error_from_result(result)
        if self._wire.status == ConnStatus.BAD and error.sqlstate is None:
            raise psycopg.OperationalError(str(error)) from error
        raise error
