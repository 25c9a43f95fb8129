"""A process ends when its database becomes another version's: what it would write is not what the tables mean any more.

How an update goes: docs/updating.md.
"""

from __future__ import annotations

from sqlmodel import Session

from core.errors import Fault
from core.schema import revision_of


class SchemaWatch:
    """Remembers the schema that was there first, which is the one of this code: a process does not start on another."""

    def __init__(self) -> None:
        self._first: str | None = None

    def look(self, session: Session) -> None:
        """Raises Fault when the schema is another one now."""
        revision = revision_of(session)
        self._first = self._first or revision
        if revision != self._first:
            raise Fault(
                f"The database was brought from schema {self._first} to {revision} meanwhile: this process is of the"
                " version before and ends. Start the new one."
            )


SCHEMA = SchemaWatch()  # of this process
