"""Bringing a placed order to another home: until it is packed, in its zone, at its price."""

from __future__ import annotations

from functools import partial

import pytest

from core.actor import Actor
from core.clock import read_now
from core.customers.addresses import add_address
from core.errors import Refusal
from core.orders.actions import confirm_cash_order
from core.orders.addressing import change_address
from core.orders.packing import pack_order
from core.orders.queries import apartment_of
from core.orders.tables import Order
from tests.support.actors import STAFF
from tests.support.shelf import Shelf, race


@pytest.fixture
def order(shelf: Shelf) -> Order:
    """A confirmed order to Palm Grove."""
    placed = shelf.place()
    return shelf.run(lambda session: confirm_cash_order(session, placed, read_now(session)))


def home(shelf: Shelf, customer_id: int, apartment: str, line: str) -> int:
    place = shelf.read("SELECT id FROM apartments WHERE name = :name", name=apartment)
    return shelf.run(lambda session: add_address(session, customer_id, place, line, read_now(session)).id)


def bring(shelf: Shelf, order: Order, address_id: int) -> Order:
    return shelf.run(
        lambda session: change_address(session, order.id, address_id, actor=Actor.customer(order.customer_id))
    )


def refused(shelf: Shelf, order: Order, address_id: int) -> str:
    with pytest.raises(Refusal) as caught:
        bring(shelf, order, address_id)
    return caught.value.code


def test_only_the_address_changes_and_it_is_audited(shelf: Shelf, order: Order) -> None:
    there = home(shelf, order.customer_id, "Lotus Court", "2-504 near lift")
    moved = bring(shelf, order, there)
    assert (moved.address_id, moved.address["apartment"], moved.address["line"]) == (
        there,
        "Lotus Court",
        "2-504 near lift",
    )
    assert set(moved.address) == set(order.address)
    assert apartment_of(moved) == {"en": "Lotus Court", "hi": "लोटस कोर्ट"}
    same = (
        "code",
        "status",
        "slot_id",
        "zone_id",
        "items_paise",
        "delivery_fee_paise",
        "total_paise",
        "payment_method",
    )
    assert [getattr(moved, name) for name in same] == [getattr(order, name) for name in same]
    assert bring(shelf, order, there).version == moved.version == order.version + 1
    audited = "SELECT details FROM audit_log WHERE action = 'order-readdressed'"
    assert shelf.read(audited) == {"version": moved.version, "from": order.address_id, "to": there}
    shelf.assert_sound()


def test_another_zone_and_somebody_elses_home_are_refused(shelf: Shelf, order: Order) -> None:
    assert refused(shelf, order, home(shelf, order.customer_id, "Gulmohar Enclave", "G1 302")) == "order-in-other-zone"
    assert refused(shelf, order, home(shelf, shelf.meet(), "Palm Grove", "C-1")) == "address-unknown"
    assert refused(shelf, order, 0) == "address-unknown"
    assert shelf.order(order.id).address == order.address


def test_packed_means_fixed_also_when_both_happen_at_once(shelf: Shelf, order: Order) -> None:
    there = home(shelf, order.customer_id, "Lotus Court", "2-504")
    pack = partial(pack_order, order_id=order.id, actor=STAFF, now=shelf.run(read_now))
    _, outcome = race(
        [pack, partial(change_address, order_id=order.id, address_id=there, actor=Actor.customer(order.customer_id))]
    )
    assert isinstance(outcome, Order) or (isinstance(outcome, Refusal) and outcome.code == "address-fixed")
    assert (shelf.order(order.id).address_id == there) == isinstance(outcome, Order)
    assert refused(shelf, order, home(shelf, order.customer_id, "Palm Grove", "C-1")) == "address-fixed"
    shelf.assert_sound()


def test_an_order_that_is_not_paid_yet_moves_with_its_cart(shelf: Shelf) -> None:
    unpaid = shelf.order(shelf.place())
    assert refused(shelf, unpaid, home(shelf, unpaid.customer_id, "Lotus Court", "2-504")) == "address-fixed"
