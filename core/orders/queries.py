"""Questions about orders: for the chat, the pages and the notices."""

from __future__ import annotations

from sqlmodel import Session, col, select

from core.entities import EntityQuery
from core.orders.lifecycle import OrderStatus
from core.orders.tables import Order, OrderItem
from core.wording import FIRST_LANGUAGE

STILL_GOOD = (
    OrderStatus.CONFIRMED,
    OrderStatus.PACKED,
    OrderStatus.OUT_FOR_DELIVERY,
    OrderStatus.DELIVERED,
)

OVER = (OrderStatus.DELIVERED, OrderStatus.EXPIRED, OrderStatus.CANCELLED)

BY_ID = EntityQuery("SELECT * FROM orders WHERE id = :order_id", Order)
OF_CUSTOMER = EntityQuery("SELECT * FROM orders WHERE code = :code AND customer_id = :customer_id", Order)
BY_CODE = EntityQuery("SELECT * FROM orders WHERE code = :code", Order)
BY_TOKEN = EntityQuery("SELECT * FROM orders WHERE token = :token", Order)
UNPAID = EntityQuery("SELECT * FROM orders WHERE customer_id = :customer_id AND status = 'awaiting_payment'", Order)
LAST_GOOD = EntityQuery(
    """
    SELECT * FROM orders WHERE customer_id = :customer_id AND status = ANY(CAST(:statuses AS text[]))
     ORDER BY id DESC LIMIT 1
    """,
    Order,
)
ITEMS = EntityQuery("SELECT * FROM order_items WHERE order_id = :order_id ORDER BY id", OrderItem)


def read_order(session: Session, order_id: int) -> Order:
    """The order as it is now. Raises NoResultFound for an id that does not exist."""
    return BY_ID.one(session, {"order_id": order_id})


def find_order(session: Session, code: str, customer_id: int) -> Order | None:
    """The customer's order of that code, however it was typed; never somebody else's."""
    return OF_CUSTOMER.one_or_none(session, {"code": code.strip().upper(), "customer_id": customer_id})


def find_by_code(session: Session, code: str) -> Order | None:
    """Anybody's order of that code: for staff, who may see them all."""
    return BY_CODE.one_or_none(session, {"code": code.strip().upper()})


def code_of(session: Session, order_id: int | None) -> str | None:
    """The code of the order that something is about."""
    return None if order_id is None else session.exec(select(Order.code).where(Order.id == order_id)).one_or_none()


def find_by_token(session: Session, token: str) -> Order | None:
    """The order of a link that opens without signing in."""
    return BY_TOKEN.one_or_none(session, {"token": token})


def apartment_of(order: Order) -> dict[str, str]:
    """What the order's apartment was called when it was placed, by language."""
    names: dict[str, str] = order.address.get("apartment_names") or {FIRST_LANGUAGE: str(order.address["apartment"])}
    return names


def items_of(session: Session, order_id: int) -> list[OrderItem]:
    return ITEMS.all(session, {"order_id": order_id})


def orders_of(session: Session, customer_id: int, limit: int = 10) -> list[Order]:
    """A customer's orders, newest first, without those that were replaced before they were paid."""
    statement = (
        select(Order)
        .where(Order.customer_id == customer_id, col(Order.end_reason) != "changed")
        .order_by(col(Order.id).desc())
        .limit(limit)
    )
    return list(session.exec(statement))


def open_unpaid_order(session: Session, customer_id: int) -> Order | None:
    """The one order that waits for this customer's decision or payment."""
    return UNPAID.one_or_none(session, {"customer_id": customer_id})


def has_due_order(session: Session, customer_id: int) -> bool:
    """Whether something is to be paid at the door for an order that is not on its way yet."""
    waiting = (OrderStatus.CONFIRMED, OrderStatus.PACKED)
    statement = select(Order.id).where(Order.customer_id == customer_id, col(Order.status).in_(waiting))
    return session.exec(statement.where(Order.prepaid_paise < Order.total_paise).limit(1)).first() is not None


def orders_under_way(session: Session, customer_id: int) -> list[str]:
    """The codes of a customer's orders of which there will still be news."""
    statement = select(Order.code).where(Order.customer_id == customer_id, col(Order.status).not_in(OVER))
    return list(session.exec(statement.order_by(col(Order.id))))


def last_delivered_or_confirmed(session: Session, customer_id: int) -> Order | None:
    """What "same as last time" means: the newest order that was not cancelled, lapsed or failed."""
    statuses = [status.value for status in STILL_GOOD]
    return LAST_GOOD.one_or_none(session, {"customer_id": customer_id, "statuses": statuses})
