"""At *Cancel order?* only a yes cancels; everything that wants no end keeps the order, and says so (fault F525)."""

from __future__ import annotations

from tests.chats.orders import orders_for_cash
from tests.chats.test_words_that_act import status_of
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.wording_match import says
from tests.support.world import World

STANDS = "my-orders-stands"


def test_who_leaves_the_order_as_it_is_keeps_it_and_nothing_is_noted_for_the_rider(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    for said in (
        "no leave it as it is",
        "oops wrong chat",
        "my order is fine",
        "no problem",
        "no no I was just asking",
        "ok bye",
        "ok good",
        "did you cancel",
    ):
        chat.says("cancel")
        chat.hears("my-orders-really-cancel")
        chat.says(said)
        kept = chat.hears("my-orders-status", status="confirmed")
        assert says(kept.text, "en", STANDS, {}), said
        assert status_of(code) == "confirmed", said
    assert ask_one("SELECT count(*) FROM orders WHERE note <> ''") == 0
    world.assert_sound()


def test_a_question_how_to_cancel_shows_the_button_and_a_grandmothers_yes_is_one(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("cancel?? no no i was just asking")
    chat.hears("my-orders-status", status="confirmed")
    chat.says("cancel")
    chat.hears("my-orders-really-cancel")
    chat.says("how do i cancel")
    chat.hears("my-orders-really-cancel", buttons=["Yes, cancel", "Keep it"])
    chat.says("हाँ बेटा")
    chat.hears_anything()
    assert status_of(code) == "cancelled"
    world.assert_sound()


def test_what_is_asked_about_refunds_and_data_calls_nobody_and_the_bot_goes_on(chat: Person, world: World) -> None:
    orders_for_cash(chat)
    chat.says("delete my data? no thanks")
    chat.hears("talk-understood-in-part")
    chat.says("refund kab karte ho agar kharab nikle")
    chat.hears_anything()
    assert ask_one("SELECT count(*) FROM chats WHERE parked_until IS NOT NULL") == 0
    world.assert_sound()


def test_offers_that_are_wanted_after_all_are_not_ended(chat: Person) -> None:
    chat.says("hi")
    chat.hears_anything()
    chat.says("offers mat bhejo? arre bhejo")
    chat.hears_anything()
    assert ask_one("SELECT count(*) FROM consents WHERE purpose = 'marketing' AND NOT granted") == 0
