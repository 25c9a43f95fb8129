"""Sales by day, variety, apartment, channel and window; who comes again; what went to waste; what was earned.

A sale is an order that was confirmed and not cancelled, on the business day of its window. Every question reads the
range that it is about, by index.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement


class By(StrEnum):
    """What sales are told apart by."""

    DAY = "day"
    VARIETY = "variety"
    APARTMENT = "apartment"
    CHANNEL = "channel"
    WINDOW = "window"


class Sales(NamedTuple):
    """So many orders came to so much (paise), of one `key`: a day, a channel, hours; `names` by language, if any."""

    key: str
    names: dict[str, str] | None
    orders: int
    paise: int


class Figures(NamedTuple):
    """A range as a whole. `again` of its `customers` had bought before; `discount_paise` is what offers took off."""

    orders: int
    paise: int
    customers: int
    again: int


class Waste(NamedTuple):
    """Base units of a kind of fruit that were counted out as lost."""

    names: dict[str, str]
    base_unit: str
    quantity: int


class Margin(NamedTuple):
    """Of boxes whose lots have a cost: what their fruit was sold for and what it had cost, in paise, by variety."""

    names: dict[str, str]
    sold_paise: int
    cost_paise: int


SOLD = """
    FROM delivery_slots s JOIN orders o ON o.slot_id = s.id
   WHERE s.day BETWEEN :first AND :last
     AND o.status IN ('confirmed', 'packed', 'out_for_delivery', 'delivered', 'delivery_failed')"""
# What was kept of each line of a sale.
WORTH = f"""
    SELECT i.order_id, i.product_id, i.line_paise AS worth
      FROM order_items i WHERE i.order_id IN (SELECT o.id {SOLD})"""  # noqa: S608 - SQL of this file
FIGURES = Statement(
    f"""
    WITH sold AS (SELECT o.id, o.customer_id, o.total_paise {SOLD}),
         buyers AS (SELECT customer_id, min(id) AS id, count(*) AS orders FROM sold GROUP BY customer_id)
    SELECT (SELECT count(*)::int FROM sold) AS orders,
           (SELECT coalesce(sum(total_paise), 0)::bigint FROM sold) AS paise, count(*)::int AS customers,
           count(*) FILTER (WHERE b.orders > 1 OR EXISTS (
               SELECT FROM orders e WHERE e.customer_id = b.customer_id AND e.id < b.id AND e.confirmed_at IS NOT NULL
                  AND e.status <> 'cancelled'))::int AS again
      FROM buyers b
    """,  # noqa: S608 - SQL of this file
    Figures,
    plans_anew=True,
)
SALES: Mapping[By, Statement[Sales]] = {
    By.DAY: Statement(
        f"""
        SELECT s.day::text AS key, NULL::jsonb AS names, count(*)::int AS orders, sum(o.total_paise)::bigint AS paise
        {SOLD} GROUP BY s.day ORDER BY s.day
        """,
        Sales,
        plans_anew=True,
    ),
    By.CHANNEL: Statement(
        f"""
        SELECT o.channel AS key, NULL::jsonb AS names, count(*)::int AS orders, sum(o.total_paise)::bigint AS paise
        {SOLD} GROUP BY o.channel ORDER BY paise DESC
        """,
        Sales,
        plans_anew=True,
    ),
    By.WINDOW: Statement(
        f"""
        SELECT to_char(s.starts_at AT TIME ZONE :zone, 'HH24:MI') || '–'
               || to_char(s.ends_at AT TIME ZONE :zone, 'HH24:MI') AS key, NULL::jsonb AS names,
               count(*)::int AS orders, sum(o.total_paise)::bigint AS paise
        {SOLD} GROUP BY 1 ORDER BY 1
        """,
        Sales,
        plans_anew=True,
    ),
    By.APARTMENT: Statement(
        f"""
        SELECT coalesce(b.name, '') AS key, jsonb_build_object('en', b.name) || b.other_names AS names,
               n.orders, n.paise
          FROM (SELECT o.apartment_id, count(*)::int AS orders, sum(o.total_paise)::bigint AS paise
                {SOLD} GROUP BY o.apartment_id) n LEFT JOIN apartments b ON b.id = n.apartment_id ORDER BY n.paise DESC
        """,  # noqa: S608 - SQL of this file
        Sales,
        plans_anew=True,
    ),
    By.VARIETY: Statement(
        f"""
        SELECT p.slug AS key, p.names, n.orders, n.paise
          FROM (SELECT l.product_id, count(DISTINCT l.order_id)::int AS orders, sum(l.worth)::bigint AS paise
                  FROM ({WORTH}) l GROUP BY l.product_id) n
          JOIN products p ON p.id = n.product_id ORDER BY n.paise DESC
        """,  # noqa: S608 - SQL of this file
        Sales,
        plans_anew=True,
    ),
}
WASTE = Statement(
    """
    SELECT p.names, p.base_unit, sum(-m.delta)::int AS quantity FROM stock_movements m
      JOIN inventory i ON i.id = m.inventory_id JOIN products p ON p.id = i.product_id
     WHERE m.delta < 0 AND m.order_id IS NULL AND m.reason IN ('corrected', 'wasted')
       AND m.at >= :begins AND m.at < :ends
     GROUP BY p.id ORDER BY p.position, p.id
    """,
    Waste,
)
MARGIN = Statement(
    f"""
    WITH boxes AS (
        SELECT t.order_id, v.product_id, sum(t.quantity::numeric * q.cost_paise / q.received) AS cost_paise
          FROM lot_takings t JOIN lots q ON q.id = t.lot_id JOIN inventory v ON v.id = q.inventory_id
         WHERE t.order_id IN (SELECT o.id {SOLD}) GROUP BY 1, 2 HAVING bool_and(q.cost_paise IS NOT NULL)),
         sales AS (
        SELECT w.order_id, w.product_id, sum(w.worth) AS worth FROM (
               SELECT i.order_id, i.product_id, i.line_paise AS worth FROM order_items i
                WHERE i.order_id IN (SELECT order_id FROM boxes)) w GROUP BY 1, 2)
    SELECT p.names, sum(s.worth)::bigint AS sold_paise, sum(b.cost_paise)::bigint AS cost_paise
      FROM boxes b JOIN sales s ON s.order_id = b.order_id AND s.product_id = b.product_id
      JOIN products p ON p.id = b.product_id GROUP BY p.id ORDER BY p.position, p.id
    """,  # noqa: S608 - SQL of this file
    Margin,
    plans_anew=True,
)


def read_figures(session: Session, first: date, last: date) -> Figures:
    """Orders, money and customers of these business days."""
    return FIGURES.one(session, {"first": first, "last": last})


def read_sales(session: Session, by: By, first: date, last: date, zone: str) -> list[Sales]:
    """Sales of these business days, told apart; hours are the shop's (`zone`)."""
    values: dict[str, Any] = {"first": first, "last": last}
    return SALES[by].all(session, values | ({"zone": zone} if by is By.WINDOW else {}))


def read_waste(session: Session, begins: Any, ends: Any) -> list[Waste]:
    """What was counted out as lost between two moments."""
    return WASTE.all(session, {"begins": begins, "ends": ends})


def read_margin(session: Session, first: date, last: date) -> list[Margin]:
    """What boxes of these business days earned, as far as the cost of their lots is known."""
    return MARGIN.all(session, {"first": first, "last": last})
