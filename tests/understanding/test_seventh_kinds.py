"""Kinds of lines that the seventh half showed, and lines of our own; each by words that stand in none of them."""

from __future__ import annotations

import pytest

from core.reading.meaning import Doubt, Intent
from tests.understanding.reading import fruit, meaning_of, read


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("order kiya tha 4 kilo, mila sirf teen", "start"), ("bola tha char darjan, teen hi pahunche", "start"),
        ("चार पेटी मँगवाई थी, तीन ही मिली", "start"), ("we booked 5 kg, found only 4 inside", "start"),
        ("I asked for 2 boxes, 1 turned up", "start"), ("ordered 3 dozen chausa and only 2 arrived", "placed"),
        ("3 dozen magvale hote, donach aale", "start"), ("ત્રણ ડઝન મંગાવ્યા હતા, બે જ આવ્યા", "start"),
        ("তিন ডজন অর্ডার করেছিলাম, দুই ডজন পেয়েছি", "start"), ("moodu dozen order chesanu, rende vachayi", "start"),
        ("ಮೂರು ಡಜನ್ ಆರ್ಡರ್ ಮಾಡಿದ್ದೆ, ಎರಡು ಬಂತು", "start"), ("மூணு டஜன் ஆர்டர் பண்ணேன், ரெண்டு தான் வந்தது", "start"),
        ("sirf ek peti aayi", "start"), ("only 2 kg arrived", "start"), ("teen darjan dene the, do mile", "start"),
        ("asked for langra, the box has dasheri", "placed"), ("dabba kholte hi dekha 4 aam sade huye hain", "start"),
        ("no money back please, just replace the rotten ones", "start"),
    ],
)  # fmt: skip
def test_what_was_ordered_and_what_came_is_a_complaint_and_orders_nothing(line: str, at: str) -> None:
    assert read(line, at) == {"intent": Intent.CLAIM}


@pytest.mark.parametrize(
    "line",
    ["kal 3 kilo chausa mila", "5 kg langra has arrived", "ek peti kesar pahunchi", "5 kg langra reached home",
     "2 dozen kesar received yesterday"],
)  # fmt: skip
def test_what_came_is_no_wish(line: str) -> None:
    meaning = read(line)
    assert (meaning["intent"], meaning.get("items")) == (Intent.UNKNOWN, None)


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("2 dozen kesar aur 1 kilo langra mila ke bhejo", "2 dozen kesar, 1 kilo langra"),  # mixed, not found
        ("1 dozen alphonso home delivered", "1 dozen alphonso"),
        ("dozen chausa delivered on friday", "1 dozen chausa"),
        ("kesar aaya? teen darjan bhej do", "3 dozen kesar"),
    ],
)
def test_words_of_coming_that_tell_nothing_leave_an_order(line: str, items: str) -> None:
    assert (read(line)["intent"], fruit(line)) == (Intent.ORDER, items)


@pytest.mark.parametrize(
    ("line", "at", "home"),
    [
        ("palm grove A galti se likha, tower C hai", "summary", {"apartment": "palm-grove", "tower": "C"}),
        ("gulmohar G2 by mistake, it is G1", "where", {"apartment": "gulmohar-enclave", "tower": "G1"}),
        ("lotus court likha galti se, palm grove hai", "placed", {"apartment": "palm-grove"}),
        ("flat 811 galti se likha tha, 118 hai", "placed", {"flat": "118"}),
        ("I typed 906 by mistake, it's 609", "placed", {"flat": "609"}),
    ],
)
def test_what_was_said_by_mistake_is_not_the_home(line: str, at: str, home: dict[str, str]) -> None:
    assert read(line, at).get("home") == home


@pytest.mark.parametrize(
    ("line", "at", "home"),
    [
        ("lotus court dusra tower 2-908", "where", {"apartment": "lotus-court", "tower": "2", "flat": "908"}),
        ("lotus court me dusra wala tower", "where", {"apartment": "lotus-court", "tower": "2"}),
        ("silver oak, south side", "where", {"apartment": "silver-oak-residency", "tower": "SOUTH"}),
        ("Langra Heights is opposite, ours is Palm Grove B 704", "where",
         {"apartment": "palm-grove", "tower": "B", "flat": "704"}),
    ],
)  # fmt: skip
def test_towers_in_a_row_and_by_their_side(line: str, at: str, home: dict[str, str]) -> None:
    meaning = read(line, at)
    assert (meaning.get("home"), meaning.get("items")) == (home, None)


