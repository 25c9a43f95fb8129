"""What a human must look at."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import SQLModel

from core.columns import document, key, moment, number, recorded_at, words


class Alert(SQLModel, table=True):
    """One matter. The same matter (`code`, `subject`) is one open row that counts how often it came up."""

    __tablename__ = "alerts"
    __table_args__ = (
        Index("alerts_one_open", "code", "subject", unique=True, postgresql_where=text("resolved_at IS NULL")),
    )

    id: int = key()
    code: str = words()
    subject: str = words()
    details: dict[str, Any] = document()
    times: int = number(default=1)
    raised_at: Any = recorded_at()
    resolved_at: datetime | None = moment(optional=True)
