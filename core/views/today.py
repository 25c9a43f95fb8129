"""What is to be done now, at one look: everything from rows that are open, or of this day alone."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement


class Counts(NamedTuple):
    """How many orders are to be packed and how many of them today; unpaid ones that keep fruit, and for how much; on
    their way, come back; customers who wait for a person; matters that are open."""

    to_pack: int
    to_pack_today: int
    unpaid: int
    unpaid_paise: int
    on_their_way: int
    failed: int
    waiting: int
    alerts: int


class DaySum(NamedTuple):
    """The orders that were confirmed since a moment and still stand, their total, and what of it is cash to collect."""

    orders: int
    paise: int
    due_paise: int


class Filling(NamedTuple):
    """A window that comes, by its zone, and how far it is filled."""

    slot_id: int
    zone_names: dict[str, Any]
    starts_at: datetime
    ends_at: datetime
    booked: int
    capacity: int
    is_open: bool


class LowStock(NamedTuple):
    """Fruit of which little is left, in base units."""

    inventory_id: int
    names: dict[str, Any]
    base_unit: str
    left: int
    low_level: int


COUNTS = Statement(
    """
    SELECT count(*) FILTER (WHERE o.status = 'confirmed') AS to_pack,
           count(*) FILTER (WHERE o.status = 'confirmed' AND s.starts_at < :day_ends) AS to_pack_today,
           count(*) FILTER (WHERE o.status = 'awaiting_payment') AS unpaid,
           coalesce(sum(o.total_paise) FILTER (WHERE o.status = 'awaiting_payment'), 0)::bigint AS unpaid_paise,
           count(*) FILTER (WHERE o.status = 'out_for_delivery') AS on_their_way,
           count(*) FILTER (WHERE o.status = 'delivery_failed') AS failed,
           (SELECT count(*) FROM chats WHERE waits_since IS NOT NULL) AS waiting,
           (SELECT count(*) FROM alerts WHERE resolved_at IS NULL) AS alerts
      FROM orders o JOIN delivery_slots s ON s.id = o.slot_id
     WHERE o.status IN ('awaiting_payment', 'confirmed', 'packed', 'out_for_delivery', 'delivery_failed')
    """,
    Counts,
)
SINCE = Statement(
    """
    SELECT count(*) AS orders, coalesce(sum(total_paise), 0)::bigint AS paise,
           coalesce(sum(total_paise - prepaid_paise) FILTER (
               WHERE payment_method = 'cod' AND status <> 'delivered'), 0)::bigint AS due_paise
      FROM orders WHERE confirmed_at >= :since AND status NOT IN ('cancelled', 'expired')
    """,
    DaySum,
)
FILLING = Statement(
    """
    SELECT s.id AS slot_id, z.names AS zone_names, s.starts_at, s.ends_at, s.booked, s.capacity,
           s.open AND s.cutoff_at > :now AS is_open
      FROM delivery_slots s JOIN zones z ON z.id = s.zone_id
     WHERE s.ends_at > :now AND s.day <= CAST(:last_day AS date) AND (s.booked > 0 OR s.open)
     ORDER BY s.starts_at, s.id LIMIT :most
    """,
    Filling,
)
LOW = Statement(
    """
    SELECT i.id AS inventory_id, p.names, p.base_unit, i.on_hand - i.held AS left, i.low_level
      FROM inventory i JOIN products p ON p.id = i.product_id AND p.active
     WHERE i.low_level > 0 AND i.on_hand - i.held <= i.low_level
       AND CAST(:today AS date) BETWEEN p.season_begins_on AND p.season_ends_on
     ORDER BY i.on_hand - i.held, i.id
    """,
    LowStock,
)


def count_today(session: Session, *, day_ends: datetime) -> Counts:
    """What waits to be done; `day_ends` is where the business day does."""
    return COUNTS.one(session, {"day_ends": day_ends})


def sum_since(session: Session, since: datetime) -> DaySum:
    """What was ordered since then."""
    return SINCE.one(session, {"since": since})


def filling_windows(session: Session, now: datetime, last_day: Any, *, most: int = 12) -> list[Filling]:
    """The windows up to a business day, the soonest first."""
    return FILLING.all(session, {"now": now, "last_day": last_day, "most": most})


def low_stock(session: Session, today: Any) -> list[LowStock]:
    """What is in season and runs low, the least first."""
    return LOW.all(session, {"today": today})
