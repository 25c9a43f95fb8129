"""What a turn knows of its chat and writes back at its end: a value, which nothing watches."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any


@dataclass(slots=True)
class ChatState:
    """A row of `chats` (see `Chat` for its fields), locked by whoever has it; `save_chats` writes what became of it.

    No row of SQLAlchemy's: setting twenty fields of one costs a tenth of a turn (docs/bench.md).
    """

    id: int
    customer_id: int | None
    staff_id: int | None
    script: str
    step: str
    memory: dict[str, Any]
    turn: int
    last_inbound_at: datetime | None
    served_at: datetime | None
    parked_until: datetime | None
    waits_since: datetime | None
    created_at: datetime


COLUMNS = tuple(field.name for field in fields(ChatState))


def chat_of(row: Any) -> ChatState:
    """The chat of a row that has every column of `chats`."""
    return ChatState(*(getattr(row, name) for name in COLUMNS))
