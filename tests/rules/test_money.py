"""Rupees as people here write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money import format_rupees


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
        (-240_000, "-₹2,400"),
    ],
)
def test_lakhs_and_paise(paise: int, words: str) -> None:
    assert format_rupees(paise) == words


@given(st.integers(-(10**15), 10**15))
def test_nothing_is_lost(paise: int) -> None:
    rupees, _, rest = format_rupees(abs(paise)).removeprefix("₹").replace(",", "").partition(".")
    assert int(rupees) * 100 + int(rest or 0) == abs(paise)
