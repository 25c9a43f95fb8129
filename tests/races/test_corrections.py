"""One order corrected from two phones at once, while others want the last places of its window (fault F214)."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sqlmodel import Session

from core.checkout.basket import Channel
from core.clock import read_now
from core.orders.actions import place_cart
from tests.support.chat import Person
from tests.support.shelf import Shelf, race, refused
from tests.support.world import World

RIVALS = 3
HELD = "SELECT {what} FROM orders WHERE status = 'awaiting_payment'"
PACKS = """
    SELECT sum(i.quantity * i.base_units) FROM order_items i JOIN orders o ON o.id = i.order_id
     WHERE o.status = 'awaiting_payment'
"""
SAID = ("nahi kesar 3 kar do", "gate code 4321 bol dena", "1 dozen hapus bhi")


def order_now(customer_id: int) -> Callable[[Session], int]:
    return lambda session: place_cart(session, customer_id, Channel.WHATSAPP, read_now(session)).id


def test_two_corrections_at_once_and_a_window_that_fills(world: World, shelf: Shelf) -> None:
    """Each correction makes a new hold of the old one's place; nobody gets in between, and no correction is lost."""
    chat = Person(world, "new-customer")
    chat.says("2 dozen kesar tomorrow evening Palm Grove B-1203")
    chat.hears("ordering-summary")
    slot = shelf.read(HELD.format(what="slot_id"))
    rivals = shelf.buyers(RIVALS, slot_id=slot)
    shelf.change(f"UPDATE delivery_slots SET capacity = booked WHERE id = {slot}")
    with ThreadPoolExecutor(len(SAID)) as phones:
        sent = [phones.submit(write, world, words) for words in SAID]
        assert refused(race([order_now(rival) for rival in rivals])) == ["slot-full"] * RIVALS
        [each.result() for each in sent]
    world.settle()
    assert shelf.read(HELD.format(what="count(*)")) == 1
    assert shelf.read(PACKS) == (3 + 1) * 12
    assert shelf.read(HELD.format(what="note")) == "gate code 4321 bol dena"
    assert shelf.places(slot) == (shelf.places(slot)[0],) * 2
    world.assert_sound()


def write(world: World, words: str) -> None:
    body = {"type": "text", "text": words}
    world.outside.post("/sim/phones/new-customer/send", json=body).raise_for_status()
