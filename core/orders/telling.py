"""What a customer hears of an order that goes its way, unless they chose to look at its page instead."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session

from core.notices import notify
from core.orders.tables import Order
from core.query import Query

SET_QUIET = Query("UPDATE orders SET is_quiet = :is_quiet WHERE id = :order_id")


def tell_customer(
    session: Session, order: Order, key: str, values: dict[str, Any], *, dedupe_key: str | None = None
) -> None:
    """The same as `notify`, for news that the page of the order shows as well: a quiet order has none of it.

    Money that goes another way than was said is told in any case (DESIGN §5).
    """
    if not order.is_quiet:
        notify(session, order.customer_id, key, values, order_id=order.id, dedupe_key=dedupe_key)


def set_quiet(session: Session, order_id: int, *, is_quiet: bool) -> None:
    """Whether its customer hears of an order on WhatsApp, as they chose where they ordered it."""
    SET_QUIET.run(session, {"order_id": order_id, "is_quiet": is_quiet})
