"""Days that were closed."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Column, Date
from sqlmodel import Field, SQLModel

from core.actor import WRITTEN
from core.columns import paise, recorded_at, words


class DayClose(SQLModel, table=True):
    """One business day, once. `expected_paise` is the cash that should have been there; it stays as it was.

    `taken_paise` is what doors and tills of this day said then, None of days that were closed before that was noted;
    `carried_paise` is what they said afterwards (minus when it became less) and a later close took over.
    """

    __tablename__ = "day_closes"
    __table_args__ = (
        CheckConstraint("counted_paise >= 0", name="cash_counts_up"),
        CheckConstraint(f"actor ~ '{WRITTEN}'", name="day_close_names_an_actor"),
    )

    day: date = Field(sa_column=Column(Date, primary_key=True))
    expected_paise: int = paise()
    counted_paise: int = paise()
    taken_paise: int | None = paise(optional=True)
    carried_paise: int = paise(default=0)
    note: str = words(default="")
    actor: str = words()
    closed_at: Any = recorded_at()
