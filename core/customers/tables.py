"""Customers, what they consented to, and where they live."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, literal_column, text
from sqlmodel import SQLModel

from core.actor import WRITTEN
from core.columns import choice, key, moment, number, recorded_at, refers_to, words, yes_no


class Customer(SQLModel, table=True):
    """A customer, by our own id. `name` is what WhatsApp calls them, cleaned; other tables say `customer_id`.

    `contact_phone` (digits) is what somebody without a visible number told us for the rider. Anybody can tell any
    number, so it is no identity: nothing is sent to it and nobody is recognised by it. `joined_id` is whose a guest's
    things are since they signed in.
    """

    __tablename__ = "users"
    __table_args__ = (
        CheckConstraint("lapsed_holds >= 0", name="lapsed_holds_count_up"),
        Index("users_by_word_of_name", text("string_to_array(lower(name), ' ')"), postgresql_using="gin"),
        Index("users_by_beginning_of_name", text("to_tsvector('simple', name)"), postgresql_using="gin"),
        Index(
            "users_by_end_of_phone",
            literal_column("reverse(contact_phone)").label("ending"),
            postgresql_ops={"ending": "text_pattern_ops"},
        ),
    )

    id: int = key()
    name: str = words(default="")
    language: str = words(default="en")
    lapsed_holds: int = number(default=0)
    contact_phone: str = words(default="")
    joined_id: int | None = refers_to("users.id", optional=True)
    created_at: Any = recorded_at()


class ConsentPurpose(StrEnum):
    SERVICE = "service"
    MARKETING = "marketing"


class Consent(SQLModel, table=True):
    """Append-only: what a customer agreed to or withdrew, when, and under which notice.

    `said` is what they wrote or tapped, and `message_id` WhatsApp's id of it: the proof, which stays when the message
    itself is pruned. Both are empty where there was no message (the first contact, WhatsApp's own menu).
    """

    __tablename__ = "consents"

    id: int = key()
    customer_id: int = refers_to("users.id")
    purpose: ConsentPurpose = choice(ConsentPurpose)
    granted: bool = yes_no(default=True)
    notice_version: str = words()
    source: str = words()
    said: str = words(default="")
    message_id: str = words(default="")
    at: Any = recorded_at()


class CustomerNote(SQLModel, table=True):
    """What staff should know of a customer, written by `actor`. The customer reads it in their file (DPDP)."""

    __tablename__ = "customer_notes"
    __table_args__ = (
        CheckConstraint("char_length(text) BETWEEN 1 AND 500", name="customer_note_has_its_length"),
        CheckConstraint(f"actor ~ '{WRITTEN}'", name="customer_note_names_an_actor"),
    )

    id: int = key()
    customer_id: int = refers_to("users.id")
    text: str = words()
    actor: str = words()
    written_at: Any = recorded_at()


class Address(SQLModel, table=True):
    """A home in an apartment society; `line` is what the customer typed, tower, floor and flat are read from it.

    `tower` is one of the society's own where it has any.
    """

    __tablename__ = "addresses"
    __table_args__ = (
        UniqueConstraint("customer_id", "apartment_id", "line"),
        CheckConstraint("char_length(line) BETWEEN 1 AND 120", name="home_line_has_its_length"),
        Index(
            "addresses_by_words", text("to_tsvector('simple', translate(line, '-/,', '   '))"), postgresql_using="gin"
        ),
    )

    id: int = key()
    customer_id: int = refers_to("users.id")
    apartment_id: int = refers_to("apartments.id")
    line: str = words()
    tower: str = words(default="")
    floor: int | None = number(optional=True)
    flat: str = words(default="")
    last_used_at: datetime | None = moment(optional=True)
    created_at: Any = recorded_at()
