"""For the operator: alive, able to work, measured. And, in development only, the clock one can move."""

import hmac
from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Header, HTTPException, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, GC_COLLECTOR, PLATFORM_COLLECTOR, PROCESS_COLLECTOR, generate_latest
from prometheus_client.core import CollectorRegistry, Metric
from prometheus_client.registry import Collector
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.exc import SQLAlchemyError

from core.clock import move_clock, read_now, read_offset
from core.counters.actions import TALLY, Counts, add_up, as_metrics, read_counts
from core.db import transaction
from core.schema import is_current
from core.settings import get_settings

router = APIRouter()
development = APIRouter()

FURTHEST = 10 * 365 * 24 * 3600


@router.get("/healthz")
def alive() -> PlainTextResponse:
    """The process answers."""
    return PlainTextResponse("ok")


@router.get("/readyz")
def ready() -> PlainTextResponse:
    """The database answers and has the schema of this code. Redis is not asked: nothing here needs it."""
    try:
        with transaction() as session:
            current = is_current(session.connection())
    except SQLAlchemyError:
        return PlainTextResponse("the database does not answer", status_code=503)
    if not current:
        return PlainTextResponse("the schema is not this version's: run jamango db upgrade", status_code=503)
    return PlainTextResponse("ok")


@router.get("/metrics")
def metrics(authorization: Annotated[str, Header()] = "") -> Response:
    """Prometheus's text, for who has the METRICS_TOKEN as a bearer; without a token set there is no such page.

    The counters are those of all processes; `process_…` and `python_…` are of the web process that answers.
    """
    token = get_settings().metrics_token
    if token is None:
        raise HTTPException(404)
    if not hmac.compare_digest(authorization.encode(), f"Bearer {token.get_secret_value()}".encode()):
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
    with TALLY.lock, transaction() as session:
        counts = add_up(read_counts(session), TALLY.take_new())
    page = CollectorRegistry()
    for collector in (_Counted(counts), PROCESS_COLLECTOR, PLATFORM_COLLECTOR, GC_COLLECTOR):
        page.register(collector)
    return Response(generate_latest(page), media_type=CONTENT_TYPE_LATEST)


class _Counted(Collector):
    def __init__(self, counts: Counts) -> None:
        self._counts = counts

    def collect(self) -> Iterable[Metric]:
        return as_metrics(self._counts)


class ClockMove(BaseModel):
    """Either the offset from the real time, or how much further to move, in seconds."""

    model_config = ConfigDict(extra="forbid")

    offset_seconds: float | None = Field(default=None, ge=-FURTHEST, le=FURTHEST)
    advance_seconds: float | None = Field(default=None, ge=-FURTHEST, le=FURTHEST)


@development.get("/dev/clock")
def read_clock() -> JSONResponse:
    """The shop's time and its offset from the real one."""
    with transaction() as session:
        return JSONResponse(
            {"now": read_now(session).isoformat(), "offset_seconds": read_offset(session).total_seconds()}
        )


@development.post("/dev/clock")
def set_clock(move: ClockMove) -> JSONResponse:
    """Move the shop's time: to `offset_seconds` from the real one, or by `advance_seconds`."""
    with transaction() as session:
        offset = read_offset(session) if move.offset_seconds is None else timedelta(seconds=move.offset_seconds)
        now = move_clock(session, offset + timedelta(seconds=move.advance_seconds or 0))
        return JSONResponse({"now": now.isoformat(), "offset_seconds": read_offset(session).total_seconds()})
