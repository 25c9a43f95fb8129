"""Kinds of lines that strangers misled the reader with: one or two made-up lines of each kind."""

from __future__ import annotations

import pytest

from tests.understanding.reading import fruit, meaning_of, read


@pytest.mark.parametrize(
    ("line", "at"),
    [
        # told, asked, put off or passed on: no order follows, whatever is counted
        ("do kilo kam nikle peti me", "start"), ("do dozen missing the", "start"), ("teen kilo kesar ka rate", "start"),
        ("paid for two dozen, twenty came", "start"), ("some day we will order three dozen", "start"),
        ("start the offer messages again", "start"), ("👌", "start"),
        ("main malik ka bhai hu, sab cancel kar do", "start"), ("cash nahi hai, don't have gpay", "summary"),
        ("mere dost ka wala cancel kar do, paise mera hai", "start"), ("kesar 2 dozen kharab", "start"),
    ],
)  # fmt: skip
def test_what_is_no_act(line: str, at: str) -> None:
    meaning = meaning_of(line, at)
    assert not meaning.is_whole or meaning.intent not in {"order", "repeat", "yes", "cancel"}
    assert not meaning.is_whole or meaning.payment is None


def test_the_same_that_was_proposed_is_taken_with_a_yes() -> None:
    assert meaning_of("haan, same", "regular").intent == "yes"
    assert meaning_of("haan wahi bhej do", "regular").intent == "repeat"


@pytest.mark.parametrize(
    ("line", "at", "intent"),
    [
        ("langra andar se sada hua", "start", "claim"), ("you sent langra instead of kesar", "start", "claim"),
        ("ambe nasle nighale", "start", "claim"), ("hapus nahi chahiye kesar 2 dozen do", "start", "order"),
        ("bell mat bajana please", "placed", "change"), ("hata do order bhaiya", "placed", "cancel"),
        ("no need to cancel it", "placed", "unknown"), ("offer ke message chalu kar dijiye", "start", "start"),
        ("kesar 1 dozen hapus 2 dozen, delivery free hai na?", "start", "order"),
        ("office me hu, shaam ko bhejna", "placed", "change"), ("happy saturday", "start", "greet"),
        ("hata dijiye bhaiya wo order", "placed", "cancel"), ("flat 302 hai, tower yaad nahi", "where", "part"),
        ("kesar andar se kaale hai", "start", "claim"), ("order abhi tak nahi dikha, kidhar", "placed", "track"),
        ("paid for two dozen, twenty came", "start", "claim"),
        ("mera order abhi tak nahi aaya kahan hai", "start", "track"),
    ],
)  # fmt: skip
def test_what_it_is_for(line: str, at: str, intent: str) -> None:
    assert meaning_of(line, at).intent == intent


@pytest.mark.parametrize(
    ("line", "items"),
    [
        # called after a fruit, and no fruit
        ("mera naam neelam hai, kesar 2 kilo", "2 kilo kesar"), ("mallika aunty ko 1 dozen hapus", "1 dozen alphonso"),
        # sums
        ("kesar for 600", "kesar"), ("paanch sau ka aam do", ""),
        ("hapus 200 rupaye kilo wala 3 kilo", "3 kilo alphonso"),
        # amounts that are two things at first sight
        ("safeda ek dozen, langra do (dozens)", "1 dozen banganapalli, 2 dozen langra"),
        ("flat 11, dozen hapus", "1 dozen alphonso"), ("ek kaam karo, kesar bhejo", "kesar"),
        ("langra or kesar, plus 2 dozen hapus", ", 2 dozen alphonso"),
        ("3 kg wali langra ki peti 2", "6 kilo langra"), ("could you drop 3 kg langra", "3 kilo langra"),
        ("please pack: kesar 3 kg", "3 kilo kesar"),
    ],
)  # fmt: skip
def test_what_is_wanted(line: str, items: str) -> None:
    assert fruit(line) == items


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("hapus 1 dozen se 3 dozen kar do", "3 dozen alphonso"),
        ("dono aadha aadha dozen", "1/2 dozen alphonso, 1/2 dozen kesar"),
        ("ye sab nahi, sirf 2 dozen hapus", "2 dozen alphonso, remove kesar"),
        ("dono hata do, 3 kilo langra", "remove alphonso, remove kesar, 3 kilo langra"),
        ("4 pieces kesar not a dozen", "4 piece kesar"), ("hapus thoda kam, 8 piece", "8 piece alphonso"),
    ],
)  # fmt: skip
def test_what_is_changed(line: str, items: str) -> None:
    assert fruit(line, "cart") == items


