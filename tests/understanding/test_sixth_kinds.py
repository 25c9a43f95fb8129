"""Kinds of lines that the sixth half showed, and lines of our own like it; each by words that stand in none of them."""

from __future__ import annotations

import pytest

from core.reading.meaning import Doubt, Intent
from tests.understanding.reading import fruit, meaning_of, read


@pytest.mark.parametrize(
    ("line", "items", "day"),
    [
        ("we'd want 2 dozen kesar tomorrow", "2 dozen kesar", "2026-05-21"),  # no Wednesday
        ("she'll have a dozen hapus on friday", "1 dozen alphonso", "2026-05-22"),
        ("10 mangoes would do, kesar, on sunday", "10 kesar", "2026-05-24"),  # no two of kesar
        ("langra 4, dasheri 1 kilo me, kal", "4 kilo langra, 1 kilo dasheri", "2026-05-21"),
        ("ek hi peti hapus kal", "1 box alphonso", "2026-05-21"),
        ("langra bhi teen kilo, neelam bhi ek kilo", "3 kilo langra, 1 kilo neelam", None),
        ("paanch ko do darjan kesar", "2 dozen kesar", "2026-06-05"),
    ],
)
def test_amounts_and_days_are_read_among_contractions_and_small_words(line: str, items: str, day: str | None) -> None:
    assert (fruit(line), read(line).get("day")) == (items, day)


@pytest.mark.parametrize(
    ("line", "at", "items"),
    [
        ("remove both and send 2 kg chausa", "cart", "remove alphonso, remove kesar, 2 kilo chausa"),
        ("dono hata do, sirf 2 darjan kesar", "cart", "2 dozen kesar, remove alphonso"),
        ("halve the kesar please", "cart", "1/2 dozen kesar"),
        ("alphonso ki jagah kesar hi rakh do", "cart", "kesar instead of alphonso"),
    ],
)
def test_both_go_and_half_is_left(line: str, at: str, items: str) -> None:
    assert fruit(line, at) == items


@pytest.mark.parametrize(
    "line",
    [
        "kesar or langra, 2 kilo, whichever is sweeter",
        "hapus ya kesar jo accha ho, 1 darjan",
        "केसर या लंगड़ा जो भी अच्छा हो, एक किलो",
    ],
)  # fmt: skip
def test_one_of_two_is_asked_about(line: str) -> None:
    assert Doubt.VARIETY in meaning_of(line).doubts


@pytest.mark.parametrize(
    ("line", "at", "home"),
    [
        ("flat nau, palm grove A", "where", {"apartment": "palm-grove", "tower": "A", "flat": "9"}),
        ("lotus court do number 408", "where", {"apartment": "lotus-court", "tower": "2", "flat": "408"}),
        ("tamarind west 14B", "where", {"apartment": "tamarind-terraces", "tower": "WEST", "flat": "14B"}),
        ("please change the tower to C", "summary", {"tower": "C"}),
        ("tower ka naam South, flat 305", "where", {"tower": "SOUTH", "flat": "305"}),
    ],
)
def test_homes_as_people_number_them(line: str, at: str, home: dict[str, str]) -> None:
    assert read(line, at).get("home") == home


@pytest.mark.parametrize(
    ("line", "pay", "note"),
    [
        ("paise darwaze pe hi dungi", "cash", None),
        ("i will hand the money to the boy", "cash", None),
        ("paise aam dekh ke dunga", "cash", None),
        ("पैसे घर पर ही दूँगी", "cash", None),
        ("UPI is down, no cash here", None, None),
        ("cash darwaze pe le lena", "cash", None),
        ("leave it at the door", None, True),
    ],
)
def test_money_at_the_door_is_cash_and_no_word_for_the_rider(line: str, pay: str | None, note: bool | None) -> None:
    meaning = read(line, "summary")
    assert (meaning.get("pay"), meaning.get("note")) == (pay, note)


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("sister ne apna order cancel kar diya", Intent.UNKNOWN), ("my colleague cancelled his order", Intent.UNKNOWN),
        ("is cancellation allowed in the evening?", Intent.ASK), ("रद्द करना हो तो क्या होगा", Intent.ASK),
        ("cancel the order, nobody is well here, everything smells bad", Intent.CANCEL),
    ],
)  # fmt: skip
def test_cancelling_of_others_and_what_is_asked_of_it_cancels_nothing(line: str, intent: Intent) -> None:
    meaning = meaning_of(line, "placed")
    assert meaning.intent is intent
    assert not meaning.is_whole or intent is not Intent.CANCEL


