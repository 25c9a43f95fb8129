"""The net between a browser and the shop, which a test can cut: the browser itself notices nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

ROUTERS_PAGE = b"<!doctype html><title>Router</title><p role=alert>Welcome to this router.</p>"


class State(StrEnum):
    """`ROUTER`: the router answers in the shop's place, as one does whose own line is down. `NO_ANSWERS`: what is sent
    arrives, and the answers do not."""

    UP = "up"
    ROUTER = "router"
    NO_ANSWERS = "no-answers"


class Net:
    """An application that stands between the browsers and the shop's."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.state = State.UP

    async def __call__(self, scope: Any, receive: Any, send: Callable[..., Any]) -> None:
        if scope["type"] != "http" or self.state is State.UP:
            await self.app(scope, receive, send)
            return
        if self.state is State.NO_ANSWERS and scope["method"] == "POST":
            await self.app(scope, receive, _swallow)
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
        await send({"type": "http.response.body", "body": ROUTERS_PAGE})


async def _swallow(message: Any) -> None:
    del message
