"""Which sums somebody offers, and which numbers are none (fault F510)."""

from __future__ import annotations

import pytest

from core.answers.topics import load_topics
from core.reading.lexicon import split_way
from flows.haggling import find_offer


@pytest.mark.parametrize(
    ("line", "rupees"),
    [
        ("kesar 1 dozen 600 me doge", 600),
        ("chalo 700 final", 700),
        ("2 lunga to 650", 650),
        ("2 dozen for 1500", 1500),
        ("केसर 600 में दोगे", 600),
        ("1 dozen kesar 800", None),
        ("2 final", None),
        ("for 100 people", None),
        ("100 kar do", None),
        ("98765 43210 final", 43210),
    ],
)
def test_a_sum_is_offered_by_the_word_beside_it(line: str, rupees: int | None) -> None:
    """That two numbers are one phone's is known by the line's meaning, and asked before."""
    assert find_offer(split_way(line), load_topics()["offer"]) == rupees
