"""The post between the outside world and the shop's doors: nothing arrives before the test hands it over.

So a webhook can come late, twice, out of order, under another event id, or never, and always in the same way.
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from typing import Any

from tests.support.kept_client import KeptClient
from tests.support.patience import PATIENCE_SECONDS

HANDED_OVER = b"x-handed-over"
EVENT_ID = "x-razorpay-event-id"
NOT_OF_THE_LETTER = {b"host", b"content-length", b"connection"}


@dataclass(frozen=True)
class Letter:
    """One webhook as the platform sent it."""

    path: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def is_status(self) -> bool:
        """Whether it only reports what became of a message of ours."""
        return b'"statuses"' in self.body

    @property
    def is_of_razorpay(self) -> bool:
        return self.path.endswith("razorpay")

    def under_another_id(self, number: int) -> Letter:
        """The same signed body as Razorpay would send it for another event."""
        changed = [(name, f"again-{number}" if name == EVENT_ID else value) for name, value in self.headers]
        return replace(self, headers=tuple(changed))


class Post:
    """An ASGI application around the shop's: keeps webhooks in `waiting` until `hand_over`; all else passes."""

    def __init__(self) -> None:
        self.waiting: list[Letter] = []
        self.delivered: list[Letter] = []
        self._shop: Any = None
        self._running = AsyncExitStack()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["path"].startswith("/webhooks/") and HANDED_OVER not in dict(scope["headers"]):
            await self._keep(scope, receive, send)
        else:
            await self._shop(scope, receive, send)

    async def _live(self, receive: Any, send: Any) -> None:
        self._loop = asyncio.get_running_loop()
        while (await receive())["type"] == "lifespan.startup":
            await send({"type": "lifespan.startup.complete"})
        await send({"type": "lifespan.shutdown.complete"})

    async def _keep(self, scope: Any, receive: Any, send: Any) -> None:
        body, more = b"", True
        while more:
            part = await receive()
            body, more = body + part.get("body", b""), part.get("more_body", False)
        headers = tuple(
            (name.decode(), value.decode()) for name, value in scope["headers"] if name not in NOT_OF_THE_LETTER
        )
        self.waiting.append(Letter(scope["path"], headers, body))
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body", "body": b""})

    def open(self, shop: Any) -> None:
        """Stand before this shop from now on; its own start and end happen here."""
        self._shop = shop
        self._run(self._running.enter_async_context(shop.router.lifespan_context(shop)))
        self.waiting, self.delivered = [], []

    def close(self) -> None:
        self._run(self._running.aclose())

    def hand_over(self, door: KeptClient, letter: Letter) -> None:
        """Bring one webhook to the shop's door, which must take it."""
        headers = {**dict(letter.headers), HANDED_OVER.decode(): "1"}
        status = door.send("POST", letter.path, letter.body, headers).status_code
        assert status == 200, f"the door answered {status}"
        self.delivered.append(letter)

    def _run(self, work: Any) -> None:
        assert self._loop is not None, "the server runs"
        asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE_SECONDS)
