"""The cart: the same one that the chat fills, changed line by line."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field
from sqlmodel import Session
from starlette.responses import Response

from core.carts.actions import set_quantity
from core.carts.queries import read_cart
from core.checkout.basket import Basket, BasketLine, Channel
from core.checkout.rules import price
from core.db import transaction
from core.money import format_rupees
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Id, plain_digits
from pages.forms import Filled, Form
from pages.visit import Visit
from shop_web.area import SHOP
from shop_web.shopper import require_shopper, shopper_of

router = new_door(SHOP)

# None takes the line out.
Quantity = Annotated[int, BeforeValidator(plain_digits), Field(ge=0, le=999)]


class SetLine(Form):
    """So many of a pack there shall be."""

    pack: Id
    quantity: Quantity


@router.get("/cart")
def cart(visit: Visiting) -> Response:
    """What was picked, at today's prices, and what it would cost."""
    return show(visit, visit.empty_form())


@router.post("/cart")
def change(visit: Visiting) -> Response:
    """Set how many of a pack there are, or take it out."""
    return visit.apply(SetLine, set_line, show)


def set_line(visit: Visit, session: Session, line: SetLine) -> str:
    set_quantity(session, require_shopper(visit), line.pack, line.quantity, visit.now(session))
    return "/cart"


def show(visit: Visit, form: Filled) -> Response:
    visit.is_private = True
    with transaction() as session:
        basket = basket_of(visit, session)
    lines = show_lines(visit, basket.lines) if basket else []
    dropped = [pick(line.names, visit.language) for line in basket.dropped] if basket else []
    cost = price(basket, basket.zone) if basket else None
    return visit.page(
        "shop/cart.html", fragments=("cart",), form=form, lines=lines, dropped=dropped, cost=cost,
        is_placed=basket is not None and basket.zone is not None, is_guest=visit.owner.customer_id is None,
    )  # fmt: skip


def basket_of(visit: Visit, session: Session) -> Basket | None:
    """What this browser's shopper would order now; None for somebody who never put anything in."""
    shopper = shopper_of(visit)
    return read_cart(session, shopper, Channel.WEB, visit.now(session)) if shopper else None


def show_lines(visit: Visit, lines: list[BasketLine]) -> list[dict[str, object]]:
    """Lines for a page: names and sums in words, and how many could be had."""
    return [
        {
            "pack": line.pack_id,
            "name": pick(line.names, visit.language),
            "label": pick(line.labels, visit.language),
            "quantity": line.quantity,
            "each": format_rupees(line.unit_price_paise),
            "sum": format_rupees(line.line_paise),
            "left": line.left,
            "has_more": line.quantity < line.left,
            "is_short": line.left < line.quantity,
        }
        for line in lines
    ]
