"""Giving a packed order its bill, and taking a bill out of force."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime

from sqlmodel import Session

from core.bills.rules import Seller, financial_year, write_bill_code
from core.query import Query, Statement

# An order that is packed again: what it says follows the order, its number and its day stay.
AGAIN = Statement(
    """
    UPDATE bills SET seller = CAST(:seller AS jsonb), cancelled_at = NULL WHERE order_id = :order_id RETURNING code
    """,
    str,
)
TAKE_NUMBER = Statement(
    """
    INSERT INTO bill_counters (financial_year, last) VALUES (:year, 1)
    ON CONFLICT (financial_year) DO UPDATE SET last = bill_counters.last + 1 RETURNING last
    """,
    int,
)
ISSUE = Query(
    """
    INSERT INTO bills (order_id, financial_year, number, code, issued_on, seller, issued_at)
    VALUES (:order_id, :year, :number, :code, :day, CAST(:seller AS jsonb), :now)
    """
)
CANCEL = Query("UPDATE bills SET cancelled_at = :now WHERE order_id = :order_id AND cancelled_at IS NULL")


def issue_bill(session: Session, order_id: int, seller: Seller, day: date, now: datetime) -> str:
    """The code of a locked order's bill, with the next number of the business day's year unless it has one already."""
    written = json.dumps(asdict(seller))
    known = AGAIN.first(session, {"order_id": order_id, "seller": written})
    if known is not None:
        return known
    year = financial_year(day)
    number = TAKE_NUMBER.one(session, {"year": year})
    code = write_bill_code(year, number)
    values = {"order_id": order_id, "year": year, "number": number, "code": code, "day": day, "now": now}
    ISSUE.run(session, {**values, "seller": written})
    return code


def cancel_bill(session: Session, order_id: int, now: datetime) -> None:
    """Note that nothing is sold by an order's bill any more; its number is not given again."""
    CANCEL.run(session, {"order_id": order_id, "now": now})
