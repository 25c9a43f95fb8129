"""How far the rules have come through history."""

from typing import Any

from sqlalchemy import BigInteger, Column, Text
from sqlmodel import Field, SQLModel

from core.columns import recorded_at


class FsckMark(SQLModel, table=True):
    """A rule's place in the table it goes through: ids up to `passed_to` were looked at in this turn of the wheel."""

    __tablename__ = "fsck_marks"

    rule: str = Field(sa_column=Column(Text, primary_key=True))
    passed_to: int = Field(sa_column=Column(BigInteger, nullable=False))
    looked_at: Any = recorded_at()
