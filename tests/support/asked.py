"""Orders that ask for money, and what Razorpay would say, without asking it; and deeds at the same moment."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, select

from core.errors import Refusal
from core.orders.tables import Order
from core.payments.gateway import LinkFacts, PaymentFacts
from core.payments.settling import settle
from core.payments.tables import Payment, PaymentLink
from tests.support.buyers import count_fruit, make_customer, make_order


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """Do all of them at the same moment; the results, or the Refusals, in order."""
    start = threading.Barrier(len(deeds))

    def do(deed: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return deed()
        except Refusal as refusal:
            return refusal

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(do, deeds))


def make_paid(session: Session, number: int, now: datetime) -> Payment:
    """An order paid by a payment of its own, without asking Razorpay."""
    order, link = make_asked(session, number, now)
    settle(session, link.id, *razorpay_says(order, link), now)
    return session.exec(select(Payment).where(Payment.order_id == order.id)).one()


def make_asked(session: Session, number: int, now: datetime) -> tuple[Order, PaymentLink]:
    """An order with an open link, without asking Razorpay."""
    order = session.get_one(Order, make_order(session, make_customer(session, number, now), now))
    link = PaymentLink(
        order_id=order.id,
        reference_id=f"{order.code}-1",
        status="open",
        amount_paise=order.total_paise,
        expires_at=now,
        provider_link_id=f"plink_{order.code}",
        short_url="http://127.0.0.1/",
    )
    order.payment_method = "online"
    session.add(link)
    session.flush()
    return order, link


def razorpay_says(order: Order, link: PaymentLink) -> tuple[LinkFacts, list[PaymentFacts]]:
    """The link is paid."""
    payment = PaymentFacts(
        payment_id=f"pay_{order.code}",
        status="captured",
        captured=True,
        amount=link.amount_paise,
        currency="INR",
        refunded=0,
        method="upi",
        created_at=datetime(2027, 1, 1, tzinfo=UTC),
    )
    facts = LinkFacts(
        link_id=f"plink_{order.code}",
        reference_id=link.reference_id,
        status="paid",
        amount=link.amount_paise,
        currency="INR",
        short_url="http://127.0.0.1/",
        payment_ids=(payment.payment_id,),
    )
    return facts, [payment]


def open_wide(session: Session) -> None:
    """Fruit and places for everybody."""
    session.execute(text("UPDATE delivery_slots SET capacity = 10000"))
    count_fruit(session, 100_000)
