"""News for the page: server-sent events, with enough memory to resume after a lost connection."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from typing import Any

REMEMBERED = 2000
HEARTBEAT_SECONDS = 15


class Events:
    """A growing list of events; each listener reads it at its own pace."""

    def __init__(self) -> None:
        self.last_id = 0
        self._remembered: deque[tuple[int, str, dict[str, Any]]] = deque(maxlen=REMEMBERED)
        self._news = asyncio.Event()
        self._closed = False

    def tell(self, event: str, data: dict[str, Any]) -> None:
        """Publish one event. `data` must not be changed afterwards."""
        self.last_id += 1
        self._remembered.append((self.last_id, event, data))
        self._news.set()
        self._news = asyncio.Event()

    def close(self) -> None:
        """End all streams, so that the server can stop."""
        self._closed = True
        self._news.set()

    async def listen(self, after: int | None) -> AsyncIterator[str]:
        """The stream as text, beginning after the event with this id, or now."""
        position = self.last_id if after is None else after
        yield ": connected\n\n"
        while not self._closed:
            news = self._news
            for number, event, data in [item for item in self._remembered if item[0] > position]:
                position = number
                yield f"id: {number}\nevent: {event}\ndata: {json.dumps(data)}\n\n"
            try:
                await asyncio.wait_for(news.wait(), HEARTBEAT_SECONDS)
            except TimeoutError:
                yield ": still here\n\n"
