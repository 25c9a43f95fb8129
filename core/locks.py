"""Row locks, in the one order that everybody keeps, so that nobody waits in a circle.

chat/customer → order → coupon → inventory rows by id → slot rows by id → bill counter. Who needs a later one takes
the earlier ones first. Inventory and slots are locked by their conditional UPDATE, in ascending id.
"""

from sqlmodel import Session, col, select

from core.chats.tables import Chat
from core.errors import Refusal
from core.orders.tables import Order


def lock_chat_of(session: Session, customer_id: int) -> Chat:
    """Lock and return the customer's chat; every action that may tell a customer something begins here."""
    statement = select(Chat).where(col(Chat.customer_id) == customer_id).with_for_update()
    return session.exec(statement.execution_options(populate_existing=True)).one()


def lock_order(session: Session, order_id: int) -> Order:
    """Lock and return the order as it is now, after the chat of its customer. Raises Refusal `order-unknown`."""
    order = session.get(Order, order_id)
    if order is None:
        raise Refusal("order-unknown")
    lock_chat_of(session, order.customer_id)
    statement = select(Order).where(col(Order.id) == order_id).with_for_update()
    return session.exec(statement.execution_options(populate_existing=True)).one()
