"""Places in delivery windows: kept, booked, given back; windows made, closed, changed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, TextClause, text
from sqlalchemy.exc import DataError, IntegrityError
from sqlmodel import Session

from core.actor import Actor
from core.alerts.actions import raise_alert
from core.audit.actions import record
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.clock import business_day
from core.errors import Refusal
from core.query import Query
from core.settings import get_settings
from core.slots.lifecycle import BOOKINGS, BookingEvent
from core.staff.rules import Right, require
from core.undos.actions import note_undo

# The database's clock decides, at this moment and after any wait for the row (invariant I3).
HOLD = Query(
    """
    WITH place AS (UPDATE delivery_slots SET booked = booked + 1
                    WHERE id = :slot_id AND zone_id = :zone_id AND open AND booked < capacity
                      AND cutoff_at > jamango_now() RETURNING id)
    INSERT INTO slot_bookings (order_id, customer_id, slot_id, lapses_at)
    SELECT :order_id, :customer_id, id, :until FROM place RETURNING id
    """
)
KEEP = Query("UPDATE slot_bookings SET lapses_at = :until WHERE order_id = :order_id AND status = 'held'")
WHY_NOT = Query(
    "SELECT open, cutoff_at <= jamango_now() AS past FROM delivery_slots WHERE id = :slot_id AND zone_id = :zone_id"
)
LOCK = Query("SELECT id FROM delivery_slots WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE")
BOOK = Query(
    """
    UPDATE slot_bookings SET status = :target
     WHERE order_id = :order_id AND status = ANY(CAST(:sources AS text[])) RETURNING id
    """
)
RELEASE = Query(
    """
    WITH ended AS (UPDATE slot_bookings SET status = :target
                    WHERE order_id = :order_id AND status = ANY(CAST(:sources AS text[])) RETURNING slot_id)
    UPDATE delivery_slots s SET booked = s.booked - 1 FROM ended WHERE s.id = ended.slot_id RETURNING s.id
    """
)
GENERATE = text(
    """
    INSERT INTO delivery_slots (zone_id, day, starts_at, ends_at, cutoff_at, capacity)
    SELECT p.zone_id, d.day, (d.day + p.starts) AT TIME ZONE :timezone, (d.day + p.ends) AT TIME ZONE :timezone,
           (d.day + p.starts) AT TIME ZONE :timezone - make_interval(mins => p.cutoff_minutes), p.capacity
      FROM slot_patterns p
      JOIN zones z ON z.id = p.zone_id AND z.active
      JOIN (SELECT CAST(:first AS date) + n AS day FROM generate_series(0, :days - 1) AS n) d
        ON extract(isodow FROM d.day) - 1 = p.weekday
     WHERE p.active AND (d.day + p.starts) AT TIME ZONE :timezone > :now
       AND (CAST(:pattern_id AS bigint) IS NULL OR p.id = :pattern_id)
    ON CONFLICT (zone_id, starts_at) DO NOTHING
    RETURNING id
    """
)
PATTERNS = text(
    """
    SELECT p.id, z.slug, p.weekday, p.starts, p.ends
      FROM slot_patterns p JOIN zones z ON z.id = p.zone_id AND z.active WHERE p.active ORDER BY p.id
    """
)
UNMAKEABLE = (IntegrityError, DataError)
CLOSE = text("UPDATE delivery_slots SET open = false, closed_reason = :reason WHERE id = :slot_id RETURNING booked")
OPEN = text("UPDATE delivery_slots SET open = true, closed_reason = '' WHERE id = :slot_id RETURNING booked")
RESIZE = text(
    "UPDATE delivery_slots SET capacity = :capacity WHERE id = :slot_id AND booked <= :capacity RETURNING booked"
)
OPENING = text("SELECT open, closed_reason FROM delivery_slots WHERE id = :slot_id FOR NO KEY UPDATE")
BOOKED = text("SELECT booked FROM delivery_slots WHERE id = :slot_id")


def hold_place(
    session: Session, order_id: int, slot_id: int, *, zone_id: int, customer_id: int, until: datetime
) -> None:
    """Keep a place until then for an unpaid order that goes to a zone.

    Raises Refusal `slot-full`, `slot-closed`, `slot-past`, or `slot-unknown`: that zone has no such window.
    """
    window = {"slot_id": slot_id, "zone_id": zone_id}
    parameters = {"order_id": order_id, "customer_id": customer_id, "until": until, **window}
    if HOLD.run(session, parameters).one_or_none() is None:
        raise refusal_of(WHY_NOT.run(session, window).one_or_none())
    note_change(session, Subject.SLOT, slot_id)


def keep_place(session: Session, order_id: int, until: datetime | None) -> None:
    """Keep an unpaid order's place until then; until somebody says so when None (`Hold.lapses_at`)."""
    KEEP.run(session, {"order_id": order_id, "until": until})


def refusal_of(slot: Any) -> Refusal:
    """The first that stands against a window, of its row (`open`, `past`); None is no such window in that zone."""
    if slot is None:
        return Refusal("slot-unknown")
    if not slot.open:
        return Refusal("slot-closed")
    return Refusal("slot-past" if slot.past else "slot-full")


