"""The simulator as one web application: Meta, Razorpay, the payment page, the phones, the control API."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute
from starlette.staticfiles import StaticFiles

from simulator import people, snapshot
from simulator.answers import Json as JsonAnswer
from simulator.configuration import Configuration
from simulator.control import meta as control_meta
from simulator.control import money, phones
from simulator.control import world as control
from simulator.control.errors import ControlRefusal
from simulator.meta import routes as meta
from simulator.meta.errors import MetaRefusal
from simulator.razorpay import checkout, checkout_frame
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
        begin(world)
        yield
        if configuration.state_file is not None:
            snapshot.save(world, configuration.state_file)
        await world.close()

    app = FastAPI(title="Outside world", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.world = world
    app.router.routes.extend(_routes())
    app.add_exception_handler(MetaRefusal, _answer_meta_refusal)
    app.add_exception_handler(ControlRefusal, _answer_control_refusal)
    app.add_api_route("/", _show_page, include_in_schema=False)
    app.mount("/page", StaticFiles(directory=PAGE, check_dir=False), name="page")
    return app


@cache
def _routes() -> Sequence[BaseRoute]:
    """Every door: worlds of one process share them, for FastAPI takes a fiftieth of a second to look through them."""
    doors = APIRouter()
    for part in (meta, razorpay, checkout, checkout_frame, phones, control, control_meta, money):
        doors.include_router(part.router)
    return tuple(doors.routes)


def begin(world: World) -> None:
    """Take up the saved world, or give the first people their phones; then let time pass."""
    path = world.configuration.state_file
    if path is None or not snapshot.load(world, path):
        for wanted in world.configuration.phones:
            people.add_phone(world, wanted)
    world.sweeping.spawn(keep_sweeping(world))
    if path is not None:
        world.sweeping.spawn(snapshot.keep_saving(world, path))


async def _show_page() -> Response:
    index = PAGE / "index.html"
    return FileResponse(index) if index.exists() else PlainTextResponse("The page is not here yet; see /sim/state.")


async def _answer_meta_refusal(_request: Request, error: Exception) -> Response:
    assert isinstance(error, MetaRefusal)
    return JsonAnswer(error.body(), status_code=error.status)


async def _answer_control_refusal(_request: Request, error: Exception) -> Response:
    assert isinstance(error, ControlRefusal)
    return JsonAnswer({"error": error.sentence}, status_code=error.status)
