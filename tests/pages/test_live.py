"""The stream of live pages: what changed, to whom it concerns, and no more of them than a process can hold."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from typing import Any, NamedTuple

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from pages import live
from pages.live import Streams
from pages.look import LOOK
from pages.visit import Visit


class Told(NamedTuple):
    subject: str
    id: int | None


class Feed:
    """Says these changes and then nothing for ever."""

    def __init__(self, *told: Told) -> None:
        self.told = told
        self.is_open = 0

    async def changes(self, subjects: Collection[str]) -> AsyncIterator[Told]:
        self.is_open += 1
        try:
            for change in self.told:
                if change.subject in subjects:
                    yield change
            await asyncio.Event().wait()
        finally:
            self.is_open -= 1


def visit(address: str = "203.0.113.7", accept: bytes = b"text/event-stream") -> Visit:
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "client": (address, 1)}
    scope["headers"] = [(b"accept", accept)]
    return Visit(Request({**scope, "server": ("x", 80), "scheme": "http"}), LOOK)


class Ear:
    """A browser that listens until it has heard enough."""

    def __init__(self, answer: Any) -> None:
        self.heard = ""
        self.headers: dict[str, str] = {}
        self._gone = asyncio.Event()
        self._bell = asyncio.Event()
        self._task = asyncio.create_task(answer({"type": "http", "method": "GET"}, self._receive, self._send))

    async def _receive(self) -> dict[str, Any]:
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        self.heard += message.get("body", b"").decode()
        self._bell.set()

    async def hears(self, words: str) -> None:
        async with asyncio.timeout(20):
            while words not in self.heard:
                self._bell.clear()
                await self._bell.wait()

    async def leaves(self) -> None:
        self._gone.set()
        await self._task


def test_a_page_hears_what_concerns_it_and_lets_go_when_it_is_closed() -> None:
    feed = Feed(Told("order", None), Told("order", 7), Told("chat", 3), Told("order", 8))

    async def story() -> None:
        answer = Streams().answer(visit(), feed.changes(["order"]), only=lambda change: change.id in (None, 8))
        ear = Ear(answer)
        await ear.hears("data: 8\r")
        assert ear.heard.split() == ["event:", "order", "data:", "event:", "order", "data:", "8"]
        assert ear.headers["content-type"].startswith("text/event-stream")
        assert ear.headers["cache-control"] == "no-store"
        await ear.leaves()
        assert feed.is_open == 0

    asyncio.run(story())


def test_nobody_holds_so_many_streams_that_others_find_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "MOST_STREAMS", live.MOST_OF_ONE + 1)
    feed = Feed(Told("order", None))

    async def story() -> None:
        streams = Streams()
        ears = []
        for _ in range(live.MOST_OF_ONE):
            ears.append(Ear(streams.answer(visit(), feed.changes(["order"]))))
            await ears[-1].hears("order")
        assert refused(streams, visit()) == 429
        ears.append(Ear(streams.answer(visit("198.51.100.9"), feed.changes(["order"]))))
        await ears[-1].hears("order")
        assert refused(streams, visit("192.0.2.1")) == 503
        for ear in ears:
            await ear.leaves()
        assert refused(streams, visit()) == 0

    def refused(streams: Streams, asker: Visit) -> int:
        try:
            streams.answer(asker, feed.changes(["order"]))
        except HTTPException as error:
            return error.status_code
        return 0

    asyncio.run(story())


def test_whoever_does_not_ask_for_a_stream_gets_none() -> None:
    """`HEAD` among them: it is answered as GET, and would wait for an end that never comes."""
    with pytest.raises(HTTPException, match="406"):
        Streams().answer(visit(accept=b"text/html"), Feed().changes(["order"]))
