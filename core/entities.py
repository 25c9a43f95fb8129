"""Whole rows of a table as objects that the session watches, read by the driver itself.

SQLAlchemy's own way, `select(Table).from_statement(…)`, spends more on an order than PostgreSQL does (docs/bench.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import Enum, inspect
from sqlalchemy.orm import configure_mappers, make_transient_to_detached
from sqlalchemy.orm.attributes import instance_dict, set_committed_value
from sqlmodel import Session, SQLModel

from core.query import Query

Row = TypeVar("Row", bound=SQLModel)


class EntityQuery(Query, Generic[Row]):
    """A statement that returns every column of a table with an `id` (`SELECT *`, `RETURNING *`).

    What the session knows of these rows is refreshed, as with `populate_existing`. The columns may come in any order.
    """

    def __init__(self, sql: str, table: type[Row]) -> None:
        super().__init__(sql)
        self._mapper = inspect(table)
        self._names = frozenset(self._mapper.columns.keys())
        self._readers: dict[str, Callable[[Any], Any]] = {
            column.key: column.type.enum_class
            for column in self._mapper.columns
            if isinstance(column.type, Enum) and column.type.enum_class is not None
        }

    def all(self, session: Session, values: Mapping[str, Any]) -> list[Row]:
        """Every row."""
        return [self._watched(session, row._asdict()) for row in self.run(session, values)]

    def one(self, session: Session, values: Mapping[str, Any]) -> Row:
        """The only row. Raises NoResultFound or MultipleResultsFound."""
        return self._watched(session, self.run(session, values).one()._asdict())

    def one_or_none(self, session: Session, values: Mapping[str, Any]) -> Row | None:
        """The only row; None when there is none. Raises MultipleResultsFound."""
        row = self.run(session, values).one_or_none()
        return None if row is None else self._watched(session, row._asdict())

    def _watched(self, session: Session, columns: dict[str, Any]) -> Row:
        """The session's object of a row: the one that it has, or a new one."""
        for name, read in self._readers.items():
            if columns[name] is not None:
                columns[name] = read(columns[name])
        identity = self._mapper.identity_key_from_primary_key((columns["id"],))
        known: Row | None = session.identity_map.get(identity)
        if known is None:
            return self._new(session, columns)
        held = instance_dict(known)
        for name in self._names:
            if name not in held or held[name] != columns[name]:
                set_committed_value(known, name, columns[name])
        return known

    def _new(self, session: Session, columns: dict[str, Any]) -> Row:
        """An object that nobody has seen yet: its columns are what the database has."""
        configure_mappers()  # in a fresh process this may be the first row of all
        entity: Row = self._mapper.class_manager.new_instance()
        instance_dict(entity).update({name: columns[name] for name in self._names})
        make_transient_to_detached(entity)
        session.add(entity)
        return entity

    def _shape_of(self, columns: tuple[str, ...]) -> Callable[[Sequence[Any]], Any]:
        missing = self._names.difference(columns)
        assert not missing, f"the statement returns a row without {sorted(missing)}"
        return super()._shape_of(columns)
