"""How WhatsApp names people, customers and staff alike."""

from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, literal_column, text
from sqlmodel import SQLModel

from core.columns import choice, key, recorded_at, refers_to, words

# What `core.outside` reads as a phone or a user id.
NAME_FITS = "CASE kind WHEN 'phone' THEN value ~ '^[0-9]{7,15}$' ELSE length(value) <= 150 AND value ~ '[A-Za-z]' END"


class IdentityKind(StrEnum):
    """How WhatsApp names a person. Each may be absent or change (WHATSAPP §1.6)."""

    PHONE = "phone"
    USER_ID = "user_id"
    PARENT_USER_ID = "parent_user_id"


class Identity(SQLModel, table=True):
    """One name a person is known by: a phone as digits without `+`, or a business-scoped user id."""

    __tablename__ = "identities"
    __table_args__ = (
        UniqueConstraint("kind", "value"),
        CheckConstraint("(customer_id IS NULL) <> (staff_id IS NULL)", name="identity_of_one_person"),
        CheckConstraint(NAME_FITS, name="name_fits"),
        Index(
            "identities_by_end_of_phone",
            literal_column("reverse(value)").label("ending"),
            postgresql_ops={"ending": "text_pattern_ops"},
            postgresql_where=text("kind = 'phone'"),
        ),
    )

    id: int = key()
    kind: IdentityKind = choice(IdentityKind)
    value: str = words()
    customer_id: int | None = refers_to("users.id", optional=True)
    staff_id: int | None = refers_to("staff.id", optional=True)
    created_at: Any = recorded_at()
