"""The web process: every door on one FastAPI application."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

import core.tables  # noqa: F401 - a foreign key is known only when both of its tables are
from core.db import is_trouble_of_the_database
from core.settings import get_settings
from core.wording import load_catalogues
from jamango.answers import Compression, HeadAsGet
from jamango.counting import hand_over_until
from jamango.security_headers import SecurityHeaders, headers_of_answers
from shop_web import assets, home, payment_return
from webhooks import health, razorpay, whatsapp
from webhooks.door import Door

log = structlog.get_logger(__name__)


def create_app() -> FastAPI:
    """Put the doors together. Documentation pages are off, and nothing redirects: Meta does not follow redirects."""
    load_catalogues()
    app = FastAPI(
        title="Jamango", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False, lifespan=_run_door
    )
    for door in (whatsapp, razorpay, health, home, payment_return, assets):
        app.include_router(door.router)
    if get_settings().is_development:
        app.include_router(health.development)
    app.mount("/static", assets.Assets(), name="static")
    app.add_middleware(Compression)
    app.add_middleware(HeadAsGet)
    app.add_middleware(SecurityHeaders, strict_transport=_is_on_https())
    app.add_exception_handler(HTTPException, _say_status)
    app.add_exception_handler(RequestValidationError, _say_malformed)
    app.add_exception_handler(Exception, _say_broken)
    for away in (DBAPIError, PoolTimeout):
        app.add_exception_handler(away, _say_away)
    return app


@asynccontextmanager
async def _run_door(app: FastAPI) -> AsyncIterator[None]:
    app.state.door = Door(get_settings())
    await app.state.door.open()
    stop = threading.Event()
    threading.Thread(target=hand_over_until, args=(stop,), name="counts", daemon=True).start()
    try:
        yield
    finally:
        stop.set()
        await app.state.door.close()


async def _say_status(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if request.url.path.startswith(("/webhooks/", "/static/", "/metrics", "/dev/")):
        return PlainTextResponse(error.detail, status_code=error.status_code, headers=error.headers)
    return home.render_status(request, error.status_code, dict(error.headers or {}))


async def _say_away(request: Request, error: Exception) -> Response:
    if not is_trouble_of_the_database(error):
        raise error
    route = getattr(request.scope.get("route"), "path", "")  # never the path itself: it may carry an order's token
    log.error("database_away", route=route, error=type(error).__name__)
    return await _say_status(request, HTTPException(503, headers={"Retry-After": "5"}))


async def _say_malformed(request: Request, error: Exception) -> Response:
    """Without what was sent: it may be a secret, and not everything that comes in can be written as JSON."""
    del error
    return await _say_status(request, HTTPException(422))


async def _say_broken(request: Request, error: Exception) -> Response:
    """Our fault. Starlette answers it outside all middleware, so the headers are put on here; uvicorn logs it."""
    del error
    answer = await _say_status(request, HTTPException(500))
    answer.headers.update(headers_of_answers(strict_transport=_is_on_https()))
    return answer


def _is_on_https() -> bool:
    return get_settings().public_url.startswith("https://")
