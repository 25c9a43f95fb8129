"""One variety: its picture and story, its packs to put into the cart, or when it comes."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from core.carts.actions import add_pack
from core.catalog.queries import Offer, find_offer
from core.catalog.varieties import Variety, find_variety
from core.db import transaction
from core.formats import format_calendar_day
from core.money import PAISE_PER_RUPEE, RUPEES, format_rupees
from core.waitlist.actions import is_waiting, stop_waiting, wait_for
from core.wording import pick
from pages.door import Visiting, new_door
from pages.fields import Count, Id
from pages.forms import Filled, Form
from pages.visit import Visit
from shop_web.area import SHOP
from shop_web.pictures import poster
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


class TellMe(Form):
    """Whether to be told when it can be had; sending it is the consent to that one message."""

    wish: Literal["wait", "stop"]


@router.post("/mangoes/{slug}/tell-me")
def tell_me(visit: Visiting, slug: str) -> Response:
    """Keep, or forget, that a customer wants to hear of a variety; a guest signs in first."""

    def keep(visit: Visit, session: Session, asked: TellMe) -> str:
        variety = find_variety(session, slug[:LONGEST_SLUG])
        if variety is None:
            raise HTTPException(404)
        page = f"/mangoes/{variety.slug}"
        if visit.owner.customer_id is None:
            return f"/login?next={page}"
        if asked.wish == "wait":
            said = visit.t("product-tell-me", name=pick(variety.names, visit.language))
            wait_for(session, visit.owner.customer_id, variety.product_id, said, visit.now(session))
        else:
            stop_waiting(session, visit.owner.customer_id, variety.product_id)
        return page

    return visit.apply(TellMe, keep, lambda visit, filled: show(visit, filled, slug))


def show(visit: Visit, form: Filled, slug: str) -> Response:
    """The page, with the form as it was filled in. 404 for a variety that we do not have."""
    with transaction() as session:
        variety = find_variety(session, slug) if len(slug) <= LONGEST_SLUG else None
        if variety is None:
            raise HTTPException(404)
        now = visit.now(session)
        offer = find_offer(session, variety.product_id, now)
        is_coming = variety.begins_on > today(visit, now)
        customer = visit.owner.customer_id
        waits = customer is not None and is_waiting(session, customer, variety.product_id)
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
        waits=waits,
        data=_for_machines(visit, variety, offer),
        poster=poster(variety.photo, variety.picture),
        form=form,
    )


def _for_machines(visit: Visit, variety: Variety, offer: Offer | None) -> dict[str, Any]:
    """The variety as schema.org knows products: what a search or a chat shows of a forwarded link."""
    base = visit.settings.public_url.rstrip("/")
    product: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": pick(variety.names, visit.language),
        "description": pick(variety.stories, visit.language),
        "image": f"{base}{poster(variety.photo, variety.picture).path}",
    }
    if offer is not None:
        prices = [pack.price_paise for pack in offer.packs]
        product["offers"] = {
            "@type": "AggregateOffer",
            "priceCurrency": RUPEES,
            "lowPrice": f"{min(prices) / PAISE_PER_RUPEE:.2f}",
            "highPrice": f"{max(prices) / PAISE_PER_RUPEE:.2f}",
            "offerCount": len(prices),
            "availability": f"https://schema.org/{'OutOfStock' if offer.sold_out else 'InStock'}",
            "url": f"{base}/mangoes/{variety.slug}",
        }
    return product


def _show_packs(visit: Visit, offer: Offer) -> list[tuple[int, str, str, bool]]:
    """The packs that can be had: id, price in words, what is left when that is little; and whether it can be."""
    shown = []
    for pack in offer.packs:
        words = visit.t("price-per-pack", price=format_rupees(pack.price_paise), pack=pick(pack.labels, visit.language))
        left = visit.t("product-left", left=pack.left) if pack.left <= SCARCE else ""
        shown.append((pack.pack_id, words, left, pack.left > 0))
    return shown
