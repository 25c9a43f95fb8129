"""The page of one order."""

from __future__ import annotations

from typing import Annotated

from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.member import Member
from admin_web.office.orders.one_shown import show
from core.staff.rules import Right
from pages.door import Visiting, new_door

router = new_door(OFFICE)


@router.get("/admin/orders/{code}")
def order(visit: Visiting, member: Annotated[Member, may(Right.SEE_ORDERS)], code: str) -> Response:
    """All that is known of it, and what can be done now."""
    return show(visit, code, visit.empty_form())
