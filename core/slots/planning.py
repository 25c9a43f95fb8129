"""When the shop delivers, planned ahead: the weekly pattern that makes windows, and single windows beside it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row, text
from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record, record_change
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.clock import business_day
from core.db import edit_row
from core.errors import Refusal
from core.query import Statement
from core.settings import get_settings
from core.slots.actions import close_slot, generate_slots
from core.slots.tables import DeliverySlot, SlotPattern
from core.staff.rules import Right, require
from core.zones.tables import Zone

MOST_PLACES, LONGEST_CUTOFF = 10_000, 10_080  # orders of a window; minutes before it, a week
FARTHEST = timedelta(days=366)  # a window of a later day is a slip of the thumb
PATTERN_ENDED = "pattern-ended"

# One that ended begins anew.
ADD_PATTERN = Statement(
    """
    INSERT INTO slot_patterns AS p (zone_id, weekday, starts, ends, capacity, cutoff_minutes)
    SELECT id, :weekday, :starts, :ends, :capacity, :cutoff_minutes FROM zones WHERE id = :zone_id
    ON CONFLICT (zone_id, weekday, starts) DO UPDATE SET ends = EXCLUDED.ends, capacity = EXCLUDED.capacity,
       cutoff_minutes = EXCLUDED.cutoff_minutes, active = true WHERE NOT p.active
    RETURNING id
    """,
    int,
)
INSERT = Statement(
    """
    INSERT INTO delivery_slots (zone_id, day, starts_at, ends_at, cutoff_at, capacity)
    SELECT z.id, :day, t.starts_at, t.ends_at, t.starts_at - make_interval(mins => :cutoff_minutes), :capacity
      FROM zones z, (SELECT (CAST(:day AS date) + CAST(:starts AS time)) AT TIME ZONE :timezone AS starts_at,
                            (CAST(:day AS date) + CAST(:ends AS time)) AT TIME ZONE :timezone AS ends_at) t
     WHERE z.id = :zone_id
    ON CONFLICT (zone_id, starts_at) DO NOTHING RETURNING id
    """,
    int,
)
# Those of a pattern that are still to come, with how many orders each has.
COMING = text(
    """
    SELECT s.id, s.booked FROM delivery_slots s JOIN slot_patterns p ON p.zone_id = s.zone_id
     WHERE p.id = :pattern_id AND s.open AND s.cutoff_at > :now AND extract(isodow FROM s.day) - 1 = p.weekday
       AND s.starts_at = (s.day + p.starts) AT TIME ZONE :timezone ORDER BY s.id FOR NO KEY UPDATE OF s
    """
)
RESIZE_COMING = text(
    """
    UPDATE delivery_slots SET capacity = greatest(:capacity, booked),
           cutoff_at = starts_at - make_interval(mins => :cutoff_minutes)
     WHERE id = ANY(:ids) RETURNING id
    """
)


@dataclass(frozen=True)
class Window:
    """Hours by the shop's clock, how many orders fit, and how many minutes before it no more are taken."""

    starts: time
    ends: time
    capacity: int
    cutoff_minutes: int


def add_pattern(
    session: Session, zone_id: int, weekdays: list[int], window: Window, *, actor: Actor, now: datetime
) -> int:
    """Have a window every week on these days (0 is Monday), the coming two weeks at once; how many windows are new.

    Raises Refusal `weekday-missing`, `window-unclear`, `not-allowed`, `zone-unknown`, `pattern-taken`(weekday) for a
    day that has one at that hour.
    """
    require(actor, Right.MANAGE_SLOTS)
    _check(window)
    if not weekdays or not all(0 <= day <= 6 for day in weekdays):
        raise Refusal("weekday-missing")
    _check_zone(session, zone_id)
    for weekday in sorted(set(weekdays)):
        _add_one(session, zone_id, weekday, window, actor)
    return generate_slots(session, now)


def _add_one(session: Session, zone_id: int, weekday: int, window: Window, actor: Actor) -> None:
    values = {"zone_id": zone_id, "weekday": weekday, **asdict(window)}
    pattern_id = ADD_PATTERN.first(session, values)
    if pattern_id is None:
        raise Refusal("pattern-taken", weekday=weekday)
    subject = f"slot-pattern:{pattern_id}"
    record_change(session, actor=actor, action="pattern-added", subject=subject, before={}, after=values)


