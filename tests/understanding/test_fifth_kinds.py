"""Kinds of lines that the fifth half showed: made-up lines of each kind, unlike those of the half."""

from __future__ import annotations

import pytest

from core.reading.meaning import Intent
from tests.understanding.reading import fruit, read


@pytest.mark.parametrize(
    ("line", "at", "intent"),
    [
        # a day among words of something else
        ("barish ho rahi hai aaj", "start", "unknown"), ("monday blues today", "cart", "unknown"),
        ("aaj bahut thakan hai", "menu", "unknown"), ("kal se chhutti hai", "start", "unknown"),
        # and one that is meant
        ("sunday evening suits us", "start", "part"), ("kal subah bhej dena", "cart", "part"),
        ("parso shaam", "cart", "part"),
        # the whole order has not come yet: where is it
        ("abhi tak nahi aaya order", "placed", "track"), ("my order hasn't come yet", "placed", "track"),
        ("still waiting for my order", "placed", "track"), ("ऑर्डर अभी तक नहीं आया", "placed", "track"),
        # something of it is wrong
        ("still waiting for my order, pathetic", "placed", "claim"), ("kesar nahi aaya", "placed", "claim"),
        # the money of what is cancelled already
        ("i cancelled, where is my money", "start", "refund"),
        ("cancelled order ka paisa kab wapas aayega", "start", "refund"),
        # waiting
        ("hold on please", "cart", "unknown"), ("ek minute", "summary", "unknown"), ("ruko zara", "where", "unknown"),
        # a person is asked for because messages are not understood
        ("ye message samajh nahi aate, koi phone kare", "start", "human"),
    ],
)  # fmt: skip
def test_what_a_line_is_for(line: str, at: str, intent: str) -> None:
    assert read(line, at)["intent"] == Intent(intent)


@pytest.mark.parametrize(
    ("line", "at", "items"),
    [
        ("2 boxes: one alphonso, one kesar", "start", "1 box alphonso, 1 box kesar"),
        ("3 dozen: 2 hapus, 1 kesar", "start", "2 dozen alphonso, 1 dozen kesar"),
        ("2 kesar wali peti, 3 kilo langra", "start", "2 box kesar, 3 kilo langra"),
        ("12 kesar\n6 alphonso\n3 kg langra", "start", "12 kesar, 6 alphonso, 3 kilo langra"),
        ("kesar peti me chahiye teen", "cart", "3 box kesar"), ("dozen baar call kiya", "start", ""),
        ("hapus mehnga hai uski jagah 2 kilo langra", "cart", "2 kilo langra instead of alphonso"),
        ("kesar -> langra 1 kilo", "cart", "1 kilo langra instead of kesar"),
        ("dozen hapus, dozen kesar, delivery charge?", "start", "1 dozen alphonso, 1 dozen kesar"),
        ("around 120 pieces for a birthday", "start", "120 piece"), ("kesar nikalwa do", "cart", "remove kesar"),
        # who writes is called after a fruit
        ("Neelam here, 2 dozen kesar", "start", "2 dozen kesar"),
        ("Kesar from tower A here, 1 dozen alphonso", "start", "1 dozen alphonso"),
    ],
)  # fmt: skip
def test_what_fruit_is_meant(line: str, at: str, items: str) -> None:
    assert fruit(line, at) == items


@pytest.mark.parametrize(
    ("line", "at", "keys"),
    [
        ("hapus kitne ka hai? 1 darjan bhej do", "start", {"asks": ["rate"]}),
        ("hapus 1 darjan kitne ka", "start", {"asks": ["total"]}),
        ("anything after 6?", "when", {"intent": "ask", "asks": ["windows"]}),
        ("kesar hata do, papa ko sugar hai", "cart", {"intent": "change", "asks": None}),
        ("shaam nahi ho payega subah dena", "summary", {"part": "morning", "not_part": "evening"}),
        ("mallika 1 kilo, baaki kal bataungi", "start", {"day": None}),
        ("will pay cash, carry change for 500", "summary", {"intent": "part", "pay": "cash", "note": True}),
        ("cancel nahi karna sirf time badalna hai", "placed", {"intent": "command", "command": "change-slot"}),
        ("lotus court tower 2 no 31", "where", {"home": {"apartment": "lotus-court", "tower": "2", "flat": "31"}}),
        ("g1-07 gulmohar", "where", {"home": {"apartment": "gulmohar-enclave", "tower": "G1", "flat": "07"}}),
    ],
)  # fmt: skip
def test_what_stands_beside_it(line: str, at: str, keys: dict[str, object]) -> None:
    found = read(line, at)
    assert {key: found.get(key) for key in keys} == keys
