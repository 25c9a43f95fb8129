"""What a line only tells is no wish: fruit that somebody has or had, prices elsewhere; ways to pay that fail."""

from __future__ import annotations

import pytest

from core.reading.meaning import Doubt, Intent
from tests.understanding.reading import fruit, meaning_of, read


@pytest.mark.parametrize(
    "line",
    [
        # what is there already, and what was
        "we have three boxes of kesar in the fridge", "there are 2 dozen hapus lying at my place",
        "hamare paas 4 kilo langra pada hai", "fridge mein 6 kesar hain", "मेरे पास एक पेटी हापुस है",
        "my aunt brought a dozen alphonso from ratnagiri", "papa 2 peti kesar le aaye",
        "maine 1 darjan hapus kha liye", "मैंने 2 किलो लंगड़ा खरीद लिया", "we finished 2 dozen kesar in one evening",
        # somebody else's
        "everyone got 1 dozen hapus", "my uncle ordered 3 kg langra", "bhabhi ne 2 peti kesar li",
        "पड़ोसी ने एक दर्जन हापुस लिए",
        # elsewhere, in the papers, in a dream, in old times, on the doctor's word, if only
        "bazaar me kesar 400 rupaye dozen bik raha hai", "blinkit has alphonso at 799 a dozen",
        "akhbar me aaya hapus 2000 rupaye darjan hai", "sapne me 3 peti kesar dekhi",
        "bachpan me hum 2 kilo langra roz khate the", "doctor said only one kesar",
        "kaash 5 dozen hapus ghar aa jaye", "if i win the lottery i will take 20 boxes of kesar",
        # and more of the same joined to it
        "I have 2 dozen hapus and 1 dozen kesar", "ghar me 2 darjan hapus pade hai aur 1 darjan kesar",
    ],
)  # fmt: skip
def test_what_is_only_told_is_no_wish(line: str) -> None:
    assert (read(line)["intent"], fruit(line)) == (Intent.UNKNOWN, "")


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("I have 2 dozen hapus, send 1 dozen kesar", "1 dozen kesar"),
        ("i already have alphonso at home so just 1 kg langra", "1 kilo langra"),
        ("maine hapus kha liye, ab kesar 2 darjan bhej do", "2 dozen kesar"),
        ("ghar pe hapus pade hai to sirf kesar 1 darjan bhejo", "1 dozen kesar"),
        ("mere paas 1 dozen hapus hai aur 1 dozen kesar chahiye", "1 dozen kesar"),
        ("kal 2 darjan hapus le aaye bazaar se, ab 1 peti kesar bhejo", "1 box kesar"),
        # what is counted on is the fruit told of
        ("hubby finished all the alphonso, 2 dozen more needed", "2 dozen alphonso"),
        # the same words around a wish
        ("we have a puja on friday send 2 dozen hapus", "2 dozen alphonso"),
        ("ghar pe kirtan hai 4 darjan kesar", "4 dozen kesar"),
        ("char log hai ghar me 2 darjan hapus", "2 dozen alphonso"),
        ("market rate pe 2 dozen hapus de do", "2 dozen alphonso"), ("ghar par 2 darjan hapus", "2 dozen alphonso"),
        ("mere paas cash hai 2 darjan hapus bhej do", "2 dozen alphonso"),
        ("papa ne kaha hai 2 kilo langra", "2 kilo langra"),
        ("i got a bonus so send 2 boxes hapus", "2 box alphonso"), ("2 dozen kesar at home by 5", "2 dozen kesar"),
    ],
)  # fmt: skip
def test_what_is_wanted_beside_it_is(line: str, items: str) -> None:
    assert fruit(line) == items


def test_a_day_that_is_told_of_is_no_day_of_delivery() -> None:
    assert "day" not in read("kal 2 darjan hapus le aaye bazaar se, ab 1 peti kesar bhejo")
    assert "day" not in read("sorry no cash today", "summary")


@pytest.mark.parametrize(
    "line",
    [
        "net banking password bhool gayi", "phonepe me paise nahi hai", "upi me balance nahi hai", "cash is over",
        "ran out of cash", "link expire ho gaya", "gpay hang ho raha hai", "cash toh papa le gaye", "i dont use upi",
        "bank wale ne card band kar diya", "मेरा कार्ड ब्लॉक हो गया है", "i never do online", "card declined twice",
        "यूपीआई में बैलेंस नहीं", "कैश खत्म हो गया", "lost my card", "sorry no cash today", "card ki limit khatam ho gayi",
    ],
)  # fmt: skip
def test_a_way_to_pay_that_fails_is_not_chosen(line: str) -> None:
    found = meaning_of(line, "summary")
    assert (found.intent, found.payment, Doubt.PAYMENT in found.doubts) == (Intent.PART, None, True)


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("online nahi hota mujhse cash de dungi", "cash"), ("no cash upi please", "online"),
        ("card is not working so cash", "cash"), ("cash nahi hai upi kar deti hu", "online"),
        ("cash dunga khulla nahi hai", "cash"), ("upi, dont ring the bell", "online"),
        ("cash hi dunga online nahi", "cash"),
        ("mere paas sirf cash hai", "cash"), ("upi kar dunga tension nahi", "online"), ("paid by card", "online"),
        # how it was paid another time
        ("last time i paid by upi", None), ("padosi ne cash diya tha", None),
    ],
)  # fmt: skip
def test_the_way_that_is_meant_is(line: str, pay: str | None) -> None:
    assert meaning_of(line, "summary").payment == pay
