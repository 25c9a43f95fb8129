"""An order that was paid online, without a Razorpay: what it would have said is said by the test."""

from __future__ import annotations

from core.clock import read_now
from core.payments.actions import pay_online
from core.payments.gateway import LinkFacts, PaymentFacts
from core.payments.settling import settle
from tests.support.shelf import Shelf


def pay(shelf: Shelf, order_id: int, paid_paise: int | None = None) -> int:
    """Have an unpaid order paid by its link, in full unless another sum is said; returns the payment's id."""
    link = shelf.run(lambda session: pay_online(session, order_id, read_now(session)))
    total, named, now = link.amount_paise, f"pay_of_{order_id}", shelf.run(read_now)
    facts = LinkFacts(
        f"plink_of_{order_id}", link.reference_id, "paid", total, "INR", "https://razorpay.invalid/l", (named,)
    )
    payment = PaymentFacts(named, "captured", True, paid_paise or total, "INR", 0, "upi", now)
    shelf.run(lambda session: settle(session, link.id, facts, [payment], now))
    payment_id: int = shelf.read("SELECT id FROM payments WHERE provider_payment_id = :named", named=named)
    return payment_id
