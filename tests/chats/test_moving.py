"""`change address` after ordering: until it is packed an order moves within its zone, else a person helps."""

from __future__ import annotations

from tests.chats.orders import code_in, orders_for_cash
from tests.support.chat import Person
from tests.support.counter import ask_one, pack
from tests.support.world import World

OPEN_ORDER = ["Order again", "Cancel order", "Change address"]
WHERE = "SELECT address ->> 'line' FROM orders WHERE code = :code"


def test_an_order_moves_within_its_zone_after_one_clear_question(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("change address")
    chat.hears("ordering-move-where", code=code, home="B-1203", apartment="Palm Grove")
    chat.says("Gulmohar Enclave G2-501")
    chat.hears("errors-order-in-other-zone", order_code=code, apartment="Gulmohar Enclave")
    chat.says("lotus 504")
    chat.hears("ordering-which-tower", apartment="Lotus Court", line="504")
    chat.taps("2")
    asked = chat.hears("ordering-really-move", code=code, home="2-504", apartment="Lotus Court", old_home="B-1203")
    assert [title for _, title in asked.choices] == ["Yes, bring it there", "Keep the old one"]
    chat.says("not sure")
    chat.hears("ordering-really-move")
    assert ask_one(WHERE, code=code) == "B-1203"
    chat.says("haan kar do")
    chat.hears("ordering-moved", code=code, home="2-504", apartment="Lotus Court", buttons=OPEN_ORDER)
    assert ask_one(WHERE, code=code) == "2-504"
    assert ask_one("SELECT count(*) FROM audit_log WHERE action = 'order-readdressed'") == 1
    assert ask_one("SELECT count(*) FROM addresses WHERE line = 'G2-501'") == 0
    chat.taps("Yes, bring it there", asked)
    chat.hears("my-orders-order")
    world.assert_sound()


def test_the_old_address_may_be_kept(chat: Person) -> None:
    code = orders_for_cash(chat)
    chat.says("track")
    chat.hears("my-orders-order", buttons=OPEN_ORDER)
    chat.taps("Change address")
    chat.hears("ordering-move-where", code=code)
    chat.says("Palm Grove C-402")
    chat.hears("ordering-really-move", home="C-402")
    chat.says("no")
    chat.hears("my-orders-order", home="B-1203")


def test_a_packed_order_moves_only_by_a_person(chat: Person) -> None:
    code = orders_for_cash(chat)
    chat.says("change address")
    chat.hears("ordering-move-where")
    chat.says("Palm Grove C-402")
    asked = chat.hears("ordering-really-move")
    pack(code)
    chat.taps("Yes, bring it there", asked)
    chat.hears("errors-address-fixed", order_code=code)
    assert ask_one(WHERE, code=code) == "B-1203"
    chat.says("menu")
    chat.hears("ordering-menu-again")
    chat.says("change my address")
    chat.hears("errors-address-fixed", buttons=["Order again", "See mangoes", "Talk to us"])


def test_with_nothing_ordered_there_is_no_address_to_change(chat: Person) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.says("change address")
    chat.hears("ordering-nothing-to-move")


def test_who_orders_anew_meanwhile_speaks_of_the_new_cart(regular: Person) -> None:
    regular.says("hi")
    regular.hears("ordering-again")
    regular.taps("Yes, cash")
    code = code_in(regular.hears("notices-order-confirmed"))
    regular.says("change address")
    regular.hears("ordering-move-where", code=code)
    regular.says("1 dozen kesar")
    regular.hears("talk-understood-in-part", words="1 · dozen · kesar", whole="yes")
    regular.says("menu")
    regular.hears("ordering-menu-again")
    regular.says("1 dozen kesar")
    regular.hears("ordering-cart-total")
    regular.says("change address")
    regular.hears("ordering-where-known")
    regular.says("Palm Grove A-7")
    regular.hears("ordering-when", line="A-7")
    assert ask_one(WHERE, code=code) == "B-1203"
