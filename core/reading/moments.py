"""When something is wanted, within a line that says more: days, parts, hours, and what is refused of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from core.reading.marks import Line, Mark
from core.reading.refusing import is_refused, joined_by_or, taken_back
from core.reading.times import HOURS, Wish, coming_date

SPAN = re.compile(r"(\d{1,2})(?:[:.]\d{2})?-(\d{1,2})(?:[:.]\d{2})?")
DATED = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?")
GOODS = ("variety", "stranger", "fruit", "times", "fraction", "pack")
AROUND = ("when", "clock.at", "courtesy.article", "make", "do", "of", "only")
LATEST, LAST_DAY = 24, 31
ACROSS = {
    "days": ("part", "clock"),
    "part": ("day", "weekday"),
    "hours": ("part", "clock"),
}  # may stand before the denial
SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True)
class Moment:
    """A word of time, where it stands, and what it says: one of days, part and hours."""

    begin: int
    end: int
    days: frozenset[date] = frozenset()
    part: str = ""
    hours: tuple[int, int | None] | None = None
    half: str = ""
    near: str = ""

    @property
    def says(self) -> str:
        return "days" if self.days else "part" if self.part else "hours"


@dataclass(frozen=True)
class Times:
    """What is wanted and what is refused in its favour; `contradicts` when days are said that cannot all be."""

    wanted: Wish | None
    refused: Wish | None
    contradicts: bool = False


def find_times(line: Line, today: date) -> Times:
    """Every word of time in the line, taken; together the wish."""
    moments = [*_find_dates(line, today), *_find_days(line, today), *_find_hours(line)]
    moments.sort(key=lambda moment: moment.begin)
    refused = [moment for moment in moments if _is_refused(line, moment, moments)]
    wanted = _last_of_corrected(line, [moment for moment in moments if moment not in refused])
    days, contradicts = _days_of(line, wanted)
    return Times(_wish(wanted, days), _wish(refused, _all_days(refused)), contradicts or _is_no_date(line))


def _is_refused(line: Line, moment: Moment, moments: list[Moment]) -> bool:
    others = [(one.begin, one.end) for one in moments if one.says == moment.says and one != moment]
    return is_refused(line, moment.begin, moment.end, others, across=ACROSS[moment.says])


def _last_of_corrected(line: Line, wanted: list[Moment]) -> list[Moment]:
    """`kal, sorry parso`: of two words of one kind with a taking back between them the later one counts."""
    return [one for one in wanted if not any(
        other.says == one.says and other.begin > one.begin and taken_back(line, one.end, other.begin)
        for other in wanted)]  # fmt: skip


def _days_of(line: Line, wanted: list[Moment]) -> tuple[frozenset[date], bool]:
    """The days that all words of them agree on; several when they are a choice; a contradiction otherwise."""
    said = [moment for moment in wanted if moment.days]
    if not said:
        return frozenset(), False
    agreed = frozenset.intersection(*(moment.days for moment in said))
    if agreed:
        return agreed, False
    choice = any(joined_by_or(line, one.end, other.begin) for one, other in pairwise(said))
    return _all_days(said), not choice


def _all_days(moments: Iterable[Moment]) -> frozenset[date]:
    return frozenset(day for moment in moments for day in moment.days)


def _wish(moments: list[Moment], days: frozenset[date]) -> Wish | None:
    hours = tuple(moment.hours for moment in moments if moment.hours is not None)
    halves = {moment.half for moment in moments if moment.half}
    near = next((moment.near for moment in moments if moment.near and moment.hours), "")
    wish = Wish(days, frozenset(moment.part for moment in moments if moment.part), hours[:1],
                halves.pop() if len(halves) == 1 else None, near)  # fmt: skip
    return None if wish == Wish() else wish


def _is_no_date(line: Line) -> bool:
    return "no date" in line.taken


def _find_dates(line: Line, today: date) -> Iterable[Moment]:
    """`15 tarikh`, `15th May`, `May 15`, `15/5`, `15 ko`, `2 din baad`, `weekend`."""
    for place, mark in enumerate(line.marks):
        if not line.is_free(place):
            continue
        if mark.means("span.weekend"):
            weekend = frozenset(today + timedelta(days=(day - today.weekday()) % 7) for day in (SATURDAY, SUNDAY))
            yield _took(line, Moment(place, place + 1, weekend))
        elif (number := whole(mark)) is not None and not _is_counted(line, place):
            yield from _dated(line, place, number, today)
        elif mark.is_number and (dated := DATED.fullmatch(mark.words)) and _may_be_date(line, place, dated):
            yield from _on(line, place, place + 1, coming_date(today, int(dated[1]), int(dated[2])))


def _may_be_date(line: Line, place: int, dated: re.Match[str]) -> bool:
    day, month = int(dated[1]), int(dated[2])
    sign = dated[0][len(dated[1])]
    if not (1 <= day <= LAST_DAY and 1 <= month <= 12) or line.at(place, *GOODS):
        return False
    return not counts(line, place + 1) and (sign == "/" or (sign == "-" and day > 12))


def counts(line: Line, place: int) -> bool:
    """Whether what stands there is counted: fruit or a unit; the letter of `G1` is none."""
    if not line.at(place, *GOODS, "unit"):
        return False
    letter = len(line.marks[place].words) == 1 and place + 1 < len(line)
    return not (letter and line.marks[place + 1].is_number and line.marks[place + 1].glued)


def _dated(line: Line, place: int, number: int, today: date) -> Iterable[Moment]:
    if line.free(place + 1, "span.later"):
        yield _took(line, Moment(place, place + 2, frozenset({today + timedelta(days=min(number, 60))})))
        return
    if line.at(place - 1, "span.in") and line.free(place + 1, "span.days"):
        yield _took(line, Moment(place - 1, place + 2, frozenset({today + timedelta(days=min(number, 60))})))
        return
    if not 1 <= number <= LAST_DAY:
        return
    begin, end, month = place, place + 1, None
    while line.free(end, "date.word", "month") or (line.at(end, "of") and line.at(end + 1, "month")):
        month = line.marks[end].value("month") or month
        end += 1
    if month is None and line.free(place - 1, "month"):
        begin, month = place - 1, line.marks[place - 1].value("month")
    on_it = end == place + 1 and line.at(end, "when.word") and line.marks[end].words in {"ko", "को"}
    if end > place + 1 or month is not None or (on_it and line.marks[place].is_number and not line.at(end + 1, *GOODS)):
        yield from _on(line, begin, end, coming_date(today, number, int(month) if month else None))


def _on(line: Line, begin: int, end: int, day: date | None) -> Iterable[Moment]:
    if day is None:
        line.take(begin, end, "no date")
    else:
        yield _took(line, Moment(begin, end, frozenset({day})))


def _took(line: Line, moment: Moment) -> Moment:
    line.take(moment.begin, moment.end, "when")
    return moment


def _is_counted(line: Line, place: int) -> bool:
    """Whether what follows a number is what it counts: fruit, units."""
    return counts(line, place + 1)


def _find_days(line: Line, today: date) -> Iterable[Moment]:
    for place, mark in enumerate(line.marks):
        if not line.is_free(place) or not mark.means("day", "weekday", "part") or _is_something_else(line, place):
            continue
        day, weekday, part = mark.value("day"), mark.value("weekday"), mark.value("part")
        if day is not None:
            yield _took(line, Moment(place, place + 1, frozenset({today + timedelta(days=int(day))})))
        if weekday is not None:
            ahead = (int(weekday) - today.weekday()) % 7
            yield _took(line, Moment(place, place + 1, frozenset({today + timedelta(days=ahead)})))
        if part is not None:
            yield _took(line, Moment(place, place + 1, part=part))


def _is_something_else(line: Line, place: int) -> bool:
    """`sat dozen` is seven, `2 mon` a maund, `sun bhai` is "listen"."""
    mark = line.marks[place]
    counts = mark.means("number") and line.at(place + 1, "unit", "variety", "stranger", "fruit", "clock")
    weighs = mark.means("unit") and place > 0 and whole(line.marks[place - 1]) is not None
    if counts or weighs:
        return True
    hears = mark.words == "sun" and (line.at(place + 1, "courtesy.address") or line.marks[place + 1 : place + 2] == [])
    return hears and place == 0 and len(line) > 2 and line.at(place + 1, "courtesy.address")


def whole(mark: Mark) -> int | None:
    """The whole number that a mark is, in digits or as a word."""
    if mark.is_number:
        return int(mark.words) if mark.words.isdigit() and len(mark.words) <= 6 else None
    values = mark.values("number")
    return int(values[0]) if values else None


def _find_hours(line: Line) -> Iterable[Moment]:
    place = 0
    while place < len(line):
        found = _hours_at(line, place) if line.is_free(place) else None
        if found is not None:
            yield _took(line, found)
        place = found.end if found is not None else place + 1


def _hours_at(line: Line, place: int) -> Moment | None:
    """`8-10`, `8:30`, `8 baje`, `8 se 10`, `8 am`, `after 7`, `subah 8`."""
    mark = line.marks[place]
    if mark.is_number and (span := SPAN.fullmatch(mark.words)):
        return _span(line, place, int(span[1]), int(span[2]))
    hour = _hour(line, place)
    if hour is None or (_is_counted(line, place) and not line.at(place + 1, "clock.oclock")):
        return None
    found = _until(line, place, hour) or _single(line, place, hour)
    return found and _with_half(line, found)


def _hour(line: Line, place: int) -> int | None:
    mark = line.marks[place]
    if mark.is_number and (clock := HOURS.fullmatch(mark.words)) and clock[3] is None:
        pointed = "." in mark.words and not line.at(place + 1, "clock", "part")
        return int(clock[1]) if int(clock[1]) <= LATEST and not pointed else None
    number = whole(mark)
    if number is None and mark.means("fraction") and line.at(place + 1, "clock.oclock"):
        return {"3/2": 1, "5/2": 2}.get(mark.value("fraction") or "")
    return number if number is not None and 0 <= number <= LATEST else None


def _span(line: Line, place: int, first: int, last: int) -> Moment | None:
    """A pair of numbers is a window unless it counts something, or is too small and nothing speaks of time."""
    if first > LATEST or last > LATEST or counts(line, place + 1):
        return None
    beside = line.at(place - 1, "variety", "stranger", "fruit") and not line.marks[place].breaks
    timely = line.at(place + 1, "clock", "part") or line.at(place - 1, "part", "day", "weekday", "when", "clock")
    if not timely and (beside or first < 5) and last - first == 1:
        return None
    return _with_half(line, Moment(place, place + 1, hours=(first, last)))


def _until(line: Line, place: int, first: int) -> Moment | None:
    """`8 se 10`, `8 baje se 10 baje`, `8 am - 10 am`, `between 8 and 10`, `8 to 10`."""
    link = place + 1
    while line.at(link, "clock.am", "clock.pm", "clock.oclock"):
        link += 1
    between = line.at(place - 1, "when.word") and line.marks[place - 1].words == "between"
    dash = 0 <= link < len(line) and line.marks[link].gap.strip() in {"-", "–", "/"} and link > place + 1
    linked = line.at(link, "clock.range") or (between and line.at(link, "courtesy.article"))
    after = link + 1 if linked else link
    last = _hour(line, after) if (linked or dash) and line.is_free(after) else None
    if last is None or last <= 0 or counts(line, after + 1):
        return None
    return Moment(place - 1 if between else place, after + 1, hours=(first, last))


def _single(line: Line, place: int, hour: int) -> Moment | None:
    end = place + 1
    clock = line.at(end, "clock.am", "clock.pm", "clock.oclock") or ":" in line.marks[place].words
    while line.at(end, "clock.am", "clock.pm", "clock.oclock"):
        end += 1
    near, begin, end = _near(line, place, end)
    offset = line.at(place - 1, "offset") and clock
    beside = line.at(place - 1, "part", "clock.at") or (line.at(place - 1, "day", "weekday") and hour > 4)
    follows = line.at(end, "variety", "stranger", "fruit", "unit", "pack", "number", "fraction")
    if not (clock or near or (beside and not follows and line.marks[place].is_number)):
        return None
    if near and not clock and counts(line, end):
        return None
    return Moment(begin - 1 if offset else begin, end, hours=(hour, None), near=near)


def _near(line: Line, place: int, end: int) -> tuple[str, int, int]:
    """`7 ke baad`, `after 7`, `9 se pehle`, `before 9`, `by 9`."""
    for side, step in ((end, 1), (place - 1, -1)):
        value = line.marks[side].value("near") if 0 <= side < len(line) else None
        if value is not None and (step == -1) == _leads(line.marks[side]):
            return "after" if value == "after" else "before", min(place, side), max(end, side + 1)
    return "", place, end


def _leads(mark: Mark) -> bool:
    """Whether a word of `after` or `before` stands before its hour, as in English, or behind it, as in Hindi."""
    return mark.means("lead.near")


def _with_half(line: Line, moment: Moment) -> Moment:
    end = moment.end
    while line.at(end, "clock.am", "clock.pm", "clock.oclock"):
        end += 1
    halves = {mark.value("clock") for mark in line.marks[moment.begin : end]} & {"am", "pm"}
    return replace(moment, end=end, half=halves.pop() or "" if len(halves) == 1 else "")
