"""The landing page, and the page that says in a sentence why there is none."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from core.catalog.queries import Offer, on_sale
from core.clock import read_now
from core.db import transaction
from core.formats import format_ripeness
from core.money import format_rupees
from core.wording import pick, say
from shop_web.pages import choose_language, render

router = APIRouter()


@router.get("/")
def home(request: Request) -> HTMLResponse:
    """What is on sale today, and the one way to order it."""
    language = choose_language(request.headers.get("accept-language", ""))
    with transaction() as session:
        offers = on_sale(session, read_now(session))
    return render(request, "shop/home.html", today=[_describe(offer, language) for offer in offers])


def _describe(offer: Offer, language: str) -> dict[str, str]:
    first = offer.packs[0]
    return {
        "name": pick(offer.names, language),
        "photo": offer.photo,
        "price": say(
            language, "web-price-per-pack", price=format_rupees(first.price_paise), pack=pick(first.labels, language)
        ),
        "ripeness": format_ripeness(language, offer.ripe_after_days, offer.ripe_until_days),
    }


def render_status(request: Request, status_code: int, headers: dict[str, str]) -> HTMLResponse:
    """A page for a status that is not 200: what happened and what to do."""
    language = choose_language(request.headers.get("accept-language", ""))
    kind = "not-found" if status_code == 404 else "trouble"
    page = render(
        request,
        "shop/message.html",
        status_code=status_code,
        title=say(language, f"web-{kind}-title"),
        text=say(language, f"web-{kind}-text"),
        tone="problem",
    )
    page.headers.update(headers)
    return page
