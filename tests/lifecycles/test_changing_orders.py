"""Changing a placed order: where it goes, when it comes, what the rider is told, and the cart it was made of."""

from __future__ import annotations

from functools import partial

import pytest

from core.actor import Actor
from core.checkout.basket import BasketLine
from core.checkout.revision import keep_discount, revise_lines
from core.clock import read_now
from core.customers.addresses import add_address
from core.errors import Refusal
from core.orders.actions import confirm_cash_order
from core.orders.packing import pack_order
from core.orders.queries import apartment_of
from core.orders.revision import Change
from core.orders.tables import Order
from core.payments.changing import Outcome, change_order
from tests.support.actors import STAFF
from tests.support.shelf import Shelf, race

AUDITED = "SELECT details -> '{}' FROM audit_log WHERE action = 'order-changed' ORDER BY id DESC LIMIT 1"
NOTED = "SELECT count(*) FROM audit_log WHERE details::text LIKE '%4321%'"


@pytest.fixture
def order(shelf: Shelf) -> Order:
    """A confirmed order to Palm Grove."""
    placed = shelf.place()
    return shelf.run(lambda session: confirm_cash_order(session, placed, read_now(session)))


def home(shelf: Shelf, customer_id: int, apartment: str, line: str) -> int:
    place = shelf.read("SELECT id FROM apartments WHERE name = :name", name=apartment)
    return shelf.run(lambda session: add_address(session, customer_id, place, line, read_now(session)).id)


def change(shelf: Shelf, order: Order, wanted: Change) -> Outcome:
    actor = Actor.customer(order.customer_id)
    return shelf.run(lambda session: change_order(session, order.id, wanted, actor=actor, now=read_now(session)))


def refused(shelf: Shelf, order: Order, wanted: Change) -> str:
    with pytest.raises(Refusal) as caught:
        change(shelf, order, wanted)
    return caught.value.code


def other_slot(shelf: Shelf, order: Order) -> int:
    return int(
        shelf.read(
            "SELECT slot_id FROM open_slots() WHERE zone_id = :zone AND slot_id <> :slot"
            " ORDER BY starts_at DESC LIMIT 1",
            zone=order.zone_id,
            slot=order.slot_id,
        )
    )


def open_at_the_same_time(shelf: Shelf, order: Order, zone_of: int) -> None:
    """The zone of that home delivers then as well."""
    shelf.change(
        "INSERT INTO delivery_slots (zone_id, day, starts_at, ends_at, cutoff_at, capacity)"
        " SELECT b.zone_id, s.day, s.starts_at, s.ends_at, s.cutoff_at, 5 FROM delivery_slots s, addresses a"
        f" JOIN apartments b ON b.id = a.apartment_id WHERE s.id = {order.slot_id} AND a.id = {zone_of}"
        " ON CONFLICT DO NOTHING"
    )


def close_at_the_same_time(shelf: Shelf, order: Order) -> None:
    """No other zone delivers then, whatever the weekday."""
    then = f"(SELECT starts_at FROM delivery_slots WHERE id = {order.slot_id})"
    shelf.change(f"UPDATE delivery_slots SET open = false WHERE starts_at = {then} AND id <> {order.slot_id}")


def test_only_the_address_changes_and_it_is_audited_without_it(shelf: Shelf, order: Order) -> None:
    there = home(shelf, order.customer_id, "Lotus Court", "2-504 near lift")
    change(shelf, order, Change(address_id=there))
    moved = shelf.order(order.id)
    assert (moved.address_id, moved.address["line"]) == (there, "2-504 near lift")
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
    assert change(shelf, order, Change(address_id=there)).is_nothing
    assert shelf.order(order.id).version == order.version + 1
    before, after = shelf.read(AUDITED.format("before")), shelf.read(AUDITED.format("after"))
    assert (before["address_id"], after["address_id"]) == (order.address_id, there)
    assert before["items"] == after["items"] == [[shelf.pack(), 1, 120_000]]
    assert "504" not in str(after)
    shelf.assert_sound()


def test_in_another_zone_its_fee_holds_and_its_window_of_the_same_time(shelf: Shelf, order: Order) -> None:
    there = home(shelf, order.customer_id, "Gulmohar Enclave", "G1 302")
    open_at_the_same_time(shelf, order, there)
    shelf.change("UPDATE zones SET fee_paise = 9900 WHERE slug <> 'lakeside'")
    outcome = change(shelf, order, Change(address_id=there))
    moved = shelf.order(order.id)
    assert (outcome.before.starts_at, outcome.before.ends_at) == (outcome.after.starts_at, outcome.after.ends_at)
    assert moved.zone_id != order.zone_id
    assert moved.slot_id != order.slot_id
    assert (moved.delivery_fee_paise, moved.total_paise) == (9_900, order.items_paise + 9_900)
    shelf.assert_sound()


