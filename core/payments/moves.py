"""The only writer of what links, payments and refunds are: compare and set by their lifecycle tables, in one statement.

Rows are locked before (`locks.py`); the condition stands in the statement all the same, so who comes late changes
nothing. Each flushes first, because the row that comes back takes the place of what this session knew.
"""

from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Executable, text
from sqlmodel import Session, SQLModel, select

from core.errors import Refusal
from core.payments.lifecycle import (
    LINK_MOVES,
    PAYMENT_MOVES,
    REFUND_MOVES,
    LinkStatus,
    PaymentStatus,
    RefundStatus,
    sources_of,
)
from core.payments.tables import Payment, PaymentLink, Refund

Row = TypeVar("Row", bound=SQLModel)


def returning(kind: type[Row], statement: str) -> Executable:
    """A statement whose `RETURNING *` takes the place of what the session knows of the row."""
    return select(kind).from_statement(text(statement)).execution_options(populate_existing=True)


MOVE_LINK = returning(
    PaymentLink,
    """
    UPDATE payment_links SET status = :target
     WHERE id = :id AND status = ANY(CAST(:sources AS text[])) RETURNING *
    """,
)
RECORD_PAYMENT = returning(
    Payment,
    """
    INSERT INTO payments (order_id, link_id, provider_payment_id, status, reason, amount_paise, adjustment_paise,
                          currency, method, captured_at)
    VALUES (:order_id, :link_id, :provider_payment_id, :status, :reason, :amount_paise, :adjustment_paise,
            :currency, :method, :captured_at)
    ON CONFLICT DO NOTHING RETURNING *
    """,
)
SETTLE_PAYMENT = returning(
    Payment,
    """
    UPDATE payments SET status = 'settled', reason = '', adjustment_paise = :adjustment_paise
     WHERE id = :id AND status = ANY(CAST(:sources AS text[])) RETURNING *
    """,
)
SELL_PAYMENT = returning(
    Payment,
    """
    UPDATE payments SET status = 'sold', reason = ''
     WHERE id = :id AND refund_reserved_paise = 0 AND status = ANY(CAST(:sources AS text[])) RETURNING *
    """,
)
RESERVE = returning(
    Payment,
    """
    UPDATE payments SET refund_reserved_paise = refund_reserved_paise + :amount_paise,
           status = CASE WHEN refund_reserved_paise + :amount_paise = amount_paise THEN 'returned' ELSE status END
     WHERE id = :id AND status = ANY(CAST(:sources AS text[]))
       AND refund_reserved_paise + :amount_paise <= amount_paise
    RETURNING *
    """,
)
GIVE_BACK = returning(
    Payment,
    """
    UPDATE payments SET given_back_paise = given_back_paise + :amount_paise
     WHERE id = :id AND given_back_paise + :amount_paise <= refund_reserved_paise RETURNING *
    """,
)
MOVE_REFUND = returning(
    Refund,
    """
    UPDATE refunds SET status = :target, finished_at = :finished_at
     WHERE id = :id AND status = ANY(CAST(:sources AS text[])) RETURNING *
    """,
)


def move_link(session: Session, link: PaymentLink, target: LinkStatus) -> bool:
    """Let a link become what Razorpay or we made of it, if its table allows that now; whether it did."""
    values = {"id": link.id, "target": target, "sources": sources_of(LINK_MOVES, target)}
    return _apply(session, MOVE_LINK, values)


def record_payment(session: Session, status: PaymentStatus, values: dict[str, Any]) -> Payment | None:
    """A capture's row, settled or parked from its first moment; None when it is known already, or its order is paid."""
    row: Payment | None = session.scalars(RECORD_PAYMENT, {**values, "status": status}).one_or_none()
    return row


def settle_payment(session: Session, payment: Payment, adjustment_paise: int) -> bool:
    """A parked payment becomes its order's, by so much more or less than it asked; whether it did."""
    sources = sources_of(PAYMENT_MOVES, PaymentStatus.SETTLED)
    return _apply(session, SETTLE_PAYMENT, {"id": payment.id, "adjustment_paise": adjustment_paise, "sources": sources})


def sell_payment(session: Session, payment: Payment) -> bool:
    """A parked payment, of which nothing went back, becomes a stall's sale; whether it did."""
    sources = sources_of(PAYMENT_MOVES, PaymentStatus.SOLD)
    return _apply(session, SELL_PAYMENT, {"id": payment.id, "sources": sources})


def reserve(session: Session, payment: Payment, amount_paise: int) -> None:
    """Set part of a capture aside for a refund (invariant I11); a payment that all goes back of is returned.

    Raises Refusal `refund-too-much`(left_paise) when less than that is left, `refund-nothing` when nothing is.
    """
    sources = sources_of(PAYMENT_MOVES, PaymentStatus.RETURNED)
    if not _apply(session, RESERVE, {"id": payment.id, "amount_paise": amount_paise, "sources": sources}):
        raise too_much(payment.amount_paise - payment.refund_reserved_paise)


def too_much(left_paise: int) -> Refusal:
    """Why no more than what is left can go back."""
    return Refusal("refund-too-much", left_paise=left_paise) if left_paise else Refusal("refund-nothing")


def note_given_back(session: Session, payment: Payment, amount_paise: int) -> None:
    """So much of what was reserved goes back because the order became less: it covers less of it."""
    given_back = _apply(session, GIVE_BACK, {"id": payment.id, "amount_paise": amount_paise})
    assert given_back, "it was reserved in this transaction"


def move_refund(session: Session, refund: Refund, target: RefundStatus, *, finished_at: datetime | None = None) -> bool:
    """Let a refund become what Razorpay made of it, or be asked for again; whether its table allowed that."""
    values = {"id": refund.id, "target": target, "finished_at": finished_at}
    return _apply(session, MOVE_REFUND, {**values, "sources": sources_of(REFUND_MOVES, target)})


def _apply(session: Session, statement: Executable, values: dict[str, Any]) -> bool:
    return session.scalars(statement, values).one_or_none() is not None
