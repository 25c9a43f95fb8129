"""Which windows a customer may choose."""

from __future__ import annotations

from datetime import datetime, time
from typing import NamedTuple

from sqlmodel import Session

from core.query import Query, Statement
from core.slots.rules import OpenSlot
from core.slots.tables import DeliverySlot


class Window(NamedTuple):
    """When a slot begins and ends, open or not; UTC."""

    slot_id: int
    starts_at: datetime
    ends_at: datetime


class Hours(NamedTuple):
    """A window by the shop's clock."""

    starts: time
    ends: time


OPEN = Statement(
    """
    SELECT slot_id, starts_at, ends_at, places AS left FROM open_slots()
     WHERE coalesce(zone_id = CAST(:zone_id AS bigint), true) ORDER BY starts_at, slot_id LIMIT :limit
    """,
    OpenSlot,
)
SAME_TIME = Query(
    """
    SELECT w.slot_id FROM open_slots() w JOIN delivery_slots s ON s.starts_at = w.starts_at AND s.ends_at = w.ends_at
     WHERE s.id = :slot_id AND w.zone_id = :zone_id
    """
)
TIMES = Statement(
    "SELECT id AS slot_id, starts_at, ends_at FROM delivery_slots WHERE id = ANY(:slot_ids)",
    Window,
)
WEEKLY = Statement(
    """
    SELECT DISTINCT p.starts, p.ends FROM slot_patterns p JOIN zones z ON z.id = p.zone_id AND z.active
     WHERE p.active ORDER BY p.starts, p.ends
    """,
    Hours,
)


def open_slots(session: Session, zone_id: int | None, limit: int = 10) -> list[OpenSlot]:
    """The next windows that have a place, of a zone or of all when None; soonest first, by the shop's clock.

    Full, closed and cut-off ones are not among them; windows of two zones at one time are two.
    """
    return OPEN.all(session, {"zone_id": zone_id, "limit": limit})


def next_slot(session: Session, zone_id: int | None) -> OpenSlot | None:
    """The soonest window that has a place, of a zone or of any."""
    return next(iter(open_slots(session, zone_id, limit=1)), None)


def slot_at_same_time(session: Session, slot_id: int, zone_id: int) -> int | None:
    """The open window with a place that another zone has at the time of this one."""
    found: int | None = SAME_TIME.run(session, {"slot_id": slot_id, "zone_id": zone_id}).scalar()
    return found


def weekly_windows(session: Session) -> list[Hours]:
    """The hours at which we deliver on any day anywhere, the earliest first."""
    return WEEKLY.all(session, {})


def windows_of(session: Session, slot_ids: set[int]) -> list[Window]:
    """When these slots are, past and closed ones too."""
    return TIMES.all(session, {"slot_ids": sorted(slot_ids)})


class Pattern(NamedTuple):
    """A window that returns every week: its zone, its day (0 is Monday), its hours by the shop's clock, its places."""

    pattern_id: int
    zone_id: int
    zone: dict[str, str]
    weekday: int
    starts: time
    ends: time
    capacity: int
    cutoff_minutes: int


PATTERNS = Statement(
    """
    SELECT p.id AS pattern_id, z.id AS zone_id, z.names AS zone, p.weekday, p.starts, p.ends, p.capacity,
           p.cutoff_minutes
      FROM slot_patterns p JOIN zones z ON z.id = p.zone_id WHERE p.active ORDER BY z.id, p.weekday, p.starts
    """,
    Pattern,
)


def patterns(session: Session) -> list[Pattern]:
    """Every window of the week, by zone, day and hour."""
    return PATTERNS.all(session, {})


def find_slot(session: Session, slot_id: int) -> DeliverySlot | None:
    """One window, past and closed ones too."""
    return session.get(DeliverySlot, slot_id)
