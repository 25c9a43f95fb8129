"""Storing what several requests bring in the same moment by one statement and one commit, as databases do with writes.

A lone request is stored at once; who comes while a statement is under way shares the next one. There is one at a time:
more of them would each wait for the disk (docs/bench.md). Nobody is answered before his own events are on disk.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import psycopg
import structlog
from fastapi import HTTPException
from prometheus_client import Counter
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from core.db import is_trouble_of_the_database
from core.inbox.arrivals import Arrival, digest, store_arrivals
from core.inbox.tables import InboxKind, Provider

log = structlog.get_logger(__name__)

DUPLICATES = Counter("jamango_inbox_duplicates_total", "Events that were stored before", ["provider"])
STORED = Counter("jamango_inbox_stored_total", "Events stored", ["provider"])
LARGEST_STATEMENT = 1024 * 1024  # bytes of bodies; a larger body goes alone

Pool = AsyncConnectionPool[AsyncConnection[Any]]


@dataclass(frozen=True, slots=True)
class Post:
    """What one request brought, and the promise that it is stored."""

    arrivals: Sequence[Arrival]
    body: bytes
    stored: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class GroupCommit:
    """The events of one provider on their way into the inbox."""

    def __init__(self, pool: Pool, provider: Provider) -> None:
        self._pool = pool
        self._provider = provider
        self._waiting: deque[Post] = deque()
        self._writer: asyncio.Task[None] | None = None
        self._new = STORED.labels(provider.value)
        self._known = DUPLICATES.labels(provider.value)

    async def store(self, arrivals: Sequence[Arrival], body: bytes) -> None:
        """Return when the events are stored; one that PostgreSQL does not take is kept as it came. Answers 503 when
        it is away."""
        post = Post(arrivals, body)
        self._waiting.append(post)
        if self._writer is None:
            self._writer = asyncio.create_task(self._write())
        await post.stored

    async def _write(self) -> None:
        while self._waiting:
            posts = self._take()
            try:
                await self._store_together(posts)
            except Exception as error:
                _settle(posts, error)
            else:
                _settle(posts)
        # Here, not in a callback of the task: who comes between the two would wait for a writer that has ended.
        self._writer = None

    def _take(self) -> list[Post]:
        posts = [self._waiting.popleft()]
        size = len(posts[0].body)
        while self._waiting and (size := size + len(self._waiting[0].body)) <= LARGEST_STATEMENT:
            posts.append(self._waiting.popleft())
        return posts

    async def _store_together(self, posts: list[Post]) -> None:
        await self._store_or_part([arrival for post in posts for arrival in post.arrivals])

    async def _store_or_part(self, arrivals: Sequence[Arrival]) -> None:
        """Store them together; when PostgreSQL does not take one of them, its neighbours, and it as UNPARSED."""
        try:
            await self._store(arrivals)
        except psycopg.Error as error:
            log.error("arrivals_not_storable", provider=self._provider.value, error=type(error).__name__)
            middle = len(arrivals) // 2
            if not middle:
                await self._store([_keep_apart(arrival) for arrival in arrivals])
                return
            await self._store_or_part(arrivals[:middle])
            await self._store_or_part(arrivals[middle:])

    async def _store(self, arrivals: Sequence[Arrival]) -> None:
        new = await self._execute(arrivals)
        self._new.inc(new)
        self._known.inc(len(arrivals) - new)

    async def _execute(self, arrivals: Sequence[Arrival]) -> int:
        # A connection that died while it idled (PostgreSQL was restarted) deserves a second try on a fresh one.
        for last in (False, True):
            try:
                async with self._pool.connection() as connection:
                    return await store_arrivals(connection, self._provider, arrivals)
            except (psycopg.Error, PoolTimeout, OSError) as error:
                if isinstance(error, psycopg.Error) and not is_trouble_of_the_database(error):
                    raise  # of what came, not of the database
                if last or isinstance(error, PoolTimeout):
                    log.error("database_away", provider=self._provider.value, error=type(error).__name__)
                    raise HTTPException(503, headers={"Retry-After": "5"}) from error
        raise AssertionError("unreachable: the second try returns or raises")


def _keep_apart(arrival: Arrival) -> Arrival:
    return Arrival(digest(arrival.payload), InboxKind.UNPARSED, arrival.payload)


def _settle(posts: list[Post], error: Exception | None = None) -> None:
    for post in posts:
        if post.stored.done():  # its request was cancelled meanwhile
            continue
        if error is None:
            post.stored.set_result(None)
        else:
            post.stored.set_exception(error)
