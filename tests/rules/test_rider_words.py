"""What a rider types at a door: sums are read whole or not at all, commands in any of his languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.orders.rules import Collected, FailureReason
from flows.rider.words import COMMANDS, load_words, read_code, read_command, read_reason, read_sum

SUMS = {
    "1200": (1200, 0),
    "₹1,200": (1200, 0),
    "Rs. 1200/-": (1200, 0),
    "1200 rs": (1200, 0),
    "1200 cash mila": (1200, 0),
    "१२०० कैश": (1200, 0),
    "1,23,456": None,  # more than a lakh is no sum of a door
    "99.50": (99.5, 0),
    "1200 upi": (0, 1200),
    "upi 1200": (0, 1200),
    "500 cash 700 upi": (500, 700),
    "700 upi 500 cash": (500, 700),
    "500 cash + 700 gpay": (500, 700),
    "500 कैश और 700 यूपीआई": (500, 700),
    "cash 500 upi 700": (500, 700),
    "upi 500, cash 700": (700, 500),
    "rs 500 cash rs 700 upi": (500, 700),
    "500 cash 700": None,
    "500 upi 700": None,
    "500 700": None,
    "500 cash 700 cash": None,
    "500 cash upi": None,
    "1200 tomorrow": None,
    "12-30": None,
    "-1200": None,
    "1200?": None,
    "cash": None,
    "": None,
    "1 2 3": None,
    "999999999999": None,
}


@pytest.mark.parametrize("typed", SUMS)
def test_a_sum_is(typed: str) -> None:
    expected = SUMS[typed]
    read = read_sum(typed)
    assert read == (None if expected is None else Collected(round(expected[0] * 100), round(expected[1] * 100)))


@given(st.text())
def test_whatever_is_typed_is_a_sum_of_something_or_none(typed: str) -> None:
    read = read_sum(typed)
    assert read is None or (read.cash_paise >= 0 and read.upi_paise >= 0)
    assert read_command(typed) in {None, *COMMANDS}


@given(st.integers(0, 99_999), st.integers(1, 99_999))
def test_every_split_sum_is_read_as_it_is_said(cash: int, upi: int) -> None:
    assert read_sum(f"{cash} cash {upi} upi") == Collected(cash * 100, upi * 100)
    assert read_sum(f"{upi} upi aur {cash} nakad") == Collected(cash * 100, upi * 100)


def test_a_command_is_a_whole_message_in_any_language() -> None:
    for name in COMMANDS:
        for way in load_words()[name]:
            assert read_command(f" {way.upper()} ") == name
    assert read_command("अगला") == "next"
    assert read_command("शुरू करो!") == "start"
    for other in ("next week", "skip the gate and call", "hello", "1200"):
        assert read_command(other) is None
    ways = [way for name in COMMANDS for way in load_words()[name]]
    assert len(ways) == len(set(ways)), "one way means one thing"


def test_a_reason_is_a_whole_message_and_no_command() -> None:
    for reason in FailureReason:
        ways = load_words()[reason.value]
        assert {read_reason(f" {way.upper()} ") for way in ways} == {reason}
        assert {read_command(way) for way in ways} == {None}
    said = {"ghar par koi nahi hai": "nobody-home", "फ़ोन नहीं उठाया": "nobody-home", "galat flat hai": "wrong-address"}
    assert {way: read_reason(way) for way in said} == said, "as riders say them, and never as the undoing that galat is"
    for other in ("nobody home but the guard", "rain tomorrow", "hello", "1200"):
        assert read_reason(other) is None


def test_a_code_is_four_digits_and_nothing_else() -> None:
    assert read_code(" 0123 ") == "0123"
    assert read_code("०१२३") == "0123"
    assert [read_code(typed) for typed in ("123", "12345", "0123 ok", "12 34", "")] == [None] * 5
