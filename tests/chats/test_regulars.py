"""Somebody who has ordered before: one message, one tap; and what WhatsApp bills for each way to an order."""

from __future__ import annotations

import pytest

from tests.chats.orders import HOME
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.world import World

AGAIN = ["Yes, cash", "Yes, pay online", "See mangoes"]
FILL_THE_NEXT = """
    UPDATE delivery_slots SET capacity = booked WHERE starts_at = (SELECT min(starts_at) FROM open_slots()) RETURNING id
"""
ORDERS = "SELECT count(*) FROM orders WHERE status = 'confirmed'"


def billed(world: World) -> int:
    world.settle()
    return int(world.books()["billable"])


def test_a_regular_has_the_same_again_for_cash_in_two_messages(regular: Person, world: World) -> None:
    regular.says("hi")
    regular.hears("ordering-again", total="₹1,240", buttons=AGAIN)
    regular.taps("Yes, cash")
    regular.hears("notices-order-confirmed")
    assert billed(world) == 2
    regular.taps("Yes, cash")
    regular.hears("ordering-order-coming")
    assert ask_one(ORDERS) == 1, "a second tap orders nothing"
    world.assert_sound()


def test_a_regular_pays_online_in_three_messages(regular: Person, world: World) -> None:
    regular.says("hi")
    regular.hears("ordering-again", buttons=AGAIN)
    regular.taps("Yes, pay online")
    regular.pays(regular.hears("notices-pay-here", total="₹1,240"))
    regular.hears("notices-order-confirmed")
    assert billed(world) == 3
    world.assert_sound()


def test_a_price_that_changed_meanwhile_is_shown_before_anything_is_ordered(regular: Person, world: World) -> None:
    """The button says what it cost when it was shown (fault F212)."""
    regular.says("hi")
    regular.hears("ordering-again", total="₹1,240")
    ask_one("UPDATE packs SET price_paise = price_paise + 10000 WHERE base_units = 12 RETURNING id")
    regular.taps("Yes, cash")
    regular.hears("ordering-price-changed")
    assert ask_one(ORDERS) == 0
    world.assert_sound()


def test_a_window_that_filled_meanwhile_is_asked_again(regular: Person, world: World) -> None:
    regular.says("hi")
    regular.hears("ordering-again")
    ask_one(FILL_THE_NEXT)
    regular.taps("Yes, cash")
    regular.hears("errors-slot-full")
    assert ask_one(ORDERS) == 0
    world.assert_sound()


@pytest.mark.parametrize(
    ("said", "total"),
    [("same but 3", "₹3,600"), ("wahi wala 3 kar do", "₹3,600"), ("वही लेकिन 3", "₹3,600"),
     ("wahi wala kal shaam ko", "₹1,240"), ("same again but kesar instead of hapus", "₹840")],
)  # fmt: skip
def test_the_same_with_a_change_leads_to_the_summary(regular: Person, world: World, said: str, total: str) -> None:
    regular.says(said)
    heard = regular.hears_anything()
    assert total in heard.text
    regular.taps(heard.choices[1][1])
    regular.hears_anything()
    assert ask_one(ORDERS) == 1
    assert billed(world) == 2
    world.assert_sound()


def test_at_same_again_a_change_is_of_the_same(regular: Person) -> None:
    regular.says("repeat")
    regular.hears("ordering-again", buttons=AGAIN)
    regular.says("make it 2, tomorrow evening")
    regular.hears("ordering-summary", total="₹2,400", slot="Tomorrow, 5–7 pm")
    regular.says("menu")
    regular.hears("ordering-menu-again")


def test_a_time_alone_is_the_same_at_that_time(regular: Person, world: World) -> None:
    regular.says("tomorrow evening please")
    heard = regular.hears("ordering-again", buttons=AGAIN)
    assert "5–7 pm" in heard.text
    assert "tomorrow" in heard.text
    regular.taps("Yes, cash")
    regular.hears("notices-order-confirmed")
    world.assert_sound()


def test_cash_typed_at_same_again_is_the_tap_and_cash_in_a_sentence_is_not(regular: Person, world: World) -> None:
    regular.says("hi")
    regular.hears("ordering-again")
    regular.says("no cash with me")
    regular.hears_anything()
    assert ask_one(ORDERS) == 0
    regular.says("yes cash")
    regular.hears("notices-order-confirmed")
    world.assert_sound()


def test_who_has_nothing_to_repeat_is_told(chat: Person) -> None:
    chat.says("same but 3")
    chat.hears("ordering-nothing-to-repeat", ordered="no")


def test_a_known_customers_line_is_two_messages_for_cash_and_three_online(regular: Person, world: World) -> None:
    regular.says("1 dozen kesar tomorrow evening cod")
    regular.hears("ordering-summary")
    regular.taps("Cash on delivery")
    regular.hears("notices-order-confirmed")
    assert billed(world) == 2
    regular.says("1 dozen kesar tomorrow evening, online")
    regular.hears("ordering-summary")
    regular.taps("Pay online")
    regular.pays(regular.hears("notices-pay-here"))
    regular.hears("notices-order-confirmed")
    assert billed(world) == 5
    world.assert_sound()


def test_a_new_customers_line_is_at_most_five_messages(chat: Person, world: World) -> None:
    """Where each goes: the home, the window, the summary, the link, the confirmation."""
    chat.says("2 dozen kesar")
    chat.hears("ordering-where")
    chat.says(HOME)
    chat.hears("ordering-when")
    chat.taps("Tomorrow")
    chat.hears("ordering-summary")
    chat.taps("Pay online")
    chat.pays(chat.hears("notices-pay-here"))
    chat.hears("notices-order-confirmed")
    assert billed(world) == 5
    world.assert_sound()
