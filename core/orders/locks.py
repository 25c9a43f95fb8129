"""The order's row lock, after its customer's chat (the whole order of locks: `core.chats.locks`)."""

from sqlmodel import Session

from core.entities import EntityQuery
from core.errors import Refusal
from core.orders.tables import Order

# The chat's lock is waited for before the order is looked for, and then the order's newest version is locked. An order
# without a chat is locked alone.
LOCK = EntityQuery(
    """
    WITH chat AS MATERIALIZED (
        SELECT id FROM chats WHERE customer_id = (SELECT customer_id FROM orders WHERE id = :order_id)
        FOR NO KEY UPDATE)
    SELECT o.* FROM orders o WHERE o.id = :order_id AND (SELECT count(*) FROM chat) >= 0 FOR NO KEY UPDATE OF o
    """,
    Order,
)


def lock_order(session: Session, order_id: int) -> Order:
    """Lock and return the order as it is now, after the chat of its customer. Raises Refusal `order-unknown`."""
    order = LOCK.one_or_none(session, {"order_id": order_id})
    if order is None:
        raise Refusal("order-unknown")
    return order
