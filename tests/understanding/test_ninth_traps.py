"""Words that must not act, beside the kinds of the ninth half: praise of what came, a cancelling that was only near."""

from __future__ import annotations

import pytest

from core.reading.meaning import Intent
from tests.understanding.reading import fruit, meaning_of, read


@pytest.mark.parametrize(
    "line",
    ["2 dozen hapus bheje the aapne, bahut meethe the", "the 2 dozen kesar you sent yesterday were awesome",
     "कल जो दो दर्जन हापुस दिए थे बहुत मस्त थे", "kal 3 kg langra bheja tha, ekdum mast tha"],
)  # fmt: skip
def test_praise_of_what_was_sent_orders_nothing(line: str) -> None:
    assert read(line) == {"intent": Intent.THANKS}


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("kal wale hapus bahut ache the, ab 2 dozen kesar bhejo", "2 dozen kesar"),
        ("kal jo 2 dozen hapus diye the mast the, aaj 1 dozen kesar bhej do", "1 dozen kesar"),
        ("the kesar last week was lovely, send 1 dozen alphonso", "1 dozen alphonso"),
        ("hapus mast the, 1 dozen aur bhejo", "1 dozen alphonso"),
        ("last wale kesar mast the, 1 dozen hapus chahiye", "1 dozen alphonso"),
    ],
)
def test_fruit_that_was_good_is_not_ordered_beside_what_is(line: str, items: str) -> None:
    assert fruit(line) == items


@pytest.mark.parametrize("line", ["1 dozen kesar bheja tha, kharab tha", "2 dozen hapus diye the, 3 kharab nikle"])
def test_what_was_bad_is_still_a_claim(line: str) -> None:
    assert meaning_of(line).intents == (Intent.CLAIM,)


@pytest.mark.parametrize(
    "line",
    ["i almost cancelled my order but keep it", "cancel karne wala tha par rehne do, rakh lo",
     "wanted to cancel but no no, leave it"],
)  # fmt: skip
def test_a_cancelling_that_turns_back_in_several_words_cancels_nothing(line: str) -> None:
    assert read(line, "placed") == {"intent": Intent.UNKNOWN}


@pytest.mark.parametrize(
    "line",
    ["is it possible to cancel the order and book again?",
     "order radd karke dusre din ka le sakte hai kya?"],
)  # fmt: skip
def test_whether_one_may_cancel_is_asked(line: str) -> None:
    assert meaning_of(line, "placed").intents == (Intent.ASK,)


@pytest.mark.parametrize(
    "line", ["order cancel kar do please", "can you cancel my order", "kya order cancel kar sakte ho"]
)
def test_who_asks_for_it_is_asked_whether_it_shall_be(line: str) -> None:
    assert meaning_of(line, "placed").intents[0] is Intent.CANCEL


@pytest.mark.parametrize("line", ["haan sab sahi hai", "sab sahi hai haan ji", "हाँ सब सही है"])
def test_all_is_right_is_a_yes(line: str) -> None:
    assert read(line, "summary") == {"intent": Intent.YES}


@pytest.mark.parametrize("line", ["what do kesar cost", "kesar costs?", "just asking what hapus costs"])
def test_what_fruit_costs_is_its_rate(line: str) -> None:
    assert read(line)["asks"] == ["rate"]


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("padosi ko 2 dozen hapus de dena", "2 dozen alphonso"),
        ("guard ko do darjan kesar de dena", "2 dozen kesar"),
        ("gate pe 2 dozen hapus chhod dena", "2 dozen alphonso"),
        ("पड़ोसी को 3 किलो लंगड़ा दे देना", "3 kilo langra"),
        ("leave with security 3 dozen kesar", "3 dozen kesar"),
        ("padosi ne 2 dozen hapus bola hai bhej do", "2 dozen alphonso"),
        ("maid ne 3 dozen kesar bola tha bhejne ko", "3 dozen kesar"),
        ("watchman ke paas 5 kg dasheri rakhwa dena", "5 kilo dasheri"),
    ],
)
def test_how_much_stands_in_no_note(line: str, items: str) -> None:
    """It was one dozen: the number had gone into the word for the rider."""
    assert fruit(line) == items


@pytest.mark.parametrize(
    "line",
    ["पड़ोसन को दो किलो लंगड़ा चाहिए था पर उसने बाज़ार से ले लिया",
     "padosi ko 3 dozen hapus chahiye the lekin usne bazaar se le liye"],
)  # fmt: skip
def test_what_somebody_wanted_and_has_got_is_no_order(line: str) -> None:
    assert read(line) == {"intent": Intent.UNKNOWN}


@pytest.mark.parametrize("line", ["mujhe 2 kilo langra chahiye tha", "padosan ko 2 kilo langra chahiye tha, bhej do"])
def test_what_was_wanted_politely_is_ordered(line: str) -> None:
    assert fruit(line) == "2 kilo langra"
