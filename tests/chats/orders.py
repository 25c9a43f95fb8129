"""Stretches of chat that several stories begin with."""

from __future__ import annotations

from tests.support.chat import Person, Said
from tests.support.wording_match import says

HOME = "Palm Grove B-1203"


def is_asked_where(chat: Person, variety: str = "Alphonso", pack: str = "1 dozen") -> Said:
    """A new customer's first fruit: the cart, and the question for the home, in one message."""
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.taps(variety)
    chat.hears("ordering-variety")
    chat.taps(pack)
    asked = chat.hears("ordering-where")
    assert says(asked.text, chat.language, "ordering-cart-total", {})
    return asked


def fills_the_cart(chat: Person, variety: str = "Alphonso", pack: str = "1 dozen") -> None:
    """The same, and a look at the cart alone."""
    is_asked_where(chat, variety, pack)
    chat.says("cart")
    chat.hears("ordering-cart-total")


def reaches_the_slots(chat: Person, variety: str = "Alphonso", pack: str = "1 dozen") -> Said:
    is_asked_where(chat, variety, pack)
    chat.says(HOME)
    return chat.hears("ordering-when")


def reaches_the_summary(chat: Person, variety: str = "Alphonso", pack: str = "1 dozen") -> Said:
    reaches_the_slots(chat, variety, pack)
    chat.taps("Tomorrow")
    return chat.hears("ordering-summary")


def orders_for_cash(chat: Person) -> str:
    """A confirmed order; returns its code."""
    reaches_the_summary(chat)
    chat.taps("Cash on delivery")
    return code_in(chat.hears("notices-order-confirmed"))


def orders_and_pays(chat: Person) -> str:
    reaches_the_summary(chat)
    chat.taps("Pay online")
    chat.pays(chat.hears("notices-pay-here"))
    return code_in(chat.hears("notices-order-confirmed"))


def code_in(said: Said) -> str:
    """The order code that the first button of a message names."""
    return said.choices[0][0].rsplit(":", 1)[1]


def orders_the_same(regular: Person) -> str:
    """One tap on what is proposed; the order's code."""
    regular.says("same again")
    regular.hears_anything()
    regular.taps("Yes, cash")
    return code_in(regular.hears("notices-order-confirmed"))
