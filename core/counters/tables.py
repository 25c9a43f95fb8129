"""What all processes have counted."""

from typing import Any

from sqlalchemy import Column, Double, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel


class CounterValue(SQLModel, table=True):
    """One of the operator's counters, added up over all processes that ever ran. `name` ends in `_total`."""

    __tablename__ = "counters"

    name: str = Field(sa_column=Column(Text, primary_key=True))
    labels: dict[str, Any] = Field(sa_column=Column(JSONB, primary_key=True, server_default=text("'{}'::jsonb")))
    value: float = Field(sa_column=Column(Double, nullable=False))
