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


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("ಕೇಸರ್ ಮತ್ತು ಬಾದಾಮಿ ತಲಾ ಎರಡು ಡಜನ್ ಬೇಕು", "2 dozen kesar, 2 dozen alphonso"),
        ("కేసర్ మరియు లంగ్డా తలా ఒక డజన్ కావాలి", "1 dozen kesar, 1 dozen langra"),
        ("நீலம் ஒரு கிலோவும் மல்லிகா இரண்டு கிலோவும் வேண்டும்", "1 kilo neelam, 2 kilo mallika"),
        ("neelam oru kilovum mallika rendu kilovum vendum", "1 kilo neelam, 2 kilo mallika"),
    ],
)  # fmt: skip
def test_each_and_the_ending_of_a_list_in_further_languages(line: str, items: str) -> None:
    assert fruit(line) == items


@pytest.mark.parametrize("line", ["kesar dozen ge estu", "neelam kilo ge eshtu", "ಕೇಸರ್ ಡಜನಿಗೆ ಎಷ್ಟು"])
def test_how_much_for_a_unit_asks_the_rate(line: str) -> None:
    assert read(line)["asks"] == ["rate"]


@pytest.mark.parametrize("line", ["offer message kalisbedi", "offers kalsbedi", "message kalisabeda"])
def test_offers_are_ended_however_the_word_is_spelt(line: str) -> None:
    assert read(line) == {"intent": Intent.STOP}


@pytest.mark.parametrize("line", ["mangoes please", "aam pls", "some mangoes pls"])
def test_fruit_that_is_asked_for_politely_is_ordered(line: str) -> None:
    assert read(line)["intent"] == Intent.ORDER


@pytest.mark.parametrize("line", ["menu please", "price list pls"])
def test_a_list_that_is_asked_for_politely_is_shown(line: str) -> None:
    assert read(line)["command"] == "menu"


def test_days_counted_from_today_are_one_day() -> None:
    for line in ("aaj se do din baad 1 dozen kesar", "1 dozen kesar aaj se 2 din baad"):
        assert (read(line)["day"], Doubt.WHEN in meaning_of(line).doubts) == ("2026-05-22", False)


def test_a_lunch_that_somebody_gives_is_no_part_of_the_day() -> None:
    assert "part" not in read("3 dozen kesar for the office lunch")
    assert read("3 dozen kesar before lunch friday")["day"] == "2026-05-22"
