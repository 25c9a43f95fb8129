"""Fruit: where it lies, which arrival it came with, and who it is kept for."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, Date, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from core.actor import WRITTEN
from core.columns import choice, key, moment, number, paise, recorded_at, refers_to, words
from core.inventory.lifecycle import HoldStatus

MAIN = "main"


class Location(SQLModel, table=True):
    """A place that fruit is sold from: `main` for chat and web, one more for each stall."""

    __tablename__ = "locations"
    __table_args__ = (CheckConstraint("code <> '' AND name <> ''", name="location_has_a_name"),)

    id: int = key()
    code: str = words(unique=True)
    name: str = words()


class Inventory(SQLModel, table=True):
    """Fruit of one product in one place, in base units. Only a conditional UPDATE changes it (invariant I1)."""

    __tablename__ = "inventory"
    __table_args__ = (
        UniqueConstraint("product_id", "location_id"),
        CheckConstraint("0 <= held AND held <= on_hand", name="inventory_never_oversold"),
        CheckConstraint("low_level >= 0", name="low_level_counts_up"),
    )

    id: int = key()
    product_id: int = refers_to("products.id")
    location_id: int = refers_to("locations.id")
    on_hand: int = number(default=0)
    held: int = number(default=0)
    low_level: int = number(default=0)


class Lot(SQLModel, table=True):
    """One arrival of fruit. `remaining` falls at packing, first-expired first; `cost_paise` is what all of it cost."""

    __tablename__ = "lots"
    __table_args__ = (
        CheckConstraint("0 <= remaining AND remaining <= received"),
        CheckConstraint("cost_paise >= 0", name="lot_costs_something"),
    )

    id: int = key()
    inventory_id: int = refers_to("inventory.id")
    received: int = number()
    remaining: int = number()
    harvested_on: date = Field(sa_column=Column(Date, nullable=False))
    ripe_by: date = Field(sa_column=Column(Date, nullable=False))
    cost_paise: int | None = paise(optional=True)
    received_at: Any = recorded_at()


class LotTaking(SQLModel, table=True):
    """So many base units of a lot lie in the box of an order."""

    __tablename__ = "lot_takings"
    __table_args__ = (UniqueConstraint("order_id", "lot_id"), CheckConstraint("quantity > 0"))

    id: int = key()
    order_id: int = refers_to("orders.id", indexed=False)
    lot_id: int = refers_to("lots.id")
    quantity: int = number()


class MovementReason(StrEnum):
    RECEIVED = "received"
    SOLD = "sold"
    RETURNED = "returned"
    CORRECTED = "corrected"
    WASTED = "wasted"
    MOVED = "moved"  # from one place to another


class StockMovement(SQLModel, table=True):
    """Append-only: every change of `on_hand`, with its reason and who made it."""

    __tablename__ = "stock_movements"
    __table_args__ = (
        CheckConstraint("delta <> 0"),
        Index("stock_movements_of_losses", "at", postgresql_where=text("delta < 0 AND order_id IS NULL")),
        CheckConstraint(f"actor ~ '{WRITTEN}'", name="movement_names_an_actor"),
    )

    id: int = key()
    inventory_id: int = refers_to("inventory.id")
    delta: int = number()
    reason: MovementReason = choice(MovementReason)
    order_id: int | None = refers_to("orders.id", optional=True)
    lot_id: int | None = refers_to("lots.id", optional=True)
    stall_sale_id: int | None = refers_to("stall_sales.id", optional=True)
    actor: str = words()
    note: str = words(default="")
    at: Any = recorded_at()


class Hold(SQLModel, table=True):
    """Fruit kept for one order of a customer; `packed_at` is when it left its lots.

    An active one counts as nobody's from `lapses_at` on (`fruit_left`). None while the customer may be paying for it:
    then only who asks Razorpay ends it.
    """

    __tablename__ = "holds"
    __table_args__ = (
        UniqueConstraint("order_id", "inventory_id"),
        CheckConstraint("quantity > 0"),
        CheckConstraint("(status = 'active') = (ended_at IS NULL)", name="hold_has_its_end"),
        CheckConstraint("packed_at IS NULL OR status = 'consumed'", name="only_sold_fruit_is_packed"),
        Index("holds_active_by_inventory", "inventory_id", postgresql_where=text("status = 'active'")),
    )

    id: int = key()
    order_id: int = refers_to("orders.id")
    customer_id: int = refers_to("users.id", indexed=False)
    inventory_id: int = refers_to("inventory.id")
    quantity: int = number()
    status: HoldStatus = choice(HoldStatus, default=HoldStatus.ACTIVE)
    held_at: Any = recorded_at()
    lapses_at: datetime | None = moment(optional=True)
    ended_at: datetime | None = moment(optional=True)
    packed_at: datetime | None = moment(optional=True)
