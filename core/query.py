"""SQL whose result columns are learnt once: SQLAlchemy would learn them anew at every execution of plain text, which
costs as much again as the execution itself (docs/bench.md). And whose rows come back as what they are.
"""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from sqlalchemy import Result, TextualSelect, column, text
from sqlmodel import Session

Shape = TypeVar("Shape")


class Query:
    """One statement that returns rows and always the same columns, run often."""

    def __init__(self, sql: str) -> None:
        self.sql = sql
        self._text = text(sql)
        self._with_columns: TextualSelect | None = None

    def run(self, session: Session, values: Mapping[str, Any]) -> Result[Any]:
        """The rows for these values; raises what `Session.execute` raises."""
        if self._with_columns is not None:
            return session.execute(self._with_columns, values)
        rows: Result[Any] = session.execute(self._text, values)
        names = tuple(rows.keys())
        self._check(names)
        self._with_columns = self._text.columns(*(column(name) for name in names))
        return rows

    def _check(self, names: tuple[str, ...]) -> None:
        """For who knows what the columns must be."""


class Statement(Query, Generic[Shape]):
    """A query whose rows are of a shape: a NamedTuple with the columns' names, or the type of its only column."""

    def __init__(self, sql: str, shape: Callable[..., Shape]) -> None:
        super().__init__(sql)
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

    def _check(self, names: tuple[str, ...]) -> None:
        fields = getattr(self._shape, "_fields", names)
        assert names == fields, f"the statement returns {names}, its shape has {fields}"