@pytest.mark.parametrize(
    ("line", "home"),
    [
        ("gulmohar g 2 501", {"apartment": "gulmohar-enclave", "tower": "G2", "flat": "501"}),
        ("गुलमोहर जी 3 में", {"apartment": "gulmohar-enclave", "tower": "G3"}),
        ("lotus court ek number tower 604", {"apartment": "lotus-court", "tower": "1", "flat": "604"}),
        ("flat 203, palm grove A", {"apartment": "palm-grove", "tower": "A", "flat": "203"}),
        ("tower A nahi B hai", {"tower": "B"}), ("delivery to Green Hollow Acres", {"elsewhere": True}),
    ],
)  # fmt: skip
def test_where_it_shall_go(line: str, home: dict[str, object]) -> None:
    assert read(line, "where")["home"] == home


@pytest.mark.parametrize(
    ("line", "at", "when"),
    [
        ("kesar 1 dozen friday ko nahi to saturday ko", "start", {"day": "2026-05-22|2026-05-23"}),
        ("saturday likh diya tha sunday karna", "placed", {"day": "2026-05-24", "not_day": "2026-05-23"}),
        ("are aaj nahi kal", "summary", {"day": "2026-05-21", "not_day": "2026-05-20"}),
        ("1 dozen hapus by tomorrow 7 pm", "start",
         {"day": "2026-05-21", "hours": "7", "near": True, "part": "evening"}),
        ("1 kg langra friday am", "start", {"day": "2026-05-22", "part": "morning"}),
    ],
)  # fmt: skip
def test_when_it_is_wanted(line: str, at: str, when: dict[str, object]) -> None:
    read_of = read(line, at)
    assert {key: read_of.get(key) for key in ("day", "not_day", "hours", "near", "part") if read_of.get(key)} == when


def test_a_fruit_that_is_only_described_is_asked_for() -> None:
    assert "variety" in read("wo hare wale aam 2 kilo")["unclear"]


def test_a_place_of_unknown_words_is_elsewhere_at_the_start_as_well() -> None:
    assert read("1 dozen kesar, delivery to Mistwood Harbour Acres")["home"] == {"elsewhere": True}


def test_a_way_to_pay_that_shall_become_another() -> None:
    assert read("cash se upi kar do", "placed")["pay"] == "online"


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("do kilo langra aur ek kilo mallika bhejo na bhaiya", "2 kilo langra, 1 kilo mallika"),
        ("हापुस एक दर्जन भेज दो ना कल शाम", "1 dozen alphonso"),
        ("2 kilo langra kar do na", "2 kilo langra"),
        ("kesar na bhejo, langra bhejo", "langra instead of kesar"),
        ("4 log hain, 2 kilo langra", "2 kilo langra"),
        ("kesar 1/2 dozen", "1/2 dozen kesar"),
    ],
)
def test_a_small_word_behind_a_wish_begs_and_before_it_refuses(line: str, items: str) -> None:
    assert fruit(line) == items


@pytest.mark.parametrize(
    "line",
    [
        "Kesar 900/dz\nAlphonso 1200/dz\nLangra 150/kg\nCall Ramesh",
        "Kesar 900 per dozen\nAlphonso ₹1200 / dozen",
        "केसर 900/दर्जन\nलंगड़ा 150/किलो\nदशहरी 140/kg",
        "langra 150 kg, dasheri 140 kg, mallika 160 kg, call Ramesh",
    ],
)
def test_a_price_list_asks_for_our_prices(line: str) -> None:
    """Fault F344: 450 boxes were ordered of it."""
    meaning = meaning_of(line)
    assert (meaning.intent, meaning.asks) == ("ask", ("rate",))
    assert all(item.count is None for item in meaning.items)


@pytest.mark.parametrize("line", ["we are 40 people in the office, need 30 kg mangoes", "पचास लोग हैं, आम चाहिए",
                                  "office me 40 log hain, 30 kilo aam chahiye friday ko"])  # fmt: skip
def test_fruit_for_a_crowd_is_the_founders(line: str) -> None:
    assert meaning_of(line).intent == "bulk"
    assert meaning_of("4 log hain, 2 kilo langra").intent == "order"


@pytest.mark.parametrize(("typed", "note"), [("note: call before coming", "call before coming"),
                                             ("नोट: गार्ड को दे दीजिए", "गार्ड को दे दीजिए"),
                                             ("gate code 4321 bol dena", "gate code 4321 bol dena")])  # fmt: skip
def test_a_note_is_what_the_rider_reads(typed: str, note: str) -> None:
    assert meaning_of(typed, "summary").note == note


@pytest.mark.parametrize(("line", "way"), [("online nahi cash", "cash"), ("नकद नहीं ऑनलाइन", "online"),
                                           ("nah make it upi", "online"), ("nahi, cash", "cash")])  # fmt: skip
def test_one_way_to_pay_in_place_of_the_other_is_whole(line: str, way: str) -> None:
    meaning = meaning_of(line, "summary")
    assert (meaning.payment, meaning.is_whole) == (way, True)
    assert not meaning_of("no cash", "summary").is_whole
    assert not meaning_of("cash nahi", "summary").is_whole
