"""Selling without a script: tiles that add to the sale by links, then how it is paid, and one form that records it.

What is being rung up stands in the address alone: nothing of a sale is kept before it is paid. Its id is made when it
is to be paid, and carried along, so that a second tap records nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, NamedTuple
from urllib.parse import urlencode, urlsplit
from uuid import UUID

import segno
from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.stall.cart import add_one, cart_of, read_cart, take_one, write_cart
from admin_web.stall.door import HOME, InShift, Keeper, router
from admin_web.stall.shown import show_tiles
from core.db import transaction
from core.errors import Refusal
from core.ids import new_key
from core.shop.queries import read_shop
from core.stalls.qrs import KnownQr, find_qr
from core.stalls.queries import rung_up
from core.stalls.rules import KEYS, Payment, QrShown, Sale, SoldLine, show_qr
from core.stalls.selling import price_of, read_lines, record_sale
from core.stalls.upi import upi_link
from core.wording import pick
from pages.door import Visiting
from pages.fields import Line, WholePhone
from pages.forms import Filled, Form
from pages.security_headers import STRICT, ContentPolicy
from pages.visit import Visit

PAY, SELL = "/stall/pay", "/stall/sell"
NUMBER = Annotated[int, Field(ge=0, le=10_000_000_00)]


class Paid(Form):
    """A sale that was paid: `paid` is the sum that was shown, `given` the cash that was handed over, both in paise."""

    id: UUID
    cart: Annotated[Line, Field(max_length=200)]
    payment: Payment
    paid: NUMBER
    given: NUMBER | None = None
    phone: WholePhone | None = None
    consent: Line = ""

    beside: ClassVar = {"consent-missing": "consent"}


class Ringing(NamedTuple):
    """What is being rung up: packs by id, worded lines, and the sum in paise."""

    cart: Mapping[int, int]
    lines: list[dict[str, Any]]
    total_paise: int


class ShownQr(NamedTuple):
    """Razorpay's code on the page: how it stands, whether it is switched on, whether this sale asked for one, its
    picture, what came by it in paise, what the page may load for it, and in development the page where it is paid."""

    status: QrShown
    is_on: bool
    was_asked: bool
    picture: str
    credited_paise: int
    policy: ContentPolicy
    pay_page: str = ""


@router.get(HOME)
def till(visit: Visiting, keeper: InShift) -> Response:
    """The tiles, what is being rung up, and the way to pay."""
    cart = read_cart(visit.request.query_params.get("cart", ""))
    with transaction() as session:
        ringing = ring(visit, session, cart)
        tiles = show_tiles(visit, session, keeper)
    for tile in tiles:
        tile["add"] = f"{HOME}?{urlencode({'cart': write_cart(add_one(ringing.cart, tile['pack']))})}"
        tile["count"] = ringing.cart.get(tile["pack"], 0)
        tile["is_out"] = tile["allotted"] + tile["shared"] <= tile["count"]
    return visit.page(
        "stall/till.html", tiles=tiles, ringing=ringing, pay=_pay_path(ringing.cart), form=visit.empty_form()
    )


@router.get(PAY)
def pay(visit: Visiting, keeper: InShift) -> Response:
    """Cash with its change, UPI with its code, or card."""
    return show_pay(visit, visit.empty_form(), keeper, visit.request.query_params)


@router.post(SELL)
def sell(visit: Visiting, keeper: InShift) -> Response:
    """Record what was paid. Whoever sells the last box first has it: here that is asked before the customer goes."""
    typed = {name: values[-1] for name, values in visit.posted.fields.items() if values}
    asked = {**typed, "by": typed.get("payment", "")}
    return visit.apply(Paid, lambda visit, session, form: _sell(visit, session, form, keeper),
                       lambda visit, form: show_pay(visit, form, keeper, asked))  # fmt: skip


def _sell(visit: Visit, session: Session, form: Paid, keeper: Keeper) -> str:
    assert keeper.till.shift is not None, "the guard asks"
    if form.phone and not form.consent:
        raise Refusal("consent-missing")
    cart = read_cart(form.cart)
    lines = tuple(SoldLine(pack, quantity) for pack, quantity in cart.items())
    total = price_of(read_lines(session, lines))
    if total != form.paid:
        raise Refusal("price-changed", total_paise=total)
    now = visit.now(session)
    given = form.given if form.payment is Payment.CASH else None
    sale = Sale(str(form.id), keeper.till.shift.id, now, lines, form.payment, total, given, form.phone)
    record_sale(session, keeper.till.device, sale, is_live=True, keeper_id=keeper.id, actor=keeper.actor, now=now)
    return f"/stall/sold/{form.id}"


def ring(visit: Visit, session: Session, cart: Mapping[int, int]) -> Ringing:
    """Lines at today's prices; packs that are none are left out."""
    lines = cart_of(session, cart)
    kept = {line.pack_id: line.quantity for line in lines}
    shown = [
        {"name": pick(line.names, visit.language), "label": pick(line.labels, visit.language),
         "quantity": line.quantity, "paise": line.line_paise,
         "more": f"{HOME}?{urlencode({'cart': write_cart(add_one(kept, line.pack_id))})}",
         "less": f"{HOME}?{urlencode({'cart': write_cart(take_one(kept, line.pack_id))})}"}
        for line in lines
    ]  # fmt: skip
    return Ringing(kept, shown, price_of(lines))


