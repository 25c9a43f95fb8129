"""Who may call Razorpay, trouble on the way, and the book of refusals."""

from __future__ import annotations

import base64
import binascii
import hmac
import json
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from simulator.answers import Json as JsonAnswer
from simulator.answers import world_of
from simulator.hanging import HTML_502, hang
from simulator.razorpay.errors import RazorpayRefusal
from simulator.world import World

Json = dict[str, Any]
Act = Callable[[World, Json], Json]
AFTER_ACCEPTANCE = {"timeout_after_acceptance", "disconnect_after_acceptance", "502_after_acceptance"}


async def perform(request: Request, operation: str, act: Act) -> Response:
    """Authenticate, read the body, and act, unless the `fail_calls` switch has trouble for this operation."""
    world = world_of(request)
    body: Json = {}
    try:
        need_key(world, request)
        body = read_body(await request.body())
        trouble = world.take_trouble("fail_calls", operation=operation)
        prevented = await _before(trouble)
        if prevented is not None:
            _note(world, operation, str(trouble and trouble["mode"]), body, injected=True)
            return prevented
        answer = JsonAnswer(act(world, body))
    except RazorpayRefusal as refusal:
        _note(world, operation, refusal.description, body, injected=False)
        return JsonAnswer(refusal.body(), status_code=refusal.status)
    return await _after(trouble, answer)


def need_key(world: World, request: Request) -> None:
    """HTTP Basic with the key id and key secret."""
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    configuration = world.configuration
    expected = f"{configuration.razorpay_key_id}:{configuration.razorpay_key_secret}".encode()
    try:
        given = base64.b64decode(encoded, validate=True) if scheme.lower() == "basic" else b""
    except (binascii.Error, ValueError):
        given = b""
    if not hmac.compare_digest(given, expected):
        raise RazorpayRefusal("Authentication failed", status=401)


def read_body(raw: bytes) -> Json:
    """The JSON object sent, {} when there is none."""
    if not raw:
        return {}
    try:
        read = json.loads(raw)
    except (ValueError, RecursionError):
        raise RazorpayRefusal("The request body is not valid JSON") from None
    if not isinstance(read, dict):
        raise RazorpayRefusal("The request body must be an object")
    return read


async def _before(trouble: Json | None) -> Response | None:
    if trouble is None or trouble["mode"] in AFTER_ACCEPTANCE:
        return None
    mode = trouble["mode"]
    if mode == "502_html":
        return Response(HTML_502, status_code=502, media_type="text/html")
    if mode == "429":
        refusal = RazorpayRefusal("Too many requests. Please retry after some time.", status=429)
        return JsonAnswer(refusal.body(), status_code=429)
    if mode in {"500", "503"}:
        description = "We are facing some trouble completing your request at the moment. Please try again shortly."
        refusal = RazorpayRefusal(description, status=int(mode), code="SERVER_ERROR")
        return JsonAnswer(refusal.body(), status_code=refusal.status)
    if mode == "empty":
        return Response(b"", status_code=200)
    return await hang(trouble)


async def _after(trouble: Json | None, answer: Response) -> Response:
    if trouble is None:
        return answer
    if trouble["mode"] == "502_after_acceptance":
        return Response(HTML_502, status_code=502, media_type="text/html")
    return await hang(trouble)


def _note(world: World, operation: str, description: str, body: Json, *, injected: bool) -> None:
    world.books.razorpay_refused.append(
        {"operation": operation, "description": description, "injected": injected, "request": body}
    )
