"""The order's row lock, after its customer's chat (the whole order of locks: `core.chats.locks`)."""

from sqlmodel import Session

from core.entities import EntityQuery
from core.errors import Refusal
from core.orders.tables import Order
from core.query import Query

LOCK_CHAT = Query(
    "SELECT id FROM chats WHERE customer_id = (SELECT customer_id FROM orders WHERE id = :order_id) FOR NO KEY UPDATE"
)
LOCK = EntityQuery("SELECT * FROM orders WHERE id = :order_id FOR NO KEY UPDATE", Order)


def lock_order(session: Session, order_id: int) -> Order:
    """Lock and return the order as it is now, after the chat of its customer. Raises Refusal `order-unknown`."""
    LOCK_CHAT.run(session, {"order_id": order_id})
    order = LOCK.one_or_none(session, {"order_id": order_id})
    if order is None:
        raise Refusal("order-unknown")
    return order
