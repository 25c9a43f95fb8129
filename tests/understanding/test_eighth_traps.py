"""Words that must not act, beside the kinds of the eighth half: what stays, is forbidden, shown or of others."""

from __future__ import annotations

import pytest

from core.reading.meaning import Doubt, Intent
from tests.understanding.reading import fruit, meaning_of, read


@pytest.mark.parametrize(
    "line",
    ["kesar mat hatana", "hapus ko mat hatao", "kesar na hatana", "केसर मत हटाना", "kesar cancel mat karna",
     "hapus nahi hatana", "kesar nahi hata do", "don't remove kesar"],
)  # fmt: skip
def test_fruit_that_shall_not_be_taken_out_is_asked_about(line: str) -> None:
    assert Doubt.NEGATION in meaning_of(line, "cart").doubts


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("kesar hata do hapus mat hatana", "remove kesar"),
        ("kesar mat hatana, hapus 2 dozen kar do", "2 dozen alphonso"),
        ("kesar nahi chahiye hata do", "remove kesar"),
        ("kesar nahi, hata do", "remove kesar"),
        ("kesar remove karke dasheri 2 kg daal do", "remove kesar, 2 kilo dasheri"),
        ("remove kar do kesar", "remove kesar"),
        ("three dozen alphonso n remove the kesar", "3 dozen alphonso, remove kesar"),
    ],
)
def test_what_goes_and_what_stays_beside_it(line: str, items: str) -> None:
    meaning = meaning_of(line, "cart")
    assert (fruit(line, "cart"), meaning.is_whole) == (items, True)


@pytest.mark.parametrize(
    "line",
    ["dont you dare cancel", "cancel karne ka mann to hai par rehne do", "I wanted to cancel but leave it",
     "agar kal barish hui to cancel kar dena", "if it rains tomorrow cancel it"],
)  # fmt: skip
def test_cancelling_that_is_forbidden_left_or_supposed_cancels_nothing(line: str) -> None:
    assert read(line, "placed") == {"intent": Intent.UNKNOWN}


@pytest.mark.parametrize("line", ["not the same please", "dont repeat", "upi se pichli baar diya tha"])
def test_the_same_that_is_refused_or_was_is_not_sent_again(line: str) -> None:
    at = "summary" if "upi" in line else "regular"
    assert read(line, at) == {"intent": Intent.UNKNOWN}


@pytest.mark.parametrize(
    ("line", "at", "hour", "near"),
    [
        ("6 se pehle mat bhejna", "placed", 6, "after"), ("don't send it before 6", "placed", 6, "after"),
        ("8 baje ke baad mat aana", "placed", 8, "before"), ("4 baje se pehle nahi chahiye", "summary", 4, "after"),
    ],
)  # fmt: skip
def test_not_before_an_hour_is_after_it(line: str, at: str, hour: int, near: str) -> None:
    wish = meaning_of(line, at).when
    assert wish is not None
    assert (wish.hours[0][0], wish.near) == (hour, near)


@pytest.mark.parametrize(
    ("line", "at", "times"),
    [
        ("galti se 10-12 select ho gaya, 8-10 chahiye tha", "summary", {"hours": "8-10"}),
        ("by mistake picked saturday, want sunday", "summary", {"day": "2026-05-24"}),
        ("char baje phone karungi", "start", {}),
        ("will call you at 5", "start", {}),
        ("4 baje call karna phir dena 1 dozen kesar", "start", {"hours": "4"}),
    ],
)
def test_hours_said_by_mistake_and_of_what_somebody_does_then(line: str, at: str, times: dict[str, str]) -> None:
    meaning = read(line, at)
    assert {key: meaning[key] for key in ("day", "part", "hours") if key in meaning} == times


def test_thanks_a_ton_and_the_number_of_a_bus_count_no_fruit() -> None:
    assert read("thx a ton", "placed") == {"intent": Intent.THANKS}
    assert fruit("12 number bus se aaungi, ek dozen kesar rakh dena") == "1 dozen kesar"
    assert fruit("1 ton kesar thanks") == "1 ton kesar"


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("2 dozen hapus ka photo bhejo", ["unknown"]), ("hapus ki photo dikhao 1 dozen", ["unknown"]),
        ("send pic of 2 dozen box alphonso", ["unknown"]), ("kesar do dozen mil jaye to batana", ["availability"]),
        ("teen kilo langra ho to bata dena", ["availability"]),
    ],
)  # fmt: skip
def test_a_picture_or_word_of_fruit_orders_none_of_it(line: str, asks: list[str]) -> None:
    meaning = read(line)
    assert (meaning["intent"], meaning["asks"], meaning.get("note")) == (Intent.ASK, asks, None)


@pytest.mark.parametrize(
    ("line", "note"),
    [("2 dozen hapus, photo bhi bhejna", None), ("2 dozen kesar bhejo, aane pe bata dena", True),
     ("1 dozen kesar bhejna aane pe batana", True)],
)  # fmt: skip
def test_a_picture_or_word_beside_an_order_leaves_it(line: str, note: bool | None) -> None:
    meaning = read(line)
    assert (meaning["intent"], meaning.get("note")) == (Intent.ORDER, note)


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("peti me hapus ki jagah totapuri hai", Intent.CLAIM),
        ("डिब्बे में केसर की जगह लंगड़ा है", Intent.CLAIM),
        ("ek box me hapus ki jagah kesar bhejna", Intent.CHANGE),
        ("order ki details dikhao", Intent.COMMAND),
    ],
)
def test_what_a_box_holds_is_told_and_not_wished_for(line: str, intent: Intent) -> None:
    assert read(line, "placed")["intent"] == intent


@pytest.mark.parametrize("line", ["B 1203 to mere bhai ka hai", "C 502 meri saheli ka hai", "B 1203 is my brother's"])
def test_a_home_that_is_said_to_be_of_others_is_not_settled(line: str) -> None:
    assert not meaning_of(line, "where").is_whole
