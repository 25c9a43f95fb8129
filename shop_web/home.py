"""The landing page."""

from sqlmodel import Session
from starlette.responses import Response

from core.catalog.queries import on_sale
from core.db import transaction
from core.formats import format_slot
from core.slots.queries import next_slot
from core.wording import pick
from core.zones.queries import list_zones
from pages.door import Visiting, new_door
from pages.visit import Visit
from shop_web.area import SHOP
from shop_web.pictures import paint, poster
from shop_web.shelf import show_offer

router = new_door(SHOP)

NOTHING_ON_SALE = "alphonso"  # what is drawn then


@router.get("/")
def home(visit: Visiting) -> Response:
    """What is on sale today, when it could come, where we bring it, and how to order it."""
    with transaction() as session:
        offers = on_sale(session, visit.now(session))
        window = _next_window(visit, session)
        zones = tuple(pick(zone.names, visit.language) for zone in list_zones(session))
    offers.sort(key=lambda offer: offer.sold_out)
    shown = tuple(show_offer(visit, offer) for offer in offers)
    first = (offers[0].photo, offers[0].picture) if offers else (NOTHING_ON_SALE, None)
    return visit.page(
        "shop/home.html", same=(shown, window, zones, first), shown=shown, window=window, zones=zones,
        wide=paint(*first, "wide"), poster=poster(*first),
    )  # fmt: skip


def _next_window(visit: Visit, session: Session) -> str:
    """The soonest window of any zone, worded; empty when none is open."""
    slot = next_slot(session, None)
    if slot is None:
        return ""
    return format_slot(visit.language, slot.starts_at, slot.ends_at, visit.now(session), visit.settings.zone)
