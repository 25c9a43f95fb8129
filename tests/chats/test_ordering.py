"""Ordering, as it is chatted."""

from __future__ import annotations

from tests.support.chat import Person
from tests.support.world import World


def test_a_new_customer_orders_by_taps_and_pays_online(chat: Person, world: World) -> None:
    chat.says("hi")
    first = chat.hears("ordering-menu-first", shop="Jamango")
    assert first.footer, "the privacy notice is the footer of the first message"
    chat.taps("Alphonso")
    chat.hears("ordering-variety", buttons=["Half dozen · ₹650", "1 dozen · ₹1,200", "Peti (2 dozen)"])
    chat.taps("1 dozen")
    chat.hears("ordering-cart-total", total="₹1,200", buttons=["Checkout", "Add more", "Change"])
    chat.taps("Checkout")
    chat.hears("ordering-where")
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-when", line="B-1203", apartment="Palm Grove")
    chat.taps("Tomorrow")
    chat.hears("ordering-summary", total="₹1,240", buttons=["Pay online", "Cash on delivery", "Change something"])
    chat.taps("Pay online")
    chat.pays(chat.hears("notices-pay-here"))
    chat.hears("notices-order-confirmed")
    assert chat.count_heard() <= 8, "the messages of a new customer's paid order are billed one by one"
    world.assert_sound()
