"""My orders, tracking, cancelling with the exact refund."""

from __future__ import annotations

from tests.chats.orders import orders_and_pays, orders_for_cash, reaches_the_summary
from tests.support.chat import Person
from tests.support.counter import pack
from tests.support.world import World

OPEN_ORDER = ["Order again", "Cancel order", "Change order"]


def test_without_orders_there_is_a_way_to_the_menu(chat: Person) -> None:
    chat.says("my orders")
    chat.hears("my-orders-none", buttons=["See mangoes"])
    chat.taps("See mangoes")
    chat.hears("ordering-menu-again")


def test_a_paid_order_is_cancelled_with_its_refund(chat: Person, world: World) -> None:
    code = orders_and_pays(chat)
    chat.says("track")
    chat.hears("my-orders-order", code=code, method="online", buttons=OPEN_ORDER)
    chat.taps("Cancel order")
    chat.hears("my-orders-really-cancel", paid="yes", refund="₹1,240", buttons=["Yes, cancel", "Keep it"])
    chat.taps("Yes, cancel")
    chat.hears("my-orders-cancelled", paid="yes", refund="₹1,240")
    chat.hears("notices-refund-processed", amount="₹1,240")
    world.settle()
    assert [refund["amount"] for refund in world.books()["refunds"]] == [124000]
    world.assert_sound()


def test_keeping_the_order_changes_nothing(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("cancel my order")
    chat.hears("my-orders-really-cancel", paid="no")
    chat.says("no")
    chat.hears("my-orders-order", code=code, buttons=OPEN_ORDER)
    world.assert_sound()


def test_a_packed_order_offers_no_cancelling(chat: Person) -> None:
    code = orders_for_cash(chat)
    pack(code)
    chat.says("where is my order?")
    chat.hears("my-orders-status", status="packed", buttons=["Order again", "See mangoes", "Talk to us"])


def test_several_orders_are_a_list(regular: Person) -> None:
    regular.says("hi")
    regular.hears("ordering-again")
    regular.taps("Yes, cash")
    regular.hears("notices-order-confirmed")
    regular.says("my orders")
    orders = regular.hears("my-orders-list")
    assert [title.split(" | ")[1].split(" · ")[0] for _, title in orders.choices[:2]] == ["Confirmed", "Delivered"]
    regular.taps(orders.choices[1][1])
    regular.hears("my-orders-status", status="delivered")


def test_nobody_sees_anothers_order(chat: Person, regular: Person) -> None:
    regular.says("my orders")
    code = regular.hears("my-orders-order").text.split()[1].strip("*")
    chat.says("hi")
    chat.hears("ordering-menu-first")
    for trigger in ("opens_order", "wants_cancel", "cancels_order"):
        reply = {"type": "button_reply", "button_reply": {"id": f"n:{trigger}:{code}", "title": "x"}}
        chat.sends("raw", message={"type": "interactive", "interactive": reply})
        assert code not in chat.hears_anything().text


def test_the_confirmation_and_the_card_say_what_goes_where_and_for_how_much(chat: Person) -> None:
    reaches_the_summary(chat)
    chat.taps("Change something")
    chat.hears("ordering-changes")
    chat.taps("Note for the rider")
    chat.hears("ordering-note")
    chat.says("ring twice")
    chat.hears("ordering-summary")
    chat.taps("Cash on delivery")
    fruit = "1 × Alphonso · Hapus, 1 dozen"
    chat.hears("notices-order-confirmed", items=fruit, home="B-1203", apartment="Palm Grove", total="₹1,240")
    chat.says("my orders")
    chat.hears("my-orders-order", fee="₹40", total="₹1,240", noted="yes", note="ring twice", method="cod")
