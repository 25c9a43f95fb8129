"""Where Razorpay sends the customer's browser back to. It proves nothing: a signed return only causes a look."""

import hashlib
import hmac
from dataclasses import dataclass

from fastapi import HTTPException, Request
from sqlmodel import Session, select
from starlette.responses import Response

from core.db import transaction
from core.money import format_rupees
from core.orders.tables import Order
from core.payments.lifecycle import PaymentStatus
from core.payments.rules import Verdict
from core.payments.settling import ask_for_look
from core.payments.tables import Payment, PaymentLink
from pages.door import Visiting, new_door
from shop_web.area import SHOP
from shop_web.shopper import shopper_of

router = new_door(SHOP)

LONGEST = 100
STANDS = {PaymentStatus.SETTLED: "received", PaymentStatus.PARKED: "parked"}
# Of money that goes back, what is said of why: all else came for what is no more.
WHY = {Verdict.REFUND_TWICE.value: "twice", Verdict.REFUND_CASH.value: "cash"}
AGAIN = "x-look-again"  # the page itself asks whether there is news; Razorpay was asked when it was opened


@dataclass(frozen=True)
class Return:
    """The query of Razorpay's redirect. Anything may be missing or made up."""

    payment_id: str
    link_id: str
    reference_id: str
    status: str
    signature: str


def read_return(request: Request) -> Return:
    """The five parameters, each empty when absent or too long to be one."""
    names = ("payment_id", "payment_link_id", "payment_link_reference_id", "payment_link_status", "signature")
    values = [request.query_params.get(f"razorpay_{name}", "") for name in names]
    return Return(*(value if len(value) <= LONGEST else "" for value in values))


@router.get("/pay/return")
def show(visit: Visiting) -> Response:
    """Say what we know of the payment, and have Razorpay asked. 404 for a query that Razorpay did not sign."""
    query = read_return(visit.request)
    if not is_signed(query, visit.settings.razorpay_key_secret.get_secret_value()):
        raise HTTPException(404)
    with transaction() as session:
        link = session.exec(select(PaymentLink).where(PaymentLink.provider_link_id == query.link_id)).first()
        if link is None:
            raise HTTPException(404)
        order = session.get_one(Order, link.order_id)
        status = _read_status(session, order, query)
        if status != "received" and AGAIN not in visit.request.headers:
            ask_for_look(session, link.id, visit.now(session), [query.payment_id] if query.payment_id else [])
    visit.is_private = True
    asked = format_rupees(link.amount_paise)  # perhaps a difference, and not the order's total
    own = shopper_of(visit) == order.customer_id
    return visit.page("shop/payment_return.html", status=status, order=order, asked=asked, own=own)


def _read_status(session: Session, order: Order, query: Return) -> str:
    """How the payment stands: `received`, `twice`, `cash` (where that was chosen), `parked`, `returned` (late, or for
    what is no more), `checking`, or `unfinished`."""
    statement = select(Payment).where(Payment.order_id == order.id, Payment.provider_payment_id == query.payment_id)
    payment = session.exec(statement).first()
    if payment is not None:
        return STANDS.get(payment.status) or WHY.get(payment.reason, "returned")
    return "checking" if query.status == "paid" else "unfinished"


def is_signed(query: Return, secret: str) -> bool:
    """Whether Razorpay wrote this query: hex HMAC-SHA256 with the key secret (RAZORPAY §1, callback)."""
    message = "|".join([query.link_id, query.reference_id, query.status, query.payment_id])
    expected = hmac.new(secret.encode(), message.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
    return bool(secret) and hmac.compare_digest(expected.encode(), query.signature.encode("utf-8", "replace"))
