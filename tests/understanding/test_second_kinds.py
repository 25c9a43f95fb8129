"""Kinds of orders, parts and questions that the pieces of the second open half showed: made-up lines of each kind."""

from __future__ import annotations

import pytest

from tests.understanding.reading import fruit, read


@pytest.mark.parametrize(
    ("line", "at", "items"),
    [
        # a name that is taken back before anything of it was counted
        ("langra... make it kesar, two dozen", "start", "2 dozen kesar"),
        ("kesar 1 dozen neelam... nahi neelam rehne do", "start", "1 dozen kesar"),
        # what all of it makes
        ("1 kilo dasheri, 2 kilo langra, total 3 kilo", "start", "1 kilo dasheri, 2 kilo langra"),
        ("hapus 1 peti kesar 1 peti, sab ek ek peti", "start", "1 box alphonso, 1 box kesar"),
        ("1. Langra 2 kg 2. Kesar 1 dozen 3. Chausa 1 kg", "start", "2 kilo langra, 1 dozen kesar, 1 kilo chausa"),
        # a word of counting that counts nothing
        ("3 kg of that big yellow one", "start", "3 kilo"),
        ("kesar 1 dozen, ghar me do hi log hain", "start", "1 dozen kesar"),
        ("hapus ek peti, kesar ek peti alag alag pack karna", "start", "1 box alphonso, 1 box kesar"),
        ("2 petis of hapus 4 friday", "start", "2 box alphonso"),
        ("about 2 or 3 dozen kesar", "start", "2–3 dozen kesar"),
        ("langra 3 kilo 400 wala", "start", "3 kilo langra"),
        # only one stays
        ("remove everything except hapus", "cart", "remove kesar"),
        ("just the alphonso. skip kesar", "cart", "remove kesar"),
        ("forget kesar", "cart", "remove kesar"), ("kesar 3 dozen, hapus utna hi", "cart", "3 dozen kesar"),
        ("kesar thoda kam karo, aadha darjan kaafi", "cart", "1/2 dozen kesar"),
        ("take half a dozen kesar off my order", "placed", "less 1/2 dozen kesar"),
        ("kesar aadhe kar do", "cart", "1/2 dozen kesar"),
    ],
)  # fmt: skip
def test_what_fruit_is_meant(line: str, at: str, items: str) -> None:
    assert fruit(line, at) == items


@pytest.mark.parametrize(
    ("line", "at", "keys"),
    [
        ("1 kg langra, B 1203. upi works?", "start", {"intent": "order", "asks": ["pay"], "pay": None}),
        ("gpay chalega ya cash hi dena padega", "start", {"intent": "ask", "asks": ["pay"]}),
        ("kesar lu ya langra aap batao", "start", {"intent": "ask", "asks": ["best"]}),
        ("could you tell me whether neelam is in stock?", "start", {"intent": "ask", "asks": ["availability"]}),
        ("banyan me delivery hoti hai na", "start", {"intent": "ask", "asks": ["area"]}),
        ("raat 8 ke baad delivery hoti hai", "start", {"intent": "ask", "asks": ["windows"]}),
        ("after 7, we're both at work", "when", {"intent": "part", "hours": "7", "asks": None}),
        ("chausa 2 kg b4 8 tonight", "start", {"hours": "8", "near": True}),
        ("gud mrng 1 dozen kesar aaj shaam 5-7", "start", {"part": "evening", "hours": "5-7"}),
        ("गुलमोहर, जी टू, चार सौ दो", "where",
         {"home": {"apartment": "gulmohar-enclave", "tower": "G2", "flat": "402"}}),
        ("same order, but to east 405", "start", {"intent": "repeat", "home": {"tower": "EAST", "flat": "405"}}),
        ("net banking is down again, take cash", "summary", {"intent": "part", "pay": "cash"}),
    ],
)  # fmt: skip
def test_what_stands_beside_it(line: str, at: str, keys: dict[str, object]) -> None:
    found = read(line, at)
    assert {key: found.get(key) for key in keys} == keys
