"""When the shop declines, the reason and the right next choice come in one message."""

from __future__ import annotations

from typing import Any

import pytest

from core.carts.actions import choose_slot
from flows.ordering import when
from tests.chats.orders import fills_the_cart, orders_for_cash, reaches_the_slots, reaches_the_summary
from tests.support.chat import Person
from tests.support.counter import (
    change_price,
    fill_next_slot,
    leave_pieces,
    let_the_next_windows,
    pack,
    stop_selling,
)
from tests.support.wording_match import says
from tests.support.world import World


def test_a_slot_that_has_just_filled_up_is_answered_with_the_free_ones(chat: Person, world: World) -> None:
    slots = reaches_the_slots(chat)
    taken = slots.choices[0][1]
    fill_next_slot()
    chat.taps(taken)
    fresh = chat.hears("ordering-when")
    assert taken not in [title for _, title in fresh.choices]
    chat.taps("Tomorrow")
    chat.hears("ordering-summary")
    world.assert_sound()


def test_the_last_place_given_away_between_choosing_and_keeping_is_said(
    chat: Person, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else commits while this turn is under way."""
    given_away: list[Any] = []

    def choose_and_lose(*chosen: Any) -> None:
        choose_slot(*chosen)
        if not given_away:
            given_away.append(chosen)
            let_the_next_windows(become="full")

    taken = reaches_the_slots(chat).choices[0][1]
    monkeypatch.setattr(when, "choose_slot", choose_and_lose)
    chat.taps(taken)
    answer = chat.hears("errors-slot-full")
    assert says(answer.text, "en", "ordering-when", {})
    assert taken not in [title for _, title in answer.choices]
    chat.taps("Tomorrow")
    chat.hears("ordering-summary")
    world.assert_sound()


@pytest.mark.parametrize("become", ["full", "closed", "past"])
def test_a_window_that_goes_while_the_number_is_asked_for_is_not_lost_in_silence(
    chat: Person, world: World, become: str
) -> None:
    world.outside.patch("/sim/phones/new-customer", json={"hide_phone": True}).raise_for_status()
    taken = reaches_the_slots(chat).choices[0][1]
    chat.taps(taken)
    chat.hears("ordering-phone")
    let_the_next_windows(become)
    chat.says("98765 43210")
    answer = chat.hears(f"errors-slot-{become}")
    assert says(answer.text, "en", "ordering-when", {})
    chat.taps("Tomorrow")
    chat.hears("ordering-summary")
    world.assert_sound()


def test_the_last_box_sold_meanwhile_leads_to_the_cart(chat: Person, world: World) -> None:
    reaches_the_slots(chat)
    leave_pieces("alphonso", 6)
    chat.taps("Tomorrow")
    chat.hears("errors-sold-out", left=0, buttons=["Checkout", "Add more", "Change"])
    world.assert_sound()


def test_more_than_there_is_is_said_with_the_number_left(chat: Person) -> None:
    leave_pieces("kesar", 18)
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.taps("Kesar")
    chat.hears("ordering-variety", scarce="yes", left=3)
    chat.says("24 pieces")
    chat.hears("errors-sold-out", left=0, names="Kesar")
    chat.says("5")
    chat.hears("errors-sold-out", left=3, names="Kesar")
    chat.says("3 half dozen")
    chat.hears("ordering-cart-total", total="₹1,290")


def test_a_variety_that_went_off_sale_leaves_the_cart_with_a_word(chat: Person) -> None:
    fills_the_cart(chat)
    stop_selling("alphonso")
    chat.says("cart")
    chat.hears("ordering-line-gone", name="Alphonso · Hapus")


def test_a_price_that_changed_is_seen_before_anything_is_paid(chat: Person, world: World) -> None:
    fills_the_cart(chat)
    change_price("alphonso", 10000)
    chat.taps("Checkout")
    chat.hears("ordering-where")
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-when")
    chat.taps("Tomorrow")
    chat.hears("ordering-summary", total="₹1,340")
    change_price("alphonso", 10000)
    chat.taps("Cash on delivery")
    chat.hears("notices-order-confirmed", total="₹1,340")
    world.assert_sound()


def test_too_little_for_the_zone_says_what_is_missing(chat: Person) -> None:
    fills_the_cart(chat, "Totapuri", "1 kg")
    chat.taps("Checkout")
    chat.hears("ordering-where")
    chat.says("Palm Grove B-1203")
    chat.hears("errors-below-minimum", buttons=["Checkout", "Add more", "Change"])


def test_cash_above_the_cap_leaves_paying_online(chat: Person, world: World) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.taps("Alphonso")
    chat.hears("ordering-variety")
    chat.says("6 dozen")
    chat.hears("ordering-where")
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-when")
    chat.taps("Tomorrow")
    chat.hears("ordering-summary", buttons=["Pay online", "Save ₹300"])
    assert "Cash on delivery is possible up to ₹2,000. Please pay this one online." in chat.heard[-1].text
    chat.says("cash")
    said = chat.hears("errors-cod-cap", cap="₹2,000", has_open="no", buttons=["Pay online", "Save ₹300"])
    assert said.text.count("₹2,000") == 1
    world.assert_sound()


def test_all_that_is_to_be_paid_at_the_door_counts(chat: Person, world: World) -> None:
    orders_for_cash(chat)
    chat.says("1 dozen kesar")
    said = chat.hears("ordering-when")
    chat.taps("Tomorrow", said)
    said = chat.hears("ordering-summary", buttons=["Pay online", "Change something"])
    assert "up to ₹2,000 in all, and ₹1,240 is still to be paid" in said.text
    world.assert_sound()


def test_an_order_with_a_live_link_is_paid_or_cancelled_first(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    chat.taps("Pay online")
    chat.hears("notices-pay-here")
    chat.says("2 dozen kesar")
    blocked = chat.hears("errors-unpaid-order-open")
    assert "2 × Kesar" in blocked.text
    assert blocked.url is not None
    chat.says("cancel")
    chat.hears("my-orders-really-cancel", paid="no")
    chat.taps("Yes, cancel")
    chat.hears("my-orders-cancelled", paid="no")
    chat.says("checkout")
    chat.hears("ordering-summary", lines="2 × Kesar, 1 dozen — ₹1,600")
    world.assert_sound()


def test_a_packed_order_goes_to_a_person(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    pack(code)
    chat.says("cancel")
    chat.hears("errors-order-packed", order_code=code)
    world.assert_sound()
