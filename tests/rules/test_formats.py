"""Days and times as people say them, in both languages."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.clock import business_day
from core.formats import format_clock, format_date, format_slot, format_slot_title, format_times, format_until
from core.wording import languages, load_catalogues, say
from tests.support.wording_match import as_read

ZONE = ZoneInfo("Asia/Kolkata")
MIDNIGHT = datetime(2027, 5, 2, tzinfo=ZONE)
NOW = (MIDNIGHT + timedelta(hours=11.5)).astimezone(UTC)


@pytest.mark.parametrize(
    ("hour", "length", "english", "hindi", "title"),
    [
        (16, 2, "today (Sun 2 May), 4–6 pm", "आज (रवि 2 मई), शाम 4–6 बजे", "Today, 4–6 pm"),
        (32, 2, "tomorrow (Mon 3 May), 8–10 am", "कल (सोम 3 मई), सुबह 8–10 बजे", "Tomorrow, 8–10 am"),
        (35, 2, "tomorrow (Mon 3 May), 11 am–1 pm", "कल (सोम 3 मई), सुबह 11–1 बजे", "Tomorrow, 11 am–1 pm"),
        (
            36.5,
            1,
            "tomorrow (Mon 3 May), 12:30–1:30 pm",
            "कल (सोम 3 मई), दोपहर 12:30–1:30 बजे",
            "Tomorrow, 12:30–1:30 pm",
        ),
        (68, 1.5, "Tue 4 May, 8–9:30 pm", "मंगल 4 मई, रात 8–9:30 बजे", "Tue 4 May, 8–9:30 pm"),
    ],
)
def test_slots(hour: float, length: float, english: str, hindi: str, title: str) -> None:
    starts_at = (MIDNIGHT + timedelta(hours=hour)).astimezone(UTC)
    ends_at = starts_at + timedelta(hours=length)
    assert as_read(format_slot("en", starts_at, ends_at, NOW, ZONE)) == english
    assert as_read(format_slot("hi", starts_at, ends_at, NOW, ZONE)) == hindi
    assert as_read(format_slot_title("en", starts_at, ends_at, NOW, ZONE)) == title


@pytest.mark.parametrize("language", languages())
def test_no_sentence_says_tomorrow_without_its_date(language: str) -> None:
    """Whoever reads it on another day knows which day was meant (fault F139)."""
    for hours in range(1, 80):
        moment = NOW + timedelta(hours=hours)
        date = format_date(language, business_day(moment, ZONE))
        assert date in format_slot(language, moment, moment + timedelta(hours=1), NOW, ZONE)
        until = format_until(language, moment, NOW, ZONE)
        assert date in until or business_day(moment, ZONE) == business_day(NOW, ZONE)


def test_the_day_changes_at_the_shops_midnight() -> None:
    late = (MIDNIGHT + timedelta(hours=23, minutes=59)).astimezone(UTC)
    window = (MIDNIGHT + timedelta(hours=32)).astimezone(UTC), (MIDNIGHT + timedelta(hours=34)).astimezone(UTC)
    assert format_slot("en", *window, late, ZONE).startswith("tomorrow")
    assert format_slot("en", *window, late + timedelta(minutes=1), ZONE).startswith("today")


def test_until() -> None:
    end = NOW + timedelta(minutes=10)
    assert as_read(format_clock("en", end, ZONE)) == "11:40 am"
    assert as_read(format_until("en", end, NOW, ZONE)) == "till 11:40 am"
    assert as_read(format_until("hi", end, NOW, ZONE)) == "सुबह 11:40 तक"
    assert as_read(format_until("en", end + timedelta(days=1), NOW, ZONE)) == "till tomorrow (Mon 3 May), 11:40 am"
    assert as_read(format_clock("en", MIDNIGHT, ZONE)) == "12:00 am"


@given(some.integers(0, 1439), some.integers(0, 1439), some.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_times_and_days_never_break_at_the_end_of_a_line(starts: int, ends: int, day: date) -> None:
    moment = datetime.combine(day, time(starts // 60, starts % 60), ZONE)
    for language in languages():
        shown = [format_times(language, time(starts // 60, starts % 60), time(ends // 60, ends % 60)),
                 format_clock(language, moment, ZONE), format_date(language, day)]  # fmt: skip
        assert not [words for words in shown if re.search(r" |–(?!\u2060)", words)]


@pytest.mark.parametrize("language", languages())
def test_no_sum_and_no_range_is_torn_from_what_belongs_to_it(language: str) -> None:
    assert say(language, "phrase-line", fruit="x", amount="₹1,200").endswith("—\u00a0₹1,200")
    fixed = [key for key, names in load_catalogues()[language].placeholders.items() if not names]
    torn = [key for key in fixed if re.search(r" [–—] |\d–\d", say(language, key))]
    assert torn == []
