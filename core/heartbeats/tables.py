"""When something last came round."""

from typing import Any

from sqlalchemy import Column, Text
from sqlmodel import Field, SQLModel

from core.columns import moment


class Heartbeat(SQLModel, table=True):
    """When a loop, a periodic job or somebody's webhook last came round; a stale one is an alert."""

    __tablename__ = "heartbeats"

    name: str = Field(sa_column=Column(Text, primary_key=True))
    beat_at: Any = moment()
