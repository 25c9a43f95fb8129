"""Which open windows a wish means, beside the one that is chosen. Pure.

sunday nahi saturday   → the same hours on Saturday, when they are open
shaam ko               → the evening of the day that is chosen
after 5                → five in the evening, where every window opens after five in the morning
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from core.reading.times import Wish
from core.slots.rules import OpenSlot

MOST_WINDOWS = 60  # of the days that are open; a day far ahead may be named


def fitting_windows(
    wish: Wish, slots: Sequence[OpenSlot], zone: tzinfo, chosen: OpenSlot | None = None
) -> list[OpenSlot]:
    """The windows that fit a wish; of several that one that is like the `chosen` one in what the wish leaves open."""
    wish = on_the_clock(wish, slots, zone)
    fitting = [slot for slot in slots if wish.fits(*_times(slot, zone))]
    if chosen is None or len(fitting) < 2:
        return fitting
    starts, ends = _times(chosen, zone)
    if not wish.days:
        return [slot for slot in fitting if _times(slot, zone)[0].date() == starts.date()] or fitting
    if wish.parts or wish.hours:
        return fitting
    hours = (starts.time(), ends.time())
    return [slot for slot in fitting if tuple(each.time() for each in _times(slot, zone)) == hours] or fitting


def on_the_clock(wish: Wish, slots: Sequence[OpenSlot], zone: tzinfo) -> Wish:
    """A wish whose `after` or `before` an hour means one half of the day: the part that is said with it, else the half
    that leaves some windows out and not all."""
    if not wish.near or wish.half or not wish.hours:
        return wish
    if wish.parts:
        return replace(wish, half="am" if wish.parts == {"morning"} else "pm")
    halves = {half: replace(wish, days=frozenset(), half=half) for half in ("am", "pm")}
    fitting = {half: sum(each.fits(*_times(slot, zone)) for slot in slots) for half, each in halves.items()}
    telling = [half for half, count in fitting.items() if 0 < count < len(slots)]
    if len(telling) == 1:
        return replace(wish, half=telling[0])
    hour = wish.hours[0][0] % 12 + 12
    into_it = any(_times(slot, zone)[1].hour > hour for slot in slots)
    return replace(wish, half="pm") if not telling and wish.near == "after" and into_it else wish


def _times(slot: OpenSlot, zone: tzinfo) -> tuple[datetime, datetime]:
    """A window in the shop's time."""
    return slot.starts_at.astimezone(zone), slot.ends_at.astimezone(zone)
