"""Customers who asked to be erased."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import SQLModel

from core.columns import key, moment, recorded_at, refers_to


class Erasure(SQLModel, table=True):
    """One request; `erased_at` is when it was done, as soon as no order and no refund of theirs was under way."""

    __tablename__ = "erasures"
    __table_args__ = (Index("erasures_to_do", "asked_at", postgresql_where=text("erased_at IS NULL")),)

    id: int = key()
    customer_id: int = refers_to("users.id", unique=True)
    asked_at: Any = recorded_at()
    erased_at: datetime | None = moment(optional=True)
