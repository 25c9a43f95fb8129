"""The forms of the chat as Meta has them, and the chats whose WhatsApp is too old for any."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Column, Text
from sqlmodel import Field, SQLModel

from core.columns import recorded_at, refers_to, words


class ChatForm(SQLModel, table=True):
    """One form (a Flow, in Meta's word). `digest` tells which edition of our file Meta has, `status` how it stands
    there; only a PUBLISHED one of this edition is shown."""

    __tablename__ = "chat_forms"
    __table_args__ = (CheckConstraint("provider_form_id <> ''", name="chat_form_has_an_id"),)

    name: str = Field(sa_column=Column(Text, primary_key=True))
    provider_form_id: str = words(unique=True)
    digest: str = words()
    status: str = words()
    reason: str = words(default="")
    checked_at: Any = recorded_at()


class ChatWithoutForms(SQLModel, table=True):
    """A chat in which a form did not arrive. A row of its own, so that whoever reads news of what failed never waits
    for a turn of that chat."""

    __tablename__ = "chats_without_forms"

    chat_id: int = refers_to("chats.id", primary=True)
    since: Any = recorded_at()
