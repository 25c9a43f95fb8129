"""Kinds of lines that the eighth half showed, and lines of our own; each by words that stand in none of them."""

from __future__ import annotations

import pytest

from core.reading.meaning import Doubt, Intent
from tests.understanding.reading import fruit, meaning_of, read


@pytest.mark.parametrize(
    "line",
    [
        "refund mat karna bhaiya, agli baar dhyan rakhna", "no need to refund, just be careful next time",
        "dont refund please", "please don't send the money back", "रिफंड मत करना, अगली बार देख लेना",
        "refund rehne do", "refund chhodo yaar", "paise wapas mat karna",
    ],
)  # fmt: skip
def test_money_that_is_not_wanted_back_is_not_given_back(line: str) -> None:
    assert read(line, "placed") == {"intent": Intent.UNKNOWN}


@pytest.mark.parametrize("line", ["refund nahi aaya", "no refund yet", "why dont you refund", "money back nahi mila"])
def test_money_that_did_not_come_is_still_asked_for(line: str) -> None:
    assert read(line, "placed") == {"intent": Intent.REFUND}


@pytest.mark.parametrize(
    ("line", "items", "day"),
    [
        ("finally sat with the menu, 2 dozen kesar for sunday", "2 dozen kesar", "2026-05-24"),
        ("we sat here waiting, 3 kg langra friday", "3 kilo langra", "2026-05-22"),
        ("sat sat dozen kesar", "7 dozen kesar", None), ("sat by 10, 2 dozen kesar", "2 dozen kesar", "2026-05-23"),
        ("sat in evening 1 dozen kesar", "1 dozen kesar", "2026-05-23"),
        ("3-3 langra chahiye hum dono ke liye total 6", "6 langra", None),
    ],
)  # fmt: skip
def test_who_sat_down_names_no_day_and_what_is_doubled_counts(line: str, items: str, day: str | None) -> None:
    meaning = read(line)
    assert (fruit(line), meaning.get("day"), meaning.get("not_day")) == (items, day, None)


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("don't send 5 kg dasheri, 2 kg is enough", "2 kilo dasheri"),
        ("please do not send 3 dozen alphonso, send 1 dozen", "1 dozen alphonso"),
        ("teen peti langra mat bhejna, ek peti bhejo", "1 box langra"),
        ("do ka dabba nahi chahiye, do kilo chausa chahiye", "2 kilo chausa"),
        ("1 dozen is too much, make it half, kesar", "1/2 dozen kesar"),
        ("langra 1 dozen, kesar aadha", "1 dozen langra, 1/2 dozen kesar"),
        ("a dozen each of kesar and alphonso", "1 dozen kesar, 1 dozen alphonso"),
        ("4 kesar for us and a dozen langra for nani, both on sunday", "4 kesar, 1 dozen langra"),
        ("himsagar aur kesar 2-2 kilo bhejna agar himsagar ho", "2 kilo himsagar, 2 kilo kesar"),
        ("kesar ka pakka nahi, hapus 1 darjan bhejna", "1 dozen alphonso"),
        ("2 kg langra confirm, kesar maybe", "2 kilo langra"),
        ("1 dozen kesar or 1 dozen alphonso, any one", "1 dozen"), ("ek kilo langra ya ek kilo chausa", "1 kilo"),
        ("ek peti langra or ek peti chausa", "1 box langra, 1 box chausa"),  # the Hindi `and`
    ],
)  # fmt: skip
def test_amounts_in_place_of_others_shared_doubted_and_of_either(line: str, items: str) -> None:
    assert fruit(line) == items


def test_half_of_what_is_too_much_is_half_of_each_in_the_cart() -> None:
    line = "do darjan jyada hai, dono aadhe aadhe kar do"
    assert fruit(line, "cart") == "1/2 dozen alphonso, 1/2 dozen kesar"


@pytest.mark.parametrize("line", ["kesar ka pakka nahi, hapus 1 darjan bhejna", "2 kg langra confirm, kesar maybe"])
def test_beside_fruit_that_is_only_thought_about_nothing_acts(line: str) -> None:
    assert not meaning_of(line).is_whole


