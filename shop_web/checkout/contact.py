"""Whom the rider may call, when we do not know a number: who signed in by a word usually has one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from sqlmodel import Session
from starlette.responses import Response

from core.checkout.rules import Lack
from core.customers.actions import learn_name, tell_phone
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

    name: Annotated[Line, Field(max_length=60)]
    phone: Phone


@router.get("/checkout/contact")
def ask(visit: Visiting) -> Response:
    """The two fields."""
    return show(visit, visit.empty_form())


@router.post("/checkout/contact")
def keep(visit: Visiting) -> Response:
    """Note them for the rider. The number is proved by nothing, so nothing is sent to it."""
    return visit.apply(Contact, note, show)


def note(visit: Visit, session: Session, contact: Contact) -> str:
    shopper = require_shopper(visit)
    learn_name(session, shopper, contact.name)
    tell_phone(session, shopper, contact.phone)
    return SUMMARY


def show(visit: Visit, form: Filled) -> Response:
    basket = read_basket(visit)
    needs = (Lack.FRUIT, Lack.MINIMUM, Lack.ADDRESS, Lack.OPEN_SLOT, Lack.SLOT)
    return go_back_for(visit, basket, *needs) or visit.page("shop/contact.html", form=form)
