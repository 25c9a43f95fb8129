"""Reading and locking the rows of money, always after the order's lock (`core.chats.locks`).

Each begins by flushing, because a lock reads the row anew and would forget what was not written yet.
"""

from typing import TypeVar

from sqlmodel import Session, SQLModel, select

from core.entities import EntityQuery
from core.orders.keeping import note_payable
from core.orders.lifecycle import OrderStatus
from core.orders.locks import lock_order
from core.orders.prepaying import PREPAYABLE
from core.orders.tables import Order
from core.payments.lifecycle import LIVE_LINKS
from core.payments.tables import Payment, PaymentLink, Refund

Row = TypeVar("Row", bound=SQLModel)

LIVE = EntityQuery(
    """
    SELECT * FROM payment_links
     WHERE order_id = :order_id AND status = ANY(CAST(:live AS text[])) AND withdrawn_at IS NULL
    """,
    PaymentLink,
)


def lock_link(session: Session, link_id: int) -> tuple[Order, PaymentLink]:
    """The link as it is now, its order locked first."""
    known = session.get_one(PaymentLink, link_id)
    order = lock_order(session, known.order_id)
    return order, _lock(session, PaymentLink, link_id)


def lock_refund(session: Session, refund_id: int) -> tuple[Order | None, Payment, Refund]:
    """The refund as it is now; the order of its payment, when there is one, is locked first."""
    known = session.get_one(Refund, refund_id)
    order, payment = lock_payment(session, known.payment_id)
    return order, payment, _lock(session, Refund, refund_id)


def lock_payment(session: Session, payment_id: int) -> tuple[Order | None, Payment]:
    """The payment as it is now; its order, when there is one, is locked first."""
    known = session.get_one(Payment, payment_id)
    order = lock_order(session, known.order_id) if known.order_id is not None else None
    return order, _lock(session, Payment, payment_id)


def live_link_of(session: Session, order_id: int) -> PaymentLink | None:
    """The order's one attempt to be paid online that is still under way and wanted."""
    return LIVE.one_or_none(session, {"order_id": order_id, "live": sorted(LIVE_LINKS)})


def is_wanted(order: Order, link: PaymentLink) -> bool:
    """Whether it is good that somebody pays this link now."""
    is_payable = order.status is OrderStatus.AWAITING_PAYMENT or order.status in PREPAYABLE
    asks_rightly = link.amount_paise <= order.due_paise if link.is_part else link.amount_paise == order.due_paise
    return is_payable and link.withdrawn_at is None and asks_rightly


def keep_while_payable(session: Session, order: Order) -> None:
    """However its links are now: an unpaid order keeps what it has while one can be paid, else till its hold ends."""
    if order.status is OrderStatus.AWAITING_PAYMENT:
        note_payable(session, order, payable=live_link_of(session, order.id) is not None)


def _lock(session: Session, kind: type[Row], row_id: int) -> Row:
    statement = select(kind).where(kind.id == row_id).with_for_update()  # type: ignore[attr-defined]
    return session.exec(statement.execution_options(populate_existing=True)).one()