@pytest.mark.parametrize(
    ("line", "at", "intent"),
    [
        ("nah, all set for now", "start", Intent.NO), ("nahi ji abhi kuch nahi chahiye", "menu", Intent.NO),
        ("beda iga", "regular", Intent.NO), ("vaddu ippudu", "start", Intent.NO),
        ("half of them are spoiled, what now?", "start", Intent.CLAIM),
        ("आम सड़े हुए हैं, क्या करूँ", "placed", Intent.CLAIM),
        ("cash nahi hai abhi", "cart", Intent.PART),
        ("haan payment ho gaya, lol wrong chat", "start", Intent.UNKNOWN),
        ("thatll be everything, let me pay", "cart", Intent.COMMAND),
        ("3 kg langra n 1 kg neelam and total pls", "start", Intent.ORDER),
    ],
)  # fmt: skip
def test_what_is_enough_wrong_or_for_others(line: str, at: str, intent: Intent) -> None:
    assert read(line, at)["intent"] == intent


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("aaj shaam tak mil jayega kya", ["windows"]), ("pake hue bhejte ho kya", ["ripe"]),
        ("how many boxes of kesar are left", ["availability"]), ("kesar khane me kaisa hota hai", ["unknown"]),
        ("nani ko sugar hai, kaunsa aam kha sakti hain", ["best"]), ("is langra fibrous?", ["unknown"]),
        ("ఏ పండు మంచిది", ["best"]), ("ಎಷ್ಟು ರೇಟು ಕೇಸರ್", ["rate"]), ("endha mambazham inippu", ["best"]),
    ],
)  # fmt: skip
def test_what_is_asked(line: str, asks: list[str]) -> None:
    assert read(line).get("asks") == asks


@pytest.mark.parametrize(
    "line",
    [
        "carrot 40 beans 60 onion 35, fresh stock today", "3bhk on rent near metro, deposit 1 lakh",
        "instant approval of loan, low interest, call now", "haramkhor tum sab ho, paise wapas do",
        "लोन चाहिए? कम ब्याज, अभी संपर्क करें",
    ],
)  # fmt: skip
def test_spam_and_abuse_want_nothing(line: str) -> None:
    assert read(line) == {"intent": Intent.UNKNOWN}


def test_holidays_are_no_abuse() -> None:
    assert read("chuttiyo me do darjan kesar bhej dena")["intent"] == Intent.ORDER


@pytest.mark.parametrize(
    "line",
    [
        "Neelam is such an odd name for a girl", "mere padosi ki bitiya ka naam dasheri hai",
        "the sky today is orange somehow",
        "my nani had three langra trees behind the house", "we were stuck in traffic since morning today",
        "पड़ोसी ने तीन किलो केसर मँगवाए", "didi ne 2 peti hapus mangwaye",
    ],
)  # fmt: skip
def test_what_is_only_said_to_be_so_is_no_wish(line: str) -> None:
    assert (read(line)["intent"], fruit(line)) == (Intent.UNKNOWN, "")


@pytest.mark.parametrize(
    ("line", "at", "expected"),
    [
        ("last time i paid cash, your boy was late", "summary", None),
        ("near lotus court, house 12", "where", {"elsewhere": True}),
        ("palm grove ke peeche wali gali, makaan 7", "where", {"elsewhere": True}),
    ],
)
def test_what_is_told_of_the_past_pays_nothing_and_what_is_near_by_is_no_home(
    line: str, at: str, expected: dict[str, bool] | None
) -> None:
    meaning = read(line, at)
    assert (meaning.get("pay"), meaning.get("home")) == (None, expected)


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("maine cancel karne ko nahi bola", "placed"),
        ("cancel ki baat hi nahi ki maine", "placed"), ("कैंसिल करने को किसने बोला", "placed"),
    ],
)  # fmt: skip
def test_that_it_was_never_said_cancels_nothing(line: str, at: str) -> None:
    assert read(line, at)["intent"] == Intent.UNKNOWN