def _pay_path(cart: Mapping[int, int]) -> str:
    return f"{PAY}?{urlencode({'cart': write_cart(cart), 'id': new_key()})}"


def show_pay(visit: Visit, form: Filled, keeper: Keeper, asked: Mapping[str, str]) -> Response:
    uid, by = _uid(asked.get("id", "")), asked.get("by", "")
    with transaction() as session:
        ringing, shop = ring(visit, session, read_cart(asked.get("cart", ""))), read_shop(session)
        visit.now(session)
        known = find_qr(session, keeper.till.device, uid) if by == Payment.UPI else None
    if not ringing.lines:
        return visit.redirect(HOME)
    given = int(typed) if (typed := asked.get("given", "")).isdecimal() and len(typed) < 11 else 0
    base = {"cart": write_cart(ringing.cart), "id": uid}
    keys = [(key, f"{PAY}?{urlencode({**base, 'by': 'cash', 'given': given + key})}") for key in KEYS]
    ways = [(way.value, f"{PAY}?{urlencode({**base, 'by': way.value})}") for way in Payment]
    plain = ""
    if by == Payment.UPI and shop.upi_address:
        plain = draw(upi_link(address=shop.upi_address, name=shop.name, paise=ringing.total_paise,
                              note=f"{shop.name} {keeper.till.device.stall}", reference=uid))  # fmt: skip
    qr = shown_qr(visit, known, ringing.total_paise)
    return visit.page(
        "stall/pay.html", form=form, ringing=ringing, uid=uid, by=by, given=given, keys=keys, ways=ways, plain=plain,
        cart=base["cart"], back=f"{HOME}?{urlencode({'cart': base['cart']})}", again=f"{PAY}?{urlencode(base)}",
        address=shop.upi_address, change=given - ringing.total_paise, qr=qr, policy=qr.policy,
    )  # fmt: skip


def shown_qr(visit: Visit, known: KnownQr | None, due_paise: int) -> ShownQr:
    """How Razorpay's code for a sale stands. Its picture comes from Razorpay where we may not draw it ourselves."""
    state, is_on = show_qr(known.state if known else None, due_paise, visit.moment), visit.settings.razorpay_qr
    if known is None or not state.is_razorpays:
        return ShownQr(state, is_on, known is not None, "", 0, STRICT)
    picture = draw(known.content) if known.content else known.image_url
    # The page may stand before the picture is known, and looks again without a policy of its own.
    own = urlsplit(visit.settings.razorpay_api_url)
    policy = STRICT if known.content else STRICT.allowing(img_src=f"https: {own.scheme}://{own.netloc}")
    pay_page = known.image_url if visit.settings.is_development else ""
    return ShownQr(state, is_on, known is not None, picture, known.credited_paise or 0, policy, pay_page)


def draw(words: str) -> str:
    """A QR code as a picture that stands in the page."""
    return segno.make(words, error="m").svg_data_uri(scale=8, border=3)


def _uid(typed: str) -> str:
    try:
        return str(UUID(typed))
    except ValueError:
        return new_key()


@router.get("/stall/sold/{uid}")
def sold(visit: Visiting, keeper: InShift, uid: UUID) -> Response:
    """The change, in the largest type on the screen."""
    assert keeper.till.shift is not None, "the guard asks"
    with transaction() as session:
        found = next((each for each in rung_up(session, keeper.till.shift.id) if each.uid == str(uid)), None)
    if found is None:
        raise HTTPException(404)
    return visit.page("stall/sold.html", sale=found)
