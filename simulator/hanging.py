"""Answers that never come."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

HANG_SECONDS = 30.0
HTML_502 = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<h1>502 Bad Gateway</h1>\r\n</body></html>"
)


class BrokenOff(Response):
    """The head of an answer whose body never comes: the connection ends in the middle."""

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"application/json"), (b"content-length", b"200"), (b"connection", b"close")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})


async def hang(trouble: dict[str, Any]) -> Response:
    """Keep the caller waiting (`hang_seconds`), then break off; mode `disconnect…` breaks off at once."""
    if not str(trouble["mode"]).startswith("disconnect"):
        await asyncio.sleep(float(trouble.get("hang_seconds", HANG_SECONDS)))
    return BrokenOff()
