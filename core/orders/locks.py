"""The order's row lock, after its customer's chat (the whole order of locks: `core.chats.locks`)."""

from sqlalchemy import text
from sqlmodel import Session, col, select

from core.errors import Refusal
from core.orders.tables import Order

LOCK_CHAT = text(
    "SELECT id FROM chats WHERE customer_id = (SELECT customer_id FROM orders WHERE id = :order_id) FOR NO KEY UPDATE"
)


def lock_order(session: Session, order_id: int) -> Order:
    """Lock and return the order as it is now, after the chat of its customer. Raises Refusal `order-unknown`."""
    session.execute(LOCK_CHAT, {"order_id": order_id})
    statement = select(Order).where(col(Order.id) == order_id).with_for_update(key_share=True)
    order = session.exec(statement.execution_options(populate_existing=True)).one_or_none()
    if order is None:
        raise Refusal("order-unknown")
    return order
