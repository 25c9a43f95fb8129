"""The web process: every door on one FastAPI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse
from fastapi.staticfiles import StaticFiles
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

import core.tables  # noqa: F401 - a foreign key is known only when both of its tables are
from core.db import is_trouble_of_the_database
from core.settings import get_settings
from core.wording import load_catalogues
from jamango.security_headers import SecurityHeaders
from shop_web import home, payment_return
from shop_web.pages import BUILT
from webhooks import health, razorpay, whatsapp
from webhooks.door import Door

log = structlog.get_logger(__name__)


def create_app() -> FastAPI:
    """Put the doors together. Documentation pages are off, and nothing redirects: Meta does not follow redirects."""
    load_catalogues()
    app = FastAPI(
        title="Jamango", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False, lifespan=_run_door
    )
    for door in (whatsapp, razorpay, health, home, payment_return):
        app.include_router(door.router)
    if get_settings().is_development:
        app.include_router(health.development)
    BUILT.mkdir(parents=True, exist_ok=True)
    app.mount("/static", StaticFiles(directory=BUILT), name="static")
    app.add_middleware(SecurityHeaders, strict_transport=get_settings().public_url.startswith("https://"))
    app.add_exception_handler(HTTPException, _say_status)
    for away in (DBAPIError, PoolTimeout):
        app.add_exception_handler(away, _say_away)
    return app


@asynccontextmanager
async def _run_door(app: FastAPI) -> AsyncIterator[None]:
    app.state.door = Door(get_settings())
    await app.state.door.open()
    try:
        yield
    finally:
        await app.state.door.close()


async def _say_status(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if request.url.path.startswith(("/webhooks/", "/static/", "/metrics", "/dev/")):
        return PlainTextResponse(error.detail, status_code=error.status_code, headers=error.headers)
    return home.render_status(request, error.status_code, dict(error.headers or {}))


async def _say_away(request: Request, error: Exception) -> Response:
    if not is_trouble_of_the_database(error):
        raise error
    log.error("database_away", path=request.url.path, error=type(error).__name__)
    return home.render_status(request, 503, {"Retry-After": "5"})
