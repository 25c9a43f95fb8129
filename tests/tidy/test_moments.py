"""When the tests take place, and when else `make trouble` opens the shop (decision 49)."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from core.clock import read_now
from core.db import transaction
from tests.support.morning import SHOP, USUAL, read_shop_time

MAKEFILE = (Path(__file__).parents[2] / "Makefile").read_text(encoding="utf-8")
MOMENTS = [datetime.fromisoformat(each).replace(tzinfo=SHOP) for each in re.findall(r"20\d\d-\d\d-\d\dT\S+", MAKEFILE)]
SEASON = range(4, 8)
SUNDAY = 6


@pytest.mark.usefixtures("database")
def test_every_shop_of_the_tests_and_the_world_around_it_have_one_moment() -> None:
    with transaction() as session:
        assert abs(read_now(session) - read_shop_time()) < timedelta(minutes=1)


def test_the_usual_one_is_a_working_day_of_the_season() -> None:
    usual = datetime.fromisoformat(USUAL)
    assert (usual.strftime("%A %H:%M"), usual.month in SEASON) == ("Wednesday 10:00", True)


def test_the_others_are_what_leaning_tests_fall_over() -> None:
    sunday, month_end, early, monday = MOMENTS
    assert (sunday.weekday(), sunday.hour) == (SUNDAY, 10)
    assert (month_end + timedelta(minutes=10)).day == 1, "a new day and month come while they run"
    assert early.hour == 5
    assert (monday.weekday(), monday.hour, monday.month in SEASON) == (0, 12, False)
