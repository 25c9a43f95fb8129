"""The bills of orders."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.bills.rules import Seller
from core.query import Statement


class IssuedBill(NamedTuple):
    """A bill's code, the business day it was given on, and its seller as then; cancelled since `cancelled_at`."""

    order_id: int
    code: str
    issued_on: date
    seller_facts: dict[str, Any]
    cancelled_at: datetime | None

    @property
    def seller(self) -> Seller:
        return Seller(**self.seller_facts)


OF_ORDERS = Statement(
    """
    SELECT order_id, code, issued_on, seller AS seller_facts, cancelled_at FROM bills WHERE order_id = ANY(:order_ids)
    """,
    IssuedBill,
)


def bills_of(session: Session, order_ids: Collection[int]) -> dict[int, IssuedBill]:
    """The bill of each of these orders that has one, by the order's id."""
    return {bill.order_id: bill for bill in OF_ORDERS.all(session, {"order_ids": list(order_ids)})}
