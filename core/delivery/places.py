"""Where the homes of orders lie, as routes are planned over them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlmodel import Session

from core.delivery.routing import Home
from core.query import Query

# The apartment as it is now, and the home as it was ordered; by its name when the address is no row of ours any more.
HOME = """
    SELECT o.id AS order_id, b.id AS apartment_id, b.latitude, b.longitude, coalesce(b.lift, true) AS lift,
           o.address ->> 'tower' AS tower, CAST(o.address ->> 'floor' AS int) AS floor, o.address ->> 'flat' AS flat
      FROM orders o LEFT JOIN addresses h ON h.id = o.address_id
      LEFT JOIN apartments b ON b.id = h.apartment_id OR h.id IS NULL AND b.name = o.address ->> 'apartment'"""
OF_ORDERS = Query(f"{HOME} WHERE o.id = ANY(:order_ids) ORDER BY o.id")
OF_RUN = Query(
    f"""{HOME}
      JOIN delivery_assignments a ON a.order_id = o.id AND a.run_id = :run_id AND a.status = 'planned' ORDER BY o.id
    """
)


def homes_of_orders(session: Session, order_ids: Collection[int]) -> list[Home]:
    """Where each of these orders goes."""
    return [_read(row) for row in OF_ORDERS.run(session, {"order_ids": list(order_ids)})]


def homes_of_run(session: Session, run_id: int) -> list[Home]:
    """Where the stops of a run go that are still to be done."""
    return [_read(row) for row in OF_RUN.run(session, {"run_id": run_id})]


def _read(row: Any) -> Home:
    point = (row.latitude, row.longitude) if row.latitude is not None else None
    return Home(
        order_id=row.order_id,
        apartment_id=row.apartment_id,
        point=point,
        tower=row.tower or "",
        floor=row.floor,
        flat=row.flat or "",
        has_lift=row.lift,
    )
