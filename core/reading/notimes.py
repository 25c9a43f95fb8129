"""Words that sound like a time and are none: `sat dozen`, `sat down`, `sun bhai`, `an office lunch`. Pure."""

from __future__ import annotations

from core.reading.counting import NAMES
from core.reading.marks import Line
from core.reading.timewords import whole

HEARD = frozenset({"rahi", "raha", "rahe", "lo", "liya", "li", "ke", "kar", "rahi thi", "raha tha", "rha", "rhi"})
# `sat down to order`, `we sat with the menu`: who sat, and how.
SEATED = frozenset({"down", "with", "here", "there", "beside", "around", "together"})
# `an office lunch on friday`: whose meal it is makes it an occasion; `after lunch` is a time.
MEALS = frozenset({"lunch", "dinner", "breakfast", "brunch", "लंच", "डिनर"})
WHOSE = ("courtesy.article", "bulk", "occasion", "home.flat")
WHOM = frozenset({"team", "family", "staff", "birthday", "farewell"})
TIMELY = ("near", "clock.at", "when.word")
SITTERS = frozenset({"i", "we", "he", "she", "they", "just", "finally", "kids", "who"})


def is_no_time(line: Line, place: int) -> bool:
    """`sat dozen` is seven, `2 mon` a maund, `sun bhai` is "listen", `sat down` English, an office lunch no noon."""
    mark = line.marks[place]
    if place and line.marks[place - 1].words == "happy":
        return True  # a greeting
    doubled = line.at(place + 1, "number") and line.marks[place + 1].words == mark.words  # `sat sat hapus`
    counts = mark.means("number") and line.at(place + 1 + int(doubled), "unit", *NAMES, "clock")
    weighs = mark.means("unit") and place > 0 and whole(line.marks[place - 1]) is not None
    eats = mark.words in MEALS and _is_an_occasion(line, place)
    sits = mark.words == "sat" and _is_sitting(line, place)
    return counts or weighs or eats or sits or (mark.words == "sun" and _is_no_sunday(line, place))


def _is_no_sunday(line: Line, place: int) -> bool:
    if place and line.marks[place - 1].words == "the" and not line.at(place - 2, "when"):
        return True  # `the sun is killing us`
    if place and place + 1 < len(line) and line.marks[place + 1].words in HEARD:
        return True  # `rate sun rahi thi`
    heard = place == 0 and line.at(place + 1, "courtesy.address", "deny")
    return heard or (line.at(place - 1, "courtesy.address") and not line.at(place + 1, "when", "courtesy.article"))


def _is_sitting(line: Line, place: int) -> bool:
    """`sat down to order`: English, and no Saturday."""
    behind = line.marks[place + 1] if place + 1 < len(line) else None
    how = behind is not None and not behind.breaks and behind.words in SEATED
    who = place > 0 and not line.marks[place].breaks and line.marks[place - 1].words in SITTERS
    return who or (how and not line.at(place + 2, "part", "topic.time"))


def _is_an_occasion(line: Line, place: int) -> bool:
    """`having an office lunch on friday`, `sunday ko dinner party hai`: no part of the day is wished for."""
    before = place - 1
    while (
        before >= 0 and (line.at(before, *WHOSE) or line.marks[before].words in WHOM) and not line.at(before, *TIMELY)
    ):
        before -= 1
    owned = before < place - 1 and not line.at(before, *TIMELY) and not line.at(place + 1, "topic.time")
    return owned or line.at(place + 1, "occasion", "people")
