"""SQL whose result columns are learnt once: SQLAlchemy would learn them anew at every execution of plain text, which
costs as much again as the execution itself (docs/bench.md)."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Result, TextualSelect, column, text
from sqlmodel import Session


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
        names = rows.keys()
        self._with_columns = self._text.columns(*(column(name) for name in names))
        return rows
