"""Which windows are meant by what was said of the time, now and earlier."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from core.reading.times import Wish
from core.slots.rules import OpenSlot
from flows.ordering.said import one_wish
from flows.ordering.windows import fitting_windows

SATURDAY, SUNDAY = date(2027, 5, 15), date(2027, 5, 16)
HOURS = ((7, 9), (10, 12), (17, 19))


def window(number: int, day: date, starts: int, ends: int) -> OpenSlot:
    begin, end = (datetime(day.year, day.month, day.day, hour, tzinfo=UTC) for hour in (starts, ends))
    return OpenSlot(number, begin, end, 5)


WINDOWS = [window(day.day * 100 + starts, day, starts, ends) for day in (SATURDAY, SUNDAY) for starts, ends in HOURS]


@pytest.mark.parametrize(
    ("near", "hour", "part", "starts"),
    [
        ("after", 5, "", {17}),
        ("after", 8, "", {10, 17}),
        ("after", 11, "", {17}),
        ("after", 6, "", set()),  # they are in the middle of the last one: it is said that nobody comes then
        ("after", 7, "", {7, 10, 17}),
        ("after", 7, "morning", {7, 10}),
        ("after", 5, "evening", {17}),
        ("after", 12, "", {17}),
        ("after", 17, "", {17}),
        ("before", 9, "", {7}),
        ("before", 6, "", {7, 10}),
        ("before", 12, "", {7, 10}),
        ("before", 8, "", {7, 10, 17}),
    ],
)
def test_after_and_before_an_hour_mean_the_half_that_tells(near: str, hour: int, part: str, starts: set[int]) -> None:
    wish = Wish(frozenset({SUNDAY}), frozenset({part} - {""}), ((hour, None),), near=near)
    found = fitting_windows(wish, WINDOWS, UTC)
    assert {slot.starts_at.hour for slot in found} == starts
    assert {slot.starts_at.day for slot in found} <= {SUNDAY.day}


MORNING, EVENING = frozenset({"morning"}), frozenset({"evening"})


@pytest.mark.parametrize(
    ("earlier", "later", "meant"),
    [
        (Wish(frozenset({SATURDAY})), Wish(frozenset({SUNDAY})), Wish(frozenset({SUNDAY}))),
        (Wish(frozenset({SATURDAY})), Wish(parts=EVENING), Wish(frozenset({SATURDAY}), EVENING)),
        (Wish(parts=MORNING, hours=((10, None),)), Wish(frozenset({SUNDAY})),
         Wish(frozenset({SUNDAY}), MORNING, ((10, None),))),
        (Wish(frozenset({SUNDAY}), MORNING), Wish(hours=((7, None),), near="after"),
         Wish(frozenset({SUNDAY}), MORNING, ((7, None),), near="after")),
        (Wish(frozenset({SUNDAY}), MORNING), Wish(hours=((5, None),)), Wish(frozenset({SUNDAY}), hours=((5, None),))),
    ],
)  # fmt: skip
def test_what_is_said_later_narrows_what_was_said(earlier: Wish, later: Wish, meant: Wish) -> None:
    assert one_wish(earlier, later) == meant
