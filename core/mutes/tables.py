"""Kinds of alerts that are not sent."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, Text
from sqlmodel import Field, SQLModel

from core.actor import WRITTEN
from core.columns import recorded_at, words


class Mute(SQLModel, table=True):
    """One kind (the alert's code) that stays silent, and who wanted that."""

    __tablename__ = "mutes"
    __table_args__ = (CheckConstraint(f"muted_by ~ '{WRITTEN}'", name="mutes_name_an_actor"),)

    kind: str = Field(sa_column=Column(Text, primary_key=True))
    muted_at: Any = recorded_at()
    muted_by: str = words()
