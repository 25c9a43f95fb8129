"""Bills, and how far the numbers of each financial year have come."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Column, Date, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from core.columns import document, key, moment, number, recorded_at, refers_to, words


class Bill(SQLModel, table=True):
    """The bill of one order. `seller` are the shop's facts of that day; a cancelled one keeps its number."""

    __tablename__ = "bills"
    __table_args__ = (
        UniqueConstraint("financial_year", "number"),
        CheckConstraint("number > 0", name="bill_numbers_count_up"),
        CheckConstraint("code ~ '^[A-Za-z0-9/-]{1,16}$'", name="bill_code_is_what_tax_law_takes"),
    )

    id: int = key()
    order_id: int = refers_to("orders.id", unique=True)
    financial_year: str = words()
    number: int = number()
    code: str = words(unique=True)
    issued_on: date = Field(sa_column=Column(Date, nullable=False))
    seller: dict[str, Any] = document()
    issued_at: Any = recorded_at()
    cancelled_at: datetime | None = moment(optional=True)


class BillCounter(SQLModel, table=True):
    """The last number of a financial year. Whoever takes the next one keeps the row until the commit: no gaps."""

    __tablename__ = "bill_counters"

    financial_year: str = Field(sa_column=Column(Text, primary_key=True))
    last: int = number(default=0)
