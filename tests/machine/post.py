"""The post between the outside world and the shop's doors: nothing arrives before the test hands it over.

So a webhook can come late, twice, out of order, under another event id, or never, and always in the same way.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from tests.support.patience import PATIENCE_SECONDS

HANDED_OVER = b"x-handed-over"
SECONDS_KEPT = 2.0  # the servers let go of an idle connection after five
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


class Wire:
    """A kept connection that speaks JSON; httpx would cost more than the shop."""

    def __init__(self, url: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=PATIENCE_SECONDS)
        self._used_at = 0.0

    def ask(self, method: str, path: str, content: Any = None) -> tuple[int, Any]:
        """Status and document of the answer."""
        body = None if content is None else json.dumps(content).encode()
        status, answer = self.send(method, path, body, {"Content-Type": "application/json"})
        return status, json.loads(answer) if answer else None

    def send(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> tuple[int, bytes]:
        if time.monotonic() - self._used_at > SECONDS_KEPT:
            self._connection.close()
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        content = answer.read()
        self._used_at = time.monotonic()
        return answer.status, content

    def close(self) -> None:
        self._connection.close()


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

    def hand_over(self, wire: Wire, letter: Letter) -> None:
        """Bring one webhook to the shop's door, which must take it."""
        headers = {**dict(letter.headers), HANDED_OVER.decode(): "1"}
        status, _ = wire.send("POST", letter.path, letter.body, headers)
        assert status == 200, f"the door answered {status}"
        self.delivered.append(letter)

    def _run(self, work: Any) -> None:
        assert self._loop is not None, "the server runs"
        asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE_SECONDS)
