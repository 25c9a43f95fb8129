"""Money that reached Razorpay over a counter: on record as parked, until a stall's sale claims it.

It is no order's. What no sale claims stays parked, where the founder sees it and can send it back.
"""

from __future__ import annotations

from sqlmodel import Session

from core.actor import RAZORPAY, Actor
from core.audit.actions import record
from core.checkpoints import Checkpoint, reach
from core.money import RUPEES
from core.payments.gateway import PaymentFacts
from core.payments.lifecycle import PaymentStatus
from core.payments.locks import lock_payment
from core.payments.moves import record_payment, sell_payment
from core.payments.postings import post_capture, post_sold
from core.payments.refunds import return_payment
from core.payments.tables import Payment

REASON = "counter"
TAKEN_BACK = "stall-taken-back"  # why money of a sale goes back
UNCLAIMED = "stall-credit-unclaimed"  # the matter of what no sale claims, about the payment's id at Razorpay


def record_at_counter(session: Session, facts: PaymentFacts) -> Payment | None:
    """A captured payment as Razorpay has it, parked; None when it is known already."""
    values = {"order_id": None, "link_id": None, "provider_payment_id": facts.payment_id, "reason": REASON,
              "amount_paise": facts.amount, "adjustment_paise": 0, "currency": facts.currency,
              "method": facts.method[:40], "captured_at": facts.created_at}  # fmt: skip
    payment = record_payment(session, PaymentStatus.PARKED, values)
    if payment is not None:
        post_capture(session, payment)
        record(session, actor=RAZORPAY, action="counter-paid", subject=f"payment:{payment.id}",
               amount_paise=facts.amount)  # fmt: skip
        reach(Checkpoint.PAYMENT_RECORDED)
    return payment


def claim_for_sale(session: Session, payment_id: int) -> bool:
    """A stall's sale was paid by this; False when it went back meanwhile, or is in another currency."""
    _, payment = lock_payment(session, payment_id)
    if payment.currency != RUPEES or not sell_payment(session, payment):
        return False
    post_sold(session, payment)
    return True


def return_of_sale(session: Session, payment_id: int, *, actor: Actor) -> None:
    """A stall's sale that was paid by this was taken back, by whoever may: it goes back the way it came."""
    _, payment = lock_payment(session, payment_id)
    if payment.status is PaymentStatus.SOLD:
        return_payment(session, payment, reason=TAKEN_BACK, actor=actor)
