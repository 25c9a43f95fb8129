"""What money is here for an order: the one question that chats, notices, holds and cancelling all ask.

Here is what was captured and has neither gone back nor is on its way back. The order holds the settled part of it; all
else is parked: payments that no order could use, and refunds that failed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.money import Sums

# One row for each payment, in the smallest unit of its currency.
PAYMENTS = """
    SELECT p.order_id, p.currency, p.amount_paise - coalesce(going.amount, 0) AS here,
           CASE WHEN p.status = 'settled' THEN p.amount_paise - p.refund_reserved_paise ELSE 0 END AS held
      FROM payments p LEFT JOIN LATERAL (
               SELECT sum(r.amount_paise) AS amount FROM refunds r
                WHERE r.payment_id = p.id AND r.status <> 'failed') going ON true
"""
# As a column beside a row `o` of orders.
MONEY = f"""
    (SELECT jsonb_agg(jsonb_build_array(m.currency, m.here, m.held)) FROM ({PAYMENTS}) m WHERE m.order_id = o.id)
"""  # noqa: S608 - put together in this file
# The same by currency, as an order is to know it (`orders.parked`).
PARKED = f"""
    coalesce((SELECT jsonb_object_agg(s.currency, s.parked) FROM (
        SELECT m.currency, sum(m.here - m.held)::bigint AS parked FROM ({PAYMENTS}) m WHERE m.order_id = o.id
         GROUP BY m.currency HAVING sum(m.here - m.held) <> 0) s), '{{}}')
"""  # noqa: S608 - put together in this file
OF_ORDERS = text(f"SELECT o.id, {MONEY} AS money FROM orders o WHERE o.id = ANY(:order_ids)")  # noqa: S608 - as above


NOTHING = Sums()


@dataclass(frozen=True)
class OrderMoney:
    """`paid` is what the order holds, `parked` what is here besides; both go back when it is cancelled."""

    paid: Sums = NOTHING
    parked: Sums = NOTHING

    @property
    def here(self) -> Sums:
        return self.paid + self.parked


def money_of(session: Session, order_id: int) -> OrderMoney:
    """The money of one order."""
    return money_of_orders(session, [order_id])[order_id]


def money_of_orders(session: Session, order_ids: Collection[int]) -> dict[int, OrderMoney]:
    """The money of several orders, by their ids."""
    rows = session.execute(OF_ORDERS, {"order_ids": list(order_ids)})
    return {row.id: read_money(row.money) for row in rows}


def read_money(payments: Sequence[Any] | None) -> OrderMoney:
    """What the column `MONEY` holds: nothing, or [currency, here, held] for each payment."""
    found = payments or []
    paid = Sums.of((currency, held) for currency, _, held in found)
    return OrderMoney(paid, Sums.of((currency, here - held) for currency, here, held in found))
