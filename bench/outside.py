"""The world outside the shop, in the measuring process: a pretend Meta that takes every message at once, and people.

It shares one event loop and one clock with those who write, so a latency is the difference of two readings.
"""

import asyncio
import json
import time
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count
from types import TracebackType
from typing import Any, Self

from bench.customers import phone_of
from bench.load import Request, Wire
from bench.updates import tap_update, text_update
from core.clock import process_time
from core.errors import Fault
from jamango.launcher.ports import LOOPBACK

PATIENCE_SECONDS = 30.0


@dataclass(frozen=True)
class Heard:
    """A message of the shop and when (by `time.perf_counter`) it was handed over."""

    at: float
    message: dict[str, Any]


class PretendMeta:
    """Takes messages on a port of this machine and puts each where its recipient waits for it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._numbers = count(1)
        self._server: asyncio.Server | None = None
        self.queues: dict[str, asyncio.Queue[Heard]] = defaultdict(asyncio.Queue)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, LOOPBACK, self._port)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None,
                        trace: TracebackType | None) -> None:  # fmt: skip
        assert self._server is not None
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
                body = await reader.readexactly(length)
                writer.write(self._answer(body, time.perf_counter()))
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass  # the worker hung up, or the measurement is over
        finally:
            writer.close()

    def _answer(self, body: bytes, at: float) -> bytes:
        message = json.loads(body)
        answer: dict[str, Any] = {"success": True}
        if "type" in message:  # else it is a read receipt
            self.queues[message["to"].lstrip("+")].put_nowait(Heard(at, message))
            answer = {"messaging_product": "whatsapp", "messages": [{"id": f"wamid.OUT{next(self._numbers):020}"}]}
        content = json.dumps(answer).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
        return head.encode() + content


@dataclass
class Person:
    """A customer with a phone: says, taps, hears. `wire` is the connection their words travel on."""

    number: int
    wire: Wire
    meta: PretendMeta
    messages: int = field(default=0, init=False)

    async def says(self, words: str) -> float:
        """Type something; returns when it was sent."""
        return await self._post(text_update(self.number, words, _seconds()))

    async def taps(self, heard: Heard, trigger: str, pick: int = 0) -> float:
        """Tap one of the choices that mean `trigger`, the `pick`-th counted around."""
        content = heard.message["interactive"]
        fitting = [choice for choice in _choices(content) if choice["id"].split(":")[1] == trigger]
        if not fitting:
            raise Fault(f"The chat offers nothing that means {trigger!r}: {json.dumps(content)[:300]}")
        choice = fitting[pick % len(fitting)]
        in_list = content["type"] == "list"
        return await self._post(tap_update(self.number, choice["id"], choice["title"], _seconds(), in_list=in_list))

    async def hears(self) -> Heard:
        """The next message. Raises Fault after half a minute."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await self.meta.queues[phone_of(self.number)].get()
        except TimeoutError as error:
            raise Fault(f"Customer {self.number} got no answer in {PATIENCE_SECONDS:.0f} s.") from error

    async def _post(self, request: Request) -> float:
        began = time.perf_counter()
        status = await self.wire.post(request)
        if status != 200:
            raise Fault(f"The webhook answered {status}.")
        self.messages += 1
        return began


def _choices(content: dict[str, Any]) -> list[dict[str, str]]:
    action = content["action"]
    buttons = [button["reply"] for button in action.get("buttons", [])]
    return buttons + [row for section in action.get("sections", []) for row in section["rows"]]


def _seconds() -> int:
    return int(process_time().timestamp())
