"""When we deliver: slots with a capacity, and the weekly pattern that makes them."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import CheckConstraint, Column, Date, Index, Time, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from core.columns import choice, key, moment, number, recorded_at, refers_to, words, yes_no
from core.slots.lifecycle import BookingStatus


class DeliverySlot(SQLModel, table=True):
    """One window on one business day in one zone. `booked` counts held and booked orders (invariant I3)."""

    __tablename__ = "delivery_slots"
    __table_args__ = (
        UniqueConstraint("zone_id", "starts_at"),
        Index("delivery_slots_by_day", "day"),
        CheckConstraint("0 <= booked AND booked <= capacity", name="slot_never_overbooked"),
        CheckConstraint("cutoff_at <= starts_at AND starts_at < ends_at", name="slot_times_in_order"),
    )

    id: int = key()
    zone_id: int = refers_to("zones.id")
    day: date = Field(sa_column=Column(Date, nullable=False))
    starts_at: datetime = moment()
    ends_at: datetime = moment()
    cutoff_at: datetime = moment()
    capacity: int = number()
    booked: int = number(default=0)
    open: bool = yes_no(default=True)
    closed_reason: str = words(default="")


class SlotPattern(SQLModel, table=True):
    """A window that returns every week. `weekday` is 0 for Monday; times are the shop's local time."""

    __tablename__ = "slot_patterns"
    __table_args__ = (
        UniqueConstraint("zone_id", "weekday", "starts"),
        CheckConstraint("weekday BETWEEN 0 AND 6"),
        CheckConstraint(
            "starts < ends AND capacity BETWEEN 0 AND 10000 AND cutoff_minutes BETWEEN 0 AND 10080",
            name="slot_pattern_makes_windows",
        ),
    )

    id: int = key()
    zone_id: int = refers_to("zones.id")
    weekday: int = number()
    starts: time = Field(sa_column=Column(Time, nullable=False))
    ends: time = Field(sa_column=Column(Time, nullable=False))
    capacity: int = number()
    cutoff_minutes: int = number()
    active: bool = yes_no(default=True)


class SlotBooking(SQLModel, table=True):
    """One order's place in one slot: held while unpaid, booked once confirmed. `lapses_at` is as that of a `Hold`."""

    __tablename__ = "slot_bookings"
    __table_args__ = (
        Index("slot_bookings_one_per_order", "order_id", unique=True, postgresql_where=text("status <> 'released'")),
    )

    id: int = key()
    order_id: int = refers_to("orders.id")
    customer_id: int = refers_to("users.id", indexed=False)
    slot_id: int = refers_to("delivery_slots.id")
    status: BookingStatus = choice(BookingStatus, default=BookingStatus.HELD)
    made_at: Any = recorded_at()
    lapses_at: datetime | None = moment(optional=True)
