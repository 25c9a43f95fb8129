"""Choosing the language of the pages on this browser."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from core.settings import get_settings
from pages.cookies import LANGUAGE, YEAR, Cookie
from pages.origins import is_from_elsewhere, local_path
from pages.posted import read_posted
from pages.wording import PAGES

router = APIRouter()
LARGEST = 4096


@router.post("/language")
async def choose(request: Request) -> Response:
    """Remember a language and go back. Without a form's token: it stands on pages that are the same for everybody,
    and nothing is lost by a wrong one."""
    settings = get_settings()
    if is_from_elsewhere(request.headers, settings.public_url):
        raise HTTPException(403)
    fields = (await read_posted(request, LARGEST)).fields
    answer = Response(status_code=303, headers={"Location": local_path(fields.get("here", ["/"])[0])})
    wanted = fields.get("language", [""])[0]
    if wanted in PAGES.load():
        cookie = Cookie(LANGUAGE, wanted, YEAR)
        answer.headers.append("Set-Cookie", cookie.header(secure=settings.public_url.startswith("https://")))
    return answer
