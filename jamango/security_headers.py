"""Headers that every answer carries, pages and errors alike. Plain ASGI: it costs the webhook doors next to nothing."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
ONE_YEAR = "max-age=31536000"


def headers_of_answers(*, strict_transport: bool) -> dict[str, str]:
    """What every answer says to the browser."""
    return HEADERS | ({"Strict-Transport-Security": ONE_YEAR} if strict_transport else {})


class SecurityHeaders:
    """Adds the headers to each response that does not set them itself; HSTS only where the public address is https."""

    def __init__(self, app: ASGIApp, *, strict_transport: bool) -> None:
        self.app = app
        headers = headers_of_answers(strict_transport=strict_transport)
        self.headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}
                missing = [header for header in self.headers if header[0] not in given]
                message["headers"] = [*message["headers"], *missing]
            await send(message)

        await self.app(scope, receive, send_with_headers)