@pytest.mark.parametrize(
    ("line", "at", "home"),
    [
        ("no 4 tower B palm grove, 2 kg langra", "start", {"apartment": "palm-grove", "tower": "B", "flat": "4"}),
        ("number 12 B wing palm grove 2 dozen hapus", "start", {"apartment": "palm-grove", "tower": "B", "flat": "12"}),
        ("flat 504 hai 540 nahi", "placed", {"flat": "504"}), ("flat no 302, not 320 pls", "placed", {"flat": "302"}),
        ("palm grove likha tha but now send to lotus court 2 401", "placed",
         {"apartment": "lotus-court", "tower": "2", "flat": "401"}),
        ("B 302 bola tha ab C 401 pe bhejna", "summary", {"tower": "C", "flat": "401"}),
        ("लोटस कोर्ट टावर दो फ्लैट 412, एक दर्जन केसर", "start",
         {"apartment": "lotus-court", "tower": "2", "flat": "412"}),
        ("tower C daal diya kya? B hai mera, B 704", "summary", {"tower": "B", "flat": "704"}),
    ],
)  # fmt: skip
def test_homes_by_number_first_and_put_right(line: str, at: str, home: dict[str, str]) -> None:
    meaning = read(line, at)
    assert (meaning.get("home"), meaning.get("asks")) == (home, None)


@pytest.mark.parametrize(
    ("line", "at", "left_out"),
    [
        ("any day other than monday", "when", "2026-05-25"), ("itwar ke alawa kabhi bhi", "when", "2026-05-24"),
        ("शनिवार छोड़कर कोई भी दिन", "when", "2026-05-23"), ("anytime but not saturday", "when", "2026-05-23"),
        ("ravivar sodun kontyahi divshi", "when", "2026-05-24"), ("gurvar sivay game tyare", "when", "2026-05-21"),
        ("2 kg langra any day except sunday", "start", "2026-05-24"),
        ("saturday suits better than friday", "summary", "2026-05-22"),
    ],
)  # fmt: skip
def test_a_day_that_is_left_out_is_not_the_day(line: str, at: str, left_out: str) -> None:
    meaning = read(line, at)
    assert meaning.get("not_day") == left_out
    assert meaning.get("day") != left_out


@pytest.mark.parametrize(
    ("line", "at", "times"),
    [
        ("sat ya sun kabhi bhi, 2 dozen kesar", "start", {"day": "2026-05-23|2026-05-24"}),
        ("morning nobody's home, come 6-8", "placed", {"hours": "6-8", "not_part": "morning"}),
        ("dopahar ko so rahe hote hain, 4-6 me lana", "placed", {"hours": "4-6", "not_part": "afternoon"}),
        ("22 tarikh ko shaam 5-7, dhai kilo langra", "start", {"day": "2026-05-22", "part": "evening", "hours": "5-7"}),
        ("team lunch hai friday ko, 12 dozen hapus", "start", {"day": "2026-05-22"}),
        ("2 dozen kesar for the family dinner tomorrow", "start", {"day": "2026-05-21"}),
        ("1 dozen kesar after lunch tomorrow", "start", {"day": "2026-05-21", "part": "afternoon"}),
    ],
)  # fmt: skip
def test_times_of_either_day_of_who_is_out_and_of_a_meal(line: str, at: str, times: dict[str, str]) -> None:
    meaning = read(line, at)
    assert {key: meaning[key] for key in ("day", "part", "hours", "not_day", "not_part") if key in meaning} == times
    assert Doubt.WHEN not in meaning_of(line, at).doubts


@pytest.mark.parametrize(
    ("line", "at", "pay", "unclear"),
    [
        ("upi nahi hai to cash dunga, do kilo langra", "start", "cash", None),
        ("aam aane do, payment abhi nahi", "summary", None, ["payment"]),
        ("i wont pay before seeing the mangoes", "summary", None, ["payment"]),
    ],
)
def test_what_one_cannot_or_will_not_pay_yet(line: str, at: str, pay: str | None, unclear: list[str] | None) -> None:
    meaning = read(line, at)
    assert (meaning.get("pay"), meaning.get("unclear"), "items" in meaning) == (pay, unclear, at == "start")


