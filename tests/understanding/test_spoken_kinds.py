"""Kinds of lines as they are spoken, and ways to pay that cannot be used: made-up lines of each kind."""

from __future__ import annotations

import pytest

from core.reading.meaning import Doubt
from tests.understanding.reading import fruit, meaning_of, read


@pytest.mark.parametrize(
    ("line", "at", "home"),
    [
        # digit by digit, with a nought inside
        ("b twelve oh three", "where", "B 1203"), ("tower c flat seven oh one", "where", "C 701"),
        ("flat nine zero four tower a", "where", "A 904"), ("एक दो शून्य तीन बी टावर", "where", "B 1203"),
        ("a tower ek do zero ek", "where", "A 1201"), ("tower b flat twenty one oh five", "where", "B 2105"),
        # with a hundred
        ("पाम ग्रोव, बी टावर, बारह सौ तीन", "where", "B 1203"), ("b tower gyarah sau do", "where", "B 1102"),
        ("c wing nau sau char", "where", "C 904"), ("flat five hundred and four, tower A", "where", "A 504"),
        ("B one thousand two hundred three", "where", "B 1203"),
        ("address hai b wing mein baarah sau teen number flat", "start", "B 1203"),
        # among other things, what is counted keeps its number
        ("flat five oh two tower b palm grove, two dozen kesar", "start", "B 502"),
        ("palm grove b twelve oh three 2 dozen kesar tomorrow", "start", "B 1203"),
        # the floor beside it
        ("tower b, twelfth floor, 1203", "where", "B 1203"), ("b wing barahvi manzil 1203", "where", "B 1203"),
        ("सी टावर, दसवीं मंज़िल, 1004", "where", "C 1004"),
    ],
)  # fmt: skip
def test_a_flat_in_words(line: str, at: str, home: str) -> None:
    found = read(line, at)["home"]
    assert f"{found.get('tower', '')} {found.get('flat', '')}" == home


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("flat five oh two tower b palm grove, two dozen kesar", "2 dozen kesar"),
        ("oh ok two dozen kesar then", "2 dozen kesar"), ("oh, one dozen hapus", "1 dozen alphonso"),
        ("five kilo langra two kilo dasheri one dozen hapus", "5 kilo langra, 2 kilo dasheri, 1 dozen alphonso"),
        ("hapus do sau do", "200 alphonso"),
        ("a couple of kilos of totapuri", "2 kilo totapuri"), ("couple of dozens of kesar", "2 dozen kesar"),
        # English, whose `do` is no number
        ("when do langras come in", "langra"), ("how do kesar and hapus differ", "kesar, alphonso"),
    ],
)  # fmt: skip
def test_what_is_counted_beside_it(line: str, items: str) -> None:
    assert fruit(line) == items


@pytest.mark.parametrize(
    ("line", "at", "keys"),
    [
        ("b4 10am", "when", {"intent": "part", "hours": "10", "near": True}),
        ("sat b4 11 am", "when", {"hours": "11", "near": True}),
        ("kal b4 10 baje", "when", {"hours": "10", "near": True}),
        ("b4 302", "where", {"hours": None}),
        ("aane wale itwar ko", "when", {"intent": "part", "day": "2026-05-24", "asks": None}),
        ("aane wale shanivar", "when", {"intent": "part", "day": "2026-05-23", "asks": None}),
        ("kesar aane wala hai kya", "start", {"intent": "ask"}),
        ("guests on sunday so please send 2 dozen hapus by saturday", "start", {"day": "2026-05-23", "unclear": None}),
        ("ravivar ko puja hai isliye shanivar ko do darjan kesar", "start", {"day": "2026-05-23", "unclear": None}),
        ("i'll pay the delivery boy", "summary", {"intent": "part", "pay": "cash"}),
        ("paise delivery wale ko de dungi", "summary", {"intent": "part", "pay": "cash", "note": None}),
        ("पैसे राइडर को दूँगा", "summary", {"intent": "part", "pay": "cash"}),
        ("do u ppl deliver to lotus court", "start", {"intent": "ask", "asks": ["area"]}),
        ("सबसे सस्ता आम कौन सा है", "start", {"asks": ["rate"]}),
        ("no not today", "regular", {"intent": "no"}), ("nahi aaj nahi", "regular", {"intent": "no"}),
        ("not today, tomorrow", "regular", {"not_day": "2026-05-20", "day": "2026-05-21"}),
    ],
)  # fmt: skip
def test_what_is_read_of_it(line: str, at: str, keys: dict[str, object]) -> None:
    found = read(line, at)
    assert {key: found.get(key) for key in keys} == keys


@pytest.mark.parametrize(
    "line",
    [
        "no upi on this phone", "sorry no cash today", "i have no cash", "no gpay here",
        "upi band hai", "my card got blocked yesterday", "my upi is not working", "card kho gaya", "phonepe is down",
        "cash khatam ho gaya", "upi fail ho raha hai", "यूपीआई बंद है आज", "कार्ड खो गया", "upi chalat nahi",
    ],
)  # fmt: skip
def test_a_way_to_pay_that_cannot_be_used_is_not_chosen(line: str) -> None:
    found = meaning_of(line, "summary")
    assert (found.payment, found.is_whole) == (None, False)


