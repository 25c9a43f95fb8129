"""The list of orders as a file: exactly what it shows, in the same columns, of all pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.files import answer_with
from admin_web.guard import may
from admin_web.member import Member
from admin_web.office.orders.asked import AskedOrders
from admin_web.office.orders.words import columns_of, row_of
from core.clock import business_day
from core.db import transaction
from core.staff.rules import Right
from core.views.order_list import OrderFilter, list_orders
from pages.door import Visiting, new_door
from pages.visit import Visit

router = new_door(OFFICE)

AT_A_TIME = 500


@router.get("/admin/orders/export.{kind}")
def export(visit: Visiting, member: Annotated[Member, may(Right.EXPORT)], kind: Literal["csv", "xlsx"]) -> Response:
    """Whoever exports says once more who they are (admin_web/guard.py)."""
    narrowed = AskedOrders.read(visit.request.query_params).narrowed(business_day(visit.moment, visit.settings.zone))
    return answer_with(visit, kind, "orders", columns_of(visit), _rows(visit, narrowed))


def _rows(visit: Visit, narrowed: OrderFilter) -> Iterator[list[object]]:
    """Page after page, each in a transaction of its own: a long file keeps no row from anybody."""
    before = None
    while True:
        with transaction() as session:
            found = list_orders(session, narrowed, before=before, most=AT_A_TIME)
        for order in found:
            yield list(row_of(visit, order).cells)
        if len(found) < AT_A_TIME:
            return
        before = found[-1].id
