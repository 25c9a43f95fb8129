"""Forgetting one home on its customer's word."""

from __future__ import annotations

from sqlmodel import Session

from core.chats.locks import lock_chat_of
from core.customers.addresses import erase_home
from core.errors import Refusal
from core.query import Statement

GOES_THERE = Statement(
    """
    SELECT code FROM orders WHERE customer_id = :customer_id AND address_id = :address_id
       AND status NOT IN ('delivered', 'expired', 'cancelled') ORDER BY id LIMIT 1
    """,
    str,
)


def forget_home(session: Session, customer_id: int, address_id: int) -> None:
    """Empty a home of a customer: it is offered no more at any door, and a cart that was to go there asks anew.

    Raises Refusal `home-awaits-order`(order_code) while something is to be brought there, `address-unknown`.
    """
    lock_chat_of(session, customer_id)
    code = GOES_THERE.first(session, {"customer_id": customer_id, "address_id": address_id})
    if code is not None:
        raise Refusal("home-awaits-order", order_code=code)
    erase_home(session, customer_id, address_id)
