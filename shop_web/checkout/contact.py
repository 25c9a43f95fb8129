"""Whom the rider may call: asked when we do not know a number, and to be corrected until the order is placed."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.responses import Response

from core.checkout.rules import Lack
from core.customers.actions import tell_name, tell_phone
from core.reading.phones import read_phones, show_phone
from pages.door import Visiting, new_door
from pages.fields import Line, Phone
from pages.forms import Filled, Form
from pages.visit import Visit
from shop_web.area import SHOP
from shop_web.checkout.route import SUMMARY, go_back_for, read_basket
from shop_web.shopper import require_shopper

router = new_door(SHOP)


class Contact(Form):
    """A name to ask for at the door, and a number."""

    beside: ClassVar = {"name-missing": "name"}

    name: Annotated[Line, Field(max_length=60)]
    phone: Phone


@router.get("/checkout/contact")
def ask(visit: Visiting) -> Response:
    """The two fields, with what we know."""
    basket = read_basket(visit)
    if basket is None or basket.address is None:
        return show(visit, visit.empty_form())
    phone = show_phone(basket.phone) if basket.phone else ""
    known = phone if read_phones(phone) == (basket.phone,) else ""
    return show(visit, visit.empty_form(name=basket.address.customer_name, phone=known))


@router.post("/checkout/contact")
def keep(visit: Visiting) -> Response:
    """Note them for the rider. The number is proved by nothing, so nothing is sent to it."""
    return visit.apply(Contact, note, show)


def note(visit: Visit, session: Session, contact: Contact) -> str:
    shopper = require_shopper(visit)
    tell_name(session, shopper, contact.name)
    tell_phone(session, shopper, contact.phone)
    return SUMMARY


def show(visit: Visit, form: Filled) -> Response:
    basket = read_basket(visit)
    needs = (Lack.FRUIT, Lack.MINIMUM, Lack.ADDRESS, Lack.OPEN_SLOT, Lack.SLOT)
    return go_back_for(visit, basket, *needs) or visit.page("shop/contact.html", form=form)
