"""Kinds of lines that misled the reader the second time: made-up lines of each kind."""

from __future__ import annotations

import pytest

from tests.understanding.reading import fruit, meaning_of, read


@pytest.mark.parametrize(
    ("line", "items"),
    [
        # large numbers, and words that are a number only beside what they count
        ("dedh sau gram himayat", "150 gram himayat"), ("do hazaar kilo totapuri", "2000 kilo totapuri"),
        ("chai ke saath langra 1 kilo", "1 kilo langra"), ("pls do two dozen hapus", "2 dozen alphonso"),
        ("mallika 2 kilo uske sath kesar ek dozen", "2 kilo mallika, 1 dozen kesar"),
        # a unit by itself is one; before the name, its number may stand behind it
        ("box of alphonso for the evening, upi", "1 box alphonso"),
        ("peti hapus 2, neelam 1 kilo", "2 box alphonso, 1 kilo neelam"),
        ("do 5 kilo wali safeda", "10 kilo banganapalli"),
        # a unit for all, or in place of another
        ("langra 1, chausa 2, sab kilo me", "1 kilo langra, 2 kilo chausa"),
        ("kg nahi dozen, kesar 3", "3 dozen kesar"),
        # the same fruit twice
        ("langra 2 kilo, langra ke saath kesar ek darjan", "2 kilo langra, 1 dozen kesar"),
        ("kesar aadha darjan, nahi kesar ek darjan", "1 dozen kesar"),
        # what all of it makes, what was said before, and what ends a list
        ("kesar 1 dozen + hapus 2 dozen = 3 dozen", "1 dozen kesar, 2 dozen alphonso"),
        ("pehle 1 darjan bola tha ab 2 darjan hapus", "2 dozen alphonso"), ("saat hapus no more", "7 alphonso"),
        ("ek do din me 1 dozen kesar", "1 dozen kesar"), ("1500 me jitne bhi kesar do", "kesar"),
    ],
)  # fmt: skip
def test_what_is_wanted(line: str, items: str) -> None:
    assert fruit(line) == items


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("langra ka kilo nikaldo", "remove langra"), ("ditch the kesar", "remove kesar"),
        ("hapus zero, kesar 4 dozen", "remove alphonso, 4 dozen kesar"), ("raise kesar to 3 dozen", "3 dozen kesar"),
        ("increase kesar to a box", "1 box kesar"), ("plus a kilo of langra", "add 1 kilo langra"),
        ("remove kesar, alphonso stays", "remove kesar"),
        ("dono ki jagah 2 kilo langra", "remove alphonso, remove kesar, 2 kilo langra"),
        ("kesar 2 dozen kar do, 1 kam padega", "2 dozen kesar"),
        ("hapus 4 kar do or parso subah", "4 alphonso"),
    ],
)  # fmt: skip
def test_what_is_changed(line: str, items: str) -> None:
    assert fruit(line, "cart") == items


@pytest.mark.parametrize(
    ("line", "at", "intent"),
    [
        # a question in a thought of its own, beside what is ordered
        ("langra hai kya? hai to 2 kilo bhej dena", "start", "order"),
        ("2 kg langra and 1 kg neelam, when can you come to silver oak?", "start", "order"),
        ("can 4 dozen langra reach by sunday?", "start", "ask"), ("langra itna mehnga kyon hai", "start", "ask"),
        # what came was not so
        ("got 10 instead of 12", "start", "claim"), ("24 mangaye the 20 aaye", "start", "claim"),
        ("kesar bola tha langra aa gaya", "start", "claim"), ("the kesar is not kesar", "start", "claim"),
        ("kal kharab nikle the, koi baat nahi, kesar 1 dozen aur bhej do", "start", "order"),
        # cancelling, said with a reason, and denied
        ("order cancel kijiye, nahi lagega ab", "placed", "cancel"), ("nahi nahi cancel nahi", "placed", "unknown"),
        ("cancel? nahi nahi", "placed", "ask"), ("kesar cancel nahi karna", "cart", "unknown"),
        ("haanji ram ram", "summary", "greet"),
        ("nahi nahi", "summary", "no"), ("is my order packed yet", "placed", "track"),
        ("sabko bhejo, shubh samachar milega", "start", "unknown"), ("update price set hapus=1;", "start", "unknown"),
        ("delivery boy ne badtameezi ki", "start", "claim"), ("ye langra nahi lag raha", "placed", "claim"),
        ("order cancel karna hai, galti se ho gaya", "placed", "cancel"), ("offer kya hai", "start", "ask"),
        ("hapus 1100 kesar 800 langra 600", "start", "unknown"),
        ("Hapus 900\nKesar 700\nLangra 120 kilo", "start", "unknown"),
    ],
)  # fmt: skip
def test_what_it_is_for(line: str, at: str, intent: str) -> None:
    assert meaning_of(line, at).intent == intent


@pytest.mark.parametrize(
    ("line", "at", "keys"),
    [
        ("1 dozen kesar fri 29 may", "start", {"day": "2026-05-29"}),
        ("aaj bahar jana hai to kal bhej do", "when", {"day": "2026-05-21"}),
        ("aaj bhi chalega kal bhi", "when", {"day": "2026-05-20|2026-05-21"}),
        ("kal subah nahi, parso subah", "summary",
         {"day": "2026-05-22", "part": "morning", "not_day": "2026-05-21", "not_part": None}),
        ("shaam 5 se 7 ko", "when", {"part": "evening", "hours": "5-7"}),
        ("upi bola tha galti se, cash dunga", "summary", {"pay": "cash"}),
        ("kesar 1 dozen to Imperial Palm Springs", "start", {"home": {"elsewhere": True}}),
        ("lotus court t2 flat 604", "where", {"home": {"apartment": "lotus-court", "tower": "2", "flat": "604"}}),
        ("90000 00111 ya 90000 00112", "where", {"phone": None}),
        ("2 kilo langra after 5 days", "start", {"hours": None}), ("apply MANGO10", "summary", {"items": None}),
        ("english nahi, hindi me", "start", {"language_wanted": "hi"}),
    ],
)  # fmt: skip
def test_what_is_read_of_it(line: str, at: str, keys: dict[str, object]) -> None:
    found = read(line, at)
    assert {key: found.get(key) for key in keys} == keys


def test_a_name_of_several_mangoes_is_asked_about() -> None:
    assert read("badam aam 2 kilo") == {
        "intent": "order",
        "items": [{"count": "2", "unit": "kilo"}],
        "unclear": ["variety"],
    }


def test_a_line_that_asks_beside_what_it_orders_is_whole() -> None:
    assert meaning_of("langra hai kya? hai to 2 kilo bhej dena").is_whole
    assert meaning_of("3 dozen kesar, wait make that 2").is_whole
    assert not meaning_of("3 dozen kesar, wait").is_whole
