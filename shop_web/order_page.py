"""The page of one order by its secret link: how it stands, where to pay, what happens next. No sign-in.

Whoever has the link sees it, so name, number and flat are masked for everybody but the customer who signed in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from core.db import transaction
from core.formats import format_clock, format_slot
from core.orders.cash import cash_refusal
from core.orders.lifecycle import LIFECYCLE, OrderEvent, OrderStatus
from core.orders.queries import apartment_of, find_by_token
from core.orders.repeating import refill_from_order
from core.orders.tables import Order, PaymentMethod
from core.payments.actions import cancel_order, pay_cash, pay_online
from core.views.orders import OrderView, order_view
from core.wording import pick
from pages.door import Visiting, new_door
from pages.forms import Filled, Form
from pages.visit import Visit
from shop_web.area import SHOP
from shop_web.masking import mask_home
from shop_web.shopper import shopper_of

router = new_door(SHOP)

LONGEST_TOKEN = 64
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


def _pay_online(visit: Visit, session: Session, order: Order) -> str:
    pay_online(session, order.id, visit.now(session))
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
    _require_owner(visit, order)
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
    may = {
        "cancel": own and order.status in LIFECYCLE.sources_of(OrderEvent.CANCEL),
        "cash": own and waits(order) and no_cash is None,
        "again": own and not waits(order),
    }
    return visit.page("shop/order.html", form=form, own=own, may=may, **values)


def waits(order: Order) -> bool:
    return order.status is OrderStatus.AWAITING_PAYMENT


def _describe(visit: Visit, session: Session, view: OrderView, *, own: bool) -> dict[str, Any]:
    order, language, zone = view.order, visit.language, visit.settings.zone
    line = str(order.address["line"])
    return {
        "order": order,
        "state": state_of(view),
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
        "is_mine": shopper_of(visit) == order.customer_id,
    }


def state_of(view: OrderView) -> str:
    """What the page says above all: the order's status, an unpaid one by how far its payment is."""
    order, money = view.order, view.payment.money
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        return order.status.value
    if money.parked:
        return "parked"
    if order.payment_method is not PaymentMethod.ONLINE:
        return "undecided"
    return "payable" if view.payment.url else "preparing"
