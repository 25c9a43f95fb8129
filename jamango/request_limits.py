"""How long and how large a request may be before we hang up: uvicorn's fast parser knows no end to either.

Without this, headers without end fill the memory, and a few hundred silent connections keep everybody else out.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

SECONDS_FOR_HEAD = 10.0
LARGEST_HEAD = 64 * 1024
LARGEST_REQUEST = 32 * 1024 * 1024  # with trailers and framing; each door caps its own bodies far below
MOST_CONNECTIONS = 480  # fewer than uvicorn answers 503 at: before that, somebody silent makes room


class LimitedProtocol(HttpToolsProtocol):
    """uvicorn's protocol, whose patience with the head of a request ends in bytes and in seconds."""

    _deadline: asyncio.TimerHandle | None = None
    _received = 0
    _ended_here = False
    _in_head = True
    _silent_since: float | None = None  # None while a whole request of it is being answered

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._silent_since = self.loop.time()
        self._await_head()
        if len(self.connections) > MOST_CONNECTIONS:
            self._make_room()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._ended_here = False
        super().data_received(data)
        if not self._ended_here:  # else most of it may be the end of the request before
            self._received += len(data)
        if self._received > (LARGEST_HEAD if self._in_head else LARGEST_REQUEST):
            self._hang_up()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._received, self._in_head = 0, True

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._stop_waiting()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._ended_here = True
        if not self.cycle.response_complete:
            self._silent_since = None

    def on_response_complete(self) -> None:
        next_is_here = bool(self.pipeline)
        super().on_response_complete()
        self._silent_since = self.loop.time()
        if not next_is_here and not self.transport.is_closing():
            self._await_head()

    def _await_head(self) -> None:
        self._stop_waiting()
        self._deadline = self.loop.call_later(SECONDS_FOR_HEAD, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _make_room(self) -> None:
        """Hang up on who has kept us waiting longest, of the address that does so with the most connections."""
        waiting: dict[str, list[LimitedProtocol]] = {}
        for other in self.connections:
            if isinstance(other, LimitedProtocol) and other._silent_since is not None and other is not self:
                waiting.setdefault(other.client[0] if other.client else "", []).append(other)
        if waiting:
            most = max(waiting.values(), key=len)
            min(most, key=lambda other: other._silent_since or 0.0).transport.abort()

    def _hang_up(self) -> None:
        if self._in_head and not self.transport.is_closing() and (self.cycle is None or self.cycle.response_complete):
            self.send_400_response("The request is too large.")
        else:
            self.transport.close()