def change_pattern(
    session: Session, pattern_id: int, capacity: int, cutoff_minutes: int, *, actor: Actor, now: datetime
) -> int:
    """More or fewer places every week; windows to come follow, none below what it has. How many do.

    Raises Refusal `pattern-unknown`, `window-unclear`, `not-allowed`.
    """
    require(actor, Right.MANAGE_SLOTS)
    pattern = _find_pattern(session, pattern_id)
    _check(Window(pattern.starts, pattern.ends, capacity, cutoff_minutes))
    after = {"capacity": capacity, "cutoff_minutes": cutoff_minutes}
    before = edit_row(session, pattern, after)
    ids = [row.id for row in _coming(session, pattern_id, now)]
    changed = session.scalars(RESIZE_COMING, {**after, "ids": ids}).all()
    note_change(session, Subject.SLOT, *changed)
    subject = f"slot-pattern:{pattern_id}"
    record_change(session, actor=actor, action="pattern-changed", subject=subject, before=before, after=after)
    return len(changed)


def end_pattern(session: Session, pattern_id: int, *, actor: Actor, now: datetime) -> list[int]:
    """No more windows every week: those to come without an order close; the ids of those that have orders and stay.

    Raises Refusal `pattern-unknown`, `not-allowed`.
    """
    require(actor, Right.MANAGE_SLOTS)
    pattern = _find_pattern(session, pattern_id)
    kept = []
    for row in _coming(session, pattern_id, now):
        if row.booked:
            kept.append(int(row.id))
        else:
            close_slot(session, row.id, PATTERN_ENDED, actor)
    edit_row(session, pattern, {"active": False})
    record(session, actor=actor, action="pattern-ended", subject=f"slot-pattern:{pattern_id}", kept=kept)
    return kept


def add_window(session: Session, zone_id: int, day: date, window: Window, *, actor: Actor, now: datetime) -> int:
    """One window on one day; its id.

    Raises Refusal `window-unclear`, `not-allowed`, `zone-unknown`, `window-past` for an hour that has passed,
    `window-too-far`(days) more than a year ahead, `window-taken` when the zone has one at that hour.
    """
    require(actor, Right.MANAGE_SLOTS)
    _check(window)
    _check_zone(session, zone_id)
    zone = get_settings().zone
    if datetime.combine(day, window.starts, zone) <= now:
        raise Refusal("window-past")
    if day > business_day(now, zone) + FARTHEST:
        raise Refusal("window-too-far", days=FARTHEST.days)
    values = {"zone_id": zone_id, "day": day, **asdict(window)}
    slot_id = INSERT.first(session, {**values, "timezone": zone.key})
    if slot_id is None:
        raise Refusal("window-taken")
    note_change(session, Subject.SLOT, slot_id)
    record_change(session, actor=actor, action="slot-added", subject=f"slot:{slot_id}", before={}, after=values)
    return slot_id


def set_cutoff(session: Session, slot_id: int, cutoff_minutes: int, *, actor: Actor) -> None:
    """Until how many minutes before a window orders are taken. Raises Refusal `slot-unknown`, `window-unclear`."""
    require(actor, Right.MANAGE_SLOTS)
    slot = session.get(DeliverySlot, slot_id, with_for_update={"key_share": True})
    if slot is None:
        raise Refusal("slot-unknown")
    if not 0 <= cutoff_minutes <= LONGEST_CUTOFF:
        raise Refusal("window-unclear")
    before = (slot.starts_at - slot.cutoff_at).total_seconds() // 60
    slot.cutoff_at = slot.starts_at - timedelta(minutes=cutoff_minutes)
    note_change(session, Subject.SLOT, slot_id)
    record_change(session, actor=actor, action="cutoff-set", subject=f"slot:{slot_id}",
                  before={"cutoff_minutes": int(before)}, after={"cutoff_minutes": cutoff_minutes})  # fmt: skip


def _check(window: Window) -> None:
    """Raises Refusal `window-unclear`."""
    fits = 0 <= window.capacity <= MOST_PLACES and 0 <= window.cutoff_minutes <= LONGEST_CUTOFF
    if not fits or window.starts >= window.ends:
        raise Refusal("window-unclear")


def _check_zone(session: Session, zone_id: int) -> None:
    if session.get(Zone, zone_id) is None:
        raise Refusal("zone-unknown")


def _find_pattern(session: Session, pattern_id: int) -> SlotPattern:
    pattern = session.get(SlotPattern, pattern_id, with_for_update={"key_share": True})
    if pattern is None or not pattern.active:
        raise Refusal("pattern-unknown")
    return pattern


def _coming(session: Session, pattern_id: int, now: datetime) -> list[Row[Any]]:
    values = {"pattern_id": pattern_id, "now": now, "timezone": get_settings().zone.key}
    return list(session.execute(COMING, values))