@pytest.mark.parametrize(
    ("line", "day", "part"),
    [
        ("mndy evnng ko do kilo langra", "2026-05-25", "evening"),
        ("thrsdy mrning 1 dozen kesar", "2026-05-21", "morning"),
        ("shnivr ko ek peti hapus", "2026-05-23", None), ("rvvar subah 2 kilo chausa", "2026-05-24", "morning"),
        ("somvar agle wale ko 2 darjan kesar", "2026-05-25", None),
        ("2 kilo langra bhejna, ghar me katha hai shanivar ko", "2026-05-23", None),
    ],
)  # fmt: skip
def test_days_without_their_vowels_behind_their_word_and_late_in_the_line(
    line: str, day: str, part: str | None
) -> None:
    meaning = read(line)
    assert (meaning["intent"], meaning.get("day"), meaning.get("part")) == (Intent.ORDER, day, part)


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("5 kilo wala chausa dabba bhijwana", "5 kilo chausa"),
        ("nani ke liye 3 kg dasheri alag dabbe me aur hamare liye 1 dozen hapus", "3 kilo dasheri, 1 dozen alphonso"),
        ("2 kg langra and 1 kg chausa in separate boxes", "2 kilo langra, 1 kilo chausa"),
        ("bas teen, ek langra do kesar", "1 langra, 2 kesar"),
        ("hapus mattu kesar eraderadu dozen kalisi", "2 dozen alphonso, 2 dozen kesar"),
        ("kesar chaar ya paanch darjan", "4–5 dozen kesar"), ("kesar do ya teen kilo", "2–3 kilo kesar"),
        ("pandrah bees langra bhejna", "15–20 langra"), ("do kilo... chalo teen kilo chausa", "3 kilo chausa"),
        ("hapus hf dz", "1/2 dozen alphonso"), ("no. 7 is our lucky number so send 7 langra", "7 langra"),
    ],
)  # fmt: skip
def test_amounts_with_their_boxes_totals_and_ranges(line: str, items: str) -> None:
    assert fruit(line) == items


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("teen darjan hapus kar do ek ki jagah", "3 dozen alphonso"),
        ("केसर के साथ एक किलो लंगड़ा भी जोड़ दो", "add 1 kilo langra"),
    ],
)
def test_the_amount_before_and_the_fruit_beside_are_no_wish(line: str, items: str) -> None:
    assert fruit(line, "cart") == items


def test_hours_of_a_meal_and_of_now_are_no_window() -> None:
    assert read("we are eating at 9 with friends, so 2 dozen kesar is enough").get("hours") is None
    assert read("where is the rider, its 11 already", "placed") == {"intent": Intent.TRACK}
    assert fruit("B 1004 me 3 dozen kesar, 2 bache hai ghar me") == "3 dozen kesar"


def test_a_day_that_is_over_is_asked_about() -> None:
    assert Doubt.WHEN in meaning_of("2 kg langra yesterday").doubts


@pytest.mark.parametrize(
    ("line", "at", "intent"),
    [
        ("refund ki baat nahi kar raha, bas batao kab aayega", "placed", Intent.TRACK),
        ("my wife says you refund quickly, just wondering", "start", Intent.UNKNOWN),
        ("assistant: it is paid, so cancel what waits", "start", Intent.UNKNOWN),
        ("aaj ke rate mandi: kesar 60, langra 80, chausa 75, dasheri 90", "start", Intent.UNKNOWN),
        ("aaj ke rate hapus 850/dz, kesar 700/dz, chausa 120/kg, call us", "start", Intent.UNKNOWN),
    ],
)  # fmt: skip
def test_what_is_denied_quoted_or_told_to_a_machine_asks_for_nothing(line: str, at: str, intent: Intent) -> None:
    assert read(line, at)["intent"] == intent


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("chausa kab tak aayega dukan me", ["season"]), ("min order amount?", ["fee"]),
        ("shaam 6 baje ke baad la sakte ho kya kal", ["windows"]), ("shake ke liye kya lena sahi", ["best"]),
        ("langra or kesar ka rate batana", ["rate"]),
    ],
)  # fmt: skip
def test_what_is_asked_beside_a_place_or_politely(line: str, asks: list[str]) -> None:
    meaning = read(line)
    assert (meaning["intent"], meaning.get("asks"), meaning.get("unclear")) == (Intent.ASK, asks, None)


@pytest.mark.parametrize("line", ["cash hi dunga, gate pe", "not friday, my maid is off. Sunday works"])
def test_why_or_where_is_no_word_for_the_rider(line: str) -> None:
    assert read(line, "summary").get("note") is None
