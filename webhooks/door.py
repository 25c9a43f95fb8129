"""What both webhook doors share: a small async pool, one statement to store, one wake-up for the workers."""

import asyncio
from collections.abc import Sequence

import psycopg
import structlog
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from core.checkpoints import Checkpoint, reach
from core.db import SESSION_LIMITS
from core.inbox.arrivals import WAKE_CHANNEL, Arrival
from core.inbox.tables import InboxKind, Provider
from core.settings import Settings
from webhooks.group_commit import GroupCommit, Pool

log = structlog.get_logger(__name__)

SECONDS_BETWEEN_WAKE_UPS = 0.004
# So many events in one wake-up are a flood, in which a wake-up costs more than whoever waits for it gains.
EVENTS_OF_A_FLOOD = 9  # more than the chats that share a commit
SECONDS_BETWEEN_WAKE_UPS_IN_A_FLOOD = 0.01
# What comes in the same moment is announced together, and is there to be put in order.
SECONDS_OF_A_MOMENT = 0.002
CONNECTIONS = 4  # a statement of each provider, and wake-ups
# Nothing is lost with a wake-up, so it does not wait for the disk: one in ten milliseconds would cost as many syncs.
WAKE_UP = f"SET LOCAL synchronous_commit = off; NOTIFY {WAKE_CHANNEL}, '%s'"


class Door:
    """Stores events and wakes the workers. Opened and closed with the web process."""

    def __init__(self, settings: Settings) -> None:
        url = (settings.database_url or "").replace("postgresql+psycopg://", "postgresql://", 1)
        # One statement, so autocommit: begin and commit would be two more round trips.
        self._pool: Pool = AsyncConnectionPool(
            url,
            min_size=2,
            max_size=CONNECTIONS,
            timeout=2.5,
            open=False,
            kwargs={
                "autocommit": True,
                "connect_timeout": 3,
                "application_name": "jamango-webhooks",
                # The one statement has one good plan; without this PostgreSQL plans it anew for every event.
                "options": f"{SESSION_LIMITS} -c timezone=UTC -c plan_cache_mode=force_generic_plan",
            },
        )
        self._inbox = {provider: GroupCommit(self._pool, provider) for provider in Provider}
        self._wake_up: asyncio.Task[None] | None = None
        self._unannounced: list[InboxKind] = []
        self._next_wake_up_at = 0.0

    async def open(self) -> None:
        """Start the pool without waiting, so that a web process starts (and says 503) while the database is down."""
        await self._pool.open(wait=False)

    async def close(self) -> None:
        if self._wake_up is not None:
            await self._wake_up
        await self._pool.close()

    async def store(self, provider: Provider, arrivals: Sequence[Arrival], body: bytes) -> None:
        """Store the events; one that PostgreSQL does not take is kept as it came. Answers 503 when it is away."""
        if not arrivals:
            return
        reach(Checkpoint.ARRIVAL_NOT_STORED)
        await self._inbox[provider].store(arrivals, body)
        reach(Checkpoint.ARRIVAL_STORED)
        self._wake_workers_soon([arrival.kind for arrival in arrivals])

    def _wake_workers_soon(self, kinds: list[InboxKind]) -> None:
        """In a moment; under load less often, for each wake-up is a statement."""
        self._unannounced += kinds
        if self._wake_up is None or self._wake_up.done():
            self._wake_up = asyncio.create_task(self._announce())

    async def _announce(self) -> None:
        while self._unannounced:
            now = asyncio.get_running_loop().time()
            await asyncio.sleep(max(self._next_wake_up_at - now, SECONDS_OF_A_MOMENT))
            told, self._unannounced = self._unannounced, []
            self._next_wake_up_at = asyncio.get_running_loop().time() + pause_after(len(told))
            kinds = " ".join(sorted({kind.value for kind in told}))
            try:
                async with self._pool.connection() as connection:
                    await connection.execute((WAKE_UP % kinds).encode(), prepare=False)
            except (psycopg.Error, PoolTimeout, OSError):
                log.warning("wake_up_lost")  # the workers poll anyway


def pause_after(events: int) -> float:
    """Seconds until the next wake-up, after one that told of so many events."""
    return SECONDS_BETWEEN_WAKE_UPS_IN_A_FLOOD if events >= EVENTS_OF_A_FLOOD else SECONDS_BETWEEN_WAKE_UPS
