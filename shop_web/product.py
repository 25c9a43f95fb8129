"""One variety: its picture and story, its packs to put into the cart, or when it comes."""

from __future__ import annotations

from typing import ClassVar

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from core.carts.actions import add_pack
from core.catalog.queries import Offer, find_offer
from core.catalog.varieties import find_variety
from core.db import transaction
from core.formats import format_calendar_day
from core.money import format_rupees
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Count, Id
from pages.forms import Filled, Form
from pages.visit import Visit
from shop_web.area import SHOP
from shop_web.shelf import SCARCE, show_coming, show_offer, today
from shop_web.shopper import begin_to_shop

router = new_door(SHOP)
LONGEST_SLUG = 80


class Pick(Form):
    """So many of a pack."""

    beside: ClassVar = {
        "sold-out": "quantity",
        "quantity-unclear": "quantity",
        "too-many": "quantity",
        "not-for-sale": "pack",
    }

    pack: Id
    quantity: Count


@router.get("/mangoes/{slug}")
def product(visit: Visiting, slug: str) -> Response:
    """The page of a variety, in season or not."""
    return show(visit, visit.empty_form(quantity="1"), slug)


@router.post("/mangoes/{slug}")
def put_in(visit: Visiting, slug: str) -> Response:
    """Put a pack into the cart and go there."""
    return visit.apply(Pick, put, lambda visit, filled: show(visit, filled, slug))


def put(visit: Visit, session: Session, chosen: Pick) -> str:
    add_pack(session, begin_to_shop(visit, session), chosen.pack, chosen.quantity, visit.now(session))
    visit.tell_next("in-cart")
    return "/cart"


def show(visit: Visit, form: Filled, slug: str) -> Response:
    """The page, with the form as it was filled in. 404 for a variety that we do not have."""
    with transaction() as session:
        variety = find_variety(session, slug) if len(slug) <= LONGEST_SLUG else None
        if variety is None:
            raise HTTPException(404)
        now = visit.now(session)
        offer = find_offer(session, variety.product_id, now)
        is_coming = variety.begins_on > today(visit, now)
    shown = show_offer(visit, offer) if offer else show_coming(visit, variety)
    return visit.page(
        "shop/product.html",
        variety=shown,
        story=pick(variety.stories, visit.language),
        grade=variety.grade,
        season=(
            format_calendar_day(visit.language, variety.begins_on),
            format_calendar_day(visit.language, variety.ends_on),
        ),
        is_coming=is_coming,
        packs=_show_packs(visit, offer) if offer else [],
        form=form,
    )


def _show_packs(visit: Visit, offer: Offer) -> list[tuple[int, str, str, bool]]:
    """The packs that can be had: id, price in words, what is left when that is little; and whether it can be."""
    shown = []
    for pack in offer.packs:
        words = visit.t("price-per-pack", price=format_rupees(pack.price_paise), pack=pick(pack.labels, visit.language))
        left = visit.t("product-left", left=pack.left) if pack.left <= SCARCE else ""
        shown.append((pack.pack_id, words, left, pack.left > 0))
    return shown
