"""What time brings about: links expire, templates are reviewed."""

from __future__ import annotations

import asyncio

from simulator.meta import reviews
from simulator.razorpay import links
from simulator.world import World

SWEEP_SECONDS = 0.25


def sweep(world: World) -> None:
    """Do everything whose time has come by this world's clock."""
    links.expire_due(world)
    reviews.review_due(world)


async def keep_sweeping(world: World) -> None:
    """Sweep until cancelled."""
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        sweep(world)
