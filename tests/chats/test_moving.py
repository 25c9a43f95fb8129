"""`change address` after ordering: until it is packed an order goes to another home, at that zone's price and times."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from core.db import transaction
from tests.chats.orders import code_in, orders_for_cash
from tests.support.chat import Person
from tests.support.counter import ask_one, pack
from tests.support.world import World

OPEN_ORDER = ["Order again", "Cancel order", "Change order"]
YES_OR_NO = ["Yes, change it", "Keep it as it is"]
WHERE = "SELECT address ->> 'line' FROM orders WHERE code = :code"


@pytest.fixture(autouse=True)
def founder_listens(founder: Person) -> None:
    """She hears of each change in her own chat."""
    founder.says("hi")
    founder.hears("founder-help")


def test_an_order_moves_after_one_clear_question(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("change address")
    chat.hears("ordering-move-where", code=code, home="B-1203", apartment="Palm Grove")
    chat.says("lotus 504")
    chat.hears("ordering-which-tower", apartment="Lotus Court", line="504")
    chat.taps("2")
    asked = chat.hears("my-orders-change-home", home="2-504", apartment="Lotus Court", old_home="B-1203")
    assert [title for _, title in asked.choices] == YES_OR_NO
    assert "The total stays ₹1,240." in asked.text
    chat.says("not sure")
    chat.hears("my-orders-change-home")
    assert ask_one(WHERE, code=code) == "B-1203"
    chat.says("haan kar do")
    chat.hears("my-orders-changed", code=code, buttons=OPEN_ORDER)
    assert ask_one(WHERE, code=code) == "2-504"
    assert ask_one("SELECT count(*) FROM audit_log WHERE action = 'order-changed'") == 1
    chat.taps("Yes, change it", asked)
    chat.hears("my-orders-order")
    world.assert_sound()


@pytest.mark.usefixtures("by_day")
def test_another_zone_has_its_own_times_and_its_own_price(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    with transaction() as session:
        session.execute(text("UPDATE zones SET fee_paise = 9900, free_above_paise = 900000 WHERE slug <> 'lakeside'"))
    chat.says("change address")
    chat.hears("ordering-move-where", code=code)
    chat.says("Gulmohar Enclave G2-501")
    times = chat.hears("my-orders-other-times-there")
    chat.taps(times.choices[0][1])
    asked = chat.hears("my-orders-change-home", home="G2-501", apartment="Gulmohar Enclave")
    assert "Total: ₹1,299" in asked.text
    chat.taps("Yes, change it")
    chat.hears("my-orders-changed-due", due="₹1,299")
    assert ask_one(WHERE, code=code) == "G2-501"
    world.assert_sound()


def test_the_old_address_may_be_kept(chat: Person) -> None:
    code = orders_for_cash(chat)
    chat.says("track")
    chat.hears("my-orders-order", buttons=OPEN_ORDER)
    chat.taps("Change order")
    chat.hears("my-orders-what-to-change", code=code)
    chat.taps("Address")
    chat.hears("ordering-move-where", code=code)
    chat.says("Palm Grove C-402")
    chat.hears("my-orders-change-home", home="C-402")
    chat.says("no")
    chat.hears("my-orders-order", home="B-1203")


def test_a_packed_order_moves_only_by_a_person(chat: Person) -> None:
    code = orders_for_cash(chat)
    chat.says("change address")
    chat.hears("ordering-move-where")
    chat.says("Palm Grove C-402")
    asked = chat.hears("my-orders-change-home")
    pack(code)
    chat.taps("Yes, change it", asked)
    chat.hears("errors-order-not-changeable", order_code=code)
    assert ask_one(WHERE, code=code) == "B-1203"
    chat.says("menu")
    chat.hears("ordering-menu-again")
    chat.says("change my address")
    chat.hears("errors-order-not-changeable", buttons=["Order again", "See mangoes", "Talk to us"])


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
