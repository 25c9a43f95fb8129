"""A day of the shop in figures, for who runs it: what was ordered, what is to be brought when, and what runs low."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from sqlmodel import Session

from core.inventory.tables import MAIN
from core.query import Statement


class Placed(NamedTuple):
    """Orders that were placed on a day and stand: how many, their sum, and how many are not paid or confirmed yet."""

    orders: int
    total_paise: int
    unpaid: int


class WindowLoad(NamedTuple):
    """A window (UTC) with its orders that stand, what is due for them at the door, and how many are packed."""

    slot_id: int
    zone_id: int
    zone: dict[str, str]
    starts_at: datetime
    ends_at: datetime
    is_open: bool
    closed_reason: str
    capacity: int
    booked: int
    orders: int
    packed: int
    due_paise: int


class FruitLeft(NamedTuple):
    """Fruit of a variety at the shop, in base units: what nobody holds, all of it, and from when on it is low."""

    inventory_id: int
    product_id: int
    names: dict[str, str]
    base_unit: str
    free: int
    on_hand: int
    low_level: int


PLACED = Statement(
    """
    SELECT count(*)::int AS orders, coalesce(sum(total_paise), 0)::bigint AS total_paise,
           (count(*) FILTER (WHERE status = 'awaiting_payment'))::int AS unpaid
      FROM orders WHERE placed_at >= :begins AND placed_at < :ends AND status NOT IN ('expired', 'cancelled')
    """,
    Placed,
)
WINDOWS = Statement(
    """
    SELECT s.id AS slot_id, s.zone_id, z.names AS zone, s.starts_at, s.ends_at, s.open AS is_open, s.closed_reason,
           s.capacity, s.booked, count(o.id)::int AS orders,
           (count(o.id) FILTER (WHERE o.status <> 'awaiting_payment' AND o.status <> 'confirmed'))::int AS packed,
           coalesce(sum(o.total_paise - o.prepaid_paise), 0)::bigint AS due_paise
      FROM delivery_slots s JOIN zones z ON z.id = s.zone_id
      LEFT JOIN orders o ON o.slot_id = s.id AND o.status NOT IN ('expired', 'cancelled')
     WHERE s.day BETWEEN :first AND :last AND coalesce(s.zone_id = CAST(:zone_id AS bigint), true)
     GROUP BY s.id, z.id ORDER BY s.starts_at, s.zone_id
    """,
    WindowLoad,
)
FRUIT = Statement(
    """
    SELECT i.id AS inventory_id, p.id AS product_id, p.names, p.base_unit, f.quantity AS free, i.on_hand, i.low_level
      FROM products p JOIN inventory i ON i.product_id = p.id
      JOIN locations l ON l.id = i.location_id AND l.code = :place
     CROSS JOIN LATERAL fruit_left(p.id, :place, NULL) f
     WHERE p.active AND coalesce(p.id = CAST(:product_id AS bigint), true)
       AND (NOT :in_season OR :day BETWEEN p.season_begins_on AND p.season_ends_on)
     ORDER BY p.position, p.id
    """,
    FruitLeft,
)


def read_placed(session: Session, begins: datetime, ends: datetime) -> Placed:
    """What was ordered from a moment until another."""
    return PLACED.one(session, {"begins": begins, "ends": ends})


def read_windows(session: Session, first: date, last: date, zone_id: int | None = None) -> list[WindowLoad]:
    """Every window of these business days, open or not, the earliest first."""
    return WINDOWS.all(session, {"first": first, "last": last, "zone_id": zone_id})


def read_fruit(
    session: Session, day: date, product_id: int | None = None, *, in_season: bool = False
) -> list[FruitLeft]:
    """What lies at the shop, of each variety or of one, in the shop's order."""
    return FRUIT.all(session, {"place": MAIN, "day": day, "product_id": product_id, "in_season": in_season})
