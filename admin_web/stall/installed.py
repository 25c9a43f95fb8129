"""The till on a tablet's first screen, and the worker that shows it when there is no connection.

Open to everybody: browsers ask for a manifest without cookies, and nothing of the shop's is said here.
"""

from __future__ import annotations

from starlette.responses import JSONResponse, Response

from admin_web.stall.door import HOME, STALL
from pages.door import Visiting, new_door
from pages.frame import SHOP_NAME
from pages.templates import asset
from pages.workers import worker as send_worker

router = new_door(STALL)

NEEDED = ("app.css", "icons.svg", "icon.svg", "forms.js", "till.js", "till-sale.js", "till-views.js", "queue.js",
          "connection.js", "idb.js", "qr.js")  # fmt: skip


@router.get("/stall/worker.js")
def worker(visit: Visiting) -> Response:
    """It keeps the till's one page, and shows it whichever of the till's pages cannot be had."""
    return send_worker("staying.js", [asset(name) for name in NEEDED], visit.language, home=HOME)


@router.get("/stall/manifest.webmanifest")
def manifest(visit: Visiting) -> Response:
    """The till as something to install: without a browser's bars there is more room, and nothing to tap by mistake."""
    icons = [{"src": asset(f"icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)]
    content = {
        "id": HOME,
        "name": f"{SHOP_NAME} · {visit.t('stall-till-title')}",
        "short_name": visit.t("stall-till-title"),
        "start_url": HOME,
        "scope": HOME,
        "display": "standalone",
        "lang": visit.language,
        "background_color": "#fdf6e9",
        "theme_color": "#fdf6e9",
        "icons": icons,
    }
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language, Cookie"}
    return visit.send(JSONResponse(content, media_type="application/manifest+json", headers=headers))
