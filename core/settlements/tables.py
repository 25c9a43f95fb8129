"""What Razorpay's reports said."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Column, Date, Index
from sqlmodel import Field, SQLModel

from core.columns import key, paise, recorded_at, words


class SettlementLine(SQLModel, table=True):
    """A payment or refund (`entity_id`, Razorpay's) of a settlement, as the last report that names it says.

    `amount_paise` is before Razorpay's fee and the tax on it.
    """

    __tablename__ = "settlement_lines"
    __table_args__ = (
        CheckConstraint(
            "amount_paise >= 0 AND charge_paise >= 0 AND tax_paise >= 0", name="settlement_amounts_count_up"
        ),
        Index("settlement_lines_by_settlement", "settlement_id"),
    )

    id: int = key()
    entity_id: str = words(unique=True)
    kind: str = words()
    amount_paise: int = paise()
    charge_paise: int = paise(default=0)
    tax_paise: int = paise(default=0)
    settlement_id: str = words()
    utr: str = words(default="")
    settled_on: date | None = Field(default=None, sa_column=Column(Date, nullable=True))
    reported_at: Any = recorded_at()
