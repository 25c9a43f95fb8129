"""Opening chats: one for each customer and each member of staff."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import text
from sqlmodel import Session

from core.query import Statement


class Opened(NamedTuple):
    customer_id: int
    chat_id: int


OF_CUSTOMER = Statement(
    """
    INSERT INTO chats (customer_id) SELECT * FROM unnest(CAST(:customer_ids AS bigint[]))
    ON CONFLICT (customer_id) DO UPDATE SET customer_id = EXCLUDED.customer_id RETURNING customer_id, id AS chat_id
    """,
    Opened,
)
OF_STAFF = Statement(
    """
    INSERT INTO chats (staff_id, script, step, last_inbound_at) VALUES (:staff_id, 'staff', 'menu', :last_inbound_at)
    ON CONFLICT (staff_id) DO UPDATE SET staff_id = EXCLUDED.staff_id RETURNING id
    """,
    int,
)
FORGET = text("DELETE FROM chats WHERE customer_id = ANY(:customer_ids)")
LAST_WROTE = text("SELECT last_inbound_at FROM chats WHERE customer_id = :customer_id")


def open_chat_of_customer(session: Session, customer_id: int) -> int:
    """The chat of a customer, made if there is none; returns its id."""
    return open_chats_of_customers(session, [customer_id])[customer_id]


def open_chats_of_customers(session: Session, customer_ids: Sequence[int]) -> dict[int, int]:
    """The same for several; returns the ids of their chats by theirs."""
    return dict(OF_CUSTOMER.all(session, {"customer_ids": list(customer_ids)}))


def open_chat_of_staff(session: Session, staff_id: int, last_inbound_at: datetime | None = None) -> int:
    """The chat of a member of staff, made if there is none; returns its id."""
    return OF_STAFF.one(session, {"staff_id": staff_id, "last_inbound_at": last_inbound_at})


def last_wrote(session: Session, customer_id: int) -> datetime | None:
    """When a customer wrote last: for 24 hours from then on Meta takes free words."""
    moment: datetime | None = session.execute(LAST_WROTE, {"customer_id": customer_id}).scalar_one_or_none()
    return moment


def forget_chats(session: Session, customer_ids: list[int]) -> None:
    """Remove the chats of guests who never wrote and to whom nothing was ever written."""
    session.execute(FORGET, {"customer_ids": customer_ids})
