"""The web process: every door on one FastAPI application."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

import core.tables  # noqa: F401 - a foreign key is known only when both of its tables are
from admin_web.area import HOME, OFFICE
from admin_web.doors import open_office
from admin_web.rider import page as rider_page
from admin_web.stall.door import HOME as TILL
from admin_web.stall.door import STALL
from admin_web.stall.doors import open_stall
from core.changes.announcing import Announcer
from core.changes.feed import ChangeFeed
from core.settings import get_settings
from core.wording import load_catalogues
from jamango.answers import Compression, HeadAsGet
from jamango.counting import hand_over_until
from pages import assets, look
from pages.errors import ErrorPages
from pages.language import new_language_door
from pages.security_headers import SecurityHeaders
from pages.wording import PAGES
from shop_web.area import SHOP
from shop_web.doors import DOORS as SHOP_DOORS
from webhooks import health, razorpay, whatsapp
from webhooks.door import Door

# Whose frame a page has that no door has made; the first beginning that fits counts.
AREAS = ((HOME, OFFICE), (TILL, STALL), ("/r/", rider_page.RIDER), ("/", SHOP))
FOR_MACHINES = ("/webhooks/", "/static/", "/metrics", "/dev/clock")
SECONDS_TO_FINISH = 3.0  # a hand-over of counts that is under way


def create_app() -> FastAPI:
    """Put the doors together. Documentation pages are off, and nothing redirects: Meta does not follow redirects."""
    load_catalogues()
    PAGES.load()
    app = FastAPI(
        title="Jamango", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False, lifespan=_run_door
    )
    for door in (whatsapp, razorpay, health, *SHOP_DOORS, rider_page, assets):
        app.include_router(door.router)
    app.include_router(new_language_door(AREAS))
    open_office(app)
    open_stall(app)
    if get_settings().is_development:
        app.include_router(health.development)
        app.include_router(look.router)
    app.mount("/static", assets.Assets(), name="static")
    app.add_middleware(Compression)
    app.add_middleware(HeadAsGet)
    app.add_middleware(SecurityHeaders, strict_transport=_is_on_https())
    ErrorPages(AREAS, for_machines=FOR_MACHINES, strict_transport=_is_on_https()).install(app)
    return app


@asynccontextmanager
async def _run_door(app: FastAPI) -> AsyncIterator[None]:
    app.state.door = Door(get_settings())
    app.state.changes = ChangeFeed(get_settings())
    announcer = Announcer(get_settings())
    await app.state.door.open()
    announcer.start()
    stop = threading.Event()
    counts = threading.Thread(target=hand_over_until, args=(stop,), name="counts", daemon=True)
    counts.start()
    try:
        yield
    finally:
        stop.set()
        await app.state.changes.close()
        await app.state.door.close()
        await asyncio.to_thread(announcer.close)
        await asyncio.to_thread(counts.join, SECONDS_TO_FINISH)


def _is_on_https() -> bool:
    return get_settings().public_url.startswith("https://")
