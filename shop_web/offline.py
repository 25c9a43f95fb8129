"""Without a connection: the page that the browser keeps, and the service worker that shows it."""

from __future__ import annotations

import hashlib
import json

from starlette.responses import Response

from pages.door import Visiting, new_door
from pages.templates import BUILT, asset
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
    """The service worker. From the root, because a worker looks after what lies below its own address."""
    kept = [PAGE, *(asset(name) for name in NEEDED)]
    version = hashlib.sha256(f"{kept}{visit.language}".encode()).hexdigest()[:10]
    script = (BUILT / "offline.js").read_text(encoding="utf-8")
    head = f"const KEPT = {json.dumps(kept)};\nconst VERSION = {json.dumps(version)};\n"
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language, Cookie"}
    return Response(head + script, media_type="text/javascript", headers=headers)
