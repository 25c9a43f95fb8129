"""Orders as paper shows them: slips for boxes, the rider's list, bills."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement


class Sheet(NamedTuple):
    """An order with its lines: [names, labels, quantity, unit price, sum] each; amounts are paise, moments UTC."""

    id: int
    code: str
    customer: str
    address: dict[str, Any]
    note: str
    starts_at: datetime
    ends_at: datetime
    items_paise: int
    discount_paise: int
    delivery_fee_paise: int
    total_paise: int
    due_paise: int
    lines: list[list[Any]]


SHEETS = Statement(
    """
    SELECT o.id, o.code, coalesce(nullif(o.address ->> 'name', ''), u.name) AS customer, o.address, o.note, s.starts_at,
           s.ends_at, o.items_paise, o.discount_paise, o.delivery_fee_paise, o.total_paise,
           o.total_paise - o.prepaid_paise - o.cash_paise - o.upi_paise AS due_paise,
           (SELECT coalesce(jsonb_agg(jsonb_build_array(l.names, l.labels, l.quantity, l.unit_price_paise, l.line_paise)
                            ORDER BY l.id), '[]') FROM order_items l WHERE l.order_id = o.id) AS lines
      FROM orders o JOIN users u ON u.id = o.customer_id JOIN delivery_slots s ON s.id = o.slot_id
     WHERE o.id = ANY(:order_ids)
     ORDER BY s.starts_at, o.address ->> 'apartment', o.address ->> 'tower', (o.address ->> 'floor')::int NULLS FIRST,
              o.address ->> 'flat', o.id
    """,
    Sheet,
)


def sheets_of(session: Session, order_ids: Sequence[int]) -> list[Sheet]:
    """These orders by window, apartment, tower, floor and flat: as they are packed and brought."""
    return SHEETS.all(session, {"order_ids": list(order_ids)})
