"""What a customer has picked and not ordered yet; the web and the chat share it."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import SQLModel

from core.columns import key, moment, number, recorded_at, refers_to, words


class Cart(SQLModel, table=True):
    __tablename__ = "carts"
    __table_args__ = (CheckConstraint("char_length(note) <= 200", name="cart_note_has_its_length"),)

    id: int = key()
    customer_id: int = refers_to("users.id", unique=True)
    address_id: int | None = refers_to("addresses.id", optional=True)
    slot_id: int | None = refers_to("delivery_slots.id", optional=True)
    note: str = words(default="")
    changed_at: datetime | None = moment(optional=True)


class CartItem(SQLModel, table=True):
    """A pack and how many of it."""

    __tablename__ = "cart_items"
    __table_args__ = (UniqueConstraint("cart_id", "pack_id"), CheckConstraint("quantity BETWEEN 1 AND 99"))

    id: int = key()
    cart_id: int = refers_to("carts.id")
    pack_id: int = refers_to("packs.id")
    quantity: int = number()
    added_at: Any = recorded_at()


class CartLink(SQLModel, table=True):
    """A word that stands for the lines of a cart until `ends_at`, once; only its hash is kept."""

    __tablename__ = "cart_links"
    __table_args__ = (
        CheckConstraint("word_hash ~ '^[0-9a-f]{64}$'", name="cart_links_keep_no_word"),
        Index("cart_links_by_end", "ends_at"),
    )

    id: int = key()
    word_hash: str = words(unique=True)
    customer_id: int = refers_to("users.id")
    made_at: Any = recorded_at()
    ends_at: datetime = moment()
    used_at: datetime | None = moment(optional=True)
