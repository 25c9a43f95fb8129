"""The landing page."""

from starlette.responses import Response

from core.catalog.queries import Offer, on_sale
from core.db import transaction
from core.formats import format_ripeness
from core.money import format_rupees
from core.wording import pick
from pages.door import Visiting, new_door
from pages.visit import Visit
from shop_web.area import SHOP

router = new_door(SHOP)


@router.get("/")
def home(visit: Visiting) -> Response:
    """What is on sale today, and the one way to order it."""
    with transaction() as session:
        offers = on_sale(session, visit.now(session))
    return visit.page("shop/home.html", today=[_describe(offer, visit) for offer in offers])


def _describe(offer: Offer, visit: Visit) -> dict[str, str]:
    first = offer.packs[0]
    language = visit.language
    price = format_rupees(first.price_paise)
    return {
        "name": pick(offer.names, language),
        "photo": offer.photo,
        "price": visit.t("price-per-pack", price=price, pack=pick(first.labels, language)),
        "ripeness": format_ripeness(language, offer.ripe_after_days, offer.ripe_until_days),
    }
