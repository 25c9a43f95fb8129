"""Tower, floor and flat in the form that WhatsApp has for India; typed where it has none, and wherever people type."""

from __future__ import annotations

import pytest

from tests.chats.orders import fills_the_cart
from tests.support.chat import Person, Said
from tests.support.counter import ask_one
from tests.support.world import World

WITHOUT = "SELECT count(*) FROM chats_without_forms"


def is_asked(chat: Person, society: str = "Palm Grove") -> Said:
    fills_the_cart(chat)
    chat.taps("Checkout")
    chat.hears("ordering-where")
    chat.says(society)
    return chat.hears("ordering-flat-form", apartment=society)


def test_a_new_home_is_filled_in_and_goes_on_as_if_it_had_been_typed(chat: Person, world: World) -> None:
    form = is_asked(chat).form
    known = {"name": "Meera", "phone_number": "+910000000101", "building_name": "Palm Grove", "in_pin_code": "999101"}
    assert (form["country"], form["values"], "saved_addresses" in form) == ("IN", known, False)
    chat.fills_in(tower_number="Tower B", floor_number="12", house_number="1203", landmark_area="near gate 2")
    chat.hears("ordering-when", line="B-1203, near gate 2", apartment="Palm Grove")
    chat.taps("Tomorrow")
    chat.hears("ordering-summary", home="B-1203, near gate 2")
    world.assert_sound()


def test_what_is_missing_in_the_form_is_the_one_question_that_typing_would_leave(chat: Person) -> None:
    is_asked(chat)
    chat.fills_in(house_number="1203")
    chat.hears("ordering-which-tower", line="1203", buttons=["A", "B", "C"])
    chat.fills_in(tower_number="Z", house_number="1203")
    chat.hears("ordering-no-such-tower", tower="Z")
    chat.taps("C")
    chat.hears("ordering-when", line="C-1203")


def test_another_society_of_ours_in_the_form_is_the_home_and_one_that_is_none_of_ours_is_asked_about(
    chat: Person,
) -> None:
    is_asked(chat)
    chat.fills_in(building_name="Dreamland Towers", house_number="B-7")
    chat.hears("ordering-which-apartment", said="yes", line="B-7")
    chat.fills_in(building_name="Lotus Court", tower_number="2", house_number="504")
    chat.hears("ordering-when", line="2-504", apartment="Lotus Court")


def test_saved_homes_are_offered_in_it_and_are_nobody_elses(regular: Person, world: World) -> None:
    regular.says("hi")
    regular.hears("ordering-again")
    regular.taps("See mangoes")
    regular.hears("ordering-menu-again")
    regular.taps("Kesar")
    regular.hears("ordering-variety")
    regular.taps("1 dozen")
    regular.hears("ordering-cart-total")
    regular.says("change address")
    regular.hears("ordering-where-known")
    regular.says("Lotus Court")
    form = regular.hears("ordering-flat-form").form
    saved = form["saved_addresses"]
    assert [(each["value"]["house_number"], each["value"]["building_name"]) for each in saved] == [
        ("1203", "Palm Grove")]  # fmt: skip
    regular.fills_in(saved="1203")
    regular.hears("ordering-when", line="B-1203", apartment="Palm Grove")
    other = {"saved_address_id": "999", "values": {"house_number": "1"}}
    regular.says("change address")
    regular.hears("ordering-where-known")
    regular.sends("form", name="address_message", response=other)
    regular.hears("errors-address-unknown")
    world.assert_sound()


def test_who_types_while_the_form_is_shown_is_heard(chat: Person) -> None:
    is_asked(chat)
    chat.says("b 1203")
    chat.hears("ordering-when", line="B-1203")


def test_a_whatsapp_that_is_too_old_is_asked_in_words_once_and_then_always(chat: Person, world: World) -> None:
    world.outside.patch("/sim/phones/new-customer", json={"old_client": True}).raise_for_status()
    fills_the_cart(chat)
    chat.taps("Checkout")
    chat.hears("ordering-where")
    chat.says("Palm Grove")
    chat.hears("ordering-flat", apartment="Palm Grove", asked="both")
    assert ask_one(WITHOUT) == 1
    chat.says("change address")
    chat.hears("ordering-where")
    before = len(world.books()["messages"])
    chat.says("Lotus Court")
    chat.hears("ordering-flat", apartment="Lotus Court")
    assert len(world.books()["messages"]) == before + 1, "no form is tried again"
    chat.says("2-504")
    chat.hears("ordering-when")
    world.assert_sound()


@pytest.mark.parametrize("hides", [True, False], ids=["no-number", "foreign-number"])
def test_without_an_indian_number_it_is_asked_in_words(chat: Person, world: World, *, hides: bool) -> None:
    if hides:
        world.outside.patch("/sim/phones/new-customer", json={"hide_phone": True}).raise_for_status()
    else:
        chat = Person(world, "abroad")
        world.outside.post("/sim/phones", json={"id": "abroad", "name": "Ann", "phone": "44700900077"})
    fills_the_cart(chat)
    chat.taps("Checkout")
    chat.hears("ordering-where")
    chat.says("Palm Grove")
    chat.hears("ordering-flat", apartment="Palm Grove")
    world.assert_sound()


def test_an_answer_that_is_none_or_comes_too_late_changes_nothing(chat: Person, world: World) -> None:
    asked = is_asked(chat)
    for odd in ("[1, 2]", "no json", "{}", '{"values": 7}'):
        chat.sends("form", name="address_message", response=odd)
        world.settle()
    chat.hears("talk-cannot-read")
    chat.says("B-1203")
    chat.hears("ordering-when")
    chat.taps("Tomorrow")
    chat.hears("ordering-summary")
    chat.fills_in(message=asked, tower_number="C", house_number="402")
    chat.hears("talk-old-menu")
    assert ask_one("SELECT count(*) FROM addresses WHERE line LIKE '%402%'") == 0
    world.assert_sound()
