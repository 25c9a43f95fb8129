"""Kinds of amounts and parts that the ninth half showed, and lines of our own that stand in none of them."""

from __future__ import annotations

import pytest

from core.reading.meaning import Doubt, Intent
from tests.understanding.reading import fruit, meaning_of, read


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("Three 5 kg packs dasheri", "15 kilo dasheri"), ("two 3 kg boxes of langra please", "6 kilo langra"),
        ("do 3 kilo ke dabbe langra", "6 kilo langra"), ("दो 5 किलो के डिब्बे लंगड़ा", "10 kilo langra"),
        ("dasheri ki 3 kilo wali peti do chahiye", "6 kilo dasheri"),
        ("two 3 kg langra", "2–3 kilo langra"),  # without a box it stays a range
        ("dasheri ki 3 kilo wali peti do", "3 kilo dasheri"), ("ek peti 5 kilo wali langra", "5 kilo langra"),
    ],
)  # fmt: skip
def test_a_count_before_a_size_and_its_box_counts_boxes(line: str, items: str) -> None:
    assert fruit(line) == items


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("also 2 kg langra and a kilo of dasheri", "add 2 kilo langra, add 1 kilo dasheri"),
        ("add a dozen of kesar and 2 kg langra also", "add 1 dozen kesar, add 2 kilo langra"),
        ("do kilo langra aur ek kilo chausa bhi jod do", "add 2 kilo langra, add 1 kilo chausa"),
        ("2 kg neelam aur aadha kilo dasheri add kar do", "add 2 kilo neelam, add 1/2 kilo dasheri"),
        ("दो किलो लंगड़ा और एक किलो चौसा भी जोड़ दो", "add 2 kilo langra, add 1 kilo chausa"),
    ],
)  # fmt: skip
def test_one_word_adds_all_of_a_list(line: str, items: str) -> None:
    assert fruit(line, "cart") == items