def test_in_another_zone_without_that_window_another_must_be_chosen(shelf: Shelf, order: Order) -> None:
    there = home(shelf, order.customer_id, "Gulmohar Enclave", "G1 302")
    close_at_the_same_time(shelf, order)
    assert refused(shelf, order, Change(address_id=there)) == "slot-missing"
    slot = int(shelf.read(f"SELECT min(slot_id) FROM open_slots() WHERE zone_id <> {order.zone_id}"))
    change(shelf, order, Change(address_id=there, slot_id=slot))
    assert shelf.order(order.id).slot_id == slot
    shelf.assert_sound()


def test_in_another_zone_its_minimum_holds(shelf: Shelf, order: Order) -> None:
    there = home(shelf, order.customer_id, "Gulmohar Enclave", "G1 302")
    open_at_the_same_time(shelf, order, there)
    shelf.change("UPDATE zones SET minimum_paise = 500000, free_above_paise = 600000 WHERE slug <> 'lakeside'")
    assert refused(shelf, order, Change(address_id=there)) == "below-minimum"
    assert shelf.order(order.id).address == order.address


def test_somebody_elses_home_and_none_are_refused(shelf: Shelf, order: Order) -> None:
    assert refused(shelf, order, Change(address_id=home(shelf, shelf.meet(), "Palm Grove", "C-1"))) == "address-unknown"
    assert refused(shelf, order, Change(address_id=-1)) == "address-unknown"
    assert shelf.order(order.id).address == order.address


def test_another_window_takes_a_place_there_and_gives_the_first_one_back(shelf: Shelf, order: Order) -> None:
    slot = other_slot(shelf, order)
    booked = shelf.places(order.slot_id)[1], shelf.places(slot)[1]
    change(shelf, order, Change(slot_id=slot))
    assert (shelf.places(order.slot_id)[1], shelf.places(slot)[1]) == (booked[0] - 1, booked[1] + 1)
    assert shelf.order(order.id).total_paise == order.total_paise
    shelf.assert_sound()


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("UPDATE delivery_slots SET capacity = booked WHERE id = {}", "slot-full"),
        ("UPDATE delivery_slots SET open = false WHERE id = {}", "slot-closed"),
        ("UPDATE delivery_slots SET cutoff_at = jamango_now() WHERE id = {}", "slot-past"),
        ("UPDATE delivery_slots SET zone_id = (SELECT id FROM zones WHERE slug <> 'lakeside' LIMIT 1), starts_at ="
         " starts_at + interval '7 min' WHERE id = {}", "slot-unknown"),
    ],
)  # fmt: skip
def test_a_window_that_cannot_be_had_leaves_it_in_its_own(shelf: Shelf, order: Order, damage: str, code: str) -> None:
    slot = other_slot(shelf, order)
    shelf.change(damage.format(slot))
    assert refused(shelf, order, Change(slot_id=slot)) == code
    assert refused(shelf, order, Change(slot_id=-1)) == "slot-unknown"
    assert shelf.order(order.id).slot_id == order.slot_id
    shelf.assert_sound()


def test_a_window_full_of_holds_that_lapsed_is_not_full(shelf: Shelf, order: Order) -> None:
    slot = other_slot(shelf, order)
    lapsed = shelf.place(shelf.fill_cart(shelf.meet(), slot_id=slot))
    shelf.change(f"UPDATE delivery_slots SET capacity = booked WHERE id = {slot}")
    shelf.wait(minutes=11)
    change(shelf, order, Change(slot_id=slot))
    assert shelf.order(lapsed).status == "expired"
    shelf.assert_sound()


def test_a_window_that_has_passed_can_still_be_given_up_for_another(shelf: Shelf, order: Order) -> None:
    shelf.change(f"UPDATE delivery_slots SET cutoff_at = jamango_now() - interval '9 h', starts_at = jamango_now()"
                 f" - interval '8 h', ends_at = jamango_now() WHERE id = {order.slot_id}",
                 f"UPDATE orders SET confirmed_at = jamango_now() - interval '1 h' WHERE id = {order.id}")  # fmt: skip
    assert refused(shelf, order, Change(note="late")) == "slot-past"
    change(shelf, order, Change(slot_id=other_slot(shelf, order)))
    shelf.assert_sound()


