"""Without a connection: the page that the browser keeps, and the service worker that shows it."""

from __future__ import annotations

from starlette.responses import Response

from pages.door import Visiting, new_door
from pages.templates import asset
from pages.workers import worker as send_worker
from shop_web.area import SHOP

router = new_door(SHOP)

PAGE = "/offline"
NEEDED = ("app.css", "logo.svg", "logo-dark.svg", "icons.svg", "icon.svg")


@router.get(PAGE)
def offline(visit: Visiting) -> Response:
    """That there is no connection, that nothing is lost, and a way to try again."""
    return visit.page("shop/offline.html", same=PAGE)


@router.get("/offline.js")
def worker(visit: Visiting) -> Response:
    """The service worker, from the root: it looks after the whole shop."""
    return send_worker("offline.js", [PAGE, *(asset(name) for name in NEEDED)], visit.language)
