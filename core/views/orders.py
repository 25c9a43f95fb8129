"""An order as doors show it: with its lines, its window, its money and its last payment link."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.orders.queries import items_of, read_order
from core.orders.tables import Order, OrderItem
from core.payments.lifecycle import LIVE_LINKS, LinkKind
from core.payments.money_here import MONEY, OrderMoney, read_money
from core.query import Statement


class WindowAndMoney(NamedTuple):
    """The window (UTC), the last link as it is kept, and the payments as `read_money` takes them."""

    starts_at: datetime
    ends_at: datetime
    link_status: str | None
    kind: str | None
    provider_link_id: str | None
    short_url: str | None
    expires_at: datetime | None
    money: list[Any] | None


WINDOW_AND_MONEY = Statement(
    f"""
    SELECT s.starts_at, s.ends_at, l.status AS link_status, l.kind, l.provider_link_id,
           l.short_url, l.expires_at, {MONEY} AS money
      FROM orders o
      JOIN delivery_slots s ON s.id = o.slot_id
      LEFT JOIN payment_links l ON l.id = (SELECT max(id) FROM payment_links WHERE order_id = o.id)
     WHERE o.id = :order_id
    """,  # noqa: S608 - SQL of core.payments.money_here
    WindowAndMoney,
)


@dataclass(frozen=True)
class PaymentState:
    """How the money of an order stands, and its last link; `url` is where that can be paid while it is open.

    `checkout` is Razorpay's order that Checkout opens, instead of a link, and `by_checkout` says that one is meant to.
    """

    money: OrderMoney
    link_status: str | None
    url: str | None
    link_expires_at: datetime | None
    checkout: str | None = None
    by_checkout: bool = False

    @property
    def paid_paise(self) -> int:
        """What the order holds, in paise."""
        return self.money.paid.paise


@dataclass(frozen=True)
class OrderView:
    """An order with its lines, its window (UTC) and its money."""

    order: Order
    items: list[OrderItem]
    starts_at: datetime
    ends_at: datetime
    payment: PaymentState


def order_view(session: Session, order_id: int) -> OrderView:
    """All that a chat or a page shows of an order. Raises NoResultFound for an id that does not exist."""
    row = WINDOW_AND_MONEY.one(session, {"order_id": order_id})
    order = read_order(session, order_id)
    return OrderView(order, items_of(session, order_id), row.starts_at, row.ends_at, _read_payment(row))


def _read_payment(row: WindowAndMoney) -> PaymentState:
    is_open, is_checkout = row.link_status == "open", row.kind == LinkKind.CHECKOUT
    return PaymentState(
        money=read_money(row.money),
        link_status=row.link_status,
        url=row.short_url if is_open and not is_checkout else None,
        link_expires_at=row.expires_at,
        checkout=row.provider_link_id if is_open and is_checkout else None,
        by_checkout=is_checkout and row.link_status in LIVE_LINKS,
    )