def test_a_note_for_the_rider_is_kept_and_never_audited(shelf: Shelf, order: Order) -> None:
    change(shelf, order, Change(note="  gate code\n4321 "))
    assert shelf.order(order.id).note == "gate code 4321"
    assert shelf.read(NOTED) == 0
    change(shelf, order, Change(note=""))
    assert shelf.order(order.id).note == ""
    shelf.assert_sound()


def test_packed_means_fixed_also_when_both_happen_at_once(shelf: Shelf, order: Order) -> None:
    there = home(shelf, order.customer_id, "Lotus Court", "2-504")
    now = shelf.run(read_now)
    wanted, actor = Change(address_id=there), Actor.customer(order.customer_id)
    _, outcome = race(
        [
            partial(pack_order, order_id=order.id, actor=STAFF, now=now),
            partial(change_order, order_id=order.id, change=wanted, actor=actor, now=now),
        ]
    )
    assert isinstance(outcome, Outcome) or (isinstance(outcome, Refusal) and outcome.code == "order-not-changeable")
    assert (shelf.order(order.id).address_id == there) == isinstance(outcome, Outcome)
    assert refused(shelf, order, Change(note="x")) == "order-not-changeable"
    shelf.assert_sound()


def test_the_cart_goes_with_an_order_that_is_not_paid_yet(shelf: Shelf) -> None:
    kesar = shelf.pack("kesar")
    unpaid = shelf.order(shelf.place(shelf.fill_cart(shelf.meet(), {shelf.pack(): 2, kesar: 1})))
    slot = other_slot(shelf, unpaid)
    there = home(shelf, unpaid.customer_id, "Lotus Court", "2-504")
    change(shelf, unpaid, Change({shelf.pack(): 1}, there, slot, "ring twice"))
    cart = "SELECT (address_id, slot_id, note)::text FROM carts WHERE customer_id = :id"
    lines = (
        "SELECT jsonb_object_agg(pack_id, quantity) FROM cart_items JOIN carts c ON c.id = cart_id"
        " WHERE c.customer_id = :id"
    )
    assert shelf.read(cart, id=unpaid.customer_id) == f'({there},{slot},"ring twice")'
    assert shelf.read(lines, id=unpaid.customer_id) == {str(shelf.pack()): 1}
    shelf.assert_sound()
    again = shelf.order(shelf.place(unpaid.customer_id))
    assert (again.slot_id, again.address_id, again.total_paise) == (slot, there, shelf.order(unpaid.id).total_paise)
    shelf.assert_sound()


def test_a_hold_that_is_over_and_money_that_is_being_looked_at_are_left_alone(shelf: Shelf) -> None:
    unpaid = shelf.order(shelf.place())
    shelf.change(f"UPDATE orders SET parked = '{{\"INR\": 100}}' WHERE id = {unpaid.id}")
    assert refused(shelf, unpaid, Change(note="x")) == "money-is-here"
    shelf.change(f"UPDATE orders SET parked = '{{}}' WHERE id = {unpaid.id}")
    shelf.wait(minutes=11)
    assert refused(shelf, unpaid, Change(note="x")) == "hold-ended"
    shelf.assert_sound()


def line(pack_id: int, quantity: int, price: int = 100) -> BasketLine:
    return BasketLine(pack_id, pack_id, {}, {}, quantity, 12, price, 0, 1)


def test_lines_become_what_is_wanted() -> None:
    lines = [line(1, 2), line(2, 1), line(1, 1, 130)]
    assert revise_lines(lines, {1: 3, 2: 1}, {}) == lines
    assert revise_lines(lines, {1: 2, 2: 1}, {}) == lines[:2]
    assert revise_lines(lines, {2: 1}, {}) == [line(2, 1)]
    assert revise_lines(lines, {1: 4, 2: 1}, {1: line(1, 4, 130)}) == [line(1, 2), line(2, 1), line(1, 2, 130)]
    assert revise_lines(lines, {1: 3, 2: 1, 3: 2}, {3: line(3, 2)}) == [*lines, line(3, 2)]
    with pytest.raises(Refusal, match="not-for-sale"):
        revise_lines(lines, {1: 5}, {})


def test_what_was_taken_off_shrinks_with_the_fruit_and_never_grows() -> None:
    before = [line(1, 2, 10_000)]
    assert keep_discount(4_000, before, [line(1, 1, 10_000)]).flat_paise == 2_000
    assert keep_discount(4_000, before, [line(1, 5, 10_000)]).flat_paise == 4_000
