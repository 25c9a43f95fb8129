"""The page of one order by its secret link: how it stands, where to pay, what happens next. No sign-in.

Whoever has the link sees it, so name, number and flat are masked for everybody but the customer who signed in.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from core.customers.actions import contact_of
from core.db import transaction
from core.formats import format_clock, format_slot
from core.money import format_money
from core.orders.cash import cash_refusal
from core.orders.lifecycle import LIFECYCLE, OrderEvent, OrderStatus
from core.orders.queries import apartment_of, find_by_token
from core.orders.repeating import refill_from_order
from core.orders.tables import Order, PaymentMethod
from core.payments.actions import cancel_order, pay_cash, pay_online
from core.payments.lifecycle import RefundStatus
from core.payments.queries import MoneyBack, money_back_of_order
from core.payments.rules import Verdict
from core.payments.settling import look_at
from core.settings import Settings
from core.views.orders import OrderView, order_view
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Line
from pages.forms import Filled, Form
from pages.security_headers import STRICT, ContentPolicy
from pages.visit import Visit
from shop_web.area import SHOP
from shop_web.masking import mask_home
from shop_web.shopper import shopper_of

router = new_door(SHOP)

LONGEST_TOKEN = 64
MOST_REFUNDS = 10
STEPS = (OrderStatus.CONFIRMED, OrderStatus.PACKED, OrderStatus.OUT_FOR_DELIVERY, OrderStatus.DELIVERED)
# While one of these holds, the page looks again by itself.
MOVING = frozenset({OrderStatus.AWAITING_PAYMENT, *STEPS[:-1]})


@router.get("/o/{token}")
def order_page(visit: Visiting, token: str) -> Response:
    """How an order stands. 404 for a link that is none."""
    return show(visit, visit.empty_form(), token)


@router.post("/o/{token}/pay")
def pay(visit: Visiting, token: str) -> Response:
    """Have it paid online: again, or instead of in cash."""
    return _apply(visit, token, _pay_online)


@router.post("/o/{token}/cash")
def take_cash(visit: Visiting, token: str) -> Response:
    """Confirm it for cash at the door."""
    return _apply(visit, token, _pay_cash)


@router.post("/o/{token}/cancel")
def cancel(visit: Visiting, token: str) -> Response:
    """Cancel it, with the exact refund."""
    return _apply(visit, token, _cancel)


@router.post("/o/{token}/again")
def again(visit: Visiting, token: str) -> Response:
    """Put the same into the cart."""
    return _apply(visit, token, _refill)


class Paid(Form):
    """What Checkout hands to our page when it is done (RAZORPAY §2)."""

    razorpay_payment_id: Annotated[Line, Field(max_length=40)]
    razorpay_order_id: Annotated[Line, Field(max_length=40)]
    razorpay_signature: Annotated[Line, Field(max_length=128)]


@router.post("/o/{token}/paid")
def paid(visit: Visiting, token: str) -> Response:
    """Checkout says that it was paid: the signature is checked, and Razorpay is asked."""

    def look(visit: Visit, session: Session, said: Paid) -> str:
        order = _find(session, token)
        secret = visit.settings.razorpay_key_secret.get_secret_value()
        if not is_signed(said.razorpay_order_id, said.razorpay_payment_id, said.razorpay_signature, secret):
            raise HTTPException(403)
        look_at(session, order.id, said.razorpay_order_id, said.razorpay_payment_id, visit.now(session))
        return f"{_page_of(order)}?paid=yes"

    return visit.apply(Paid, look, lambda visit, filled: show(visit, filled, token))


def is_signed(order_id: str, payment_id: str, signature: str, secret: str) -> bool:
    """Whether Razorpay wrote this: hex HMAC-SHA256 with the key secret (RAZORPAY §2)."""
    expected = hmac.new(secret.encode(), f"{order_id}|{payment_id}".encode(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected.encode(), signature.encode())


def _pay_online(visit: Visit, session: Session, order: Order) -> str:
    """By a link, whatever was tried before: this button is for who cannot or would not use Checkout."""
    pay_online(session, order.id, visit.now(session), instead=True)
    return _page_of(order)


def _pay_cash(visit: Visit, session: Session, order: Order) -> str:
    _require_owner(visit, order)
    pay_cash(session, order.id, visit.now(session))
    return _page_of(order)


def _cancel(visit: Visit, session: Session, order: Order) -> str:
    _require_owner(visit, order)
    cancel_order(session, order.id, reason="customer", actor=visit.actor(), now=visit.now(session))
    return _page_of(order)


def _refill(visit: Visit, session: Session, order: Order) -> str:
    if not is_buyer(visit, order):
        raise HTTPException(403)
    refill_from_order(session, order.customer_id, order.id, visit.now(session))
    return "/cart"


def _apply(visit: Visit, token: str, deed: Callable[[Visit, Session, Order], str]) -> Response:
    return visit.apply(
        Form,
        lambda visit, session, _: deed(visit, session, _find(session, token)),
        lambda visit, filled: show(visit, filled, token),
    )


def _find(session: Session, token: str) -> Order:
    order = find_by_token(session, token) if len(token) <= LONGEST_TOKEN else None
    if order is None:
        raise HTTPException(404)
    return order


def _page_of(order: Order) -> str:
    return f"/o/{order.token}"


def is_owner(visit: Visit, order: Order) -> bool:
    """Whether the customer of this order has signed in on this browser."""
    return visit.owner.customer_id == order.customer_id


def is_buyer(visit: Visit, order: Order) -> bool:
    """Whether it was ordered on this browser, by whoever has not signed in as well: their own cart may be filled."""
    return shopper_of(visit) == order.customer_id


def _require_owner(visit: Visit, order: Order) -> None:
    """Answers 403 to everybody else: whoever has the link looks and pays, and no more."""
    if not is_owner(visit, order):
        raise HTTPException(403)


def show(visit: Visit, form: Filled, token: str) -> Response:
    visit.is_private = True
    with transaction() as session:
        order = _find(session, token)
        view = order_view(session, order.id)
        own = is_owner(visit, order)
        no_cash = cash_refusal(session, order.id) if own and waits(order) else None
        values = _describe(visit, session, view, own=own)
    is_cancellable = order.status in LIFECYCLE.sources_of(OrderEvent.CANCEL)
    may = {
        "cancel": own and is_cancellable,
        "cash": own and waits(order) and no_cash is None,
        "again": is_buyer(visit, order) and not waits(order),
    }
    policy = checkout_policy(visit.settings) if view.payment.by_checkout else STRICT
    return visit.page("shop/order.html", form=form, own=own, may=may, policy=policy,
                      cancellable="yes" if is_cancellable else "no", **values)  # fmt: skip


def checkout_policy(settings: Settings) -> ContentPolicy:
    """The one page that lets Razorpay's script and frame in, from where the settings say they come."""
    script, api = origin_of(settings.razorpay_checkout_url), origin_of(settings.razorpay_api_url)
    both = script if script == api else f"{script} {api}"
    return STRICT.allowing(script_src=script, frame_src=both, connect_src=both, img_src=script)


