"""Choosing the language of the pages, at the foot of any of them."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from core.db import transaction
from pages.areas import Area, area_at
from pages.origins import is_from_elsewhere, local_path
from pages.posted import read_posted
from pages.speaking import speak_to
from pages.visit import Visit

LARGEST = 4096


def new_language_door(areas: Sequence[tuple[str, Area]]) -> APIRouter:
    """The address that every page's choice of language is sent to; `areas` are paths with their door."""
    router = APIRouter()

    @router.post("/language")
    async def choose(request: Request) -> Response:
        """Remember a language and go back. Without a form's token: it stands on pages that are the same for everybody,
        and nothing is lost by a wrong one."""
        fields = (await read_posted(request, LARGEST)).fields
        here = local_path(fields.get("here", ["/"])[0])
        visit = Visit(request, area_at(here, areas))
        if is_from_elsewhere(request.headers, visit.settings.public_url):
            raise HTTPException(403)
        await run_in_threadpool(_remember, visit, fields.get("language", [""])[0])
        return visit.redirect(here)

    return router


def _remember(visit: Visit, language: str) -> None:
    with transaction() as session:
        if visit.browser:
            visit.look_up(session)
        speak_to(visit, language, session)
