"""The shelf: every variety with its price, what is ripe when and what is left; narrowed in the URL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from pydantic import Field
from starlette.responses import Response

from core.catalog.queries import Offer, on_sale
from core.catalog.varieties import Variety, varieties_to_come
from core.clock import business_day
from core.db import transaction
from core.formats import format_calendar_day, format_ripeness
from core.money import PAISE_PER_RUPEE, format_rupees
from core.wording import pick
from pages.door import Visiting, new_door
from pages.filters import Filters
from pages.visit import Visit
from shop_web.area import SHOP
from shop_web.pictures import Painted, paint

router = new_door(SHOP)

SCARCE = 5  # whole packs of the smallest kind from which on we say how many are left
SOON = 1  # days within which a fruit that is ripe then counts as ready
STEPS = (200, 500, 1000)  # rupees of the "up to" filter


@dataclass(frozen=True)
class Shown:
    """A variety as a card or page shows it, worded: `square` on the card, `wide` on its page. `left` is 0 unless it is
    scarce."""

    slug: str
    name: str
    square: Painted
    wide: Painted
    price: str
    ripeness: str
    left: int = 0
    is_sold_out: bool = False
    coming: str = ""


class ShelfFilters(Filters):
    """What the shelf shows: `ripe` ready now or later, up to `most` rupees, with `show` what is to come as well."""

    ripe: Literal["", "now", "later"] = ""
    most: int = Field(default=0, ge=0, le=100_000)
    show: Literal["", "all"] = ""

    def takes(self, offer: Offer) -> bool:
        is_ready = offer.ripe_after_days <= SOON
        by_ripeness = not self.ripe or is_ready == (self.ripe == "now")
        return by_ripeness and (not self.most or cheapest(offer) <= self.most * PAISE_PER_RUPEE)


@router.get("/mangoes")
def shelf(visit: Visiting) -> Response:
    """What is on sale and fits, sold-out ones last; what is still to come when that is asked for."""
    filters = ShelfFilters.read(visit.request.query_params).known()
    with transaction() as session:
        now = visit.now(session)
        offers = [offer for offer in on_sale(session, now) if filters.takes(offer)]
        coming = varieties_to_come(session, today(visit, now)) if filters.show else []
    offers.sort(key=lambda offer: offer.sold_out)
    cards = (
        tuple(show_offer(visit, offer) for offer in offers),
        tuple(show_coming(visit, variety) for variety in coming),
    )
    choices = _choices(visit, filters)
    return visit.page(
        "shop/shelf.html", fragments=("shelf",), same=(cards, choices), choices=choices, shown=cards[0], coming=cards[1]
    )  # fmt: skip


def today(visit: Visit, now: datetime) -> date:
    return business_day(now, visit.settings.zone)


def cheapest(offer: Offer) -> int:
    """What the smallest sum is, in paise, for which some of it can be had."""
    return min(pack.price_paise for pack in offer.packs)


def show_offer(visit: Visit, offer: Offer) -> Shown:
    """A variety on sale, with its first pack's price."""
    first = offer.packs[0]
    left = max(pack.left for pack in offer.packs)
    return Shown(
        slug=offer.slug,
        name=pick(offer.names, visit.language),
        square=paint(offer.photo, offer.picture, "square"),
        wide=paint(offer.photo, offer.picture, "wide"),
        price=visit.t(
            "price-per-pack", price=format_rupees(first.price_paise), pack=pick(first.labels, visit.language)
        ),
        ripeness=format_ripeness(visit.language, offer.ripe_after_days, offer.ripe_until_days),
        left=left if left <= SCARCE else 0,
        is_sold_out=offer.sold_out,
    )


def show_coming(visit: Visit, variety: Variety) -> Shown:
    """A variety whose season is to come."""
    return Shown(
        slug=variety.slug,
        name=pick(variety.names, visit.language),
        square=paint(variety.photo, variety.picture, "square"),
        wide=paint(variety.photo, variety.picture, "wide"),
        price="",
        ripeness=format_ripeness(visit.language, variety.ripe_after_days, variety.ripe_until_days),
        coming=format_calendar_day(visit.language, variety.begins_on),
    )


def _choices(visit: Visit, filters: ShelfFilters) -> tuple[tuple[str, str, bool], ...]:
    """The filters as links: words, query, whether it is chosen; a second tap takes a choice back."""
    ripe = [_choice(filters, "ripe", value, visit.t(f"shelf-ripe-{value}")) for value in ("now", "later")]
    sums = [(step, format_rupees(step * PAISE_PER_RUPEE)) for step in STEPS]
    most = [_choice(filters, "most", step, visit.t("shelf-most", price=price)) for step, price in sums]
    return (*ripe, *most, _choice(filters, "show", "all", visit.t("shelf-all")))


def _choice(filters: ShelfFilters, name: str, value: str | int, words: str) -> tuple[str, str, bool]:
    is_chosen = getattr(filters, name) == value
    return words, filters.without(name) if is_chosen else filters.query(**{name: value}), is_chosen
