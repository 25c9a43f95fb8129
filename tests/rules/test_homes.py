"""Homes as people write them, and all that is none."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.reading.lexicon import load_lexicon
from core.reading.pieces import read_pieces
from core.zones.hints import ALONG, LEADING
from core.zones.homes import Home, Missing, add_tower, name_home, read_home, tidy_home
from core.zones.places import Place, find_places
from core.zones.towers import name_tower

LETTERS, NUMBERS, POINTS, JOINT, NONE = ("A", "B", "C"), ("1", "2"), ("North", "South"), ("G1", "G2", "G3"), ()
PLACES = (
    Place(1, ("Palm Grove", "palmgrove", "पाम ग्रोव"), ("Lakeside", "999101")),
    Place(2, ("Lotus Court", "lotus"), ("Lakeside", "999101")),
    Place(3, ("Silver Oak Residency", "silver oak"), ("Lakeside", "999102")),
    Place(4, ("Palm Meadows",), ("Hill Road", "999103")),
)


def read(typed: str, towers: tuple[str, ...] = LETTERS) -> Home:
    return read_home(typed, towers, load_lexicon())


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("b-1203", "B-1203"),
        ("बी 1203", "B-1203"),
        ("B १२०३", "B 1203"),
        ("B 1203", "B 1203"),
        ("tower b 1203", "tower b 1203"),
        ("b", "b"),
    ],
)
def test_a_short_tower_is_written_as_the_society_does(typed: str, named: str) -> None:
    assert name_home(read(typed)) == named


@pytest.mark.parametrize(
    ("typed", "towers", "tower", "floor", "flat"),
    [
        ("B-1203", LETTERS, "B", 12, "1203"), ("b 1203", LETTERS, "B", 12, "1203"),
        ("B/1203", LETTERS, "B", 12, "1203"), ("B1203", LETTERS, "B", 12, "1203"),
        ("1203-B", LETTERS, "B", 12, "1203"), ("1203 B", LETTERS, "B", 12, "1203"),
        ("b wing 1203", LETTERS, "B", 12, "1203"), ("1203 B wing", LETTERS, "B", 12, "1203"),
        ("flat 1203 tower B", LETTERS, "B", 12, "1203"), ("Tower-B, 1203", LETTERS, "B", 12, "1203"),
        ("flat no. A-12", LETTERS, "A", None, "12"), ("A-402B", LETTERS, "A", 4, "402B"),
        ("12th floor, 1203, tower C", LETTERS, "C", 12, "1203"), ("wing A - 402", LETTERS, "A", 4, "402"),
        ("third floor flat 2 b block", LETTERS, "B", 3, "2"), ("Tower B penthouse", LETTERS, "B", None, ""),
        ("B ground floor flat A", LETTERS, "B", 0, "A"), ("बी-१२०३", LETTERS, "B", 12, "1203"),
        ("फ्लैट १२०३ टावर बी", LETTERS, "B", 12, "1203"), ("बी विंग 1203", LETTERS, "B", 12, "1203"),
        ("deliver to B-1203 please", LETTERS, "B", 12, "1203"), ("mera ghar B-1203 hai", LETTERS, "B", 12, "1203"),
        ("Ｂ－１２０３", LETTERS, "B", 12, "1203"), ("B\u20111203", LETTERS, "B", 12, "1203"),
        ("north 12", POINTS, "North", None, "12"), ("12 north", POINTS, "North", None, "12"),
        ("uttar 12", POINTS, "North", None, "12"), ("नॉर्थ 12", POINTS, "North", None, "12"),
        ("दक्षिण टावर 12", POINTS, "South", None, "12"), ("nroth 12", POINTS, "North", None, "12"),
        ("2-504", NUMBERS, "2", 5, "504"), ("504 2", NUMBERS, "2", 5, "504"),
        ("tower two flat 5", NUMBERS, "2", None, "5"), ("504 tower 2", NUMBERS, "2", 5, "504"),
        ("g1 302", JOINT, "G1", 3, "302"), ("302 G2", JOINT, "G2", 3, "302"), ("2-302", JOINT, "G2", 3, "302"),
        ("tower 3 302", JOINT, "G3", 3, "302"), ("C2-701", NONE, "C2", 7, "701"), ("4-501", NONE, "4", 5, "501"),
        ("टावर 5 फ्लैट 302", NONE, "5", 3, "302"), ("12A-1203", NONE, "12A", 12, "1203"),
        ("1203", NONE, "", 12, "1203"), ("flat no. 12", NONE, "", None, "12"), ("villa", NONE, "", None, ""),
        ("villa 12", NONE, "", None, "12"), ("Ground floor flat A", NONE, "", 0, "A"),
    ],
)  # fmt: skip
def test_homes_in_any_order(typed: str, towers: tuple[str, ...], tower: str, floor: int | None, flat: str) -> None:
    home = read(typed, towers)
    assert (home.tower, home.floor, home.flat, home.missing) == (tower, floor, flat, Missing.NOTHING)


TOWER_SAID = ("B wing", "tower B", "block b", "बी विंग", "टावर बी", "wing no B")
FLAT_SAID = ("1203", "flat 1203", "no. 1203", "फ्लैट १२०३", "flat no 1203")


def test_the_order_of_words_changes_nothing() -> None:
    wrong = [said for tower, flat in product(TOWER_SAID, FLAT_SAID)
             for said in (f"{tower} {flat}", f"{flat} {tower}", f"{tower}, {flat}", f"ji {flat}, {tower}")
             if ((home := read(said)).tower, home.flat, home.missing) != ("B", "1203", Missing.NOTHING)]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize(
    ("typed", "towers", "missing", "odd"),
    [
        ("1203", LETTERS, Missing.TOWER, ""), ("402A", LETTERS, Missing.TOWER, ""),
        ("villa", LETTERS, Missing.TOWER, ""), ("1203, B wing ke saamne", LETTERS, Missing.TOWER, ""),
        ("Ground floor flat A", LETTERS, Missing.TOWER, ""), ("Z-9", LETTERS, Missing.TOWER, "Z"),
        ("tower 3 flat 504", NUMBERS, Missing.TOWER, "3"), ("12", NUMBERS, Missing.TOWER, ""),
        ("4-501", JOINT, Missing.TOWER, "4"), ("B wing", LETTERS, Missing.FLAT, ""),
        ("North", POINTS, Missing.FLAT, ""),
        ("B wing 12th floor", LETTERS, Missing.FLAT, ""), ("C 702", POINTS, Missing.TOWER, "C"),
    ],
)  # fmt: skip
def test_what_is_missing_or_does_not_exist(typed: str, towers: tuple[str, ...], missing: Missing, odd: str) -> None:
    assert (read(typed, towers).missing, read(typed, towers).odd_tower) == (missing, odd)


@pytest.mark.parametrize("typed", ["B 0", "B-0", "0", "-1", "B, -1", "\u22121", "flat 0", "flat no. 00", "बी ०"])
def test_no_door_has_a_number_below_one(typed: str) -> None:
    assert (read(typed).flat, read(typed).missing is Missing.NOTHING) == ("", False)


@pytest.mark.parametrize("typed", ["B - 1203", "B -1203", "B- 1203", "B, 007", "tower B - flat 10"])
def test_a_dash_between_a_tower_and_its_flat_is_no_minus(typed: str) -> None:
    assert (read(typed).tower, read(typed).missing) == ("B", Missing.NOTHING)


@pytest.mark.parametrize(
    "typed",
    [
        "b 1203 near lift", "B-1203, gate code 4321", "B 1203 lift ke paas", "flat 12 tower B near gate no 2",
        "near lift, b 1203", "B-1203 ring twice", "B-1203 call on arrival", "फ्लैट १२०३ टावर बी, लिफ़्ट के पास",
        "tower B villa opposite temple", "B 1203, opposite C wing", "B-1203 C wing ke saamne", "बी 1203, सी विंग के सामने",
    ],
)  # fmt: skip
def test_a_hint_for_the_rider_is_kept_whole(typed: str) -> None:
    assert (read(typed).line, read(typed).missing) == (typed, Missing.NOTHING)


NO_HOMES = [
    "5 min late ok?", "5 min late ok", "B-1203 5 min late ok", "how much for 2 dozen", "when will you come",
    "come at 5",
    "a 10 minute delay", "a 5 star hotel", "12 dozen", "i want 2", "2 kg extra", "call 5 times", "10 log hain",
    "5 minute me aata hu", "B 1203 is wrong", "B-1203 galat hai", "no, 5", "2 more", "villa looks nice",
    "b 12 baj gaye",
    "the yellow house", "B-1203 2 dozen kesar", "B-1203 tomorrow", "9876543210", "room service", "5 5 5", "?",
    "next to B 1203", "B wing 1203 ke saamne", "opposite B-1203", "बी 1203 के पास",
    "B-1203 or C-402", "5 मिनट देर", "२ दर्जन", "B-1203 cash", "5 rupees off", "at 7 pm", "B-1203 cancel", "",
]  # fmt: skip


@pytest.mark.parametrize("towers", [LETTERS, NONE])
def test_not_every_digit_is_a_home(towers: tuple[str, ...]) -> None:
    assert [typed for typed in NO_HOMES if read(typed, towers).missing is not Missing.SENSE] == []


ACTS = ("B-1203", "12", "flat 5", "बी-1203", "tower b 12", "b 1203 near lift", "villa", "ground floor B")
STOPS = ("not {}", "{} nahi", "{}?", "is it {}", "{} mat bhejo", "if possible {}", "{} ya C-402", "क्या {}", "maybe {}",
         "{} how much", "don't come to {}", "{} baad me", "instead of {}", "नहीं {}", "wait, {}", "{} haan nahi",
         "{} but later", "why {}", "{} I think", "{} 2 dozen", "{} cancel", "{} kal", "{} 10 minute", "ok {}, cash?",
         "no {} ok")  # fmt: skip


@pytest.mark.parametrize("towers", [LETTERS, NONE])
def test_a_home_among_words_that_stop_is_none(towers: tuple[str, ...]) -> None:
    said = [stop.format(act) for stop, act in product(STOPS, ACTS)]
    assert [typed for typed in said if read(typed, towers).missing is not Missing.SENSE] == []


@pytest.mark.parametrize(
    ("typed", "core"),
    [("not B-1203", "B-1203"), ("b 1203 is that ok?", "b 1203"), ("5 min late ok?", ""), ("flat 7 kab aaoge", "flat 7"),
     ("B-1203 near lift, call when you reach", "B-1203"), ("how much for 2 dozen", "")],
)  # fmt: skip
def test_a_home_among_other_words_is_asked_about(typed: str, core: str) -> None:
    assert (read(typed).core if read(typed).is_unsure else "") == core


def test_no_word_that_stops_leaves_a_home() -> None:
    """The guard of the kind: whatever refuses, asks, doubts or conditions, in every language, wherever it stands."""
    ways = {" ".join(way) for way, meanings in load_lexicon().ways.items()
            if any(one.startswith(("stop.", "deny.")) for one in meanings)
            and not any(one.startswith(("home.", "letter.", "number.")) for one in meanings)}  # fmt: skip
    places = ("{} B-1203 near lift", "B-1203 {}", "B-1203 near lift {}", "flat {} 1203 B wing")
    sentences = [place.format(way) for way in sorted(ways) for place in places]
    assert [said for said in sentences if read(said).missing is not Missing.SENSE] == []
    assert len(ways) > 300


@given(
    some.text(max_size=200)
    | some.lists(some.sampled_from([*NO_HOMES, *TOWER_SAID, *FLAT_SAID, "near gate"])).map(" ".join)
)
def test_nothing_of_a_home_is_lost(typed: str) -> None:
    """A home is taken when every word is in its line, but for courtesy and what leads to it."""
    for towers in (LETTERS, NUMBERS, NONE):
        home = read(typed, towers)
        if home.missing is Missing.NOTHING and not home.is_too_long:
            pieces = read_pieces(tidy_home(typed), load_lexicon())
            kept = [piece.text for piece in read_pieces(home.line, load_lexicon())]
            lost = [piece for piece in pieces if piece.text not in kept and not piece.means(*ALONG, *LEADING)]
            assert lost == []


INCOMPLETE = ("1203", "402A", "flat 12 near lift", "Z-9", "Ground floor flat A", "12th floor 1203", "villa")


@given(some.sampled_from(INCOMPLETE), some.sampled_from([LETTERS, POINTS, JOINT]), some.integers(0, 1))
def test_a_tower_that_was_asked_for_belongs_to_the_home(typed: str, towers: tuple[str, ...], place: int) -> None:
    before = read(typed, towers)
    after = read(add_tower(before, towers[place]), towers)
    assert (after.tower, after.flat, after.floor) == (towers[place], before.flat, before.floor)
    assert after.missing is Missing.NOTHING


@pytest.mark.parametrize(
    ("typed", "towers", "place"),
    [
        ("B", LETTERS, 1), ("tower b please", LETTERS, 1), ("बी", LETTERS, 1), ("two", NUMBERS, 1), ("2", NUMBERS, 1),
        ("दो", NUMBERS, 1), ("south wala", POINTS, 1), ("g 2", JOINT, 1), ("tower no B", LETTERS, 1),
        ("Z", LETTERS, None), ("not B", LETTERS, None), ("no B", LETTERS, None), ("A or B", LETTERS, None),
        ("B?", LETTERS, None), ("", LETTERS, None),
    ],
)  # fmt: skip
def test_naming_a_tower_that_is_asked_for(typed: str, towers: tuple[str, ...], place: int | None) -> None:
    assert name_tower(typed, towers, load_lexicon()) == place


@pytest.mark.parametrize(
    ("typed", "ids", "rest"),
    [
        ("Palm Grove B-1203", (1,), "B-1203"), ("1203 B wing palm grove", (1,), "1203 B wing"),
        ("1203 palm grove B wing", (1,), "1203, B wing"), ("B-1203, plam grov", (1,), "B-1203"),
        ("पाम\u200d ग्रोव। बी-1203", (1,), "बी-1203"), ("palm", (1, 4), ""), ("lotus", (2,), ""),
        ("silver oak res north 12", (3,), "north 12"), ("palm grove, lakeside, 999101, B-1203", (1,), "B-1203"),
        ("silver oak north 12 opposite lotus court", (3,), "north 12 opposite lotus court"),
        ("palm grove or lotus court b 12", (2, 1), "b 12"), ("at palm grove b 1203", (1,), "b 1203"),
    ],
)  # fmt: skip
def test_the_society_may_stand_anywhere(typed: str, ids: tuple[int, ...], rest: str) -> None:
    found = find_places(typed, PLACES, load_lexicon())
    assert found is not None
    assert (found.ids, found.rest, found.doubtful) == (ids, rest, False)


@pytest.mark.parametrize("typed", ["flat 12 near palm grove", "palm grove ke paas flat 12", "opposite lotus court 5"])
def test_who_lives_near_a_society_does_not_live_in_it(typed: str) -> None:
    found = find_places(typed, PLACES, load_lexicon())
    assert found is not None
    assert found.doubtful


@pytest.mark.parametrize(
    "typed", ["Buckingham Palace", "how much for 2 dozen", "when will you come", "flat 7", "", "near"]
)
def test_other_words_name_no_society(typed: str) -> None:
    assert find_places(typed, PLACES, load_lexicon()) is None
