"""The payments of an order with what went back of each, as the office shows them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement


class PaidIn(NamedTuple):
    """A payment in the smallest unit of its currency; `refunds` are [id, amount, status, bank reference] each."""

    id: int
    provider_payment_id: str
    status: str
    reason: str
    amount_paise: int
    currency: str
    method: str
    refund_reserved_paise: int
    captured_at: datetime | None
    refunds: list[list[Any]]


OF_ORDER = Statement(
    """
    SELECT p.id, p.provider_payment_id, p.status, p.reason, p.amount_paise, p.currency, p.method,
           p.refund_reserved_paise, p.captured_at,
           (SELECT coalesce(jsonb_agg(
                     jsonb_build_array(r.id, r.amount_paise, r.status, r.bank_reference) ORDER BY r.id), '[]')
              FROM refunds r WHERE r.payment_id = p.id) AS refunds
      FROM payments p WHERE p.order_id = :order_id ORDER BY p.id
    """,
    PaidIn,
)


def payments_of(session: Session, order_id: int) -> list[PaidIn]:
    """All that came online for an order, the oldest first."""
    return OF_ORDER.all(session, {"order_id": order_id})
