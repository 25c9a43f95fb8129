"""Deeds that may be taken back for a while."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import SQLModel

from core.actor import WRITTEN
from core.columns import document, key, moment, recorded_at, words


class UndoableDeed(SQLModel, table=True):
    """One deed: `kind` says how it is taken back (`core.undoing.WAYS_BACK`), `back` with what; `subject` is what it was
    done to (`inventory:3`)."""

    __tablename__ = "undos"
    __table_args__ = (
        CheckConstraint(f"actor ~ '{WRITTEN}'", name="undos_name_an_actor"),
        CheckConstraint("ends_at > done_at", name="undos_end_after_they_begin"),
        Index("undos_open", "actor", "id", postgresql_where=text("undone_at IS NULL")),
    )

    id: int = key()
    kind: str = words()
    subject: str = words()
    back: dict[str, Any] = document()
    actor: str = words()
    done_at: Any = recorded_at()
    ends_at: datetime = moment()
    undone_at: datetime | None = moment(optional=True)
