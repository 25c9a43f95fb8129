"""Row locks, first of all the chat's: the one order that everybody keeps, so that nobody waits in a circle.

chat/customer → order → coupon → inventory rows by id → slot rows by id → bill counter. Who needs a later one takes
the earlier ones first. Inventory and slots are locked by their conditional UPDATE, in ascending id.

Always FOR NO KEY UPDATE: a plain FOR UPDATE would also wait for everybody who inserts a row that refers to the locked
one (a webhook that stores a message of this chat, an order for the same slot), and that closes circles.
"""

from sqlmodel import Session, col, select

from core.chats.tables import Chat


def lock_chat_of(session: Session, customer_id: int) -> Chat:
    """Lock and return the customer's chat; every action that may tell a customer something begins here."""
    statement = select(Chat).where(col(Chat.customer_id) == customer_id).with_for_update(key_share=True)
    return session.exec(statement.execution_options(populate_existing=True)).one()
