"""SQL that the driver runs itself, on the session's own connection (`core.driver`): SQLAlchemy would spend on each
execution several times what it takes (docs/bench.md), and learn the columns of plain text anew each time. And whose
rows come back as what they are.
"""

from __future__ import annotations

import re
from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

import psycopg
from sqlalchemy.exc import DBAPIError, MultipleResultsFound, NoResultFound
from sqlalchemy.orm import SessionTransaction
from sqlmodel import Session

from core.driver import ALONE, KNOWN_AS, Driver, Result

Shape = TypeVar("Shape")

# `:name`, and neither `::type` nor `a:b`.
PLACE = re.compile(r"(?<![:\w]):(\w+)(?!:)")

_name_columns: Any = namedtuple  # which mypy knows with literal names only


def one_of(name: str) -> str:
    """`= ANY(…)` of a list of ids, for a statement that is to have one plan however many there are.

    PostgreSQL counts a list that it sees, finds the plan for just these ids a little cheaper than the one for any, and
    plans anew at each execution; one that comes out of a subquery it cannot see.
    """
    return f"ANY(ARRAY(SELECT unnest(CAST(:{name} AS bigint[]))))"


class Rows:
    """What a statement returned: named tuples, all of them here already."""

    __slots__ = ("_rows", "count")

    def __init__(self, rows: Sequence[Any], count: int) -> None:
        self._rows = rows
        self.count = count  # of the rows that were returned or changed

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def all(self) -> Sequence[Any]:
        return self._rows

    def first(self) -> Any:
        """The first row; None when there is none."""
        return self._rows[0] if self._rows else None

    def one_or_none(self) -> Any:
        """The only row; None when there is none. Raises MultipleResultsFound."""
        if len(self._rows) > 1:
            raise MultipleResultsFound("more than one row was found where one was asked for")
        return self.first()

    def one(self) -> Any:
        """The only row. Raises NoResultFound or MultipleResultsFound."""
        row = self.one_or_none()
        if row is None:
            raise NoResultFound("no row was found where one was asked for")
        return row

    def scalar_one(self) -> Any:
        """The first column of the only row."""
        return self.one()[0]

    def scalar_one_or_none(self) -> Any:
        """The first column of the only row; None when there is none."""
        row = self.one_or_none()
        return None if row is None else row[0]

    def scalar(self) -> Any:
        """The first column of the first row; None when there is none."""
        return self._rows[0][0] if self._rows else None


class Query:
    """One statement, run often. Values are what psycopg takes.

    `plans_anew`: PostgreSQL plans it for each set of values, as a list with optional filters needs; a plan for all of
    them would be good for none.
    """

    def __init__(self, sql: str, *, plans_anew: bool = False) -> None:
        self.sql = sql
        self._plans_anew = plans_anew
        self._places = tuple(dict.fromkeys(PLACE.findall(sql)))
        self._for_driver = PLACE.sub(lambda place: f"${self._places.index(place[1]) + 1}", sql).encode()
        self._make_row: Callable[[Sequence[Any]], Any] | None = None

    def run(self, session: Session, values: Mapping[str, Any]) -> Rows:
        """The rows for these values; raises what `Session.execute` raises."""
        if session.autoflush:
            session.flush()
        driver = driver_of(session)
        try:
            in_order = [values[place] for place in self._places]
            alone = ALONE in session.info
            result = driver.execute(self._for_driver, in_order, plans_anew=self._plans_anew, alone=alone)
            rows = result.rows(self._make_row or self._learn(result))
        except psycopg.Error as error:
            # As everywhere else in the shop, and without the values: they are people's words, names and homes.
            raise DBAPIError.instance(self.sql, None, error, psycopg.Error, hide_parameters=True) from error
        return Rows(rows, result.count)

    def _learn(self, result: Result) -> Callable[[Sequence[Any]], Any]:
        """How a row is made of its values: what the columns are called is learnt at the first execution."""
        self._make_row = self._shape_of(result.columns)
        return self._make_row

    def _shape_of(self, columns: tuple[str, ...]) -> Callable[[Sequence[Any]], Any]:
        make_row: Callable[[Sequence[Any]], Any] = _name_columns("Row", columns, rename=True)._make
        return make_row


class Statement(Query, Generic[Shape]):
    """A query whose rows are of a shape: a NamedTuple with the columns' names, or the type of its only column."""

    def __init__(self, sql: str, shape: Callable[..., Shape], *, plans_anew: bool = False) -> None:
        super().__init__(sql, plans_anew=plans_anew)
        self._shape = shape

    def all(self, session: Session, values: Mapping[str, Any]) -> list[Shape]:
        """Every row."""
        return [self._shape(*row) for row in self.run(session, values)]

    def one(self, session: Session, values: Mapping[str, Any]) -> Shape:
        """The only row; raises NoResultFound or MultipleResultsFound when there is another number of them."""
        return self._shape(*self.run(session, values).one())

    def first(self, session: Session, values: Mapping[str, Any]) -> Shape | None:
        """The first row, or None when there is none."""
        row = self.run(session, values).first()
        return None if row is None else self._shape(*row)

    def _shape_of(self, columns: tuple[str, ...]) -> Callable[[Sequence[Any]], Any]:
        fields = getattr(self._shape, "_fields", columns)
        assert columns == fields, f"the statement returns {columns}, its shape has {fields}"
        return tuple  # the shape names them


def driver_of(session: Session) -> Driver:
    """The driver of the session's transaction.

    Each savepoint asks the session for it: SQLAlchemy sends SAVEPOINT only when somebody does.
    """
    transaction = _innermost(session)
    known = session.info.get(KNOWN_AS)
    if known is not None and known[0] is transaction:
        driver: Driver = known[1]
        return driver
    pooled = session.connection().connection
    found = pooled.info.get(KNOWN_AS)
    if found is None:
        assert isinstance(pooled.driver_connection, psycopg.Connection)
        found = pooled.info[KNOWN_AS] = Driver(pooled.driver_connection)
    session.info[KNOWN_AS] = (_innermost(session), found)
    assert isinstance(found, Driver)
    return found


def _innermost(session: Session) -> SessionTransaction | None:
    """The savepoint that we are in, else the transaction itself."""
    return session.get_nested_transaction() or session.get_transaction()
