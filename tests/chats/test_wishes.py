"""Words that change a placed order: `3 kar do`, `kesar hata do`, `sunday nahi saturday`, a word for the rider."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.chats.orders import orders_and_pays, orders_for_cash, orders_the_same
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.morning import SHOP, read_shop_time
from tests.support.world import World

ORDER = "SELECT {} FROM orders WHERE code = :code"


@pytest.fixture(autouse=True)
def founder_listens(founder: Person) -> None:
    """She hears of each change in her own chat."""
    founder.says("hi")
    founder.hears("founder-help")


def of(code: str, what: str) -> object:
    return ask_one(ORDER.format(what), code=code)


def test_fruit_by_its_name_begins_a_new_order(chat: Person) -> None:
    orders_for_cash(chat)
    chat.says("menu")
    chat.hears("ordering-menu-again")
    chat.says("1 dozen kesar")
    chat.hears("ordering-cart-total")


def test_words_are_enough(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("gate code 4321 bol dena")
    chat.hears("my-orders-noted", code=code, noted="yes")
    chat.says("half dozen kesar add kar do")
    chat.language = "hi-Latn"  # as it is written to us twice
    chat.hears("my-orders-change-total", kind="door", total="₹1,630")
    chat.says("haan")
    chat.hears("my-orders-changed-due", due="₹1,630")
    chat.says("kesar mat hatana")
    chat.hears("talk-understood-in-part", words="kesar")
    chat.says("kesar hata do")
    chat.hears("my-orders-change-total", kind="door", total="₹1,240")
    chat.says("haan")
    chat.hears("my-orders-changed", code=code)
    chat.says("himsagar 2 dozen add kar do")
    chat.hears("my-orders-fruit-stranger")
    chat.says("hapus hata do")
    chat.hears("my-orders-really-cancel", code=code)
    chat.says("nahi")
    chat.hears("my-orders-order", code=code)
    world.assert_sound()
    assert of(code, "note") == "gate code 4321 bol dena"


@pytest.mark.usefixtures("by_day")
def test_a_number_is_of_the_only_line_and_a_day_is_its_hours_on_that_day(chat: Person, world: World) -> None:
    code = orders_and_pays(chat)
    chat.says("nahi 2 kar do")
    chat.hears("my-orders-change-total", kind="door", due="₹1,160", total="₹2,400")
    chat.says("nahi")
    chat.hears("my-orders-order", total="₹1,240")
    before = of(code, "slot_id")
    tomorrow = read_shop_time().astimezone(SHOP).date() + timedelta(days=1)
    another, wanted = (tomorrow + timedelta(days=days) for days in (1, 2))
    chat.says(f"{another:%A} nahi {wanted:%A}".lower())
    chat.language = "hi-Latn"  # as it is written to us twice
    asked = chat.hears("my-orders-change-slot")
    assert f" {wanted.day} " in asked.text
    assert "subah 7–9 baje*" in asked.text
    chat.says("haan")
    chat.hears("my-orders-changed")
    assert of(code, "slot_id") != before
    world.assert_sound()


def test_words_wait_while_we_ask_which_order_they_are_about(regular: Person, world: World) -> None:
    codes = [orders_the_same(regular) for _ in range(2)]
    regular.says("menu")
    regular.hears("ordering-menu-again")
    regular.says("gate code 4321 bol dena")
    regular.hears("my-orders-which")
    regular.taps(codes[0])
    regular.hears("my-orders-noted", code=codes[0])
    assert [of(code, "note <> ''") for code in codes] == [True, False]
    world.assert_sound()


def test_in_hindi_too(chat: Person, world: World) -> None:
    orders_for_cash(chat)
    chat.says("हिन्दी")
    chat.language = "hi"
    chat.hears("help-language-chosen")
    chat.says("आधा दर्जन केसर जोड़ दो")
    chat.hears("my-orders-change-total", kind="door", total="₹1,630")
    chat.says("हाँ")
    chat.hears("my-orders-changed-due", due="₹1,630")
    chat.says("केसर हटा दो")
    chat.hears("my-orders-change-total", total="₹1,240")
    world.assert_sound()
