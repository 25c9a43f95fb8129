"""Rupees as people here write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money import Sums, format_money, format_rupees


@pytest.mark.parametrize(
    ("paise", "words"),
    [
        (0, "₹0"),
        (100, "₹1"),
        (9_950, "₹99.50"),
        (5, "₹0.05"),
        (100_000, "₹1,000"),
        (12_345_600, "₹1,23,456"),
        (1_234_567_800, "₹1,23,45,678"),
        (-240_000, "\u2212₹2,400"),
    ],
)
def test_lakhs_and_paise(paise: int, words: str) -> None:
    assert format_rupees(paise) == words


@given(st.integers(-(10**15), 10**15))
def test_nothing_is_lost(paise: int) -> None:
    rupees, _, rest = format_rupees(abs(paise)).removeprefix("₹").replace(",", "").partition(".")
    assert int(rupees) * 100 + int(rest or 0) == abs(paise)


def test_a_sum_below_nothing_has_a_minus_and_no_hyphen() -> None:
    assert [format_money(-900, "USD"), format_money(-900, "INR")] == ["\u22129.00 USD", "\u2212₹9"]
    assert Sums.of([("USD", -900)]).text == "\u22129.00 USD"


def test_sums_of_two_currencies_are_never_added() -> None:
    sums = Sums.of([("USD", 900), ("INR", 70_000), ("INR", 9_000), ("EUR", 0)])
    assert (sums.paise, sums.text, sums.values("refund")) == (79_000, "₹790 + 9.00 USD", {"refund": "₹790 + 9.00 USD"})
    assert Sums.of([("INR", 79_000)]).values("refund") == {"refund_paise": 79_000}
    assert (bool(Sums()), Sums().text, Sums().values("refund")) == (False, "", {"refund_paise": 0})


@given(st.lists(st.tuples(st.sampled_from(["INR", "USD"]), st.integers(-(10**6), 10**6))))
def test_adding_up_loses_nothing(parts: list[tuple[str, int]]) -> None:
    middle = len(parts) // 2
    assert Sums.of(parts[:middle]) + Sums.of(parts[middle:]) == Sums.of(parts)
    assert Sums.of(parts).paise == sum(amount for currency, amount in parts if currency == "INR")
