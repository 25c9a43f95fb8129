"""Processes whose machine's clock is wrong: every way in which Python reads the time is off by so many hours."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import cycle, pairwise

import time_machine

SECONDS_BETWEEN_JUMPS = 0.3


def run_with_clock(hours: Sequence[float], part: Callable[..., None], *arguments: object) -> None:
    """Run a part of the shop, in a process of its own, by a clock so many hours ahead, or one that jumps among them."""
    clock = time_machine.travel(timedelta(hours=hours[0]), tick=True).start()
    if len(hours) > 1:
        threading.Thread(target=_keep_jumping, args=(clock, hours), daemon=True).start()
    part(*arguments)


def _keep_jumping(clock: time_machine.Traveller, hours: Sequence[float]) -> None:
    pause = threading.Event()
    for before, after in pairwise(cycle(hours)):
        pause.wait(SECONDS_BETWEEN_JUMPS)
        clock.shift(timedelta(hours=after - before))
