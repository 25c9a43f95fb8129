"""/sim/media, /sim/templates, /chat: files for the page, Meta's decisions about templates, and wa.me."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from simulator.answers import Json as JsonAnswer
from simulator.answers import world_of
from simulator.control.errors import ControlRefusal
from simulator.control.phones import need_object
from simulator.meta import reviews

router = APIRouter()


@router.get("/sim/media/{media_id}")
async def show_media(request: Request, media_id: str) -> Response:
    """The bytes of a file in a chat, without a token, for the page. Scripts in them stay asleep."""
    media = world_of(request).facts.media.get(media_id)
    if media is None:
        raise ControlRefusal(f"there is no file {media_id!r}", 404)
    safe = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'"}
    return Response(media.content, media_type=media.mime_type, headers=safe)


@router.post("/sim/templates/{name}/status")
async def decide_template(request: Request, name: str) -> Response:
    """{status, language?}: Meta approves, rejects, pauses or disables a template."""
    world, body = world_of(request), await need_object(request)
    status, language = str(body.get("status", "")).upper(), body.get("language")
    if status not in reviews.STATUSES:
        raise ControlRefusal(f"status is one of {', '.join(reviews.STATUSES)}")
    found = [one for (known, code), one in world.facts.templates.items() if known == name and language in (None, code)]
    if not found:
        raise ControlRefusal(f"there is no template {name!r}", 404)
    for template in found:
        reviews.set_status(world, template, status)
    return JsonAnswer({"changed": len(found)})


@router.get("/chat/{number}")
async def open_chat(request: Request, number: str) -> Response:
    """Where wa.me links lead in this world: to the page, with the words ready to be sent."""
    query = {"to": number} | ({"text": request.query_params["text"]} if "text" in request.query_params else {})
    return RedirectResponse(f"/?{urlencode(query)}", status_code=302)
