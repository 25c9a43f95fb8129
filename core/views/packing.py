"""What is packed for one window: its orders in the order of their doors, and the fruit out of which lots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement


class ToPack(NamedTuple):
    """An order of a window. `items` are [names, labels, quantity] each; `due_paise` is to be collected at the door."""

    id: int
    code: str
    status: str
    customer: str
    address: dict[str, Any]
    note: str
    due_paise: int
    items: list[list[Any]]


class Needed(NamedTuple):
    """Base units of a kind of fruit that are to be packed, and a lot that still has some; of the first-expired first.

    `lot_id` is None when no lot has any.
    """

    inventory_id: int
    names: dict[str, str]
    base_unit: str
    needed: int
    lot_id: int | None
    ripe_by: date | None
    harvested_on: date | None
    remaining: int


@dataclass(frozen=True)
class Taking:
    """So many base units out of a lot."""

    lot_id: int
    ripe_by: date
    harvested_on: date
    quantity: int


@dataclass(frozen=True)
class FruitToPack:
    """One kind of fruit for a window: how much of it, out of which lots, and how much no lot has."""

    names: dict[str, str]
    base_unit: str
    needed: int
    takings: tuple[Taking, ...]
    missing: int


ORDERS = Statement(
    """
    SELECT o.id, o.code, o.status, u.name AS customer, o.address, o.note, o.total_paise - o.prepaid_paise AS due_paise,
           (SELECT jsonb_agg(jsonb_build_array(l.names, l.labels, l.quantity) ORDER BY l.id) FROM order_items l
             WHERE l.order_id = o.id) AS items
      FROM orders o JOIN users u ON u.id = o.customer_id
     WHERE o.slot_id = :slot_id AND o.status IN ('confirmed', 'packed', 'out_for_delivery', 'delivered')
     ORDER BY o.address ->> 'apartment', o.address ->> 'tower', (o.address ->> 'floor')::int NULLS FIRST,
              o.address ->> 'flat', o.id
    """,
    ToPack,
)
FRUIT = Statement(
    """
    WITH needed AS (
        SELECT h.inventory_id, sum(h.quantity)::int AS needed FROM orders o JOIN holds h ON h.order_id = o.id
         WHERE o.slot_id = :slot_id AND o.status = 'confirmed' AND h.status = 'consumed' AND h.packed_at IS NULL
         GROUP BY h.inventory_id)
    SELECT n.inventory_id, p.names, p.base_unit, n.needed, l.id AS lot_id, l.ripe_by, l.harvested_on,
           coalesce(l.remaining, 0) AS remaining
      FROM needed n JOIN inventory i ON i.id = n.inventory_id JOIN products p ON p.id = i.product_id
      LEFT JOIN lots l ON l.inventory_id = n.inventory_id AND l.remaining > 0
     ORDER BY p.position, p.id, l.ripe_by, l.id
    """,
    Needed,
)


def orders_of_window(session: Session, slot_id: int) -> list[ToPack]:
    """What is brought in a window, packed or not, by apartment, tower, floor and flat."""
    return ORDERS.all(session, {"slot_id": slot_id})


def fruit_of_window(session: Session, slot_id: int) -> list[FruitToPack]:
    """What is still to be packed for a window, as packing takes it out of the lots now."""
    return plan_takings(FRUIT.all(session, {"slot_id": slot_id}))


def plan_takings(rows: Sequence[Needed]) -> list[FruitToPack]:
    """How much of each lot, in the order in which they come. Pure."""
    kinds = dict.fromkeys(row.inventory_id for row in rows)
    return [_plan([row for row in rows if row.inventory_id == kind]) for kind in kinds]


def _plan(rows: Sequence[Needed]) -> FruitToPack:
    first, left = rows[0], rows[0].needed
    takings = []
    for row in _lots(rows):
        quantity = min(left, row.remaining)
        if quantity and row.ripe_by is not None and row.harvested_on is not None and row.lot_id is not None:
            takings.append(Taking(row.lot_id, row.ripe_by, row.harvested_on, quantity))
            left -= quantity
    return FruitToPack(first.names, first.base_unit, first.needed, tuple(takings), left)


def _lots(rows: Sequence[Needed]) -> Iterable[Needed]:
    return (row for row in rows if row.lot_id is not None)
