"""What the form of a phone order says, as a basket: read again each time, so that prices and places are today's."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field
from sqlmodel import Session

from core.checkout.basket import Basket, Channel
from core.checkout.queries import Selection, make_basket
from core.checkout.rules import Price, check_basket, price
from core.customers.addresses import add_address
from core.errors import Refusal
from core.shop.queries import read_shop
from pages.fields import Id, Line
from pages.forms import Form
from pages.visit import Visit


class PhoneOrder(Form):
    """Packs with how many of each, a home that is known or another, a window, a note, how it is paid.

    `total` is the sum that was shown and said on the phone; without one the form only asks for it.
    """

    packs: list[Id] = Field(default_factory=list)
    counts: list[Annotated[int, Field(ge=0, le=99)]] = Field(default_factory=list)
    home: Id | None = None
    apartment: Id | None = None
    line: Annotated[Line, Field(max_length=120)] = ""
    window: Id | None = None
    note: Annotated[Line, Field(max_length=200)] = ""
    way: Literal["cash", "online"] = "cash"
    total: Annotated[int, Field(ge=0)] | None = None
    step: Literal["sum", "place"] = "sum"

    beside: ClassVar = {
        "home-unclear": "line", "home-too-long": "line", "flat-missing": "line", "tower-missing": "line",
        "tower-unknown": "line", "apartment-unknown": "apartment", "address-missing": "line",
        "slot-missing": "window", "slot-full": "window", "slot-closed": "window", "slot-past": "window",
        "slot-unknown": "window", "note-too-long": "note", "cod-cap": "way", "unpaid-too-often": "way",
    }  # fmt: skip

    @property
    def chosen(self) -> dict[int, int]:
        """How many of each pack, of those that are wanted at all."""
        return {pack: count for pack, count in zip(self.packs, self.counts, strict=False) if count}


def read_order(visit: Visit, session: Session, customer_id: int, form: PhoneOrder) -> tuple[Basket, Price]:
    """The basket and what it costs. Another home is kept for the customer.

    Raises Refusal for what cannot be ordered, as `check_basket` and `add_address` do.
    """
    now, address_id = visit.now(session), form.home
    if form.line:
        if form.apartment is None:
            raise Refusal("apartment-unknown")
        address_id = add_address(session, customer_id, form.apartment, form.line, now).id
    selection = Selection(
        customer_id, Channel.PHONE, form.chosen, address_id=address_id, slot_id=form.window, note=form.note
    )
    basket = make_basket(session, selection, now)
    check_basket(basket, largest_quantity=read_shop(session).largest_quantity)
    return basket, price(basket, basket.zone, basket.offers)
