"""Saying where: a part of a name, a misspelt one, the list, a location; and a person whose number is hidden."""

from __future__ import annotations

from tests.chats.orders import fills_the_cart
from tests.support.chat import Person
from tests.support.world import World


def test_the_name_and_the_flat_may_come_one_after_the_other(chat: Person) -> None:
    fills_the_cart(chat)
    chat.taps("Checkout")
    chat.hears("ordering-where")
    chat.says("lotus")
    chat.hears("ordering-flat-form", apartment="Lotus Court")
    chat.says("the blue house")
    chat.hears_anything()
    chat.says("tower 2 flat 504")
    chat.hears("ordering-when", line="tower 2 flat 504", apartment="Lotus Court")


def test_a_misspelt_name_is_understood(chat: Person) -> None:
    fills_the_cart(chat)
    chat.taps("Checkout")
    chat.hears("ordering-where")
    chat.says("B-1203, plam grov")
    chat.hears("ordering-when", line="B-1203", apartment="Palm Grove")


def test_it_can_be_picked_from_the_list(chat: Person) -> None:
    fills_the_cart(chat)
    chat.taps("Checkout")
    chat.hears("ordering-where")
    chat.taps("Silver Oak Residency")
    chat.hears("ordering-flat-form", apartment="Silver Oak Residency")
    chat.says("North 702")
    chat.hears("ordering-when", line="North 702")


def test_outside_every_zone_is_said_at_once(chat: Person) -> None:
    fills_the_cart(chat)
    chat.taps("Checkout")
    chat.hears("ordering-where")
    chat.says("Buckingham Palace")
    named = chat.hears("ordering-outside", more="no")
    assert "We come to Banyan Heights, Gulmohar Enclave, Lotus Court, " in named.text
    chat.sends("location", latitude=51.5, longitude=-0.14)
    chat.hears("ordering-outside")


def test_a_shared_location_shows_what_is_near(chat: Person) -> None:
    fills_the_cart(chat)
    chat.taps("Checkout")
    chat.hears("ordering-where")
    latitude, longitude = place_of("Palm Grove")
    chat.sends("location", latitude=latitude + 0.0012, longitude=longitude + 0.0015)
    near = chat.hears("ordering-which-apartment", said="no")
    assert near.choices[0][1].startswith("Palm Grove")
    chat.taps("Palm Grove")
    chat.hears("ordering-flat-form")


def test_a_location_shared_at_an_apartment_asks_only_what_is_missing(chat: Person) -> None:
    fills_the_cart(chat)
    chat.taps("Checkout")
    chat.hears("ordering-where")
    latitude, longitude = place_of("Palm Grove")
    chat.sends("location", latitude=latitude + 0.0003, longitude=longitude)
    chat.hears("ordering-flat-form", apartment="Palm Grove", asked="both")
    chat.says("C-402")
    chat.hears("ordering-when", line="C-402", apartment="Palm Grove")
    chat.taps("Another address")
    chat.hears("ordering-where-known")
    chat.says("B-1203")
    chat.hears("ordering-which-apartment", said="yes", line="B-1203")
    chat.sends("location", latitude=latitude, longitude=longitude)
    chat.hears("ordering-when", line="B-1203", apartment="Palm Grove")


def test_the_home_used_last_is_taken_and_changed_with_one_tap(regular: Person) -> None:
    regular.says("menu")
    regular.hears("ordering-menu-first")
    regular.says("2 dozen kesar")
    regular.hears("ordering-when", line="B-1203", apartment="Palm Grove")
    regular.taps("Another address")
    regular.hears("ordering-where-known")
    regular.says("Lotus Court 2-12")
    regular.hears("ordering-when", line="2-12", apartment="Lotus Court")


def test_somebody_without_a_number_is_asked_for_one(chat: Person, world: World) -> None:
    world.outside.patch("/sim/phones/new-customer", json={"hide_phone": True}).raise_for_status()
    fills_the_cart(chat)
    chat.taps("Checkout")
    chat.hears("ordering-where")
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-when")
    chat.taps("Tomorrow")
    chat.hears("ordering-phone")
    chat.says("later")
    chat.hears("talk-not-understood")
    chat.sends("contacts")
    chat.hears("ordering-summary")
    chat.taps("Cash on delivery")
    chat.hears("notices-order-confirmed")
    world.assert_sound()


def place_of(apartment: str) -> tuple[float, float]:
    from tests.support.counter import ask_one  # noqa: PLC0415

    where = "FROM apartments WHERE name = :name"
    latitude = ask_one(f"SELECT latitude {where}", name=apartment)
    longitude = ask_one(f"SELECT longitude {where}", name=apartment)
    assert isinstance(latitude, float)
    assert isinstance(longitude, float)
    return latitude, longitude
