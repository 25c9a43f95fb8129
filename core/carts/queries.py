"""Reading a cart as it would be ordered now."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.checkout.basket import Basket, Channel
from core.checkout.queries import basket_query, read_basket

OF_CART = basket_query("LEFT JOIN carts w ON w.customer_id = u.id LEFT JOIN cart_items l ON l.cart_id = w.id")


def read_cart(session: Session, customer_id: int, channel: Channel, now: datetime) -> Basket:
    """The customer's cart as a basket of the door that reads it; an empty one when there is none."""
    return read_basket(session, OF_CART, customer_id, channel, now=now)
