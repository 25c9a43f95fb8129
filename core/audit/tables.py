"""Who did what, for ever."""

from typing import Any

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import SQLModel

from core.actor import WRITTEN
from core.columns import document, key, recorded_at, words


class AuditEntry(SQLModel, table=True):
    """Append-only. `actor` is written by `core.actor`: `staff:2:manager`; `subject` is `order:12` and the like."""

    __tablename__ = "audit_log"
    __table_args__ = (
        Index("audit_by_subject", "subject", "id"),
        Index("audit_by_action", "action", "id"),
        Index("audit_of_staff", "actor", "id", postgresql_where=text("actor LIKE 'staff:%'")),
        CheckConstraint(f"actor ~ '{WRITTEN}'", name="audit_names_an_actor"),
    )

    id: int = key()
    at: Any = recorded_at()
    actor: str = words()
    action: str = words()
    subject: str = words()
    details: dict[str, Any] = document()
