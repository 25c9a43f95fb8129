"""When somebody wants it: days, parts of a day and hours, as a wish that windows can be held against. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

PARTS = {"morning": range(12), "afternoon": range(12, 16), "evening": range(16, 24), "night": range(19, 24)}
HOURS = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:-(\d{1,2})(?:[:.](\d{2}))?)?")


@dataclass(frozen=True)
class Wish:
    """What a window must fit: its day among `days`, its start in a part, and the hours it must hold.

    `hours` are pairs (first, last) on the clock face of twelve or twenty-four; `half` is `am` or `pm` when said.
    With `near` (`after`, `before`) the hour is no part of the window, but the edge of when it may be.
    """

    days: frozenset[date] = frozenset()
    parts: frozenset[str] = frozenset()
    hours: tuple[tuple[int, int | None], ...] = ()
    half: str | None = None
    near: str = ""

    def fits(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether a window, in the shop's time, is one that is meant."""
        if self.days and starts_at.date() not in self.days:
            return False
        if self.parts and not any(starts_at.hour in PARTS[part] for part in self.parts):
            return False
        return all(self._holds(hour, last, starts_at, ends_at) for hour, last in self.hours)

    def _holds(self, hour: int, last: int | None, starts_at: datetime, ends_at: datetime) -> bool:
        closes = ends_at.hour or 24
        if self.near:
            return any(starts_at.hour >= first if self.near == "after" else closes <= first
                       for first in self._faces(hour))  # fmt: skip
        if last is not None:
            return any(first == starts_at.hour and end == closes % 24 for first in self._faces(hour)
                       for end in (last % 24, (last + 12) % 24))  # fmt: skip
        return any(starts_at.hour <= first < closes for first in self._faces(hour))

    def _faces(self, hour: int) -> Iterable[int]:
        if hour > 12 or hour == 0:
            return (hour % 24,)
        morning, evening = hour % 12, hour % 12 + 12
        return {"am": (morning,), "pm": (evening,)}.get(self.half or "", (morning, evening))


def coming_date(today: date, day: int, month: int | None) -> date | None:
    """The next day of this number, in a month or in any; None when there is none."""
    for ahead in range(14 if month is None else 2):
        year, index = divmod(today.month - 1 + ahead, 12) if month is None else (ahead, month - 1)
        try:
            found = date(today.year + year, index + 1, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None
