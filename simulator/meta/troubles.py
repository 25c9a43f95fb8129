"""Trouble between the shop and Meta, as the `fail_sends` switch asks for it, and the book of refusals."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from starlette.responses import Response

from simulator.answers import Json as JsonAnswer
from simulator.hanging import HTML_502, hang
from simulator.meta.errors import FOUND_LATER, MetaRefusal
from simulator.world import World

Json = dict[str, Any]
AFTER_ACCEPTANCE = {"timeout_after_acceptance", "disconnect_after_acceptance", "empty_after_acceptance"}


async def pause(seconds: float) -> None:
    """Be slow."""
    await asyncio.sleep(seconds)


async def before_acceptance(trouble: Json | None) -> Response | None:
    """The answer of a send that trouble prevents, or None when it goes on."""
    mode = str(trouble["mode"]) if trouble else ""
    if trouble is None or mode in AFTER_ACCEPTANCE:
        return None
    if mode in {"timeout", "disconnect"}:
        return await hang(trouble)
    if mode in INSTEAD:
        return INSTEAD[mode]()
    code = int(mode)
    if code in FOUND_LATER:
        return None
    refusal = MetaRefusal(code, "Asked for by a switch of the simulator", injected=True)
    return JsonAnswer(refusal.body(), status_code=refusal.status)


def _too_many() -> Response:
    body = MetaRefusal(4, "Application request limit reached").body()
    return JsonAnswer(body, status_code=429, headers={"Retry-After": "1"})


INSTEAD: dict[str, Callable[[], Response]] = {
    "429": _too_many,
    "500": lambda: JsonAnswer(MetaRefusal(131000, "Message failed to send").body(), status_code=500),
    "502_html": lambda: Response(HTML_502, status_code=502, media_type="text/html"),
    "empty": lambda: Response(b"", status_code=200),
    "no_messages": lambda: JsonAnswer({"messaging_product": "whatsapp"}),
}


async def after_acceptance(trouble: Json | None, answer: Response) -> Response:
    """Lose the answer of a send that was accepted, when asked to."""
    mode = trouble["mode"] if trouble else None
    if trouble is None or mode not in AFTER_ACCEPTANCE:
        return answer
    if mode == "empty_after_acceptance":
        return Response(b"", status_code=200)
    return await hang(trouble)


def note_refusal(world: World, refusal: MetaRefusal, request: object) -> None:
    """Write a refusal into the books."""
    world.books.refused.append(
        {
            "code": refusal.code,
            "message": refusal.message,
            "details": refusal.details,
            "injected": refusal.injected,
            "request": request,
        }
    )


def note_injected(world: World, trouble: Json | None, request: Json) -> None:
    """Write a failure that a switch asked for into the books."""
    mode = str(trouble["mode"]) if trouble else ""
    code = int(mode) if mode.isdecimal() else None
    world.books.refused.append(
        {"code": code, "message": mode, "details": "asked for by a switch", "injected": True, "request": request}
    )
