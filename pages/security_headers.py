"""Headers that every answer carries, pages and errors alike. Plain ASGI: it costs the webhook doors next to nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send

ONE_YEAR = "max-age=31536000"
DIRECTIVES = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}


@dataclass(frozen=True)
class ContentPolicy:
    """What a page may load and run: the strict one, and what a single page needs beyond it.

    A page that posts a form whose answer leads elsewhere needs `form-action` for there: browsers follow the redirect
    under the same policy.
    """

    extra: Mapping[str, str] = field(default_factory=dict)

    def allowing(self, **sources: str) -> ContentPolicy:
        """With more sources: `allowing(script_src="https://checkout.razorpay.com")`; a nonce is such a source too."""
        more = {name.replace("_", "-"): value for name, value in sources.items()}
        joined = {name: f"{self.extra.get(name, '')} {value}".strip() for name, value in more.items()}
        return ContentPolicy({**self.extra, **joined})

    @property
    def header(self) -> str:
        merged = {name: f"{value} {self.extra.get(name, '')}".strip() for name, value in DIRECTIVES.items()}
        others = {name: value for name, value in self.extra.items() if name not in DIRECTIVES}
        return "; ".join(f"{name} {value}" for name, value in {**merged, **others}.items())


STRICT = ContentPolicy()
# Of a page with a button that fills in where the phone is; the browser asks its owner first.
MAY_ASK_WHERE = "camera=(), microphone=(), geolocation=(self)"
HEADERS = {
    "Content-Security-Policy": STRICT.header,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


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
