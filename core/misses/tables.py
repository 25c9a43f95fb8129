"""What people wrote and we did not understand, for whoever teaches us their words."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from core.columns import key, moment, number, recorded_at, words


class Miss(SQLModel, table=True):
    """Words of one customer at one step that we did not understand, and how often they came.

    `sample` is masked (`core.misses.rules.mask`) and `said` is what equal ones share; kept for thirty days after the
    last time. A customer's misses go with the customer.
    """

    __tablename__ = "misses"
    __table_args__ = (
        UniqueConstraint("customer_id", "said", "step", name="misses_counted_once"),
        CheckConstraint("times > 0", name="misses_count_up"),
        CheckConstraint("said <> ''", name="miss_has_words"),
        Index("misses_by_age", "last_at"),
    )

    id: int = key()
    customer_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=False)
    )
    said: str = words()
    sample: str = words()
    step: str = words()
    language: str = words()
    times: int = number(default=1)
    first_at: Any = recorded_at()
    last_at: Any = moment()
