"""Webhooks on their way to the shop: signed, retried until taken, and as doubled or disordered as the switches say."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from simulator import ids
from simulator.posting import Poster
from simulator.tasks import Tasks

GATHER_SECONDS = 0.15
CONNECTIONS = 32


@dataclass(slots=True)
class Delivery:
    """One thing to tell. `lane` keeps the first tries of related things in order; `content` can be stored as JSON."""

    number: int
    lane: str
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One POST: what the shop receives."""

    path: str
    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Manner:
    """How one platform delivers at this moment."""

    pauses: list[float]
    tries: int | None
    timeout_seconds: float
    takes_any_2xx: bool


class Deliveries:
    """All webhooks of one platform, sent to the shop at `where()`.

    `wrap` makes a parcel of one or more contents; `tried` hears of each answer.
    """

    def __init__(
        self,
        where: Callable[[], str],
        manner: Manner,
        wrap: Callable[[list[dict[str, Any]]], Parcel],
        tried: Callable[[list[dict[str, Any]], int | None], None],
    ) -> None:
        self.where = where
        self.manner = manner
        self.tasks = Tasks()
        self.pending: dict[int, Delivery] = {}
        self.batch = 1
        self.reorder = False
        self.delay_seconds = 0.0
        self.double: tuple[float, int] = (0.0, 2)
        self._wrap = wrap
        self._tried = tried
        self._next_number = 0
        self._lanes: dict[str, asyncio.Event] = {}
        self._gathered: list[Delivery] = []
        self._poster = Poster(CONNECTIONS)

    async def close(self) -> None:
        """Forget what is on its way and let go of the connections."""
        await self.forget()
        self._poster.close()

    async def forget(self) -> None:
        """Drop everything that was not delivered yet."""
        await self.tasks.cancel_all()
        self.pending.clear()
        self._lanes.clear()
        self._gathered.clear()

    def tell(self, content: dict[str, Any], lane: str) -> None:
        """Send this to the shop, until it has it."""
        self._next_number += 1
        delivery = Delivery(self._next_number, lane, content)
        self.pending[delivery.number] = delivery
        if self.batch <= 1 and not self.reorder:
            self.tasks.spawn(self._deliver_in_lane(delivery))
            return
        self._gathered.append(delivery)
        if len(self._gathered) == 1:
            self.tasks.spawn(self._flush_after_a_moment())
        if 1 < self.batch <= len(self._gathered):
            self._flush()

    async def _flush_after_a_moment(self) -> None:
        await asyncio.sleep(GATHER_SECONDS)
        self._flush()

    def _flush(self) -> None:
        gathered, self._gathered = self._gathered, []
        if self.reorder:
            gathered.reverse()
        size = max(self.batch, 1)
        groups = [gathered[start : start + size] for start in range(0, len(gathered), size)]
        if groups:
            self.tasks.spawn(self._deliver_one_after_another(groups))

    async def _deliver_one_after_another(self, groups: list[list[Delivery]]) -> None:
        await asyncio.sleep(self.delay_seconds)
        for group in groups:
            first_try = asyncio.Event()
            self.tasks.spawn(self._deliver(group, first_try))
            await first_try.wait()

    async def _deliver_in_lane(self, delivery: Delivery) -> None:
        before = self._lanes.get(delivery.lane)
        first_try = self._lanes[delivery.lane] = asyncio.Event()
        await asyncio.sleep(self.delay_seconds)
        if before is not None:
            await before.wait()
        await self._deliver([delivery], first_try)
        if self._lanes.get(delivery.lane) is first_try:
            del self._lanes[delivery.lane]

    async def _deliver(self, group: list[Delivery], first_try: asyncio.Event) -> None:
        try:
            parcel = self._wrap([delivery.content for delivery in group])
            probability, copies = self.double
            count = copies if ids.happens(probability) else 1
            tries = [self._try_until_taken(group, parcel, first_try) for _ in range(max(count, 1))]
            if len(tries) == 1:
                await tries[0]
            else:
                await asyncio.gather(*tries)
        finally:
            first_try.set()
            for delivery in group:
                self.pending.pop(delivery.number, None)

    async def _try_until_taken(self, group: list[Delivery], parcel: Parcel, first_try: asyncio.Event) -> None:
        contents = [delivery.content for delivery in group]
        for pause in self._pauses():
            status = await self._post(parcel)
            self._tried(contents, status)
            first_try.set()
            if status == 200 or (self.manner.takes_any_2xx and status is not None and 200 <= status < 300):
                return
            await asyncio.sleep(pause)

    def _pauses(self) -> Iterator[float]:
        tries = 0
        while self.manner.tries is None or tries < self.manner.tries:
            yield self.manner.pauses[min(tries, len(self.manner.pauses) - 1)]
            tries += 1

    async def _post(self, parcel: Parcel) -> int | None:
        url = self.where() + parcel.path
        return await self._poster.post(url, parcel.body, parcel.headers, self.manner.timeout_seconds)
