"""What a customer has picked and not ordered yet; the web and the chat share it."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, UniqueConstraint
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