@pytest.mark.parametrize(
    ("line", "at", "items"),
    [
        ("ek peti hapus aur do kesar ki", "start", "1 box alphonso, 2 box kesar"),
        ("3 kg box of chausa x2", "start", "6 kilo chausa"),
        ("alphonso nikal do, sirf kesar rehne do", "cart", "remove alphonso"),
        ("galti se hapus daal diya tha dasheri chahiye thi 2 kilo", "cart", "2 kilo dasheri instead of alphonso"),
        ("can you tell me the price of 2 dozen kesar", "start", "2 dozen kesar"),
    ],
)
def test_boxes_and_what_stays_or_was_a_mistake(line: str, at: str, items: str) -> None:
    assert fruit(line, at) == items


def test_a_price_is_asked_however_politely() -> None:
    assert read("could you tell me the cost of 3 kg langra")["intent"] == Intent.ASK


@pytest.mark.parametrize(
    ("line", "at", "intent"),
    [
        ("my friend sells langra at 90 a kilo in nashik", "start", Intent.UNKNOWN),
        ("we already paid for 3 kg chausa at the other store", "start", Intent.UNKNOWN),
        ("if you people cancel my order I will be upset", "placed", Intent.UNKNOWN),
        ("no one asked you to cancel", "placed", Intent.UNKNOWN),
        ("my train was delayed by an hour", "start", Intent.UNKNOWN),
        ("ok but pay by card this time", "regular", Intent.REPEAT),
        ("will you folks deliver to Sarjapur", "start", Intent.ASK),
        ("ek dabbe me kitne kilo hote hain", "start", Intent.ASK),
    ],
)
def test_what_others_sell_is_supposed_or_came_late_elsewhere(line: str, at: str, intent: Intent) -> None:
    meaning = meaning_of(line, at)
    assert (meaning.intent, meaning.items if intent is Intent.UNKNOWN else ()) == (intent, ())
    assert Doubt.QUANTITY not in meaning.doubts


def test_a_block_of_ours_is_no_hour_and_what_fruit_costs_no_number_of_it() -> None:
    assert read("gulmohar g2 tak aaoge?").get("hours") is None
    assert read("yes the kesar is 800", "cart")["intent"] != Intent.BULK


@pytest.mark.parametrize(
    ("line", "at", "intent"),
    [
        ("aaj nahi, parso dopahar", "when", Intent.PART), ("Not sunday, monday works", "when", Intent.PART),
        ("kesar 2 dozen to be delivered on friday", "start", Intent.ORDER),
        ("પૈસા પાછા ક્યારે મળશે", "start", Intent.REFUND),
        ("mera rupaya kab laut ke aayega, paise abhi tak nahi", "placed", Intent.REFUND),
        ("ಹಣ ಇನ್ನೂ ವಾಪಸ್ ಬಂದಿಲ್ಲ", "placed", Intent.REFUND), ("aata nako, nantar sangte", "regular", Intent.NO),
        ("order karvo hoy to kem karvo, cancel karvo hoy to?", "placed", Intent.ASK),
    ],
)  # fmt: skip
def test_answers_money_on_its_way_back_and_later(line: str, at: str, intent: Intent) -> None:
    assert read(line, at)["intent"] == intent


@pytest.mark.parametrize(
    ("line", "at", "items"),
    [
        ("remove kesar and send 1 kg neelam in its place", "cart", "1 kilo neelam instead of kesar"),
        ("ditch the alphonso and put 2 kg chausa there", "cart", "2 kilo chausa instead of alphonso"),
        ("chausa kuda oka kilo veyandi", "cart", "add 1 kilo chausa"),
        ("pono kilo neelam joie che", "start", "3/4 kilo neelam"),
    ],
)
def test_one_takes_the_place_of_another_and_further_languages_add(line: str, at: str, items: str) -> None:
    assert fruit(line, at) == items


def test_hours_between_and_towers_with_small_words() -> None:
    assert read("tmrw btwn 4 n 6", "when")["hours"] == "4-6"
    assert read("silver oak ke south wale tower me 1203", "where")["home"]["tower"] == "SOUTH"
