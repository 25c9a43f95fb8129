"""Where something is in a cart or ordered, what others have, say or do changes nothing of it (fault F523)."""

from __future__ import annotations

import pytest

from core.reading.meaning import Intent
from tests.understanding.reading import meaning_of


@pytest.mark.parametrize(
    ("at", "line"),
    [
        ("placed", "neighbours ordered 5 kg dasheri too"),
        ("summary", "bhabhi ne 2 dozen kesar mangaya tha"),
        ("summary", "i already have 1 dozen kesar at home"),
        ("cart", "papa brought 3 kg dasheri yesterday"),
        ("cart", "amazon sells 3 kg dasheri"),
        ("cart", "2 dozen leta to kitna hota"),
        ("cart", "make it 3 said my son"),
        ("summary", "mummy lotus court 1-204 mein hain"),
        ("where", "palm grove B-1203 se shift ho gaye"),
        ("where", "palm grove A-101 chhod diya"),
        ("where", "palm grove B-202 khali hai"),
        ("placed", "do din baad paise dunga"),
        ("placed", "parson shaadi hai"),
        ("when", "tuesday evening i won't be home"),
        ("summary", "kal subah papa aa rahe hain"),
        ("placed", "papa kal subah ghar pe hain"),
        ("summary", "thanks for the 2 dozen last week"),
    ],
)
def test_what_others_have_say_or_do_is_asked_about_first(at: str, line: str) -> None:
    assert not meaning_of(line, at).is_whole


@pytest.mark.parametrize(
    ("at", "line"),
    [
        ("summary", "add 2 dozen kesar"),
        ("cart", "3 dozen kesar kar do"),
        ("where", "palm grove B-1203"),
        ("where", "hum palm grove B-1203 mein rehte hain"),
        ("placed", "parson shaam ko kar do"),
        ("when", "tuesday evening"),
    ],
)
def test_what_is_wanted_is_sure(at: str, line: str) -> None:
    assert meaning_of(line, at).is_whole


@pytest.mark.parametrize("code", ["MG6TAN", "mg6tan", "AD44KG", "9DXNAM", "7KQ3XY"])
def test_the_code_of_an_order_counts_no_fruit(code: str) -> None:
    assert meaning_of(code, "placed").items == ()
    assert meaning_of(code, "placed").intent is Intent.UNKNOWN


def test_the_number_of_a_gate_counts_no_fruit() -> None:
    meaning = meaning_of("3 number gate se aana", "summary")
    assert not meaning.items
    assert meaning.note == "3 number gate se aana"
