"""Live pages: one stream of what has changed for each open page. It names things; the page asks for them anew.

static/scripts/live.js opens the stream while its page can be seen, and triggers `live:<subject>` on the page's body,
which htmx listens to (`hx-trigger="live:order from:body"`). Without JavaScript a page is as fresh as its reload.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Collection
from typing import Protocol

import anyio
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.exceptions import HTTPException

from pages.door import address_of
from pages.visit import Visit

MOST_STREAMS = 200  # of one process: each holds a connection, and the doors of machines need theirs
MOST_OF_ONE = 6  # what one browser opens to one host over HTTP/1.1
SECONDS_BETWEEN_PINGS = 20
SECONDS_TO_SEND = 10
SECONDS_TO_END = 1  # when the process ends: a stream that is cut in the middle is a fault in the log


class Change(Protocol):
    """Something that is not what it was; without `id` any of its kind may be."""

    @property
    def subject(self) -> str: ...

    @property
    def id(self) -> int | None: ...


class Streams:
    """The streams of one process, counted: nobody can hold so many that others find none."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()

    def answer(
        self,
        visit: Visit,
        changes: AsyncIterator[Change],
        *,
        only: Callable[[Change], bool] = lambda _: True,
        ending: anyio.Event | None = None,
    ) -> EventSourceResponse:
        """The stream of `changes`, of which the visitor hears what `only` lets through. They end when `ending` is set,
        which happens when the process is to end.

        Answers 406 to whoever does not ask for a stream (HEAD waits for an end), 429 to whoever has too many open,
        503 when the process has.
        """
        if "text/event-stream" not in visit.request.headers.get("accept", ""):
            raise HTTPException(406)
        asker = f"session:{visit.session.id}" if visit.session else address_of(visit.request)
        if self._open[asker] >= MOST_OF_ONE:
            raise HTTPException(429, headers={"Retry-After": "5"})
        if self._open.total() >= MOST_STREAMS:
            raise HTTPException(503, headers={"Retry-After": "30"})
        return EventSourceResponse(
            self._counted(asker, changes, only),
            ping=SECONDS_BETWEEN_PINGS,
            send_timeout=SECONDS_TO_SEND,
            shutdown_event=ending,
            shutdown_grace_period=SECONDS_TO_END,
        )

    async def _counted(
        self, asker: str, changes: AsyncIterator[Change], only: Callable[[Change], bool]
    ) -> AsyncGenerator[ServerSentEvent, None]:
        self._open[asker] += 1
        try:
            async for change in changes:
                if only(change):
                    yield ServerSentEvent(event=change.subject, data="" if change.id is None else str(change.id))
        finally:
            self._open -= Counter({asker: 1})
            if isinstance(changes, AsyncGenerator):
                await changes.aclose()


STREAMS = Streams()


def stream(
    visit: Visit, subjects: Collection[str], *, only: Callable[[Change], bool] = lambda _: True
) -> EventSourceResponse:
    """What the live route of a page answers: changes of these subjects, from the one feed of this process.

    Answers 406, 429 and 503 as `Streams.answer` does.
    """
    ending = anyio.Event()
    changes = visit.request.app.state.changes.changes(subjects, ending)
    return STREAMS.answer(visit, changes, only=only, ending=ending)
