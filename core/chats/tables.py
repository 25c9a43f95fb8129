"""Conversations: one chat for each customer or member of staff, and where in the script it stands."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import SQLModel

from core.columns import document, key, moment, number, recorded_at, refers_to, words


class Chat(SQLModel, table=True):
    """One chat. `memory` is written by the scripts of `flows`, each its own part; `turn` numbers our questions, so that
    an old button is known; `parked_until` keeps the bot silent while a human talks; `last_inbound_at` opens the 24 h
    window; `served_at` is when its last turn was, so that turns go round; `waits_since` is when a customer began to
    wait for a person's answer, until she answers or hands the chat back, whether the bot speaks meanwhile or not.
    """

    __tablename__ = "chats"
    __table_args__ = (
        CheckConstraint("(customer_id IS NULL) <> (staff_id IS NULL)", name="chat_with_one_person"),
        CheckConstraint("waits_since IS NULL OR customer_id IS NOT NULL", name="customers_wait_for_staff"),
        Index("chats_that_wait", "waits_since", postgresql_where=text("waits_since IS NOT NULL")),
    )

    id: int = key()
    customer_id: int | None = refers_to("users.id", optional=True, unique=True)
    staff_id: int | None = refers_to("staff.id", optional=True, unique=True)
    script: str = words(default="ordering")
    step: str = words(default="menu")
    memory: dict[str, Any] = document()
    turn: int = number(default=0)
    last_inbound_at: datetime | None = moment(optional=True)
    served_at: datetime | None = moment(optional=True)
    parked_until: datetime | None = moment(optional=True)
    waits_since: datetime | None = moment(optional=True)
    created_at: Any = recorded_at()


class ChatPacing(SQLModel, table=True):
    """WhatsApp's pair rate for one chat, as a virtual schedule; its own row, so that sending never waits for a turn."""

    __tablename__ = "chat_pacing"

    chat_id: int = refers_to("chats.id", primary=True)
    scheduled_at: datetime = moment()
