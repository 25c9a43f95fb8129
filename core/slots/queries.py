"""Which windows a customer may choose."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, text
from sqlmodel import Session

from core.inventory.queries import LAPSED_PLACES
from core.slots.rules import OpenSlot

OPEN = """
    SELECT s.id AS slot_id, s.starts_at, s.ends_at, s.capacity - s.booked + {lapsed} AS places_left
      FROM delivery_slots s JOIN zones z ON z.id = s.zone_id AND z.active
     WHERE s.open AND s.booked - {lapsed} < s.capacity AND s.cutoff_at > :now {condition}
     ORDER BY s.starts_at, s.id LIMIT :limit
"""
OPEN_IN_ZONE = text(OPEN.format(lapsed=LAPSED_PLACES, condition="AND s.zone_id = :zone_id"))
WEEKLY = text(
    "SELECT DISTINCT p.starts, p.ends FROM slot_patterns p JOIN zones z ON z.id = p.zone_id AND z.active "
    "WHERE p.active ORDER BY p.starts, p.ends"
)
OPEN_ANYWHERE = text(OPEN.format(lapsed=LAPSED_PLACES, condition=""))


def open_slots(session: Session, zone_id: int, now: datetime, limit: int = 10) -> list[OpenSlot]:
    """The next open windows of a zone, soonest first; full, closed and cut-off ones are not among them."""
    rows = session.execute(OPEN_IN_ZONE, {"zone_id": zone_id, "now": now, "limit": limit})
    return [_read_slot(row) for row in rows]


def next_slot(session: Session, zone_id: int | None, now: datetime) -> OpenSlot | None:
    """The soonest open window of a zone, or of any zone."""
    if zone_id is not None:
        return next(iter(open_slots(session, zone_id, now, limit=1)), None)
    return next(iter(open_slots_anywhere(session, now, limit=1)), None)


def open_slots_anywhere(session: Session, now: datetime, limit: int = 10) -> list[OpenSlot]:
    """The next open windows of all zones, soonest first; windows of two zones at one time are two."""
    return [_read_slot(row) for row in session.execute(OPEN_ANYWHERE, {"now": now, "limit": limit})]


def weekly_windows(session: Session) -> list[tuple[time, time]]:
    """The hours of the shop's time at which we deliver on any day anywhere, the earliest first."""
    return [(row.starts, row.ends) for row in session.execute(WEEKLY)]


def _read_slot(row: Row[Any]) -> OpenSlot:
    return OpenSlot(row.slot_id, row.starts_at, row.ends_at, row.places_left)
