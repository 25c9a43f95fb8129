"""A customer's own orders, wherever they were placed."""

from __future__ import annotations

from starlette.responses import Response

from core.db import transaction
from core.formats import format_slot
from core.orders.queries import orders_of
from core.slots.queries import windows_of
from pages.door import Visiting, new_door
from shop_web.area import SHOP

router = new_door(SHOP)

SHOWN = 30


@router.get("/my/orders")
def my_orders(visit: Visiting) -> Response:
    """The newest first; who has not signed in is asked to."""
    if visit.owner.customer_id is None:
        return visit.redirect("/login?next=/my/orders")
    with transaction() as session:
        orders = orders_of(session, visit.owner.customer_id, limit=SHOWN)
        windows = {each.slot_id: each for each in windows_of(session, {order.slot_id for order in orders})}
        now = visit.now(session)
    shown = []
    for order in orders:
        window = windows[order.slot_id]
        words = format_slot(visit.language, window.starts_at, window.ends_at, now, visit.settings.zone)
        shown.append((order, visit.t(f"order-state-{_state(order.status.value)}"), words))
    return visit.page("shop/my_orders.html", orders=shown)


def _state(status: str) -> str:
    return "undecided" if status == "awaiting_payment" else status
