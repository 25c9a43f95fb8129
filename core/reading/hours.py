"""Hours in a line: `8-10`, `8:30`, `8 baje`, `8 se 10`, `after 7`, `subah 8`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from core.reading.counting import is_raised_from
from core.reading.marks import Line, Mark
from core.reading.times import HOURS
from core.reading.timewords import Moment, counts, took, whole

SPAN = re.compile(r"(\d{1,2})(?:[:.]\d{2})?-(\d{1,2})(?:[:.]\d{2})?")
BETWEEN = frozenset({"between", "b/w", "bw", "b w", "btw", "betn", "btwn", "betwn", "btween", "betw"})
LATEST = 24
TIMELY = ("day", "weekday", "part", "clock.oclock", "clock.am", "clock.pm", "month", "date", "topic.time")
COUNTING = frozenset({"", "start", "menu", "cart", "regular"})  # where fruit is spoken of and no window
NEVER_BEFORE = 5  # o'clock: smaller hours say of which half of the day they are
THENCE = 5  # marks within which `uske baad` speaks of the hour before it


def find_hours(line: Line, at: str = "") -> Iterable[Moment]:
    """Hours that were said where the chat stands `at`: a pair of numbers in a cart may count fruit."""
    place = 0
    while place < len(line):
        found = _hours_at(line, place) if line.is_free(place) else None
        if found is not None and _raises_a_count(line, found, at):
            found = None
        if found is not None:
            yield took(line, found)
        place = found.end if found is not None else place + 1


def _hours_at(line: Line, place: int) -> Moment | None:
    """`8-10`, `8:30`, `8 baje`, `8 se 10`, `8 am`, `after 7`, `subah 8`."""
    mark = line.marks[place]
    glued = mark.glued and place > 0 and len(line.marks[place - 1].words) == 1  # `g2-09`
    if glued:
        return None
    if mark.is_number and (span := SPAN.fullmatch(mark.words)):
        return _span(line, place, int(span[1]), int(span[2]))
    hour = _hour(line, place)
    less = place > 0 and line.marks[place - 1].words == "by" and line.has("less", "more", "remove")
    if less and not line.at(place + 1, "clock", "part", "day", "weekday") and not line.has("part"):
        return None  # `reduce hapus by one`
    if hour is None or (counts(line, place + 1) and not line.at(place + 1, "clock.oclock")):
        return None
    found = _until(line, place, hour) or _single(line, place, hour)
    return found and _with_half(line, found)


def _raises_a_count(line: Line, moment: Moment, at: str) -> bool:
    """`2 se 3 kar do`, `change 2 to 3`: from so many to so many, where nothing speaks of time.

    Where windows are asked for it is hours; where both may be meant, hours that are no window long (`5 se 7`) are none.
    """
    first, last = moment.hours or (0, None)
    if at == "when" or last is None or moment.end - moment.begin < 2 or moment.half:
        return False
    timely = any(line.at(place, *TIMELY) for place in range(len(line)) if place != moment.begin + 1)
    makes = line.at(moment.end, "make") or is_raised_from(line, moment.begin)
    return not timely and ((makes and at in COUNTING) or (last - first == 1 and first < NEVER_BEFORE))


def _hour(line: Line, place: int) -> int | None:
    mark = line.marks[place]
    if mark.is_number and (clock := HOURS.fullmatch(mark.words)) and clock[3] is None:
        pointed = "." in mark.words and not line.at(place + 1, "clock", "part")
        return int(clock[1]) if int(clock[1]) <= LATEST and not pointed else None
    number = whole(mark) if mark.is_number or not mark.means("courtesy") or line.at(place + 1, "clock") else None
    if number is None and mark.means("fraction") and line.at(place + 1, "clock.oclock"):
        return {"3/2": 1, "5/2": 2}.get(mark.value("fraction") or "")
    return number if number is not None and 0 <= number <= LATEST else None


def _span(line: Line, place: int, first: int, last: int) -> Moment | None:
    """A pair of numbers is a window unless it counts something, or is too small and nothing speaks of time."""
    parted = place + 1 < len(line) and line.marks[place + 1].breaks and line.at(place - 1, "part")
    counted = counts(line, place + 1) and not parted  # `subah 10-12, dedh kilo`
    if first > LATEST or last > LATEST or (counted and not _has_own_amount(line, place)):
        return None
    beside = line.at(place - 1, "variety", "stranger", "fruit") and not line.marks[place].breaks
    timely = line.at(place + 1, "clock", "part") or line.at(place - 1, "part", "day", "weekday", "when", "clock")
    if not timely and (beside or first < 5) and last - first == 1:
        return None
    return _with_half(line, Moment(place, place + 1, hours=(first, last)))


def _has_own_amount(line: Line, place: int) -> bool:
    """`kal 10-12 langra 5 kilo`: hours behind a day, before fruit that has its amount behind it."""
    timely = line.at(place - 1, "day", "weekday", "part") and line.at(place + 1, "variety", "stranger")
    return timely and whole(line.marks[min(place + 2, len(line) - 1)]) is not None and line.at(place + 3, "unit")


def _until(line: Line, place: int, first: int) -> Moment | None:
    """`8 se 10`, `8 baje se 10 baje`, `8 am - 10 am`, `between 8 and 10`, `8 to 10`."""
    link = place + 1
    while line.at(link, "clock.am", "clock.pm", "clock.oclock"):
        link += 1
    if line.at(place - 1, "variety", "stranger") and not line.marks[place].breaks and not line.has("clock.oclock"):
        return None  # `hapus 1 se 2 kar do`
    between = line.at(place - 1, "when.word") and line.marks[place - 1].words in BETWEEN
    dash = 0 <= link < len(line) and line.marks[link].gap.strip() in {"-", "–", "/"} and link > place + 1
    linked = line.at(link, "clock.range") or (between and line.at(link, "courtesy.article", "and"))
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
    if clock and not near and any(line.at(after, "thence") for after in range(end, end + THENCE)):
        near = "after"  # `7 baje aata hu, uske baad`
    if clock and not near and any(line.at(after, "thereto") for after in range(end, end + THENCE)):
        near = "before"  # `10 baje mehmaan aa rahe hain, usse pehle`
    if not clock and line.at(end, "or") and counts(line, end + 2):
        return None  # `about 3 or 4 dozen`
    offset = line.at(place - 1, "offset") and clock
    beside = line.at(place - 1, "part", "clock.at") or (line.at(place - 1, "day", "weekday") and hour > 4)
    follows = line.at(end, "variety", "stranger", "fruit", "unit", "pack", "number", "fraction")
    if not (clock or near or (beside and not follows and line.marks[place].is_number)):
        return None
    if near and not clock and (counts(line, end) or any(line.at(one, "measure") for one in (place + 1, end))):
        return None  # `after 5 days`
    return Moment(begin - 1 if offset else begin, end, hours=(hour, None), near=near)


def _near(line: Line, place: int, end: int) -> tuple[str, int, int]:
    """`7 ke baad`, `after 7`, `9 se pehle`, `before 9`, `by 9`."""
    lead = place - 1
    while line.at(lead, "day", "weekday", "part"):
        lead -= 1
    for side, step in ((end, 1), (lead, -1)):
        value = line.marks[side].value("near") if 0 <= side < len(line) else None
        if value is not None and (step == -1) == _leads(line.marks[side]):
            begin = min(place, side) if side >= place - 1 else place  # `by tomorrow 6 pm`: the day is its own
            return "after" if value == "after" else "before", begin, max(end, side + 1)
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
