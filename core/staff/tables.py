"""The people who run the shop; never mixed with customers."""

from typing import Any

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import SQLModel

from core.actor import Role
from core.columns import choice, key, recorded_at, refers_to, words, yes_no


class Staff(SQLModel, table=True):
    """One member of staff; their WhatsApp identities are rows of `identities` with this `staff_id`."""

    __tablename__ = "staff"
    __table_args__ = (CheckConstraint("name <> ''", name="staff_has_a_name"),)

    id: int = key()
    name: str = words()
    role: Role = choice(Role)
    language: str = words(default="en")
    email: str | None = words(optional=True, unique=True)
    password_hash: str | None = words(optional=True)
    active: bool = yes_no(default=True)
    created_at: Any = recorded_at()


class SavedView(SQLModel, table=True):
    """A list as somebody wants to see it again: `query` is what its address asks for."""

    __tablename__ = "saved_views"
    __table_args__ = (
        UniqueConstraint("staff_id", "list_name", "name"),
        CheckConstraint(
            "char_length(name) BETWEEN 1 AND 40 AND char_length(query) <= 1000", name="saved_view_is_short"
        ),
    )

    id: int = key()
    staff_id: int = refers_to("staff.id", indexed=False)
    list_name: str = words()
    name: str = words()
    query: str = words()
    saved_at: Any = recorded_at()