def lock_slots(session: Session, slot_ids: Collection[int]) -> None:
    """Lock windows in ascending id, for who must change several."""
    LOCK.run(session, {"ids": sorted(slot_ids)})


def book_place(session: Session, order_id: int) -> bool:
    """The kept place is the order's now; False when there was none."""
    values = {"order_id": order_id, **BOOKINGS.values(BookingEvent.BOOK)}
    return BOOK.run(session, values).one_or_none() is not None


def release_place(session: Session, order_id: int) -> bool:
    """Give the order's place back; False when it had none, so a second time does nothing."""
    values = {"order_id": order_id, **BOOKINGS.values(BookingEvent.RELEASE)}
    slot_id: int | None = RELEASE.run(session, values).scalar_one_or_none()
    if slot_id is not None:
        note_change(session, Subject.SLOT, slot_id)
    return slot_id is not None


def generate_slots(session: Session, now: datetime, days: int = 14) -> int:
    """Make the windows of the coming days, today included, from the weekly pattern; returns how many are new.

    Run again it adds only what is missing, and it never changes a window that exists. A pattern of which no window can
    be made stops its own windows only, and rings the founder (fault F129).
    """
    zone = get_settings().zone
    first = business_day(now, zone)
    parameters = {"first": first, "days": days, "timezone": zone.key, "now": now}
    try:
        return _generate(session, {**parameters, "pattern_id": None})
    except UNMAKEABLE:
        patterns = session.execute(PATTERNS).all()
        return sum(_generate_one(session, pattern, {**parameters, "pattern_id": pattern.id}) for pattern in patterns)


def _generate(session: Session, parameters: dict[str, Any]) -> int:
    with session.begin_nested():
        made = session.scalars(GENERATE, parameters).all()
    note_change(session, Subject.SLOT, *made)
    return len(made)


def _generate_one(session: Session, pattern: Row[Any], parameters: dict[str, Any]) -> int:
    try:
        return _generate(session, parameters)
    except UNMAKEABLE as error:
        window = f"{pattern.starts:%H:%M}-{pattern.ends:%H:%M}"
        details = {"zone": pattern.slug, "weekday": pattern.weekday, "window": window, "why": type(error.orig).__name__}
        raise_alert(session, "slot-pattern-unusable", f"pattern:{pattern.id}", **details)
        return 0


def close_slot(session: Session, slot_id: int, reason: str, actor: Actor) -> int:
    """Take no more orders for a window; returns how many it has. Raises Refusal `slot-unknown`, `not-allowed`."""
    require(actor, Right.MANAGE_SLOTS)
    before = _read_opening(session, slot_id)
    booked = _change(session, CLOSE, slot_id=slot_id, reason=reason)
    note_undo(session, "window", f"slot:{slot_id}", {"slot_id": slot_id, **before}, actor=actor)
    record(session, actor=actor, action="slot-closed", subject=f"slot:{slot_id}", reason=reason, booked=booked)
    return booked


def open_slot(session: Session, slot_id: int, actor: Actor) -> int:
    """Take orders for a window again; returns how many it has. Raises Refusal `slot-unknown`, `not-allowed`."""
    require(actor, Right.MANAGE_SLOTS)
    before = _read_opening(session, slot_id)
    booked = _change(session, OPEN, slot_id=slot_id)
    note_undo(session, "window", f"slot:{slot_id}", {"slot_id": slot_id, **before}, actor=actor)
    record(session, actor=actor, action="slot-opened", subject=f"slot:{slot_id}", booked=booked)
    return booked


def set_capacity(session: Session, slot_id: int, capacity: int, actor: Actor) -> None:
    """Change how many orders a window takes.

    Raises Refusal `not-allowed`, `slot-unknown`, `slot-overbooked`(booked) below what is booked (close it instead).
    """
    require(actor, Right.MANAGE_SLOTS)
    if session.execute(RESIZE, {"slot_id": slot_id, "capacity": capacity}).one_or_none() is None:
        booked = session.execute(BOOKED, {"slot_id": slot_id}).scalar_one_or_none()
        raise Refusal("slot-unknown") if booked is None else Refusal("slot-overbooked", booked=booked)
    note_change(session, Subject.SLOT, slot_id)
    record(session, actor=actor, action="slot-resized", subject=f"slot:{slot_id}", capacity=capacity)


def _read_opening(session: Session, slot_id: int) -> dict[str, Any]:
    """Whether a window was open, and why not; empty for one that there is not."""
    row = session.execute(OPENING, {"slot_id": slot_id}).one_or_none()
    return {} if row is None else {"open": row.open, "reason": row.closed_reason}


def _change(session: Session, statement: TextClause, *, slot_id: int, **parameters: object) -> int:
    booked = session.execute(statement, {"slot_id": slot_id, **parameters}).scalar_one_or_none()
    if booked is None:
        raise Refusal("slot-unknown")
    note_change(session, Subject.SLOT, slot_id)
    return int(booked)
