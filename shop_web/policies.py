"""What a shop must say of itself: delivery, refunds, privacy, who it is. Facts are the founder's, words are ours."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response

from core.db import transaction
from core.formats import format_times
from core.money import format_rupees
from core.shop.queries import read_shop
from core.slots.queries import weekly_windows
from core.wording import pick
from core.zones.queries import list_apartments, list_zones
from core.zones.tables import Zone
from pages.door import Visiting, new_door
from pages.visit import Visit
from shop_web.area import SHOP

router = new_door(SHOP)


@router.get("/delivery")
def delivery(visit: Visiting) -> Response:
    """Where we bring it, when, and what that costs."""
    with transaction() as session:
        zones, apartments, hours = list_zones(session), list_apartments(session), weekly_windows(session)
    shown = [
        (
            pick(zone.names, visit.language),
            _terms(visit, zone),
            [pick(each.names, visit.language) for each in apartments if each.zone_id == zone.id],
        )
        for zone in zones
    ]
    windows = [format_times(visit.language, each.starts, each.ends) for each in hours]
    return visit.page("shop/delivery.html", zones=shown, windows=windows)


def _terms(visit: Visit, zone: Zone) -> str:
    return visit.t(
        "delivery-terms",
        fee=format_rupees(zone.fee_paise),
        free=format_rupees(zone.free_above_paise),
        minimum=format_rupees(zone.minimum_paise),
        charged="yes" if zone.fee_paise and zone.free_above_paise else "no",
    )


@router.get("/refunds")
def refunds(visit: Visiting) -> Response:
    """Until when an order can be cancelled, and how money comes back."""
    return _policy(visit, "refunds", ("cancel", "back", "bad", "failed"))


@router.get("/privacy")
def privacy(visit: Visiting) -> Response:
    """What we know of people, why, for how long, and how they have it erased."""
    return _policy(visit, "privacy", ("what", "why", "who", "long", "rights"))


@router.get("/contact")
def contact(visit: Visiting) -> Response:
    """Who we are: name, licence, address."""
    return _policy(visit, "contact", ())


def _policy(visit: Visit, page: str, parts: tuple[str, ...]) -> Response:
    if page not in {"refunds", "privacy", "contact"}:
        raise HTTPException(404)
    with transaction() as session:
        shop = read_shop(session)
    return visit.page("shop/policy.html", name=page, parts=parts, shop=shop)
