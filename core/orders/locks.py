"""The order's row lock, after its customer's chat (the whole order of locks: `core.chats.locks`)."""

from sqlmodel import Session, col, select

from core.chats.locks import lock_chat_of
from core.errors import Refusal
from core.orders.tables import Order


def lock_order(session: Session, order_id: int) -> Order:
    """Lock and return the order as it is now, after the chat of its customer. Raises Refusal `order-unknown`."""
    order = session.get(Order, order_id)
    if order is None:
        raise Refusal("order-unknown")
    lock_chat_of(session, order.customer_id)
    statement = select(Order).where(col(Order.id) == order_id).with_for_update()
    return session.exec(statement.execution_options(populate_existing=True)).one()
