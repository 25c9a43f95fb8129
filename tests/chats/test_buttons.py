"""Old buttons never act, and a button acts once (faults F25 and F26)."""

from __future__ import annotations

from tests.chats.orders import fills_the_cart, orders_for_cash, reaches_the_slots, reaches_the_summary
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.world import World

ORDERS = "SELECT count(*) FROM orders o JOIN users u ON u.id = o.customer_id WHERE u.name = 'Meera'"
LINKS = "SELECT count(*) FROM payment_links"


def test_a_double_tap_on_a_pack_puts_it_in_once(chat: Person) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.taps("Kesar")
    chat.hears("ordering-variety")
    chat.taps_twice("1 dozen")
    chat.hears("ordering-cart-total", total="₹800")
    chat.hears("ordering-already-in-cart")
    chat.says("cart")
    chat.hears("ordering-cart-total", total="₹800")


def test_a_double_tap_on_pay_makes_one_link_and_shows_it_again(chat: Person, world: World) -> None:
    summary = reaches_the_summary(chat)
    chat.taps("Pay online")
    link = chat.hears("notices-pay-here")
    chat.taps("Pay online", summary)
    again = chat.hears("ordering-pay-here")
    assert again.url == link.url
    assert ask_one(LINKS) == 1
    world.assert_sound()


def test_a_double_tap_on_cash_makes_one_order_and_shows_it(chat: Person, world: World) -> None:
    summary = reaches_the_summary(chat)
    chat.taps("Cash on delivery")
    chat.hears("notices-order-confirmed")
    chat.taps("Cash on delivery", summary)
    chat.hears("my-orders-order")
    assert ask_one(ORDERS) == 1
    world.assert_sound()


def test_buttons_from_before_an_order_do_not_touch_the_next_one(chat: Person) -> None:
    chat.says("hi")
    menu = chat.hears("ordering-menu-first")
    chat.taps("Alphonso")
    card = chat.hears("ordering-variety")
    chat.taps("1 dozen")
    chat.hears("ordering-where")
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-when")
    chat.taps("Tomorrow")
    summary = chat.hears("ordering-summary")
    chat.taps("Cash on delivery")
    chat.hears("notices-order-confirmed")
    for old, title in ((menu, "Kesar"), (card, "Half dozen"), (summary, "Change something")):
        chat.taps(title, old)
        chat.hears("talk-old-menu")
    assert ask_one("SELECT count(*) FROM cart_items") == 0


def test_earlier_menus_of_the_same_shopping_stay_good(chat: Person) -> None:
    chat.says("hi")
    menu = chat.hears("ordering-menu-first")
    chat.taps("Alphonso")
    card = chat.hears("ordering-variety")
    chat.taps("1 dozen")
    chat.hears("ordering-cart-total", total="₹1,200")
    chat.taps("Half dozen", card)
    chat.hears("ordering-cart-total", total="₹1,850")
    chat.taps("Kesar", menu)
    chat.hears("ordering-variety", name="Kesar")


def test_yesterdays_menu_is_answered_with_a_fresh_one(chat: Person, world: World) -> None:
    chat.says("hi")
    menu = chat.hears("ordering-menu-first")
    world.advance(hours=20)
    chat.taps("Kesar", menu)
    chat.hears("talk-old-menu")
    chat.taps("Kesar")
    chat.hears("ordering-variety")


def test_the_summary_of_a_changed_order_cannot_be_paid(chat: Person, world: World) -> None:
    first = reaches_the_summary(chat)
    chat.says("3 half dozen kesar")
    chat.hears("ordering-summary", total="₹2,490")
    chat.taps("Pay online", first)
    chat.hears("talk-old-menu")
    assert ask_one(LINKS) == 0
    world.assert_sound()


def test_two_taps_on_a_slot_hold_once(chat: Person, world: World) -> None:
    reaches_the_slots(chat)
    chat.taps_twice("Tomorrow")
    chat.hears("ordering-summary")
    chat.hears("ordering-summary")
    assert ask_one(ORDERS) == 1
    world.assert_sound()


def test_a_button_that_is_not_ours_changes_nothing(chat: Person) -> None:
    fills_the_cart(chat)
    for made_up in ("?", "hello", "1:nonsense:x", "1:sets_quantity:1x-5", "1:picks_pack:0x0", "n:pays_cash:NOSUCH"):
        reply = {"type": "button_reply", "button_reply": {"id": made_up, "title": "x"}}
        chat.sends("raw", message={"type": "interactive", "interactive": reply})
        chat.hears("ordering-cart-total", total="₹1,200")
    chat.sends("raw", message={"type": "button", "button": {"payload": "n:order_again:NOSUCH", "text": "x"}})
    chat.hears("errors-order-unknown")


def test_the_notices_button_orders_the_same_again(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("my orders")
    chat.hears("my-orders-order", code=code)
    chat.taps("Order again")
    chat.hears("ordering-summary", total="₹1,240")
    world.assert_sound()
