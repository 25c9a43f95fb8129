"""Ordering, as it is chatted."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from core.db import transaction
from tests.chats.orders import fills_the_cart, orders_for_cash, reaches_the_slots, reaches_the_summary
from tests.support.chat import Person
from tests.support.counter import ask_one, end_lapsed_holds
from tests.support.patience import PATIENCE_SECONDS
from tests.support.wording_match import says
from tests.support.world import World

CART_BUTTONS = ["Checkout", "Add more", "Change"]


def test_a_new_customer_orders_by_taps_and_pays_online_in_seven_messages(chat: Person, world: World) -> None:
    chat.says("hi")
    first = chat.hears("ordering-menu-first", shop="Jamango")
    assert first.footer, "the privacy notice is the footer of the first message"
    chat.taps("Alphonso")
    chat.hears("ordering-variety", buttons=["Half dozen · ₹650", "1 dozen · ₹1,200", "Peti (2 dozen)"])
    chat.taps("1 dozen")
    asked = chat.hears("ordering-where")
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹1,200"})
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-when", line="B-1203", apartment="Palm Grove")
    chat.taps("Tomorrow")
    chat.hears("ordering-summary", total="₹1,240", buttons=["Pay online", "Cash on delivery", "Change something"])
    chat.taps("Pay online")
    chat.pays(chat.hears("notices-pay-here", total="₹1,240"))
    chat.hears("notices-order-confirmed")
    assert chat.count_heard() == 7, "the messages of a new customer's paid order are billed one by one"
    world.assert_sound()


def test_cash_on_delivery_is_confirmed_at_once(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("hi")
    chat.hears("ordering-order-coming", code=code)
    world.assert_sound()


def test_the_regular_may_also_say_yes_or_look_around(regular: Person) -> None:
    regular.says("hi")
    regular.hears("ordering-again")
    regular.says("yes")
    regular.hears("ordering-summary")
    regular.says("menu")
    regular.hears("ordering-menu-again")


def test_numbers_and_names_can_be_typed(chat: Person) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.says("hapus")
    chat.hears("ordering-variety", name="Alphonso · Hapus")
    chat.says("2")
    buttons = ["2 × Half dozen", "2 × 1 dozen · ₹2,400", "2 × Peti (2 dozen)"]
    chat.hears("ordering-which-pack", name="Alphonso · Hapus", count=2, buttons=buttons)
    chat.says("half dozen")
    chat.hears("ordering-cart-total", total="₹1,300")
    chat.says("3 kesar")
    chat.hears("ordering-which-pack", name="Kesar", count=3)
    chat.taps("3 × Half dozen")
    chat.hears("ordering-cart-total", total="₹2,590")
    chat.says("make it 2")
    chat.hears("ordering-cart-total", total="₹2,160")
    chat.says("alphonso 1")
    chat.hears("ordering-cart-total", total="₹1,510")
    chat.says("remove kesar")
    chat.hears("ordering-cart-total", total="₹650")
    chat.says("cart")
    chat.hears("ordering-cart-total", total="₹650", buttons=CART_BUTTONS)
    chat.says("0")
    chat.hears("ordering-cart-empty")


def test_strange_numbers_are_asked_again(chat: Person) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.taps("Kesar")
    chat.hears("ordering-variety")
    chat.says("1.5")
    chat.hears("ordering-no-such-pack", name="Kesar")
    chat.taps("1 dozen")
    chat.hears("ordering-cart-total")
    for strange in ("-1", "1e3"):
        chat.says(strange)
        chat.hears_anything()
        chat.says("cart")
        chat.hears("ordering-cart-total", total="₹800")
    chat.says("9999")
    chat.hears("errors-too-many", largest=20)


def test_the_cart_is_changed_by_taps(chat: Person) -> None:
    fills_the_cart(chat, "Kesar", "1 dozen")
    chat.taps("Add more")
    chat.hears("ordering-menu-again")
    chat.taps("Langra")
    chat.hears("ordering-variety")
    chat.taps("1 kg")
    chat.hears("ordering-cart-total", total="₹960")
    chat.taps("Change")
    chat.hears(
        "ordering-which-line", buttons=["Kesar | 1 dozen × 1 · ₹800", "Langra | 1 kg × 1 · ₹160", "Empty the cart"]
    )
    chat.taps("Langra")
    chat.hears("ordering-how-many", fruit="1 × Langra, 1 kg")
    chat.taps("4")
    chat.hears("ordering-cart-total", total="₹1,440")
    chat.taps("Change")
    chat.hears("ordering-which-line")
    chat.taps("Empty the cart")
    chat.hears("ordering-cart-emptied")


def test_everything_can_be_changed_at_the_summary(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    chat.taps("Change something")
    choices = ["Mangoes", "Address", "Delivery time", "Note for the rider", "Cancel this order"]
    chat.hears("ordering-changes", buttons=choices)
    chat.taps("Note for the rider")
    chat.hears("ordering-note")
    chat.says("ring twice *please*")
    chat.hears("ordering-summary", noted="yes", note="ring twice ∗please∗")
    chat.taps("Change something")
    chat.hears("ordering-changes")
    chat.taps("Address")
    known = chat.hears("ordering-where-known")
    assert known.choices[0][1] == "B-1203 | Palm Grove"
    chat.says("Gulmohar Enclave G2-501")
    chat.hears("ordering-when", line="G2-501", apartment="Gulmohar Enclave")
    chat.taps("Tomorrow")
    chat.hears("ordering-summary", home="G2-501")
    chat.taps("Cash on delivery")
    chat.hears("notices-order-confirmed")
    world.assert_sound()


@pytest.mark.usefixtures("by_day")
def test_a_time_can_be_typed(chat: Person) -> None:
    reaches_the_slots(chat)
    chat.says("tomorrow")
    chat.hears("ordering-which-window-of-day", day="Tomorrow", buttons=["7–9 am", "10 am–12 pm", "5–7 pm"])
    chat.says("kal nahi parson shaam")
    assert "5–7 pm" in chat.hears("ordering-summary").text
    chat.says("tomorrow evening please")
    chat.hears("ordering-summary", slot="Tomorrow, 5–7 pm")


def test_who_says_paid_too_early_is_told_to_wait(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    chat.says("upi")
    link = chat.hears("notices-pay-here")
    chat.says("i have paid")
    assert chat.hears("ordering-not-paid-yet").url == link.url
    chat.pays(link)
    chat.hears("notices-order-confirmed")
    world.assert_sound()


def test_coming_back_after_hours_shows_the_cart_as_it_was(chat: Person, world: World) -> None:
    fills_the_cart(chat)
    world.advance(hours=8)
    chat.says("hello")
    chat.hears("ordering-cart-total", total="₹1,200", buttons=CART_BUTTONS)


def test_a_hold_that_ends_gives_the_mangoes_back_and_the_cart_stays(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    world.advance(minutes=11)
    chat.taps("Pay online")
    chat.hears("errors-hold-ended", buttons=CART_BUTTONS)
    chat.taps("Checkout")
    chat.hears("ordering-summary")
    world.assert_sound()


def test_the_greeting_promises_the_window_that_the_slot_step_offers(
    chat: Person, regular: Person, world: World
) -> None:
    """The last place of the last window is kept by a hold that has lapsed, and nobody has swept yet (fault F160)."""
    reaches_the_summary(chat)
    ask_one("UPDATE delivery_slots SET capacity = booked RETURNING id")
    regular.says("menu")
    assert says(regular.hears("ordering-menu-first").text, "en", "ordering-menu-no-slot", {})
    world.advance(minutes=11)
    regular.says("menu")
    assert not says(regular.hears("ordering-menu-again").text, "en", "ordering-menu-no-slot", {})
    regular.says("when do you deliver")
    regular.hears("answers-windows")
    world.assert_sound()


def test_an_order_that_lapsed_comes_back_with_one_tap(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    world.advance(minutes=11)
    end_lapsed_holds()
    lapsed = chat.hears("notices-hold-expired")
    chat.says("order again")
    chat.hears("ordering-cart-total", buttons=CART_BUTTONS)
    chat.taps("Order again", lapsed)
    chat.hears("ordering-summary", total="₹1,240")
    chat.taps("Cash on delivery")
    chat.hears("notices-order-confirmed")
    world.assert_sound()


def test_messages_that_arrive_together_are_answered_in_order(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    world.stop_worker()
    chat.taps("Cash on delivery")
    chat.says("my orders")
    chat.says("2 dozen kesar")
    world.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
    world.start_worker()
    chat.hears("notices-order-confirmed")
    chat.hears("my-orders-status", status="confirmed")
    chat.hears("ordering-cart-total", total="₹1,600")
    world.assert_sound()


def test_a_new_number_keeps_the_cart(chat: Person, world: World) -> None:
    fills_the_cart(chat)
    number = {"phone": "910000000177"}
    world.outside.post("/sim/phones/new-customer/change-number", json=number).raise_for_status()
    chat.says("cart")
    chat.hears("ordering-cart-total", total="₹1,200")
    world.assert_sound()


def test_the_window_counts_from_the_last_word_also_when_it_places_an_order(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    world.advance(minutes=3)
    chat.taps("Cash on delivery")
    chat.hears("notices-order-confirmed")
    with transaction() as session:
        facts = "SELECT max(last_inbound_at) = (SELECT max(sent_at) FROM inbox WHERE kind = 'message') FROM chats"
        assert session.execute(text(facts)).scalar_one()