def origin_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def waits(order: Order) -> bool:
    return order.status is OrderStatus.AWAITING_PAYMENT


def _describe(visit: Visit, session: Session, view: OrderView, *, own: bool) -> dict[str, Any]:
    order, language, zone = view.order, visit.language, visit.settings.zone
    line = str(order.address["line"])
    back = money_back_of_order(session, order.id, limit=MOST_REFUNDS)
    return {
        "order": order,
        "state": state_of(view, was_paid="paid" in visit.request.query_params),
        "checkout": view.payment.checkout,
        "by_checkout": view.payment.by_checkout,
        "phone": contact_of(session, order.customer_id) if is_buyer(visit, order) else "",
        "is_moving": order.status in MOVING,
        "steps": [
            (step.value, order.status in STEPS and STEPS.index(order.status) >= at) for at, step in enumerate(STEPS)
        ],
        "items": [
            (pick(item.names, language), pick(item.labels, language), item.quantity, item.line_paise)
            for item in view.items
        ],
        "home": f"{pick(apartment_of(order), language)}, {line if own else mask_home(line)}",
        "window": format_slot(language, view.starts_at, view.ends_at, visit.now(session), zone),
        "until": format_clock(language, order.promised_until, zone),
        "link": view.payment.url,
        "money": view.payment.money,
        "back": [_say_back(visit, each) for each in back],
        "charged": "yes" if back or view.payment.money.here else "no",
        "is_mine": is_buyer(visit, order),
    }


def _say_back(visit: Visit, refund: MoneyBack) -> str:
    """What happens with money that goes back."""
    amount = format_money(refund.amount, refund.currency)
    how = refund.status if refund.status in {RefundStatus.PROCESSED, RefundStatus.FAILED} else "going"
    why = refund.reason if refund.reason in {Verdict.REFUND_TWICE, Verdict.REFUND_CASH} else "other"
    return visit.t("order-back", amount=amount, how=how, why=why, reference=refund.bank_reference or "none")


def state_of(view: OrderView, *, was_paid: bool = False) -> str:
    """What the page says above all: the order's status, an unpaid one by how far its payment is.

    `was_paid`: the browser comes from paying, and Razorpay is being asked.
    """
    order, money = view.order, view.payment.money
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        return order.status.value
    if money.parked:
        return "parked"
    if order.payment_method is not PaymentMethod.ONLINE:
        return "undecided"
    if was_paid:
        return "checking"
    return "payable" if view.payment.url or view.payment.checkout else "preparing"
