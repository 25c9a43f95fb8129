"""When somebody wants it: days, parts of a day and hours, as a wish that windows can be held against. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.reading.sentence import Sentence, Span

PARTS = {"morning": range(12), "afternoon": range(12, 16), "evening": range(16, 24), "night": range(19, 24)}
SAYS_WHEN = frozenset({"day", "weekday", "month", "part", "clock", "hours", "date"})
AROUND = frozenset({"when", "want", "do", "number", "answer.yes"})
HOURS = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:-(\d{1,2})(?:[:.](\d{2}))?)?")
DASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})")


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


def read_wish(sentence: Sentence, today: date) -> Wish | None:
    """When it is wanted, or None when the sentence says anything else besides, or nothing about time.

    A weekday is the next one of that name, today included; a date that
    has passed is next month's or next year's. `today` is the shop's business day.
    """
    spans = tuple(_with_hours(span) for span in sentence.spans)
    read = Sentence(sentence.typed, sentence.words, spans)
    if not read.is_only(SAYS_WHEN, AROUND):
        return None
    days = _days(read, today)
    hours = _hours(read)
    if days is None or _numbers_left(read) or (hours and read.has("when.until")):
        return None
    halves = {value for value in read.values("clock") if value in {"am", "pm"}}
    wish = Wish(days, frozenset(read.values("part")), hours, halves.pop() if len(halves) == 1 else None)
    return None if wish == Wish() else wish


def _days(read: Sentence, today: date) -> frozenset[date] | None:
    """Every day that all names of days in the sentence agree on; None when they contradict, or one does not exist."""
    dates = _dates(read, today)
    named = [
        {today + timedelta(days=int(day)) for day in read.values("day")},
        {_next_weekday(today, int(day)) for day in read.values("weekday")},
        dates or set(),
    ]
    said = [days for days in named if days]
    agreed = frozenset(set.intersection(*said)) if said else frozenset()
    return None if dates is None or (said and not agreed) else agreed


def _with_hours(span: Span) -> Span:
    """`8-10` and `8:30` are hours, `15/5` a date: numbers that the lexicon does not know."""
    if span.meanings:
        return span
    dashed = DASHED.fullmatch(span.words)
    if SLASHED.fullmatch(span.words) or (dashed and int(dashed[1]) > 24):
        return Span(span.words, frozenset({f"date.{span.words}"}))
    return Span(span.words, frozenset({f"hours.{span.words}"})) if HOURS.fullmatch(span.words) else span


def _next_weekday(today: date, weekday: int) -> date:
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _dates(sentence: Sentence, today: date) -> set[date] | None:
    """The calendar days named (`15 tarikh`, `15/5`, `15 May`); None when one of them does not exist."""
    found: set[date | None] = set()
    months = [int(month) for month in sentence.values("month")]
    for span in sentence.spans:
        if span.means({"date"}) and (slashed := DASHED.fullmatch(span.words)):
            found.add(coming_date(today, int(slashed[1]), int(slashed[2])))
    day = _day_of_month(sentence)
    if day is not None:
        found.add(coming_date(today, day, months[0] if months else None))
    return None if None in found or (months and day is None) else {day for day in found if day is not None}


def _day_of_month(sentence: Sentence) -> int | None:
    """The number beside `tarikh`, `th` or the name of a month."""
    spans = sentence.spans
    for place, span in enumerate(spans):
        around = spans[max(place - 1, 0) : place] + spans[place + 1 : place + 2]
        if _is_number(span) and any(near.means({"date", "month"}) for near in around):
            return int(span.value("number") or 0)
    return None


def _is_number(span: Span) -> bool:
    return span.value("number") is not None and not span.means({"courtesy"})


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


def _hours(sentence: Sentence) -> tuple[tuple[int, int | None], ...]:
    """`8 baje`, `8 am`, `at 8`, `8-10`, `8 to 10`, `8 se 10`."""
    for span in sentence.spans:
        if span.means({"hours"}) and (match := HOURS.fullmatch(span.words)):
            return ((int(match[1]), int(match[3]) if match[3] else None),)
    numbers = _clock_numbers(sentence)
    if len(numbers) == 2 and _is_range(sentence):
        return ((numbers[0], numbers[1]),)
    return tuple((number, None) for number in numbers)


def _is_range(sentence: Sentence) -> bool:
    return sentence.has("clock.range") and not sentence.has("clock.at")


def _clock_numbers(sentence: Sentence) -> list[int]:
    """Numbers that are hours: with `baje`, `am` or a range in the sentence, and no day of a month."""
    if not sentence.has("clock") or (_is_range(sentence) and len(sentence.values("number")) < 2):
        return []
    date_number = _day_of_month(sentence)
    numbers = [int(span.value("number") or 0) for span in sentence.spans if _is_number(span)]
    return [number for number in numbers if number != date_number and number <= 24]


def _numbers_left(sentence: Sentence) -> bool:
    """Whether a number stands there that is neither an hour nor a day: then it is not understood."""
    numbers = [span for span in sentence.spans if _is_number(span)]
    used = len(_clock_numbers(sentence)) + (_day_of_month(sentence) is not None)
    return len(numbers) > used