@pytest.mark.parametrize(
    "line",
    [
        "my wife said cash on delivery", "i would have paid cash", "haan cash, mazak kar raha hoon",
        "cash please, no wait", "कैश में दिक्कत है", "upi me problem aa rahi hai", "gpay is a problem today",
        "papa said upi", "pitaji ne bola cash", "cash on delivery, just kidding",
    ],
)  # fmt: skip
def test_what_others_say_a_joke_and_what_is_taken_back_choose_no_way_to_pay(line: str) -> None:
    found = meaning_of(line, "summary")
    assert not found.is_whole or found.payment is None


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("i said cash", "cash"), ("sorry, cash", "cash"), ("upi has a problem so cash", "cash"),
        ("no upi so cash", "cash"), ("upi band hai cash le lena", "cash"), ("card is blocked, will give cash", "cash"),
        ("no cash, upi", "online"), ("cash khatam hai phonepe karta hu", "online"), ("no, cash", "cash"),
    ],
)  # fmt: skip
def test_the_other_way_is(line: str, pay: str) -> None:
    assert meaning_of(line, "summary").payment == pay


@pytest.mark.parametrize(
    "line",
    ["don't add hapus", "please do not add kesar", "don't add any more hapus", "hapus mat daalna", "kesar mat jodna",
     "केसर मत डालना"],
)  # fmt: skip
def test_what_shall_not_be_added_is_not_taken_out(line: str) -> None:
    found = meaning_of(line, "cart")
    assert Doubt.NEGATION in found.doubts and not found.is_whole


@pytest.mark.parametrize(
    "line",
    ["offers venda", "message anuppadheenga", "message kalisabedi", "offers pampinchakandi", "offers na mokalsho",
     "mala offer pathvu naka", "offer pathaben na"],
)  # fmt: skip
def test_offers_are_ended_in_further_languages(line: str) -> None:
    assert read(line)["intent"] == "stop"


@pytest.mark.parametrize("line", ["kesar venda", "hapus anuppadheenga", "kesar beda", "kesar pathvu naka"])
def test_fruit_that_is_not_wanted_ends_no_offers(line: str) -> None:
    assert read(line, "cart")["intent"] != "stop"


@pytest.mark.parametrize(
    "line",
    [
        "I have 2 dozen hapus at home already", "we already have 1 dozen kesar", "bought 2 dozen hapus from the market",
        "my sister ordered 1 dozen kesar yesterday", "ghar me 2 darjan hapus pade hain", "abhi 1 peti kesar bachi hai",
        "pichle saal 2 peti kesar li thi", "घर में दो दर्जन हापुस पड़े हैं", "एक पेटी केसर बची है",
    ],
)  # fmt: skip
def test_fruit_that_somebody_has_or_had_is_not_ordered(line: str) -> None:
    found = meaning_of(line)
    assert (found.intent, found.items) == ("unknown", ())


@pytest.mark.parametrize(
    ("line", "at", "items"),
    [
        ("guests ate everything, send 2 dozen hapus", "start", "2 dozen alphonso"),
        ("bhabhi ne hapus mangwaye hai ek darjan", "start", "1 dozen alphonso"),
        ("jo 2 darjan hapus liye the wahi bhej do", "start", "2 dozen alphonso"),
        # boxes of a size, with their fruit between
        ("5 kilo langra ki ek peti bhijwa dijiye", "start", "5 kilo langra"),
        ("5 kg langra ke do box", "start", "10 kilo langra"), ("3 किलो दशहरी की दो पेटी", "start", "6 kilo dasheri"),
        ("2 kilo langra, kesar ki ek peti", "start", "2 kilo langra, 1 box kesar"),
        # a sum in words
        ("alphonso worth one thousand", "start", "alphonso"), ("kesar worth five hundred", "start", "kesar"),
    ],
)  # fmt: skip
def test_fruit_that_is_wanted_all_the_same(line: str, at: str, items: str) -> None:
    assert fruit(line, at) == items


@pytest.mark.parametrize(
    ("line", "day", "not_day"),
    [
        ("i'll be out tomorrow, send on friday instead", "2026-05-22", "2026-05-21"),
        ("not at home tomorrow, make it friday", "2026-05-22", "2026-05-21"),
        ("travelling on thursday, friday is better", "2026-05-22", "2026-05-21"),
        ("sunday likh diya tha monday karna", "2026-05-25", "2026-05-24"),
    ],
)
def test_a_day_on_which_nobody_is_there(line: str, day: str, not_day: str) -> None:
    found = read(line, "summary")
    assert (found.get("day"), found.get("not_day")) == (day, not_day)


@pytest.mark.parametrize(
    "line", ["i live in Green Meadows, Thane", "Sai Residency, Powai", "pune", "hum andheri west me rehte hain"]
)
def test_a_home_that_is_elsewhere(line: str) -> None:
    assert read(line, "where")["home"] == {"elsewhere": True}


@pytest.mark.parametrize("line", ["palm grove b 1203 che", "b 1203 che bhai", "b-1203 do", "c 904 ahe", "B 1203 chhe"])
def test_a_word_behind_a_home_counts_nothing(line: str) -> None:
    found = read(line, "where")
    assert (found["intent"], found.get("items"), "flat" in found["home"]) == ("part", None, True)


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("is it ripe?", {"intent": "ask", "asks": ["ripe"]}), ("are they ripe?", {"intent": "ask", "asks": ["ripe"]}),
        ("is it coming?", {"intent": "track"}), ("is it on the way?", {"intent": "track"}),
    ],
)  # fmt: skip
def test_what_is_asked_of_an_order_placed(line: str, keys: dict[str, object]) -> None:
    found = read(line, "placed")
    assert {key: found.get(key) for key in keys} == keys
