"""Saying days, windows and times of the shop in a language: `Tomorrow, 8–10 am`, `till 10:42 am`.

A sentence stays in the chat and is read again on another day, so there "tomorrow" names its date too. Only the title of
a row or button, which has no room and is tapped now, does without.
"""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_skeleton

from core.clock import business_day
from core.wording import keep_together, pick, say

NOON, EVENING, NIGHT = 12, 16, 20


def format_slot(language: str, starts_at: datetime, ends_at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """`tomorrow (Tue 24 Nov), 8–10 am`, to stand inside a sentence."""
    day = format_day(language, starts_at, now, zone)
    return say(language, "format-slot", day=day, window=format_window(language, starts_at, ends_at, zone))


def format_slot_title(language: str, starts_at: datetime, ends_at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """`Tomorrow, 8–10 am`."""
    day = _near_day(language, starts_at, now, zone) or format_date(language, business_day(starts_at, zone))
    words = say(language, "format-slot", day=day, window=format_window(language, starts_at, ends_at, zone))
    return words[:1].upper() + words[1:]


def format_day(language: str, moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """`today (Mon 23 Nov)`, `tomorrow (Tue 24 Nov)`, or `Wed 25 Nov`."""
    date = format_date(language, business_day(moment, zone))
    near = _near_day(language, moment, now, zone)
    return say(language, "format-day", day=near, date=date) if near else date


def format_day_title(language: str, moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """The same where it stands by itself: `Today (Mon 23 Nov)`."""
    words = format_day(language, moment, now, zone)
    return words[:1].upper() + words[1:]


def _near_day(language: str, moment: datetime, now: datetime, zone: ZoneInfo) -> str | None:
    distance = (business_day(moment, zone) - business_day(now, zone)).days
    near = {0: "format-today", 1: "format-tomorrow"}.get(distance)
    return say(language, near) if near else None


@lru_cache(maxsize=512)
def format_date(language: str, day: date) -> str:
    """`Tue 24 Nov`."""
    midnight = datetime.combine(day, time.min)
    return keep_together(format_skeleton("MMMEd", midnight, locale=locale_of(language)).replace(",", ""))


@lru_cache(maxsize=512)
def format_calendar_day(language: str, day: date) -> str:
    """`21 Dec`, of a day far ahead."""
    return keep_together(format_skeleton("MMMd", datetime.combine(day, time.min), locale=locale_of(language)))


def format_times(language: str, starts: time, ends: time) -> str:
    """`8–10 am`, of a window that returns every week."""
    return _window(language, starts.hour * 60 + starts.minute, ends.hour * 60 + ends.minute)


def format_window(language: str, starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> str:
    """`8–10 am`, `11 am–1 pm`."""
    start, end = starts_at.astimezone(zone), ends_at.astimezone(zone)
    return _window(language, start.hour * 60 + start.minute, end.hour * 60 + end.minute)


@lru_cache(maxsize=512)
def _window(language: str, start: int, end: int) -> str:
    """The catalogue decides how, by minutes of the day: some languages name the part of the day, others say am, pm."""
    words = say(
        language,
        "format-window",
        start=_hour(start),
        end=_hour(end),
        half=_half(end),
        first_half=_half(start),
        part=_part(start),
        same_half="yes" if _half(start) == _half(end) else "no",
    )
    return keep_together(words)


def format_clock(language: str, moment: datetime, zone: ZoneInfo) -> str:
    """`10:42 am`."""
    local = moment.astimezone(zone)
    minutes = local.hour * 60 + local.minute
    shown = f"{local.hour % 12 or 12}:{local.minute:02d}"
    return keep_together(say(language, "format-clock", time=shown, half=_half(minutes), part=_part(minutes)))


def format_until(language: str, moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """`till 10:42 am`; with the day when that is not today."""
    clock = format_clock(language, moment, zone)
    if business_day(moment, zone) == business_day(now, zone):
        return say(language, "format-until", clock=clock)
    return say(language, "format-until-day", day=format_day(language, moment, now, zone), clock=clock)


def locale_of(language: str) -> str:
    """The name that Unicode's data has for a language in this country: `hi_Latn_IN`."""
    return f"{language.replace('-', '_')}_IN"


def format_ripeness(language: str, after_days: int, until_days: int) -> str:
    """`ready to eat`, `ripe in 2–3 days`."""
    if until_days <= 0:
        return say(language, "phrase-ripe-now")
    if after_days <= 0:
        return say(language, "phrase-ripe-within", days=until_days)
    days = str(until_days) if after_days == until_days else f"{after_days}–{until_days}"
    return say(language, "phrase-ripe-in", days=days, last=until_days)


def format_units(language: str, base_unit: str, units: int) -> str:
    """`40 dozen`, `3 dozen + 4`, `5 pieces`, `12.5 kg`: base units as people count them."""
    if base_unit == "gram":
        return keep_together(say(language, "format-weight", kilos=f"{units / 1000:g}"))
    dozens, rest = divmod(units, 12)
    return keep_together(say(language, "format-pieces", dozens=dozens, rest=rest))


def format_fruit(language: str, names: dict[str, str], labels: dict[str, str], quantity: int) -> str:
    """`2 × Alphonso, 1 dozen`."""
    name, pack = pick(names, language), pick(labels, language)
    return say(language, "phrase-fruit", quantity=str(quantity), name=name, pack=pack)


def _hour(minutes: int) -> str:
    hour, rest = divmod(minutes, 60)
    return f"{hour % 12 or 12}:{rest:02d}" if rest else str(hour % 12 or 12)


def _half(minutes: int) -> str:
    return "am" if minutes // 60 < NOON else "pm"


def _part(minutes: int) -> str:
    hour = minutes // 60
    if hour < NOON:
        return "morning"
    if hour < EVENING:
        return "afternoon"
    return "evening" if hour < NIGHT else "night"
