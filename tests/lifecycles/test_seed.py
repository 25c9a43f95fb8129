"""The demo shop's stock, people and windows."""

from __future__ import annotations

from core.actor import Actor, Role
from core.carts.queries import read_cart
from core.checkout.basket import Channel
from core.clock import read_now
from core.delivery.queries import windows_with_orders
from core.delivery.riding import start_run
from core.orders.queries import last_delivered_or_confirmed
from core.orders.repeating import refill_from_order
from jamango.demo.deliveries import seed_deliveries
from jamango.demo.seed import seed_demo
from tests.support.shelf import Shelf

COUNTS = """
    SELECT concat_ws(' ', (SELECT count(*) FROM products), (SELECT count(*) FROM packs),
        (SELECT count(*) FROM zones), (SELECT count(*) FROM apartments), (SELECT count(*) FROM staff),
        (SELECT count(*) FROM users), (SELECT count(*) FROM orders), (SELECT sum(on_hand) FROM inventory))
"""


def test_seeding_twice_changes_nothing_and_later_only_adds_windows(shelf: Shelf) -> None:
    slots = "SELECT count(*) FROM delivery_slots"
    before = (shelf.read(COUNTS), shelf.read(slots))
    shelf.run(lambda session: seed_demo(session, read_now(session)))
    assert (shelf.read(COUNTS), shelf.read(slots)) == before
    shelf.wait(days=1)
    shelf.run(lambda session: seed_demo(session, read_now(session)))
    assert shelf.read(COUNTS) == before[0]
    assert shelf.read(slots) > before[1]
    shelf.assert_sound()


def test_the_demo_has_what_the_issue_asks_for(shelf: Shelf) -> None:
    assert shelf.read(COUNTS).split()[:7] == ["10", "30", "2", "6", "2", "1", "1"]
    assert shelf.read("SELECT count(DISTINCT day) FROM delivery_slots WHERE open") in {13, 14}
    assert shelf.read("SELECT count(*) FROM outbox") == 0, "nobody hears of a past that was made up"


def test_the_regular_can_order_the_same_again(shelf: Shelf) -> None:
    regular = shelf.read("SELECT customer_id FROM identities WHERE value = '910000000102'")
    last = shelf.run(lambda session: last_delivered_or_confirmed(session, regular))
    assert last is not None
    assert (last.status, last.address["line"]) == ("delivered", "B-1203")
    shelf.run(lambda session: refill_from_order(session, regular, last.id, read_now(session)))
    cart = shelf.run(lambda session: read_cart(session, regular, Channel.WHATSAPP, read_now(session)))
    assert [(line.names["en"], line.quantity) for line in cart.lines] == [("Alphonso · Hapus", 1)]
    assert cart.address is not None
    assert cart.address.line == "B-1203"


def test_the_demos_rider_has_a_run_that_he_can_start(shelf: Shelf) -> None:
    for _ in range(2):
        shelf.run(lambda session: seed_deliveries(session, read_now(session)))
    run_id = shelf.read("SELECT id FROM runs WHERE status = 'planned'")
    rider = Actor.staff(shelf.read("SELECT id FROM staff WHERE role = 'rider'"), Role.RIDER)
    (window,) = shelf.run(lambda session: windows_with_orders(session, read_now(session)))
    assert (window.orders, window.unassigned, window.is_open) == (8, 2, False)
    assert shelf.read("SELECT count(*) FROM outbox") == 0, "nobody hears of orders that were made up"
    assert shelf.run(lambda session: start_run(session, run_id, actor=rider, now=read_now(session))) == 6
    assert shelf.read("SELECT count(DISTINCT chat_id) FROM outbox WHERE kind = 'notice'") == 1, "only who has a phone"
    shelf.assert_sound()
