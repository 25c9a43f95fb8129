"""The office's list of orders: narrowed in any way, newest first, and as quick on the thousandth page as on the first.

The ids are found in indexes alone (`orders_as_listed`), then the rows of one page are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from sqlmodel import Session

from core.checkout.basket import Channel
from core.orders.lifecycle import OrderStatus
from core.query import Statement
from core.views.search import find_fitting


class PaymentState(StrEnum):
    """How the money of an order stands, as a list is narrowed by it."""

    UNPAID = "unpaid"
    ONLINE = "online"
    CASH_DUE = "cash-due"
    CASH_PAID = "cash-paid"
    PARKED = "parked"


@dataclass(frozen=True)
class OrderFilter:
    """What a list of orders is narrowed by, all at once; None and False leave it. `day` is that of the window.

    `waits_for_us`: money is parked for it, it came back, a refund failed, or its customer waits for an answer.
    `fits_nothing`: something was asked for that nobody knows, so no order is it.
    """

    status: OrderStatus | None = None
    payment: PaymentState | None = None
    channel: Channel | None = None
    apartment_id: int | None = None
    slot_id: int | None = None
    day: date | None = None
    waits_for_us: bool = False
    text: str = ""
    fits_nothing: bool = False


class ListedOrder(NamedTuple):
    """An order as a list shows it. `items` are [names, labels, quantity] each; moments are UTC, amounts paise."""

    id: int
    code: str
    status: str
    channel: str
    customer_id: int
    customer: str
    address: dict[str, Any]
    starts_at: datetime
    ends_at: datetime
    total_paise: int
    prepaid_paise: int
    payment_method: str | None
    parked: dict[str, int]
    has_note: bool
    placed_at: datetime
    items: list[list[Any]]


# Whom somebody must look after: an array of ids, made once for a statement.
WAIT_FOR_US = """ARRAY(
    SELECT p.id FROM orders p WHERE p.parked <> '{}' UNION SELECT f.id FROM orders f WHERE f.status = 'delivery_failed'
     UNION SELECT m.order_id FROM refunds r JOIN payments m ON m.id = r.payment_id WHERE r.status = 'failed'
     UNION SELECT w.id FROM chats c JOIN orders w ON w.customer_id = c.customer_id WHERE c.waits_since IS NOT NULL
       AND w.status IN ('awaiting_payment', 'confirmed', 'packed', 'out_for_delivery', 'delivery_failed'))"""
NARROWED = f"""
    FROM orders o WHERE (CAST(:status AS text) IS NULL OR o.status = :status)
     AND (CAST(:channel AS text) IS NULL OR o.channel = :channel)
     AND (CAST(:apartment_id AS bigint) IS NULL OR o.apartment_id = :apartment_id)
     AND (CAST(:slot_id AS bigint) IS NULL OR o.slot_id = :slot_id)
     AND (CAST(:day AS date) IS NULL OR o.slot_id = ANY(ARRAY(SELECT id FROM delivery_slots WHERE day = :day)))
     AND CASE CAST(:payment AS text) WHEN 'unpaid' THEN o.status = 'awaiting_payment'
         WHEN 'parked' THEN o.parked <> '{{}}' WHEN 'cash-paid' THEN o.payment_method = 'cod' AND o.status = 'delivered'
         WHEN 'online' THEN o.payment_method = 'online' AND o.status NOT IN ('awaiting_payment', 'expired', 'cancelled')
         WHEN 'cash-due' THEN o.payment_method = 'cod'
          AND o.status IN ('confirmed', 'packed', 'out_for_delivery', 'delivery_failed') ELSE true END
     AND (NOT CAST(:waits_for_us AS boolean) OR o.id = ANY({WAIT_FOR_US}))
     AND (CAST(:customer_ids AS bigint[]) IS NULL OR o.customer_id = ANY(:customer_ids) OR o.code = :code)
     AND (CAST(:words AS text) IS NULL OR EXISTS (SELECT FROM users n WHERE n.id = o.customer_id
          AND to_tsvector('simple', n.name) @@ to_tsquery('simple', :words))
          OR to_tsvector('simple', translate(o.address ->> 'line', '-/,', '   ')) @@ to_tsquery('simple', :words))
     AND (CAST(:before AS bigint) IS NULL OR o.id < :before)"""  # noqa: S608 - SQL of this file
IDS = Statement(
    f"SELECT o.id {NARROWED} ORDER BY o.id DESC LIMIT :most",
    int,
    plans_anew=True,
)
OF_CUSTOMER = Statement("SELECT id FROM orders WHERE customer_id = :customer_id ORDER BY id DESC LIMIT :most", int)
ROWS = Statement(
    """
    SELECT o.id, o.code, o.status, o.channel, o.customer_id, u.name AS customer, o.address, s.starts_at, s.ends_at,
           o.total_paise, o.prepaid_paise, o.payment_method, o.parked, o.note <> '' AS has_note, o.placed_at,
           (SELECT coalesce(jsonb_agg(jsonb_build_array(l.names, l.labels, l.quantity) ORDER BY l.id), '[]')
              FROM order_items l WHERE l.order_id = o.id) AS items
      FROM orders o JOIN users u ON u.id = o.customer_id JOIN delivery_slots s ON s.id = o.slot_id
     WHERE o.id = ANY(:order_ids) ORDER BY o.id DESC
    """,
    ListedOrder,
)


def orders_of_customer(session: Session, customer_id: int, *, most: int) -> list[ListedOrder]:
    """Somebody's last orders, the newest first, those that were replaced before they were paid as well."""
    ids = OF_CUSTOMER.all(session, {"customer_id": customer_id, "most": most})
    return read_orders(session, ids)


def list_order_ids(session: Session, narrowed: OrderFilter, *, before: int | None, most: int) -> list[int]:
    """The ids of the orders that fit, the newest first, those below `before` only."""
    if narrowed.fits_nothing:
        return []
    found = find_fitting(session, narrowed.text)
    values = {
        "status": narrowed.status,
        "payment": narrowed.payment,
        "channel": narrowed.channel,
        "apartment_id": narrowed.apartment_id,
        "slot_id": narrowed.slot_id,
        "day": narrowed.day,
        "waits_for_us": narrowed.waits_for_us,
        "code": found.code if found else None,
        "customer_ids": found.customer_ids if found else None,
        "words": found.words if found else None,
        "before": before,
        "most": most,
    }
    return IDS.all(session, values)


def read_orders(session: Session, order_ids: list[int]) -> list[ListedOrder]:
    """Orders as lists and papers show them, the newest first."""
    return ROWS.all(session, {"order_ids": order_ids})


def list_orders(session: Session, narrowed: OrderFilter, *, before: int | None, most: int) -> list[ListedOrder]:
    """The orders that fit, as `list_order_ids` has them."""
    return read_orders(session, list_order_ids(session, narrowed, before=before, most=most))
