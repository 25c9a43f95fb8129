"""The order's row lock, after its customer's chat (the whole order of locks: `core.chats.locks`)."""

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from core.errors import Refusal
from core.orders.tables import Order
from core.query import Query

LOCK_CHAT = Query(
    "SELECT id FROM chats WHERE customer_id = (SELECT customer_id FROM orders WHERE id = :order_id) FOR NO KEY UPDATE"
)


LOCK = (
    select(Order)
    .where(col(Order.id) == bindparam("order_id"))
    .with_for_update(key_share=True)
    .execution_options(populate_existing=True)
)


def lock_order(session: Session, order_id: int) -> Order:
    """Lock and return the order as it is now, after the chat of its customer. Raises Refusal `order-unknown`."""
    LOCK_CHAT.run(session, {"order_id": order_id})
    order = session.exec(LOCK, params={"order_id": order_id}).one_or_none()
    if order is None:
        raise Refusal("order-unknown")
    return order
