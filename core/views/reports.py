"""Sales by day, variety, place, channel, window and payment; who comes again; what went to waste; what was earned.

A sale is an order that was confirmed and not cancelled, on the business day of its window, or a sale at a stall that
was not taken back, on the day when it was made. Every question reads the range that it is about, by index.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement
from core.stalls.reports import MADE_AT


class By(StrEnum):
    """What sales are told apart by."""

    DAY = "day"
    VARIETY = "variety"
    APARTMENT = "apartment"
    CHANNEL = "channel"
    WINDOW = "window"
    PAYMENT = "payment"


STALL = "stall"  # the channel of what was sold at a stall


class Sales(NamedTuple):
    """So many orders came to so much (paise), of one `key`: a day, a channel, hours; `names` by language, if any.

    `boxes` is how many packs of a variety were sold, 0 where sales are told apart by something else.
    """

    key: str
    names: dict[str, str] | None
    orders: int
    paise: int
    boxes: int


class Figures(NamedTuple):
    """A range as a whole. `again` of its `customers`, who ordered, had bought before."""

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
BEGINS = "(CAST(:first AS date)::timestamp AT TIME ZONE :zone)"
ENDS = "((CAST(:last AS date) + 1)::timestamp AT TIME ZONE :zone)"
AT_STALLS = f"""
    FROM stall_sales x JOIN shifts h ON h.id = x.shift_id
   WHERE x.received_at >= {BEGINS} AND {MADE_AT} >= {BEGINS} AND {MADE_AT} < {ENDS}
     AND NOT EXISTS (SELECT FROM stall_voids v WHERE v.sale_id = x.id)"""
# Both, in one shape: every sum of sales is made of this.
SALE = f"""
    SELECT s.day, o.channel, s.starts_at, s.ends_at, o.apartment_id, NULL::bigint AS stall_id, o.total_paise AS paise
    {SOLD} UNION ALL
    SELECT ({MADE_AT} AT TIME ZONE :zone)::date, '{STALL}', NULL, NULL, NULL, h.stall_id, x.paid_paise
    {AT_STALLS}"""
# What was kept of each line of a sale; a sale at a stall has a minus before its id.
WORTH = f"""
    SELECT i.order_id AS sale, i.product_id, i.line_paise AS worth, i.quantity
      FROM order_items i WHERE i.order_id IN (SELECT o.id {SOLD}) UNION ALL
    SELECT -l.sale_id, l.product_id, l.line_paise, l.quantity
      FROM stall_sale_lines l WHERE l.sale_id IN (SELECT x.id {AT_STALLS})"""  # noqa: S608 - SQL of this file
# By how it was paid, or will be: a part of a sale counts where it was paid.
PAID = f"""
    SELECT part.key, part.paise
      FROM (SELECT o.prepaid_paise, o.cash_paise, o.upi_paise,
                   o.total_paise - o.prepaid_paise - o.cash_paise - o.upi_paise AS due_paise {SOLD}) e
     CROSS JOIN LATERAL (VALUES ('online', prepaid_paise), ('cash', cash_paise), ('upi', upi_paise), ('due', due_paise))
                        AS part (key, paise) WHERE part.paise <> 0 UNION ALL
    SELECT CASE WHEN EXISTS (SELECT FROM stall_qrs q WHERE q.sale_id = x.id) THEN 'online' ELSE x.payment END,
           x.paid_paise {AT_STALLS}"""  # noqa: S608 - SQL of this file
COUNTED = "count(*)::int AS orders, coalesce(sum(paise), 0)::bigint AS paise"
NO_NAMES = f"NULL::jsonb AS names, {COUNTED}, 0 AS boxes"
FIGURES = Statement(
    f"""
    WITH sold AS (SELECT o.id, o.customer_id {SOLD}),
         buyers AS (SELECT customer_id, min(id) AS id, count(*) AS orders FROM sold GROUP BY customer_id),
         sales AS (SELECT {COUNTED} FROM ({SALE}) e)
    SELECT (SELECT orders FROM sales), (SELECT paise FROM sales), count(*)::int AS customers,
           count(*) FILTER (WHERE b.orders > 1 OR EXISTS (
               SELECT FROM orders e WHERE e.customer_id = b.customer_id AND e.id < b.id AND e.confirmed_at IS NOT NULL
                  AND e.status <> 'cancelled'))::int AS again
      FROM buyers b
    """,  # noqa: S608 - SQL of this file
    Figures,
    plans_anew=True,
)
HOURS = f"""
    coalesce(to_char(starts_at AT TIME ZONE :zone, 'HH24:MI') || '–' || to_char(ends_at AT TIME ZONE :zone, 'HH24:MI'),
             '{STALL}')"""
SALES: Mapping[By, Statement[Sales]] = {
    By.DAY: Statement(
        f"SELECT day::text AS key, {NO_NAMES} FROM ({SALE}) e GROUP BY day ORDER BY day",  # noqa: S608 - as above
        Sales,
        plans_anew=True,
    ),
    By.CHANNEL: Statement(
        f"SELECT channel AS key, {NO_NAMES} FROM ({SALE}) e GROUP BY channel ORDER BY paise DESC",  # noqa: S608 - as above
        Sales,
        plans_anew=True,
    ),
    By.WINDOW: Statement(
        f"SELECT {HOURS} AS key, {NO_NAMES} FROM ({SALE}) e GROUP BY 1 ORDER BY 1",  # noqa: S608 - as above
        Sales,
        plans_anew=True,
    ),
    By.PAYMENT: Statement(
        f"SELECT key, {NO_NAMES} FROM ({PAID}) e GROUP BY key ORDER BY paise DESC",  # noqa: S608 - as above
        Sales,
        plans_anew=True,
    ),
    By.APARTMENT: Statement(
        f"""
        SELECT coalesce(b.name, l.name, '') AS key,
               coalesce(jsonb_build_object('en', b.name) || b.other_names, jsonb_build_object('en', l.name)) AS names,
               n.orders, n.paise, 0 AS boxes
          FROM (SELECT apartment_id, stall_id, {COUNTED} FROM ({SALE}) e GROUP BY apartment_id, stall_id) n
          LEFT JOIN apartments b ON b.id = n.apartment_id LEFT JOIN stalls l ON l.id = n.stall_id ORDER BY n.paise DESC
        """,  # noqa: S608 - SQL of this file
        Sales,
        plans_anew=True,
    ),
    By.VARIETY: Statement(
        f"""
        SELECT p.slug AS key, p.names, n.orders, n.paise, n.boxes
          FROM (SELECT l.product_id, count(DISTINCT l.sale)::int AS orders, sum(l.worth)::bigint AS paise,
                       sum(l.quantity)::int AS boxes FROM ({WORTH}) l GROUP BY l.product_id) n
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


def read_figures(session: Session, first: date, last: date, zone: str) -> Figures:
    """Orders, money and customers of these business days, which are the shop's (`zone`)."""
    return FIGURES.one(session, {"first": first, "last": last, "zone": zone})


def read_sales(session: Session, by: By, first: date, last: date, zone: str) -> list[Sales]:
    """Sales of these business days, told apart; days and hours are the shop's (`zone`)."""
    return SALES[by].all(session, {"first": first, "last": last, "zone": zone})


def read_waste(session: Session, begins: Any, ends: Any) -> list[Waste]:
    """What was counted out as lost between two moments."""
    return WASTE.all(session, {"begins": begins, "ends": ends})


def read_margin(session: Session, first: date, last: date) -> list[Margin]:
    """What boxes of these business days earned, as far as the cost of their lots is known."""
    return MARGIN.all(session, {"first": first, "last": last})
