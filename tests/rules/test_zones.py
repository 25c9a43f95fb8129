"""Distances and names of places."""

from __future__ import annotations

import pytest

from core.zones.rules import metres_between, score_name

NAMES = ["Palm Grove", "palmgrove", "पाम ग्रोव"]


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
