"""Customers who wait for a variety."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import SQLModel

from core.columns import key, moment, recorded_at, refers_to, words


class Waiting(SQLModel, table=True):
    """One customer and one variety. `said` is the sentence that was agreed to: the consent to this one message.

    `told_at` is when it was sent; whoever wants to wait again waits anew.
    """

    __tablename__ = "waitlist"
    __table_args__ = (
        UniqueConstraint("customer_id", "product_id", name="waitlist_once_each"),
        CheckConstraint("said <> ''", name="waitlist_keeps_its_consent"),
        Index("waitlist_to_tell", "product_id", postgresql_where=text("told_at IS NULL")),
    )

    id: int = key()
    customer_id: int = refers_to("users.id")
    product_id: int = refers_to("products.id")
    said: str = words()
    waits_since: Any = recorded_at()
    told_at: datetime | None = moment(optional=True)
