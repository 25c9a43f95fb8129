"""The simulator as one web application: Meta, Razorpay, the payment page, the phones, the control API."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles

from simulator import people
from simulator.answers import Json as JsonAnswer
from simulator.configuration import Configuration
from simulator.control import money, phones
from simulator.control import world as control
from simulator.control.errors import ControlRefusal
from simulator.meta import routes as meta
from simulator.meta.errors import MetaRefusal
from simulator.razorpay import checkout
from simulator.razorpay import routes as razorpay
from simulator.sweeping import keep_sweeping
from simulator.world import World

PAGE = Path(__file__).parent / "page"


def create_application(configuration: Configuration) -> FastAPI:
    """A new outside world. `app.state.world` holds it."""
    world = World(configuration)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await world.open()
        for wanted in configuration.phones:
            people.add_phone(world, wanted)
        world.sweeping.spawn(keep_sweeping(world))
        yield
        await world.close()

    app = FastAPI(title="Outside world", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.world = world
    for router in (meta.router, razorpay.router, checkout.router, phones.router, control.router, money.router):
        app.include_router(router)
    app.add_exception_handler(MetaRefusal, _answer_meta_refusal)
    app.add_exception_handler(ControlRefusal, _answer_control_refusal)
    app.add_api_route("/", _show_page, include_in_schema=False)
    app.mount("/page", StaticFiles(directory=PAGE, check_dir=False), name="page")
    return app


async def _show_page() -> Response:
    index = PAGE / "index.html"
    return FileResponse(index) if index.exists() else PlainTextResponse("The page is not here yet; see /sim/state.")


async def _answer_meta_refusal(_request: Request, error: Exception) -> Response:
    assert isinstance(error, MetaRefusal)
    return JsonAnswer(error.body(), status_code=error.status)


async def _answer_control_refusal(_request: Request, error: Exception) -> Response:
    assert isinstance(error, ControlRefusal)
    return JsonAnswer({"error": error.sentence}, status_code=error.status)
