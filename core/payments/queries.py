"""What a customer asks about money: what goes back, since when, and whether it has arrived."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.query import Statement


class MoneyBack(NamedTuple):
    """A refund of one of a customer's orders: its amount in the smallest unit of its currency, and its moments (UTC).

    `bank_reference` is what their bank finds it by, empty while we have none; `reason` says why it goes back.
    """

    code: str
    amount: int
    currency: str
    status: str  # a RefundStatus
    begun_at: datetime
    finished_at: datetime | None
    bank_reference: str
    reason: str


BACK = Statement(
    """
    SELECT o.code, r.amount_paise AS amount, p.currency, r.status, r.created_at AS begun_at, r.finished_at,
           r.bank_reference, r.reason
      FROM refunds r JOIN payments p ON p.id = r.payment_id JOIN orders o ON o.id = p.order_id
     WHERE coalesce(o.customer_id = CAST(:customer_id AS bigint), o.id = CAST(:order_id AS bigint))
     ORDER BY r.id DESC LIMIT :limit
    """,
    MoneyBack,
)


def money_back_of(session: Session, customer_id: int, *, limit: int) -> list[MoneyBack]:
    """The refunds of a customer's orders, the newest first."""
    return BACK.all(session, {"customer_id": customer_id, "order_id": None, "limit": limit})


def money_back_of_order(session: Session, order_id: int, *, limit: int) -> list[MoneyBack]:
    """The same of one order."""
    return BACK.all(session, {"customer_id": None, "order_id": order_id, "limit": limit})
