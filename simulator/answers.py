"""JSON answers that survive hostile text: everything beyond ASCII is escaped, lone surrogates included."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from simulator.world import World


class Json(Response):
    """A JSON answer."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        return json.dumps(content).encode()


def world_of(request: Request) -> World:
    """The world this request speaks to."""
    world = request.app.state.world
    assert isinstance(world, World)
    return world


async def read_object(request: Request) -> dict[str, Any] | None:
    """The body as a JSON object, {} when there is none, None when it is something else."""
    body = await request.body()
    if not body:
        return {}
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None
