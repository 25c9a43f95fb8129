"""What counts as a too large request: only its own bytes."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.config import Config
from uvicorn.server import ServerState

from jamango.request_limits import LARGEST_HEAD, LimitedProtocol


class Wire(asyncio.Transport):
    """A connection that remembers what was answered on it."""

    def __init__(self) -> None:
        super().__init__({"peername": ("192.0.2.1", 5), "sockname": ("192.0.2.2", 80)})
        self.answered = b""
        self.is_over = False

    def write(self, data: Any) -> None:
        self.answered += bytes(data)

    def close(self) -> None:
        self.is_over = True

    def is_closing(self) -> bool:
        return self.is_over

    def pause_reading(self) -> None:
        return None

    def resume_reading(self) -> None:
        return None


async def refuse(scope: Any, receive: Any, send: Any) -> None:
    """A door that answers before the body has come."""
    await send({"type": "http.response.start", "status": 401, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})


async def hear(*chunks: bytes) -> Wire:
    protocol = LimitedProtocol(Config(refuse, ws="none", log_config=None), ServerState(), {})
    wire = Wire()
    protocol.connection_made(wire)
    for chunk in chunks:
        protocol.data_received(chunk)
        for _ in range(5):
            await asyncio.sleep(0)
    protocol.connection_lost(None)
    return wire


POST = b"POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n"


def test_the_end_of_one_request_is_no_part_of_the_next() -> None:
    """They come in one piece when the first was answered early and its sender is fast (fault F254)."""
    wire = asyncio.run(hear(POST, b"[" * 200_000 + POST[:20], POST[20:]))
    assert wire.answered.count(b"HTTP/1.1 401") == 2
    assert b" 400 " not in wire.answered


def test_a_head_without_end_is_hung_up_on_wherever_it_begins() -> None:
    endless = b"X-A: " + b"a" * LARGEST_HEAD + b"\r\n"
    assert asyncio.run(hear(POST[:-2] + endless)).is_over
    assert asyncio.run(hear(POST, b"[" * 200_000 + POST[:-2], endless)).is_over
