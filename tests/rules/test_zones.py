"""Fees, distances and names of places."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from core.zones.rules import delivery_fee, metres_between, missing_for_free, score_name

NAMES = ["Palm Grove", "palmgrove", "पाम ग्रोव"]


@dataclass(frozen=True)
class Prices:
    fee_paise: int
    free_above_paise: int


LAKESIDE = Prices(fee_paise=4000, free_above_paise=150000)


@pytest.mark.parametrize(
    ("items", "fee", "missing"),
    [(0, 4000, 150000), (149999, 4000, 1), (150000, 0, 0), (900000, 0, 0)],
)
def test_delivery_is_free_from_a_sum_on(items: int, fee: int, missing: int) -> None:
    assert (delivery_fee(LAKESIDE, items), missing_for_free(LAKESIDE, items)) == (fee, missing)


def test_a_zone_without_a_fee_asks_for_nothing_more() -> None:
    assert missing_for_free(Prices(fee_paise=0, free_above_paise=150000), 100) == 0


@pytest.mark.parametrize(
    "typed",
    [
        "palm",
        "Palm Grove",
        "grove",
        "PALMGROVE",
        "plam grove",
        "palm grov",
        "पाम",
        "alm gro",
        "पा\u200dम।",
        "ｐａｌｍ",
        "pa\u200blm",
        "\u202apalm\u202c",
    ],
)
def test_a_place_is_found_by_its_beginning_its_middle_and_misspelt(typed: str) -> None:
    assert score_name(typed, NAMES) > 0


@pytest.mark.parametrize("typed", ["", "   ", "?!", "xyz", "lotus court", "zz"])
def test_other_words_find_nothing(typed: str) -> None:
    assert score_name(typed, NAMES) == 0


def test_the_exact_name_beats_its_beginning_and_that_beats_a_likeness() -> None:
    exact, beginning, word, middle, likeness = (
        score_name(typed, ["Palm Grove"]) for typed in ("palm grove", "palm", "grov", "rove", "plam grove")
    )
    assert exact > beginning > word > middle > likeness > 0


def test_distances_are_in_metres() -> None:
    assert metres_between(16.5012, 77.5031, 16.5012, 77.5031) == 0
    assert 110_000 < metres_between(16.0, 77.5, 17.0, 77.5) < 112_000
