"""Which open windows a wish means, beside the one that is chosen. Pure.

sunday nahi saturday   → the same hours on Saturday, when they are open
shaam ko               → the evening of the day that is chosen
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from core.reading.times import Wish
from core.slots.rules import OpenSlot

MOST_WINDOWS = 60  # of the days that are open; a day far ahead may be named


def fitting_windows(
    wish: Wish, slots: Sequence[OpenSlot], zone: tzinfo, chosen: OpenSlot | None = None
) -> list[OpenSlot]:
    """The windows that fit a wish; of several that one that is like the `chosen` one in what the wish leaves open."""
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


def _times(slot: OpenSlot, zone: tzinfo) -> tuple[datetime, datetime]:
    """A window in the shop's time."""
    return slot.starts_at.astimezone(zone), slot.ends_at.astimezone(zone)
