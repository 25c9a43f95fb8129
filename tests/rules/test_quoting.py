"""What a large amount costs: in the packs that cost the least, nothing short of what was asked."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from core.checkout.quoting import cheapest_packs
from core.payments.rules import refund_expected_by


class Pack(NamedTuple):
    base_units: int
    price_paise: int


HALF, DOZEN, PETI = Pack(6, 430), Pack(12, 800), Pack(24, 1500)


@pytest.mark.parametrize(
    ("wanted", "packs"),
    [
        (240, [(PETI, 10)]), (30, [(PETI, 1), (HALF, 1)]), (36, [(PETI, 1), (DOZEN, 1)]), (12, [(DOZEN, 1)]),
        (7, [(DOZEN, 1)]), (1, [(HALF, 1)]), (24_006, [(PETI, 1000), (HALF, 1)]), (0, []), (-5, []),
    ],
)  # fmt: skip
def test_the_least_money_for_what_is_wanted_or_the_least_above_it(wanted: int, packs: list[tuple[Pack, int]]) -> None:
    assert cheapest_packs(wanted, [HALF, DOZEN, PETI]) == packs


def test_a_large_pack_that_costs_more_is_left_alone() -> None:
    assert cheapest_packs(48, [DOZEN, Pack(24, 1700)]) == [(DOZEN, 4)]
    assert cheapest_packs(10, []) == []


def test_banks_take_seven_working_days() -> None:
    assert refund_expected_by(date(2026, 5, 20)) == date(2026, 5, 29)  # from a Wednesday, over one weekend
    assert refund_expected_by(date(2026, 5, 23)) == date(2026, 6, 2)  # from a Saturday
