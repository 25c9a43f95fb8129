"""Days in a line: `kal`, `sunday`, `15 tarikh`, `15/5`, `2 din baad`, `weekend`, and parts of a day. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from core.reading.marks import Line
from core.reading.notimes import is_no_time
from core.reading.times import coming_date
from core.reading.timewords import GOODS, Moment, counts, took, whole

DATED = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?")
LAST_DAY = 31
SATURDAY, SUNDAY = 5, 6
WHICH = ("span.next", "span.week", "span.next_but_one")  # which day of a name: `next`, `agle hafte`
LAST = frozenset({"last", "past", "previous", "pichle", "pichhle", "pichla", "pichhla", "pichli", "pichhli", "gaye",
                  "beete", "पिछले", "पिछली", "पिछला", "बीते", "गए"})  # fmt: skip
LINKS = ("of", "when.word", "courtesy.article")  # `agle hafte ke shanivar`, `saturday of next week`


def find_dates(line: Line, today: date) -> Iterable[Moment]:
    """`15 tarikh`, `15th May`, `May 15`, `15/5`, `15 ko`, `2 din baad`, `weekend`."""
    for place, mark in enumerate(line.marks):
        if not line.is_free(place):
            continue
        if mark.means("span.weekend") and place and line.marks[place - 1].words in LAST:
            line.take(place - 1, place + 1, "along")
        elif mark.means("span.weekend"):
            yield took(line, _weekend(line, place, today))
        elif (number := whole(mark)) is not None and not counts(line, place + 1):
            yield from _dated(line, place, number, today)
        elif mark.is_number and (dated := DATED.fullmatch(mark.words)) and _may_be_date(line, place, dated):
            yield from _on(line, place, place + 1, _coming(today, int(dated[1]), int(dated[2])))


def _may_be_date(line: Line, place: int, dated: re.Match[str]) -> bool:
    day, month = int(dated[1]), int(dated[2])
    sign = dated[0][len(dated[1])]
    if not (1 <= day <= LAST_DAY and 1 <= month <= 12) or line.at(place, *GOODS):
        return False
    return not counts(line, place + 1) and (sign == "/" or (sign == "-" and day > 12))


def _dated(line: Line, place: int, number: int, today: date) -> Iterable[Moment]:
    if line.free(place + 1, "span.later"):
        if any(line.at(after, "used_up") for after in range(place + 2, place + 5)):
            line.take(place, place + 2, "along")  # `do din me khatam ho jata hai`
            return
        counted_from_today = line.free(place - 2, "day.0") and line.at(place - 1, "clock.range")
        begin = place - 2 if counted_from_today else place  # `aaj se do din baad`
        yield took(line, Moment(begin, place + 2, frozenset({today + timedelta(days=min(number, 60))})))
        return
    if line.at(place - 1, "span.in") and line.free(place + 1, "span.days"):
        yield took(line, Moment(place - 1, place + 2, frozenset({today + timedelta(days=min(number, 60))})))
        return
    if number > LAST_DAY and line.at(place + 1, "date.word") and not line.at(place + 2, "home.floor"):
        line.take(place, place + 2, "no date")
    storeyed = any(line.at(place + step, "home.floor", "home.tower") for step in (1, 2))
    if not 1 <= number <= LAST_DAY or (storeyed and not line.at(place + 1, "month")):
        return
    begin, end, month = place, place + 1, None
    while line.free(end, "date.word", "month") or (line.at(end, "of") and line.at(end + 1, "month")):
        month = line.marks[end].value("month") or month
        end += 1
    if month is None and line.free(place - 1, "month"):
        begin, month = place - 1, line.marks[place - 1].value("month")
    on_it = end == place + 1 and line.at(end, "when.word") and line.marks[end].words in {"ko", "को"}
    on_it = on_it and not line.at(place - 1, "clock.range")  # `5 se 7 ko`
    on_it = on_it and not (line.at(end + 2, "make") and whole(line.marks[end + 1]) is not None)  # `2 ko 3 kar do`
    numbered = line.marks[place].is_number or (
        _is_beside_an_amount(line, end + 1) and not line.at(place, "weekday", "courtesy")
    )
    if end > place + 1 or month is not None or (on_it and numbered and not line.at(end + 1, *GOODS)):
        yield from _on(line, begin, end, _coming(today, number, int(month) if month else None))


def _is_beside_an_amount(line: Line, place: int) -> bool:
    """`nau ko ek darjan hapus`: behind the day stands an amount with its unit."""
    return place < len(line) and whole(line.marks[place]) is not None and line.at(place + 1, "unit")


def _coming(today: date, day: int, month: int | None) -> date | None:
    """The day meant; None when it does not exist, or has passed this year: nobody orders mangoes for the next."""
    found = coming_date(today, day, month)
    passed = month is not None and (month, day) < (today.month, today.day)
    return None if passed else found


def _on(line: Line, begin: int, end: int, day: date | None) -> Iterable[Moment]:
    if day is None:
        line.take(begin, end, "no date")
    else:
        yield took(line, Moment(begin, end, frozenset({day})))


def find_days(line: Line, today: date) -> Iterable[Moment]:
    for place, mark in enumerate(line.marks):
        if not line.is_free(place) or not mark.means("day", "weekday", "part") or is_no_time(line, place):
            continue
        since = mark.means("part") and line.marks[min(place + 1, len(line) - 1)].words in {"se", "से"}
        if (since and not line.at(place + 2, "part", "number")) or (place and line.marks[place - 1].words == "since"):
            line.take(place, place + 1, "along")  # `shows busy since morning`, `subah se`
            continue
        if place and line.marks[place - 1].words in LAST:
            line.take(place - 1, place + 1, "along")  # `lovely mangoes last weekend`
            continue
        if _names_an_order(line, place):
            line.take(place, place + 2, "along")
            continue
        day, weekday, part = mark.value("day"), mark.value("weekday"), mark.value("part")
        if day is not None:
            yield took(line, Moment(place, place + 1, frozenset({today + timedelta(days=int(day))})))
        if weekday is not None:
            yield took(line, _weekday(line, place, int(weekday), today))
        if part is not None:
            yield took(line, Moment(place, place + 1, part=part))
        if (day or weekday) is not None and line.free(place + 1, "clock.am"):
            yield took(line, Moment(place + 1, place + 2, part="morning"))


def _weekday(line: Line, place: int, weekday: int, today: date) -> Moment:
    """The nearest day of that name, today as well; `next saturday` said on a Saturday is not today.

    `next week saturday` is the one of the week after this, from its Monday.
    """
    ahead = (weekday - today.weekday()) % 7
    begin, end, weeks = _weeks_on(line, place)
    if line.at(begin, "span.week") or line.at(end - 1, "span.week"):
        ahead = weekday - today.weekday() + 7
    elif weeks:
        ahead = (ahead or 7) + 7 * (weeks - 1)
    return Moment(begin, end, frozenset({today + timedelta(days=ahead)}))


def _weekend(line: Line, place: int, today: date) -> Moment:
    """Saturday and Sunday to come; `next weekend` said on one of them is not this one."""
    begin, end, weeks = _weeks_on(line, place)
    if not weeks:
        days = frozenset(today + timedelta(days=(day - today.weekday()) % 7) for day in (SATURDAY, SUNDAY))
        return Moment(begin, end, days)
    monday = today - timedelta(days=today.weekday())
    later = weeks - int(today.weekday() < SATURDAY)
    return Moment(begin, end, frozenset(monday + timedelta(days=7 * later + day) for day in (SATURDAY, SUNDAY)))


def _weeks_on(line: Line, place: int) -> tuple[int, int, int]:
    """Where a day begins and ends with the words that say which of its name, and how far on they say: 0, 1 or 2."""
    begin = place
    while line.free(begin - 1, *LINKS) and line.free(begin - 2, *WHICH):
        begin -= 1
    while line.free(begin - 1, *WHICH):
        begin -= 1
    end = place + 1
    behind = end + 1 if line.free(end, *LINKS) else end
    if line.free(behind, "span.week") or _follows(line, behind):
        end = behind + 1
    named = [*range(begin, place), *range(place + 1, end)]
    weeks = (
        2 if any(line.at(one, "span.next_but_one") for one in named) else int(begin < place or _follows(line, behind))
    )
    return begin, end, weeks


def _follows(line: Line, place: int) -> bool:
    """`budhvar agle wale ko`: which of its name is said behind the day, and not of another day."""
    of_another = any(line.at(place + step, "day", "weekday", "span.weekend") for step in (1, 2))
    return (
        line.free(place, "span.next", "span.next_but_one") and line.at(place + 1, "of", "when.word") and not of_another
    )


def _names_an_order(line: Line, place: int) -> bool:
    """`kal ke order me`, `tomorrow's order`: which one is meant, not when."""
    genitive = line.marks[place].words.endswith("s") and line.marks[place].words.isascii()
    return (line.at(place + 1, "of") and line.at(place + 2, "thing.order")) or (
        genitive and line.at(place + 1, "thing.order", "command.orders"))  # fmt: skip
