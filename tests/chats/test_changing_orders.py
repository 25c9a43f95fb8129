"""Changing a placed order in chat: what it would be is shown, one button does it, the answer says what changed."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from core.db import transaction
from tests.chats.orders import orders_and_pays, orders_for_cash, orders_the_same, reaches_the_summary
from tests.support.chat import Person
from tests.support.counter import ask_one, pack
from tests.support.world import World


@pytest.fixture(autouse=True)
def founder_listens(founder: Person) -> None:
    """She hears of each change in her own chat."""
    founder.says("hi")
    founder.hears("founder-help")


ORDER = "SELECT {} FROM orders WHERE code = :code"
FOUNDER_HEARS = "SELECT count(*) FROM outbox WHERE body ->> 'key' = 'alert-order-changed'"


def of(code: str, what: str) -> object:
    return ask_one(ORDER.format(what), code=code)


def test_another_window_by_taps(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    slot = of(code, "slot_id")
    chat.says("change slot")
    windows = chat.hears("my-orders-which-window", code=code)
    assert windows.choices[-1][1].startswith("Keep it as it is")
    chat.taps(windows.choices[1][1])
    asked = chat.hears("my-orders-change-slot", buttons=["Yes, change it", "Keep it as it is"])
    assert "The total stays ₹1,240." in asked.text
    assert of(code, "slot_id") == slot
    chat.taps("Yes, change it")
    chat.hears("my-orders-changed", code=code)
    assert of(code, "slot_id") != slot
    assert ask_one(FOUNDER_HEARS) == 1
    world.assert_sound()


def test_a_day_typed_is_the_window(chat: Person, world: World) -> None:
    orders_for_cash(chat)
    chat.says("time badalna hai")
    windows = chat.hears("my-orders-which-window")
    chat.says("someday")
    chat.hears("my-orders-which-window")
    title = windows.choices[2][1].split(" | ")[0]
    chat.says(title)
    chat.hears("my-orders-change-slot")
    chat.says("no")
    chat.hears("my-orders-order")
    world.assert_sound()


def test_a_window_that_fills_meanwhile_is_refused_with_the_others_offered(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("change slot")
    windows = chat.hears("my-orders-which-window")
    chat.taps(windows.choices[0][1])
    chat.hears("my-orders-change-slot")
    with transaction() as session:
        full = (
            "UPDATE delivery_slots SET capacity = booked WHERE starts_at < jamango_now() + interval '3 days'"
            " AND id <> (SELECT slot_id FROM orders WHERE code = :code)"
        )
        session.execute(text(full), {"code": code})
    chat.taps("Yes, change it")
    again = chat.hears("errors-slot-full")
    assert "When shall order" in again.text
    assert windows.choices[0][1] not in {title for _, title in again.choices}
    chat.taps(again.choices[0][1])
    chat.hears("my-orders-change-slot")
    chat.taps("Yes, change it")
    chat.hears("my-orders-changed", code=code)
    world.assert_sound()


def test_less_of_a_paid_order_sends_the_difference_back(chat: Person, world: World) -> None:
    code = orders_and_pays(chat)
    chat.says("track")
    chat.hears("my-orders-order")
    chat.taps("Change order")
    chat.hears("my-orders-what-to-change")
    chat.taps("Mangoes")
    chat.hears("my-orders-which-fruit", code=code)
    chat.taps("Alphonso")
    chat.hears("my-orders-how-many")
    chat.says("2")
    chat.hears("my-orders-change-total", kind="door", due="₹1,160", old_total="₹1,240", total="₹2,400")
    chat.taps("Yes, change it")
    chat.hears("my-orders-changed-due", due="₹1,160")
    chat.says("pay")
    chat.pays(chat.hears("notices-prepay-here", total="₹1,160"))
    chat.hears("notices-order-prepaid", amount="₹1,160")
    chat.says("track")
    chat.hears("my-orders-order", method="online", total="₹2,400")
    chat.taps("Change order")
    chat.hears("my-orders-what-to-change")
    chat.taps("Mangoes")
    chat.hears("my-orders-which-fruit")
    chat.taps("Alphonso")
    chat.hears("my-orders-how-many")
    chat.taps("1")
    chat.hears("my-orders-change-total", kind="refund", refund="₹1,160", total="₹1,240")
    chat.taps("Yes, change it")
    chat.hears("my-orders-changed-refund", refund="₹1,160")
    chat.hears("notices-refund-processed", amount="₹1,160")
    world.assert_sound()
    assert of(code, "prepaid_paise") == 124_000


def test_another_variety_is_added_and_the_last_line_is_a_cancelling(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("track")
    chat.hears("my-orders-order")
    chat.taps("Change order")
    chat.hears("my-orders-what-to-change")
    chat.says("items")
    chat.hears("my-orders-which-fruit", code=code)
    chat.taps("Kesar")
    chat.hears("my-orders-change-to", code=code)
    chat.says("haan")
    chat.hears("my-orders-changed", code=code)
    lines = "SELECT count(*) FROM order_items i JOIN orders o ON o.id = i.order_id WHERE o.code = :code"
    assert ask_one(lines, code=code) == 2
    for variety in ("Kesar", "Alphonso"):
        chat.taps("Change order")
        chat.hears("my-orders-what-to-change")
        chat.taps("Mangoes")
        chat.hears("my-orders-which-fruit")
        chat.taps(variety)
        chat.hears("my-orders-how-many")
        chat.taps("Take it out")
        if variety == "Kesar":
            chat.hears("my-orders-change-to")
            chat.taps("Yes, change it")
            chat.hears("my-orders-changed")
    chat.hears("my-orders-really-cancel", code=code, paid="no")
    world.assert_sound()


def test_an_old_yes_does_not_do_the_later_proposal(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("change slot")
    windows = chat.hears("my-orders-which-window")
    chat.taps(windows.choices[0][1])
    first = chat.hears("my-orders-change-slot")
    chat.taps(windows.choices[1][1], windows)
    second = chat.hears("my-orders-change-slot")
    chat.taps("Yes, change it", first)
    chat.hears("my-orders-proposal-is-old")
    chat.taps("Yes, change it", second)
    chat.hears("my-orders-changed", code=code)
    chat.taps("Yes, change it", second)
    chat.hears("my-orders-order")
    world.assert_sound()


def test_a_price_that_changes_meanwhile_is_shown_before_it_is_agreed_to(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("change order")
    chat.hears("my-orders-what-to-change")
    chat.taps("Mangoes")
    chat.hears("my-orders-which-fruit")
    chat.taps("Kesar")
    chat.hears("my-orders-change-total", total="₹1,630")
    with transaction() as session:
        session.execute(text("UPDATE packs SET price_paise = price_paise + 1000"))
    chat.taps("Yes, change it")
    chat.hears("errors-change-stale", order_code=code)
    chat.taps("Yes, change it")
    chat.hears("my-orders-changed-due", due="₹1,640")
    world.assert_sound()


def test_a_note_for_the_rider_after_ordering(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("change my order")
    chat.hears("my-orders-what-to-change")
    chat.taps("Note for the rider")
    chat.hears("ordering-note")
    chat.says("gate code 4321")
    chat.hears("my-orders-noted", code=code, noted="yes", note="gate code 4321")
    assert of(code, "note") == "gate code 4321"
    chat.taps("Change order")
    chat.hears("my-orders-what-to-change")
    chat.taps("Note for the rider")
    chat.hears("ordering-note")
    chat.taps("No note")
    chat.hears("my-orders-noted", code=code, noted="no")
    assert of(code, "note") == ""
    world.assert_sound()


def test_cash_becomes_online_and_cash_again(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("track")
    chat.hears("my-orders-order")
    chat.taps("Change order")
    chat.hears("my-orders-what-to-change")
    chat.says("online kar do")
    chat.hears("notices-prepay-here", total="₹1,240", code=code)
    chat.says("track")
    chat.hears("my-orders-order", method="cod")
    chat.taps("Change order")
    chat.hears("my-orders-what-to-change")
    chat.taps("Pay in cash after all")
    chat.hears("my-orders-pays-at-door", due="₹1,240")
    chat.says("pay")
    chat.pays(chat.hears("notices-prepay-here"))
    chat.hears("notices-order-prepaid", amount="₹1,240")
    assert of(code, "payment_method") == "online"
    world.assert_sound()


def test_an_order_with_its_link_out_is_changed_as_well(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    chat.taps("Pay online")
    chat.hears("notices-pay-here")
    chat.says("change slot")
    windows = chat.hears("my-orders-which-window")
    chat.taps(windows.choices[1][1])
    chat.hears("my-orders-change-same-total", total="₹1,240")
    chat.taps("Yes, change it")
    chat.hears("my-orders-changed")
    chat.says("COD kar do")
    chat.hears("notices-order-confirmed")
    world.assert_sound()


def test_of_several_orders_one_is_asked_about(regular: Person, world: World) -> None:
    codes = [orders_the_same(regular) for _ in range(2)]
    regular.says("change slot")
    regular.hears("my-orders-which")
    regular.taps(codes[0])
    regular.hears("my-orders-which-window", code=codes[0])
    regular.says("change address")
    regular.hears("my-orders-which")
    regular.says(codes[1])
    regular.hears("ordering-move-where", code=codes[1])
    world.assert_sound()


def test_what_is_packed_is_a_persons_matter(chat: Person) -> None:
    code = orders_for_cash(chat)
    pack(code)
    chat.says("change slot")
    chat.hears("errors-order-not-changeable", order_code=code)


def test_without_an_order_there_is_nothing_to_change(chat: Person) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.says("change slot")
    chat.hears("my-orders-nothing-to-change")
