"""What machines read of the shop: the map of its pages, and what a phone needs to install it."""

from __future__ import annotations

from xml.sax.saxutils import escape

from starlette.responses import JSONResponse, Response

from core.catalog.varieties import all_varieties
from core.db import transaction
from pages.door import Visiting, new_door
from pages.frame import SHOP_NAME
from pages.templates import asset
from shop_web.area import SHOP

router = new_door(SHOP)

STANDING = ("/", "/mangoes", "/delivery", "/refunds", "/privacy", "/contact")


@router.get("/sitemap.xml")
def sitemap(visit: Visiting) -> Response:
    """Every page that anybody may find, none that is somebody's own."""
    with transaction() as session:
        slugs = [f"/mangoes/{variety.slug}" for variety in all_varieties(session)]
    base = visit.settings.public_url.rstrip("/")
    urls = "".join(f"<url><loc>{escape(base + path)}</loc></url>" for path in (*STANDING, *slugs))
    xml = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    return Response(xml, media_type="application/xml", headers={"Cache-Control": "public, max-age=3600"})


@router.get("/manifest.webmanifest")
def manifest(visit: Visiting) -> Response:
    """The shop as something to put on a phone's first screen."""
    icons = [{"src": asset(f"icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)]
    content = {
        "name": SHOP_NAME,
        "short_name": SHOP_NAME,
        "start_url": "/",
        "display": "minimal-ui",
        "lang": visit.language,
        "background_color": "#fdf6e9",
        "theme_color": "#fdf6e9",
        "icons": icons,
    }
    headers = {"Cache-Control": "public, max-age=3600", "Vary": "Accept-Language, Cookie"}
    return visit.send(JSONResponse(content, media_type="application/manifest+json", headers=headers))
