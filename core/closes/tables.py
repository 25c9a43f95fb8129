"""Days that were closed."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Column, Date
from sqlmodel import Field, SQLModel

from core.actor import WRITTEN
from core.columns import paise, recorded_at, words


class DayClose(SQLModel, table=True):
    """One business day, once. `expected_paise` is the cash that orders delivered until then say; it stays as it was."""

    __tablename__ = "day_closes"
    __table_args__ = (
        CheckConstraint("expected_paise >= 0 AND counted_paise >= 0", name="cash_counts_up"),
        CheckConstraint(f"actor ~ '{WRITTEN}'", name="day_close_names_an_actor"),
    )

    day: date = Field(sa_column=Column(Date, primary_key=True))
    expected_paise: int = paise()
    counted_paise: int = paise()
    note: str = words(default="")
    actor: str = words()
    closed_at: Any = recorded_at()
