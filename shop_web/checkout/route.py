"""Which page of the checkout comes next: the same order of questions as in the chat."""

from __future__ import annotations

from starlette.responses import Response

from core.checkout.basket import Basket
from core.checkout.rules import Lack, whats_missing
from core.db import transaction
from pages.visit import Visit
from shop_web.cart import basket_of

CART, SUMMARY = "/cart", "/checkout"
PAGES = {
    Lack.FRUIT: CART,
    Lack.MINIMUM: CART,
    Lack.ADDRESS: "/checkout/home",
    Lack.OPEN_SLOT: "/checkout/time",
    Lack.SLOT: "/checkout/time",
    Lack.PHONE: "/checkout/contact",
}


def read_basket(visit: Visit) -> Basket | None:
    """What would be ordered now; None while this browser has put nothing in."""
    visit.is_private = True
    with transaction() as session:
        return basket_of(visit, session)


def go_back_for(visit: Visit, basket: Basket | None, *needs: Lack) -> Response | None:
    """The way to the first of `needs` that the basket lacks; None when it has them."""
    if basket is None:
        return visit.redirect(CART)
    lack = next((lack for lack in whats_missing(basket) if not needs or lack in needs), None)
    return visit.redirect(PAGES[lack]) if lack else None
