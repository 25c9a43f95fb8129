"""Row locks, first of all the chat's: the one order that everybody keeps, so that nobody waits in a circle.

chat/customer → order → coupon → inventory rows by id → slot rows by id → bill counter. Who needs a later one takes
the earlier ones first. Inventory and slots are locked by their conditional UPDATE, in ascending id.

Always FOR NO KEY UPDATE: a plain FOR UPDATE would also wait for everybody who inserts a row that refers to the locked
one (a webhook that stores a message of this chat, an order for the same slot), and that closes circles.
"""

from sqlmodel import Session

from core.query import Statement

LOCK = Statement("SELECT id FROM chats WHERE customer_id = :customer_id FOR NO KEY UPDATE", int)


def lock_chat_of(session: Session, customer_id: int) -> int:
    """Lock the customer's chat and return its id; every action that may tell a customer something begins here.

    Raises NoResultFound for nobody.
    """
    return LOCK.one(session, {"customer_id": customer_id})
