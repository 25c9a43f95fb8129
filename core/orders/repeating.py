"""The same again: what an earlier order was becomes the cart, at today's prices and for another window."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, select

from core.carts.actions import refill_cart
from core.errors import Refusal
from core.orders.queries import items_of
from core.orders.tables import Order


def refill_from_order(session: Session, customer_id: int, order_id: int, now: datetime) -> None:
    """Make the cart what an earlier order of the customer was ("same again").

    What is no longer for sale shows up as `dropped` when the cart is read. Raises Refusal `order-unknown`.
    """
    statement = select(Order).where(Order.id == order_id, Order.customer_id == customer_id)
    order = session.exec(statement).one_or_none()
    if order is None:
        raise Refusal("order-unknown")
    packs = {item.pack_id: item.quantity for item in items_of(session, order_id)}
    refill_cart(session, customer_id, packs, order.address_id, now)
