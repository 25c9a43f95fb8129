"""Phone numbers as people type them and keep them in their contacts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.reading.phones import is_phone, read_phones, show_phone

ASHA, RAVI = "919876543210", "919123456780"


@pytest.mark.parametrize(
    "typed",
    [
        "98765 43210", "098765 43210", "9876543210", "+91-98765-43210", "+91 98765\u201143210", "91 98765 43210",
        "\u202a+91 98765 43210\u202c", "९८७६५ ४३२१०", "９８７６５４３２１０", "00919876543210", "98765\u200b43210।",
        "my number is 98765 43210, call after 6", "mera number +91 98765-43210 hai",
    ],
)  # fmt: skip
def test_one_number_however_it_is_written(typed: str) -> None:
    assert read_phones(typed) == (ASHA,)


@pytest.mark.parametrize("typed", ["12345", "987654321", "98765432101", "0000000101", "+91 0000000101", "", "B-1203"])
def test_what_cannot_be_called_is_no_number(typed: str) -> None:
    assert read_phones(typed) == ()


def test_two_numbers_are_two() -> None:
    assert read_phones("98765 43210 or 91234 56780") == (ASHA, RAVI)
    assert read_phones("98765 43210, again 098765 43210") == (ASHA,)


@given(some.text(max_size=60) | some.text("+-() 0123456789", max_size=30))
def test_every_number_found_can_be_called(typed: str) -> None:
    for number in read_phones(typed):
        assert is_phone(number)
        assert show_phone(number).startswith("+")
        assert "".join(filter(str.isdigit, show_phone(number))) == number, "no digit of it is lost"
