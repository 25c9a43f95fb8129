"""The summary: what is brought where and when, what it costs, a note, and the two ways to pay.

Nothing is kept by looking: fruit and place are held when a way to pay is chosen.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field
from sqlmodel import Session
from starlette.responses import Response

from core.carts.actions import write_note
from core.checkout.basket import Basket, Channel
from core.checkout.rules import price
from core.db import transaction
from core.errors import Refusal
from core.formats import format_slot
from core.orders.cash import cash_refusal_of_basket
from core.orders.placing import place_cart
from core.orders.queries import open_unpaid_order
from core.orders.telling import set_quiet
from core.payments.actions import pay_cash, pay_online
from core.payments.lifecycle import LinkKind
from core.reading.phones import show_phone
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Line
from pages.forms import Filled, Form
from pages.visit import Visit
from pages.wording import say_refusal
from shop_web.area import SHOP
from shop_web.cart import show_lines
from shop_web.checkout.route import SUMMARY, go_back_for, read_basket
from shop_web.shopper import require_shopper, shopper_of

router = new_door(SHOP)

TELL = "tell"


class Summary(Form):
    """What stands in the summary's form, whichever of its buttons sends it: a word for the packer or rider, and `tell`,
    the consent to news of this order on WhatsApp.

    `script`: the browser can open Checkout on our page; every other one goes by a link.
    """

    beside: ClassVar = {"note-too-long": "note"}

    note: Annotated[Line, Field(max_length=200)] = ""
    total: Annotated[int, Field(ge=0)] = 0
    tell: bool = False
    script: bool = False


class Payment(Summary):
    """Online, or cash at the door, for the `total` (paise) that was shown."""

    way: Literal["online", "cash"]
    total: Annotated[int, Field(ge=0)]


@router.get("/checkout")
def summary(visit: Visiting) -> Response:
    """What would be ordered; whatever is missing is asked for first."""
    tell = "yes" if TELL in visit.request.query_params else ""
    return show(visit, visit.empty_form(tell=tell))


@router.post("/checkout/note")
def keep_note(visit: Visiting) -> Response:
    """Keep the note, or take it away; a tick that was set beside it stays set."""
    return visit.apply(Summary, note, show)


def note(visit: Visit, session: Session, written: Summary) -> str:
    write_note(session, require_shopper(visit), written.note, visit.now(session))
    return f"{SUMMARY}?{TELL}=yes" if written.tell else SUMMARY


@router.post("/checkout")
def pay(visit: Visiting) -> Response:
    """Order it: everything is kept, and paid online or confirmed for cash."""
    return visit.apply(Payment, order, show)


def order(visit: Visit, session: Session, payment: Payment) -> str:
    """Place the order with its note and go to its page. Raises what `write_note`, `place_cart`, `pay_online` and
    `pay_cash` raise.

    Raises Refusal `total-changed`(total_paise) when it is not the one that was shown: nothing is ordered then. Cash is
    for people we can write to: a guest signs in first.
    """
    shopper = require_shopper(visit)
    write_note(session, shopper, payment.note, visit.now(session))
    if payment.way == "cash" and visit.owner.customer_id is None:
        visit.tell_next("cash-signs-in")
        return f"/login?next={SUMMARY}"
    placed = place_cart(session, shopper, Channel.WEB, visit.now(session))
    if placed.total_paise != payment.total:
        raise Refusal("total-changed", total_paise=placed.total_paise)
    set_quiet(session, placed.id, is_quiet=not payment.tell)
    if payment.way == "cash":
        pay_cash(session, placed.id, visit.now(session))
    else:
        kind = LinkKind.CHECKOUT if payment.script else LinkKind.LINK
        pay_online(session, placed.id, visit.now(session), kind, instead=True)
    return f"/o/{placed.token}"


def show(visit: Visit, form: Filled) -> Response:
    basket = read_basket(visit)
    back = go_back_for(visit, basket)
    if back is not None or basket is None:
        return back or visit.redirect(SUMMARY)
    with transaction() as session:
        unpaid = open_unpaid_order(session, shopper_of(visit) or 0)
        values = _describe(visit, session, basket)
    return visit.page("shop/summary.html", form=form, unpaid=unpaid, is_guest=visit.owner.customer_id is None, **values)


def _describe(visit: Visit, session: Session, basket: Basket) -> dict[str, Any]:
    assert basket.address is not None
    assert basket.slot is not None
    assert basket.zone is not None
    starts, ends = basket.slot.starts_at, basket.slot.ends_at
    cost = price(basket, basket.zone, basket.offers)
    refusal = cash_refusal_of_basket(session, basket.customer_id, basket.zone.zone_id, cost.total_paise)
    return {
        "lines": show_lines(visit, basket.lines),
        "home": f"{pick(basket.address.apartment_names, visit.language)}, {basket.address.line}",
        "window": format_slot(visit.language, starts, ends, visit.now(session), visit.settings.zone),
        "caller": (basket.address.customer_name, show_phone(basket.phone)),
        "note": basket.note,
        "cost": cost,
        "no_cash": say_refusal(visit.language, refusal) if refusal else "",
    }
