"""What is said at a question counts for it, stays said until used, and never buys by itself (faults F340–F345)."""

from __future__ import annotations

import pytest

from tests.chats.orders import HOME
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.wording_match import says
from tests.support.world import World

SUM_OF_CART = "SELECT coalesce(sum(quantity), 0) FROM cart_items"


def titles(person: Person) -> list[str]:
    return [title.split(" | ")[0].split(" · ")[0] for _, title in person.heard[-1].choices]


def test_at_the_time_question_a_number_is_an_hour_and_the_last_day_said_stays(chat: Person, world: World) -> None:
    """A note, a question, an hour at which nobody comes: the day is still the one said last, and nothing was bought."""
    chat.says(f"1 dozen kesar {HOME}")
    chat.hears("ordering-when")
    chat.says("tomorrow")
    chat.hears("ordering-which-window-of-day", day="Tomorrow")
    chat.says("day after tomorrow")
    day = chat.hears_anything().text
    assert "Tomorrow" not in day
    for typed in ("note: call before coming", "what is the delivery charge?", "2", "cod"):
        chat.says(typed)
        asked = chat.hears_anything()
        assert asked.text.endswith(day), typed
        assert titles(chat) == ["7–9 am", "10 am–12 pm", "5–7 pm"], typed
    assert says(asked.text, "en", "ordering-way-noted", {"way": "cash"})
    chat.says("10")
    summary = chat.hears("ordering-summary", total="₹840", note="call before coming")
    assert "10 am–12 pm" in summary.text
    assert ask_one(SUM_OF_CART) == 1
    world.assert_sound()


def test_a_bare_number_beside_the_summary_is_asked_about(chat: Person, world: World) -> None:
    chat.says(f"1 dozen kesar {HOME} tomorrow evening")
    chat.hears("ordering-summary", total="₹840")
    chat.says("2")
    chat.hears("ordering-ask-number", name="Kesar", first="2 × 1 dozen", price="₹1,600")
    chat.says("no")
    chat.hears("ordering-summary", total="₹840")
    chat.says("2 please")
    chat.hears("ordering-ask-number", name="Kesar", first="2 × 1 dozen", price="₹1,600")
    chat.taps("2 × 1 dozen")
    chat.hears("ordering-summary", total="₹1,600")
    chat.says("1 kar do")
    chat.hears("ordering-summary", total="₹840")
    world.assert_sound()


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", f"1 dozen kesar {HOME} tomorrow after 5 cash"),
        ("hi-Latn", f"ek darjan kesar {HOME} kal 5 baje ke baad cash"),
        ("hi", f"एक दर्जन केसर {HOME} कल पाँच बजे के बाद नकद"),
    ],
)
def test_after_an_hour_keeps_the_home_and_means_the_evening(chat: Person, language: str, line: str) -> None:
    chat.language = language
    chat.says(line)
    summary = chat.hears("ordering-summary", home="B-1203", total="₹840")
    assert "5–7" in summary.text.replace("17", "5")


def test_a_question_in_between_does_not_lose_the_day(chat: Person) -> None:
    chat.says(f"1 dozen kesar {HOME}")
    chat.hears("ordering-when")
    chat.says("tomorrow")
    chat.hears("ordering-which-window-of-day", day="Tomorrow")
    chat.says("menu")
    chat.hears("ordering-menu-again")
    chat.says("10 am")
    chat.hears("ordering-summary", slot="Tomorrow, 10 am–12 pm")


def test_the_same_but_so_many_of_a_fruit_in_two_packs_offers_each_pack(chat: Person, world: World) -> None:
    chat.says(f"18 pieces kesar tomorrow evening {HOME}")
    chat.hears("ordering-ask-mix")
    chat.taps("1 dozen + Half dozen")
    chat.hears("ordering-summary")
    chat.taps("Cash on delivery")
    chat.hears("notices-order-confirmed")
    chat.says("repeat")
    chat.hears("ordering-again")
    chat.says("same but 3")
    chat.hears("ordering-ask-variety")
    assert sorted(titles(chat)) == ["3 × 1 dozen", "3 × Half dozen", "See mangoes"]
    world.assert_sound()


def test_other_fruit_said_at_the_pack_question_keeps_both_amounts(chat: Person) -> None:
    chat.says("2 kesar")
    chat.hears("ordering-which-pack", name="Kesar", count=2)
    chat.says("2 dozen alphonso")
    asked = chat.hears("ordering-which-pack", name="Kesar", count=2)
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹2,400"})
    chat.says("dozen")
    asked = chat.hears("ordering-where")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹4,000"})


def test_a_tower_that_is_not_there_is_said_and_the_right_one_asked(chat: Person) -> None:
    chat.says("1 dozen kesar tomorrow evening Palm Grove Z-304 upi")
    chat.hears("ordering-no-such-tower", tower="Z", apartment="Palm Grove")
    chat.taps("B")
    summary = chat.hears("ordering-summary", slot="Tomorrow, 5–7 pm")
    assert "304" in summary.text


def test_fruit_said_while_a_home_is_checked_leaves_the_home_in_question(chat: Person) -> None:
    chat.says("1 dozen kesar")
    chat.hears("ordering-where")
    chat.says("Palm Grove")
    chat.hears_anything()
    chat.says("A-101 but not today")
    chat.hears("ordering-this-home", line="A-101", apartment="Palm Grove")
    chat.says("half dozen alphonso")
    asked = chat.hears("ordering-this-home", line="A-101", apartment="Palm Grove")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹1,450"})
    chat.says("yes")
    chat.hears("ordering-when")


def test_a_forwarded_price_list_orders_nothing_and_hears_our_prices(chat: Person, world: World) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.says("Fresh Mangoes!\nKesar 900/dz\nAlphonso 1200/dz\nLangra 150/kg\nCall Ramesh 9876543210")
    answer = chat.hears_anything()
    assert "₹800" in answer.text
    chat.says("we are 40 people in the office, need about 30 kg mangoes, any discount?")
    chat.hears("talk-if-bulk")
    assert ask_one(SUM_OF_CART) == 0
    world.assert_sound()


def test_both_and_everything_are_what_is_in_the_cart(chat: Person, world: World) -> None:
    chat.says("1 dozen kesar, 1 dozen alphonso")
    asked = chat.hears("ordering-where")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹2,000"})
    chat.says("both one more")
    asked = chat.hears("ordering-where")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹4,000"})
    chat.says("remove everything")
    chat.hears("ordering-cart-emptied")
    assert ask_one(SUM_OF_CART) == 0
    world.assert_sound()


def test_twelve_of_a_fruit_may_be_twelve_pieces(chat: Person) -> None:
    chat.says("12 kesar")
    chat.hears("ordering-which-pack", name="Kesar", count=12)
    assert titles(chat)[0] == "1 dozen"
    chat.taps("1 dozen")
    asked = chat.hears("ordering-where")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹800"})
    chat.says("change it to alphonso")
    asked = chat.hears("ordering-where")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹1,200"})
