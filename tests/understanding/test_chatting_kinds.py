"""What people say to a shop that is no wish: chatter, what others did, jokes; and what they mean beside it."""

from __future__ import annotations

import pytest

from core.reading.meaning import Intent
from tests.understanding.reading import fruit, read


@pytest.mark.parametrize(
    ("line", "at", "intent"),
    [
        # a day or a rider's word in what is only told
        ("sunday ko hamare yahan barish thi", "start", "unknown"), ("कल से बिजली नहीं है", "start", "unknown"),
        ("bacche so rahe hain, ghar shaant hai", "start", "unknown"),
        # fruit that is only spoken of
        ("nani kehti thi dasheri malihabad wali khao", "start", "unknown"),
        # what others had, sell, did
        ("meri saheli ko kisi aur dukaan se sade aam mile", "start", "unknown"),
        ("zepto pe kesar 500 darjan mil raha tha pata nahi asli", "start", "unknown"),
        ("she cancelled hers yesterday", "placed", "unknown"),
        # a joke, a word that is only quoted, what shall not be
        ("cancel it.. just kidding", "placed", "unknown"), ("cancel wancel kuch nahi karna", "placed", "unknown"),
        ("pati bolte hai cancel kar do, main bolti hu nahi", "placed", "unknown"),
        ("main cancel karne wali nahi", "placed", "unknown"),
        # the wrong chat
        ("oh sorry wrong chat", "start", "unknown"), ("galti se lag gaya number", "start", "unknown"),
        # told of the past, and a claim
        ("aapne jo bheja wo beswad nikla", "start", "claim"), ("मैंने केसर मँगाए थे, हापुस दे गया", "start", "claim"),
        ("i counted nine and paid for twelve", "start", "claim"), ("not my box, someone elses", "placed", "claim"),
        # whether it was cancelled
        ("order cancel to nahi ho gaya na", "placed", "ask"), ("रद्द तो नहीं हो गया", "placed", "ask"),
        # what is for a person
        ("kisi ko phone karwa do", "start", "human"), ("put your supervisor on", "start", "human"),
        ("the boss keeps calling me into one more call today", "start", "unknown"),
        # bye, and praise
        ("done hai bhai, milte hain phir", "placed", "thanks"), ("dekh ke hi muh me pani", "start", "thanks"),
        ("badhiya aam the", "placed", "thanks"),
        # the same is not last time's order
        ("pichli baar wale mat bhejna", "start", "unknown"), ("same as before", "where", "unknown"),
        ("kesar ki jagah langra kar do, maa ko wahi pasand", "cart", "change"),
    ],
)  # fmt: skip
def test_what_is_only_said(line: str, at: str, intent: str) -> None:
    assert read(line, at)["intent"] == Intent(intent)


@pytest.mark.parametrize(
    ("line", "at", "keys"),
    [
        # of two days the one that something is wanted of
        ("kal to vrat hai, mangalvar ko bhejna", "summary", {"day": "2026-05-26", "not_day": "2026-05-21"}),
        ("parso kar do, gaon jana hai kal", "placed", {"day": "2026-05-22", "not_day": "2026-05-21"}),
        ("itwar ko mehmaan hain, shanivar tak bhej do", "start", {"day": "2026-05-23", "not_day": None}),
        ("kal ya parso bhej do", "when", {"day": "2026-05-21|2026-05-22", "not_day": None}),
        ("lovely box last sunday", "start", {"day": None}), ("subah se gpay band hai", "summary", {"part": None}),
        # towers and flats that are put right
        ("G2 nahi G1, gulmohar", "where", {"home": {"apartment": "gulmohar-enclave", "tower": "G1"}}),
        ("tamarind west me 14 number flat", "where",
         {"home": {"apartment": "tamarind-terraces", "tower": "WEST", "flat": "14"}}),
        ("flat 1105 hai 1501 nahi", "summary", {"home": {"flat": "1105"}}),
        # what is asked, in either script
        ("आम कब तक चलेंगे", "start", {"intent": "ask"}), ("does kesar bruise easily", "start", {"asks": ["unknown"]}),
        ("photo bhejo na", "start", {"asks": ["unknown"]}), ("kuch kam karo bhaiya", "start", {"asks": ["unknown"]}),
        ("do darjan ande milenge", "start", {"items": None}),
    ],
)  # fmt: skip
def test_what_is_meant_beside_it(line: str, at: str, keys: dict[str, object]) -> None:
    found = read(line, at)
    assert {key: found.get(key) for key in keys} == keys


@pytest.mark.parametrize(
    ("line", "at", "items"),
    [
        ("kesar 1 dozen, sorry, hapus 1 dozen, not kesar", "start", "1 dozen alphonso instead of kesar"),
        ("hapus kam kar do ek", "cart", "less 1 alphonso"), ("reduce kesar by two", "cart", "less 2 kesar"),
        ("hapus kam karke 6", "cart", "6 alphonso"), ("kesar should be four.. no, six I mean", "cart", "6 kesar"),
        ("hapus mat rakhna, teeno bachche kesar khate", "cart", "remove alphonso, kesar"),
        ("kesar itna nahi chahiye aadha darjan kar do", "cart", "1/2 dozen kesar"),
        ("4 kg of onions", "start", ""), ("do darjan kele laye the", "start", ""),
    ],
)  # fmt: skip
def test_what_fruit_is_changed(line: str, at: str, items: str) -> None:
    assert fruit(line, at) == items
