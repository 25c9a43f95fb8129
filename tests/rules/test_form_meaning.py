"""What was filled into the order form is the meaning that a line with all of it would have."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.reading.meaning import Intent, SaidHome
from core.reading.times import Wish
from flows.ordering.form_meaning import name_window, read_form, read_window

TOWERS = {3: ("A", "B", "C"), 4: ()}
OLD_HOME = SimpleNamespace(id=9, apartment_id=3, tower="C", flat="402", line="C-402")
SHOP = timezone(timedelta(hours=5, minutes=30))
FULL = {
    "pack_1": "7x12", "count_1": "2", "pack_2": "8x31", "count_2": "1", "count_3": "1", "home": "new", "society": "3",
    "flat": "B-1203", "window": "2027-05-13 08:00-10:00", "pay": "cash", "note": "ring twice",
}  # fmt: skip


def test_a_full_form_says_it_all() -> None:
    meaning = read_form(FULL, [OLD_HOME], TOWERS)
    assert (meaning.intent, meaning.is_whole) == (Intent.ORDER, True)
    said = [(item.variety, item.pack, item.count) for item in meaning.items]
    assert said == [(7, 12, Fraction(2)), (8, 31, Fraction(1))]
    assert meaning.when == Wish(frozenset({date(2027, 5, 13)}), hours=((8, 10),), half="am")
    assert meaning.home == SaidHome(3, "B", "1203", "B-1203")
    assert (meaning.payment, meaning.note) == ("cash", "ring twice")


def test_one_pack_on_two_lines_is_counted_once() -> None:
    (item,) = read_form({**FULL, "pack_2": "7x12", "count_2": "3"}, [], TOWERS).items
    assert (item.pack, item.count) == (12, Fraction(5))


@pytest.mark.parametrize(
    ("written", "home"),
    [
        ({"home": "9", "society": "4", "flat": "7"}, SaidHome(3, "C", "402", "C-402")),
        ({"home": "new", "society": "3"}, SaidHome(3)),
        ({"home": "77", "flat": "B-1203"}, SaidHome(line="B-1203")),
        ({"society": "99", "flat": "B-1203"}, SaidHome(line="B-1203")),
        ({"society": "4", "flat": "villa"}, SaidHome(4, "", "villa", "villa")),
        ({"home": "new"}, None),
        ({}, None),
    ],
)
def test_homes_that_are_known_new_or_none_of_ours(written: dict[str, str], home: SaidHome | None) -> None:
    assert read_form(written, [OLD_HOME], TOWERS).home == home


@pytest.mark.parametrize("hours", [(8, 10), (12, 14), (17, 19), (20, 22)])
def test_a_window_fits_its_own_name_and_no_other(hours: tuple[int, int]) -> None:
    starts, ends = (datetime(2027, 5, 13, hour, tzinfo=SHOP) for hour in hours)
    wish = read_window(name_window(starts, ends))
    assert wish is not None
    assert wish.fits(starts, ends)
    for other in (timedelta(hours=12), timedelta(hours=2), timedelta(days=1)):
        assert not wish.fits(starts + other, ends + other)


@pytest.mark.parametrize("odd", ["", "tomorrow", "2027-02-30 08:00-10:00", "2027-05-13 8-10", "12"])
def test_a_window_that_is_none_is_not_said(odd: str) -> None:
    assert read_window(odd) is None


NAMES, ANSWERS = some.sampled_from([*FULL, "more"]), some.text(max_size=20) | some.sampled_from(list(FULL.values()))


@given(some.dictionaries(NAMES, ANSWERS))
def test_nothing_filled_in_raises(fields: dict[str, str]) -> None:
    read_form(fields, [OLD_HOME], TOWERS)
