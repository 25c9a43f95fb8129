"""Windows of delivery as the office works with them: what is to be packed in each, and where an order may go."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from sqlmodel import Session

from core.query import Query, Statement


class WindowOfDay(NamedTuple):
    """A window (UTC) of a zone on a business day, and how many of its orders stand where.

    `left` places can be had now, and it is offered while anybody may choose it (`open_slots`: open, before its cut-off,
    with a place). `unpaid` wait for their payment, `to_pack` are confirmed, `packed` stand here, `gone` are out or
    over.
    """

    slot_id: int
    zone_id: int
    zone_names: dict[str, str]
    day: date
    starts_at: datetime
    ends_at: datetime
    left: int
    is_offered: bool
    unpaid: int
    to_pack: int
    packed: int
    gone: int


WINDOWS = Statement(
    """
    SELECT s.id AS slot_id, s.zone_id, z.names AS zone_names, s.day, s.starts_at, s.ends_at,
           room.places AS left, w.slot_id IS NOT NULL AS is_offered, n.unpaid, n.to_pack, n.packed, n.gone
      FROM delivery_slots s JOIN zones z ON z.id = s.zone_id LEFT JOIN open_slots() w ON w.slot_id = s.id
     CROSS JOIN LATERAL places_left(s.id, NULL) room CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE o.status = 'awaiting_payment')::int AS unpaid,
               count(*) FILTER (WHERE o.status = 'confirmed')::int AS to_pack,
               count(*) FILTER (WHERE o.status = 'packed')::int AS packed,
               count(*) FILTER (WHERE o.status IN ('out_for_delivery', 'delivered', 'delivery_failed'))::int AS gone
          FROM orders o WHERE o.slot_id = s.id) n
     WHERE s.day BETWEEN :first AND :last AND coalesce(s.id = CAST(:slot_id AS bigint), true)
     ORDER BY s.starts_at, s.id
    """,
    WindowOfDay,
    plans_anew=True,
)
DAY_OF = Query("SELECT day FROM delivery_slots WHERE id = :slot_id")


def windows_between(session: Session, first: date, last: date) -> list[WindowOfDay]:
    """All windows of these business days, the earliest first, closed ones too."""
    return WINDOWS.all(session, {"first": first, "last": last, "slot_id": None})


def find_window(session: Session, slot_id: int) -> WindowOfDay | None:
    """One window; None for one that does not exist."""
    day: date | None = DAY_OF.run(session, {"slot_id": slot_id}).scalar()
    return None if day is None else WINDOWS.first(session, {"first": day, "last": day, "slot_id": slot_id})