@pytest.mark.parametrize(
    "line",
    [
        "Fwd: MAHALAXMI MANGO\nLangra 120/kg\nChausa 140/kg\nHome delivery", "fw: hapus 850/dozen kesar 600/dozen",
        "thane se bol raha hu paise lautao abhi",
        "this is inspector speaking, from the police, refund 3000 right now", "do takke ki dukaan hai teri",
        "तेरी औकात क्या है",
    ],
)  # fmt: skip
def test_lists_passed_on_threats_and_abuse_want_nothing(line: str) -> None:
    assert read(line) == {"intent": Intent.UNKNOWN}


@pytest.mark.parametrize(
    "line", ["2 dozen hapus\n1 dozen kesar\ncall me when you come", "Kesar 2\nHapus 3\ncall first"]
)
def test_an_order_on_several_lines_stays_one(line: str) -> None:
    assert (read(line)["intent"], len(read(line)["items"])) == (Intent.ORDER, 2)


@pytest.mark.parametrize(
    ("line", "at", "intent"),
    [
        ("kal wala order cancel kar do", "placed", Intent.CANCEL),
        ("please cancel yesterday's order", "placed", Intent.CANCEL),
        ("I cancelled yesterday's order", "placed", Intent.UNKNOWN),
        ("dozen me 12 ki jagah 11 hi the", "placed", Intent.CLAIM),
        ("mahak hi nahi aa rahi, nakli bheja hai kya", "placed", Intent.CLAIM),
        ("paise nahi chahiye, badal ke bhejo ye gal gaye", "placed", Intent.CLAIM),
        ("hapus ki jagah kesar hi kar do", "placed", Intent.CHANGE),
        ("pakka bill chahiye office ke liye", "placed", Intent.BILL),
        ("bot samajh nahi raha, dukaan se koi baat kare", "start", Intent.HUMAN),
        ("get me a person please, you dont understand me", "start", Intent.HUMAN),
        ("haan bilkul isi tarah", "summary", Intent.YES),
        ("thanks, will order again", "placed", Intent.THANKS),
        ("धन्यवाद, अगली बार फिर मँगवाएँगे", "placed", Intent.THANKS),
        ("will order again on sunday 2 dozen kesar", "start", Intent.ORDER),
        ("thanks, will think about it", "start", Intent.UNKNOWN),
        ("lotus court 2 ka 401 me do kilo langra pahuncha dein", "start", Intent.ORDER),
        ("पाम ग्रोव ए 302 में दो किलो लंगड़ा पहुँचा दीजिए", "start", Intent.ORDER),
        ("would you be able to send 2 kg langra", "start", Intent.ORDER),
        ("teen kilo langra pahuncha", "start", Intent.UNKNOWN),
    ],
)  # fmt: skip
def test_what_a_line_is_for(line: str, at: str, intent: Intent) -> None:
    assert read(line, at)["intent"] == intent


@pytest.mark.parametrize(
    ("line", "at", "asks"),
    [
        ("langra kal mil jayega kya", "start", ["availability"]), ("aaj hi mil jayega kya", "start", ["windows"]),
        ("kesar kal kab tak mil jayega", "start", ["windows"]), ("shop pe aaj kya kya hai", "start", ["availability"]),
        ("what all mangoes are in the shop today", "start", ["availability"]),
        ("free delivery above what amount?", "start", ["fee"]),
        ("ok same but delivery on friday please", "regular", None), ("deliver on friday?", "start", ["windows"]),
    ],
)  # fmt: skip
def test_what_is_asked(line: str, at: str, asks: list[str] | None) -> None:
    assert read(line, at).get("asks") == asks


def test_a_mango_told_by_its_colour_said_twice_is_asked_about() -> None:
    for line in ("wo hare hare aam do kilo dena", "gol gol wale 1 kilo dena", "लाल लाल आम एक किलो देना"):
        assert read(line)["unclear"] == ["variety"]
