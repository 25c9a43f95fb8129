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
from shop_web.shelf import show_offer

router = new_door(SHOP)


@router.get("/")
def home(visit: Visiting) -> Response:
    """What is on sale today, when it could come, where we bring it, and how to order it."""
    with transaction() as session:
        offers = on_sale(session, visit.now(session))
        window = _next_window(visit, session)
        zones = tuple(pick(zone.names, visit.language) for zone in list_zones(session))
    shown = tuple(show_offer(visit, offer) for offer in sorted(offers, key=lambda offer: offer.sold_out))
    return visit.page("shop/home.html", same=(shown, window, zones), shown=shown, window=window, zones=zones)


def _next_window(visit: Visit, session: Session) -> str:
    """The soonest window of any zone, worded; empty when none is open."""
    slot = next_slot(session, None)
    if slot is None:
        return ""
    return format_slot(visit.language, slot.starts_at, slot.ends_at, visit.now(session), visit.settings.zone)
