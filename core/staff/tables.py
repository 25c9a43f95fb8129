"""The people who run the shop; never mixed with customers."""

from typing import Any

from sqlalchemy import CheckConstraint
from sqlmodel import SQLModel

from core.actor import Role
from core.columns import choice, key, recorded_at, words, yes_no


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
