"""Hearing what has changed: one LISTEN connection for a web process, and any number of pages that it feeds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import aclosing, suppress
from typing import Protocol

import psycopg
import structlog
from psycopg import AsyncConnection
from psycopg.conninfo import make_conninfo

from core.changes.announcing import CHANNEL, FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS
from core.changes.rules import EVERYTHING, Change, Subject, unpack
from core.ids import jitter
from core.settings import Settings

log = structlog.get_logger(__name__)

MOST_WAITING = 500  # changes that a slow page has not taken yet; beyond, it is told that any may have changed
# A server that vanished without a word is noticed within a minute.
KEEPALIVES = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, "connect_timeout": 3}


class Ending(Protocol):
    """An event that is set when nobody is to be waited for any more."""

    async def wait(self) -> object: ...


class Listener:
    """One page's ear: what changed and was not taken yet, each thing once."""

    def __init__(self, subjects: Collection[str]) -> None:
        self._subjects = frozenset(subjects)
        self._waiting: dict[Change, None] = {}
        self._bell = asyncio.Event()
        self._is_over = False
        self.hear(EVERYTHING)

    def hear(self, changes: Collection[Change]) -> None:
        """Keep what this page watches. Never waits: a page that does not take its changes loses only their ids."""
        self._waiting |= dict.fromkeys(change for change in changes if change.subject in self._subjects)
        if len(self._waiting) > MOST_WAITING:
            self._waiting = {Change(change.subject, None): None for change in self._waiting}
        if self._waiting:
            self._bell.set()

    def end(self) -> None:
        self._is_over = True
        self._bell.set()

    async def next(self) -> Change | None:
        """The next change; None once it is over."""
        while not self._waiting and not self._is_over:
            self._bell.clear()
            await self._bell.wait()
        if self._is_over:
            return None
        change = next(iter(self._waiting))
        del self._waiting[change]
        return change


class ChangeFeed:
    """What this web process hears from PostgreSQL, for all pages that are open. It listens from the first page on."""

    def __init__(self, settings: Settings) -> None:
        url = (settings.database_url or "").replace("postgresql+psycopg://", "postgresql://", 1)
        self._url = make_conninfo(url, application_name="jamango-pages", **KEEPALIVES)
        self._listeners: set[Listener] = set()
        self._task: asyncio.Task[None] | None = None

    async def changes(
        self, subjects: Collection[str] = tuple(Subject), ending: Ending | None = None
    ) -> AsyncIterator[Change]:
        """What changes of these subjects, until the `ending`. It begins with all of them without id, and says that
        again after every time when nothing could be heard: whoever shows something asks for it anew then."""
        listener = Listener(subjects)
        self._listeners.add(listener)
        waiting = asyncio.ensure_future(ending.wait()) if ending else None
        if waiting:
            waiting.add_done_callback(lambda _: listener.end())
        if self._task is None:
            self._task = asyncio.create_task(self._listen())
        try:
            while (change := await listener.next()) is not None:
                yield change
        finally:
            self._listeners.discard(listener)
            if waiting:
                waiting.cancel()

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _listen(self) -> None:
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                wire = await AsyncConnection.connect(self._url, autocommit=True)
                async with wire:
                    await wire.execute(f"LISTEN {CHANNEL}".encode())
                    # Not before: what was committed until here is in nobody's ear, and on every page from here on.
                    self._tell(EVERYTHING)
                    pause = FIRST_PAUSE_SECONDS
                    async with aclosing(wire.notifies()) as heard:
                        async for notification in heard:
                            self._tell(unpack(notification.payload))
            except (psycopg.Error, OSError) as error:
                log.warning("changes_unheard", error=type(error).__name__)
            await asyncio.sleep(jitter(pause))
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    def _tell(self, changes: Collection[Change]) -> None:
        for listener in self._listeners:
            listener.hear(changes)
