"""What every answer to a browser has in common: HEAD as well as GET, and compressed where that gives nothing away.

Plain ASGI, and webhooks pass it by: they are neither read by people nor large.
"""

from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware, GZipResponder
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SMALLEST = 500  # bytes; below that the headers cost more than they save
LEVEL = 6


class HeadAsGet:
    """Answers HEAD as GET is answered, headers and all, without the body: routes declare GET only."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def send_without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, send_without_body)


class Compression(GZipMiddleware):
    """Compresses pages, styles, scripts and drawings for browsers that take it.

    What is private (`no-store`) goes as it is: the length of a compressed page tells what of a stranger's words it
    repeats (BREACH), and such pages carry codes and tokens.
    """

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(app, minimum_size=SMALLEST, compresslevel=LEVEL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith("/webhooks/"):
            await self.app(scope, receive, send)
        elif "gzip" in Headers(scope=scope).get("accept-encoding", ""):
            await _Responder(self.app, SMALLEST, LEVEL, exclude_content_types=self.exclude_content_types)(
                scope, receive, send
            )
        else:
            await super().__call__(scope, receive, send)


class _Responder(GZipResponder):
    is_private = False

    async def send_with_compression(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.is_private = "no-store" in Headers(raw=message.get("headers", [])).get("cache-control", "")
        if self.is_private:
            await self.send(message)
        else:
            await super().send_with_compression(message)
