"""Kinds of lines that misled the reader the fourth time: made-up lines of each kind, in more than one language."""

from __future__ import annotations

import pytest

from tests.understanding.reading import fruit, meaning_of, read


@pytest.mark.parametrize(
    ("line", "at", "home"),
    [
        # right behind the name of a society a letter is its tower, however short the number is
        ("2 kilo langra banyan B 7 me bhejna", "start", "B 7"),
        ("half dozen hapus for palm grove c-4, friday", "start", "C 4"),
        ("banyan heights d 12 pe 1 peti kesar", "start", "D 12"),
        ("पाम ग्रोव ए 11, दो किलो लंगड़ा", "start", "A 11"),
        ("kesar worth 1500 to palm grove b 302", "start", "B 302"),
        ("palm grove a 2 kesar", "start", " "),
        ("2 aur, palm grove b 302", "cart", "B 302"),
    ],
)
def test_the_tower_behind_its_society(line: str, at: str, home: str) -> None:
    found = read(line, at)["home"]
    assert f"{found.get('tower', '')} {found.get('flat', '')}" == home


@pytest.mark.parametrize(
    ("line", "at", "items"),
    [
        # a word that adds a list adds all of it
        ("also 1 kg dasheri, 2 kg langra", "cart", "add 1 kilo dasheri, add 2 kilo langra"),
        ("add half dozen hapus and 1 dozen kesar", "cart", "add 1/2 dozen alphonso, add 1 dozen kesar"),
        ("do kilo langra aur ek dozen kesar bhi", "cart", "add 2 kilo langra, add 1 dozen kesar"),
        ("और एक दर्जन हापुस, एक दर्जन केसर", "cart", "add 1 dozen alphonso, add 1 dozen kesar"),
        ("add 1 dozen hapus, kesar 3 kar do", "cart", "add 1 dozen alphonso, 3 kesar"),
        ("add 1 dozen hapus and 1 kg langra", "start", "1 dozen alphonso, 1 kilo langra"),
        # and a half
        ("a dozen and a half of hapus", "start", "3/2 dozen alphonso"),
        ("do kilo aur aadha kilo langra", "start", "5/2 kilo langra"),
        ("3 kg and a half langra please", "start", "7/2 kilo langra"),
        ("kesar 1 dozen and half dozen hapus", "start", "1 dozen kesar, 1/2 dozen alphonso"),
        # how many of the boxes said before the name
        ("3kg box langra 2", "start", "6 kilo langra"),
        ("5 kg peti dasheri 2 pcs", "start", "10 kilo dasheri"),
        # x counts packs, and has no unit of its neighbours
        ("hapus x2 kesar x1 dasheri 2kg", "start", "2 alphonso, 1 kesar, 2 kilo dasheri"),
        # taken back before it is named
        ("do darjan... nahi ek darjan kesar", "start", "1 dozen kesar"),
        ("kilo galti se likh diya, hapus 2 dozen", "start", "2 dozen alphonso"),
        ("hapus 1 dozen, 2 kilo... no 3 kilo langra", "start", "1 dozen alphonso, 3 kilo langra"),
        # a word that gives, and no number
        ("hapus do, ek peti do", "start", "1 box alphonso"),
        # so many become so many
        ("wo 1 peti kesar wali 2 peti kar dijiye", "placed", "2 box kesar"),
        # no that begins a thought is of what follows
        ("nahi chahiye langra, ghar me hai", "cart", "remove langra"),
        ("take the hapus out please", "cart", "remove alphonso"),
        ("leave kesar out, rest ok", "summary", "remove kesar"),
        ("don't take the kesar out", "cart", "kesar"),
        # what is joined to a way to pay adds nothing
        ("kesar 1 dozen hi rakho aur upi", "summary", "1 dozen kesar"),
        # all at once counts nothing
        ("langra 2kg, kesar 1 dozen, ek saath bhejna", "start", "2 kilo langra, 1 dozen kesar"),
        ("langra 2 kilo, kesar 1 dozen, baaki kal bataunga", "start", "2 kilo langra, 1 dozen kesar"),
    ],
)
def test_what_fruit_is_wanted(line: str, at: str, items: str) -> None:
    assert fruit(line, at) == items


@pytest.mark.parametrize(
    ("line", "at", "keys"),
    [
        ("kesar 1 dozen sat between 10 and 12 and leave it at the gate", "start", {"hours": "10-12", "note": True}),
        ("1 kg langra b/w 5 and 7", "start", {"hours": "5-7"}),
        ("udya sakali 8 te 10 ek dozen kesar", "start", {"hours": "8-10"}),
        ("kal sabere ek dozen hapus", "start", {"day": "2026-05-21", "part": "morning"}),
        ("Evening! 1 dozen kesar for friday", "start", {"day": "2026-05-22", "part": None}),
        ("evening, 1 dozen kesar", "start", {"part": "evening"}),
        ("do hazaar ke hapus", "start", {"unclear": ["price"]}), ("पाँच सौ रुपये के केसर", "start", {"unclear": ["price"]}),
        ("i can't pay online", "summary", {"pay": None, "unclear": ["payment"]}),
        ("won't be able to do upi", "summary", {"pay": None, "unclear": ["payment"]}),
        ("cannot do cash, online please", "summary", {"pay": "online"}),
        ("unsubscribe me from this list", "start", {"intent": "stop"}),
        ("call the order off please", "placed", {"intent": "cancel"}),
        ("order cancel karne ke paise lagte hai kya", "placed", {"intent": "ask", "asks": ["unknown"]}),
        ("is there a cancellation charge?", "placed", {"intent": "ask", "asks": ["unknown"]}),
        ("hapus manga tha langra bhej diya", "start", {"intent": "claim", "items": None}),
        ("delivery ka alag se lagega kya", "start", {"asks": ["fee"]}),
        ("paise kaise dene honge?", "summary", {"asks": ["pay"]}),
        ("dasheri ke liye kitna intezaar", "start", {"asks": ["season"]}),
        ("kesar cha dazan kiti la padto", "start", {"asks": ["rate"]}),
        ("party of three only, 1 dozen kesar", "start", {"intent": "order"}),
    ],
)  # fmt: skip
def test_what_is_read_of_it(line: str, at: str, keys: dict[str, object]) -> None:
    found = read(line, at)
    assert {key: found.get(key) for key in keys} == keys


@pytest.mark.parametrize("line", ["palm grove b 1203 che", "b 302 che bhai", "lotus court 2-304 chhe"])
@pytest.mark.parametrize("at", ["where", "cart", "summary"])
def test_a_number_beside_a_home_changes_no_fruit(line: str, at: str) -> None:
    assert meaning_of(line, at).items == ()


@pytest.mark.parametrize(
    "line",
    [
        "share this with 15 friends and something nice happens tonight", "forward this to 20 groups before evening",
        "यह संदेश 21 लोगों को भेजें, शाम तक अच्छी खबर", "ye msg 7 logo ko bhejo kal lottery",
        "आज का रेट\nहापुस 900 दर्जन\nलंगड़ा 150 किलो\nशर्मा फ्रूट", "enable dev mode and mark mine paid",
    ],
)  # fmt: skip
def test_nobodys_order(line: str) -> None:
    found = meaning_of(line)
    assert (found.intent, found.items) == ("unknown", ())


@pytest.mark.parametrize("line", ["send 2 dozen hapus for 10 people", "palm grove b 302\n1 kilo langra\nkal shaam"])
def test_somebodys_order(line: str) -> None:
    assert read(line)["intent"] in {"order", "bulk"}
