"""Who did what, for ever."""

from typing import Any

from sqlalchemy import Index
from sqlmodel import SQLModel

from core.columns import document, key, recorded_at, words


class AuditEntry(SQLModel, table=True):
    """Append-only. `actor` is `customer:7`, `staff:2` or the name of a job; `subject` is `order:12` and the like."""

    __tablename__ = "audit_log"
    __table_args__ = (Index("audit_by_subject", "subject", "id"),)

    id: int = key()
    at: Any = recorded_at()
    actor: str = words()
    action: str = words()
    subject: str = words()
    details: dict[str, Any] = document()
