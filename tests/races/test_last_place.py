"""Many buyers, one place in a window (invariant I3)."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlmodel import Session

import core.slots.actions
from core.actor import Actor
from core.checkout.basket import Channel
from core.clock import read_now
from core.orders.actions import cancel_order_row, place_cart
from core.orders.locks import lock_order
from core.query import Query
from core.slots.actions import close_slot, set_capacity
from tests.support.actors import STAFF
from tests.support.patience import PATIENCE_SECONDS
from tests.support.shelf import Shelf, race, refused

BUYERS = 12
GUARD = " AND booked < capacity"


def order_now(customer_id: int) -> Callable[[Session], int]:
    return lambda session: place_cart(session, customer_id, Channel.WHATSAPP, read_now(session)).id


def leave_places(shelf: Shelf, slot_id: int, left: int) -> None:
    booked = shelf.places(slot_id)[1]
    shelf.run(lambda session: set_capacity(session, slot_id, booked + left, STAFF))


def test_control_read_check_write_gives_one_place_to_all(shelf: Shelf) -> None:
    slot = shelf.slot()
    leave_places(shelf, slot, 1)
    everybody_has_looked = threading.Barrier(BUYERS)

    def look_then_take(session: Session) -> bool:
        query = f"SELECT booked, capacity FROM delivery_slots WHERE id = {slot}"
        booked, capacity = session.execute(text(query)).one()
        everybody_has_looked.wait(PATIENCE_SECONDS)
        if booked >= capacity:
            return False
        session.execute(text(f"UPDATE delivery_slots SET booked = {booked} + 1 WHERE id = {slot}"))
        return True

    assert race([look_then_take] * BUYERS) == [True] * BUYERS


def test_control_without_its_condition_our_own_statement_overbooks(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot = shelf.slot()
    people = shelf.buyers(BUYERS, slot_id=slot)
    leave_places(shelf, slot, 1)
    unguarded = Query(core.slots.actions.HOLD.sql.replace(GUARD, ""))
    assert unguarded.sql != core.slots.actions.HOLD.sql
    monkeypatch.setattr(core.slots.actions, "HOLD", unguarded)
    shelf.change("ALTER TABLE delivery_slots DROP CONSTRAINT slot_never_overbooked")
    assert refused(race([order_now(person) for person in people])) == []
    capacity, booked = shelf.places(slot)
    assert booked == BUYERS > capacity


def test_one_place_makes_one_order(shelf: Shelf) -> None:
    slot = shelf.slot()
    people = shelf.buyers(BUYERS, slot_id=slot)
    leave_places(shelf, slot, 1)
    before = shelf.stock()[1]
    results = race([order_now(person) for person in people])
    assert refused(results) == ["slot-full"] * (BUYERS - 1)
    assert shelf.places(slot) == (1, 1)
    assert shelf.stock()[1] == before + 12, "who got no place keeps no fruit"
    shelf.assert_sound()


def test_a_place_that_is_given_back_is_taken_once(shelf: Shelf) -> None:
    slot = shelf.slot()
    people = shelf.buyers(BUYERS, slot_id=slot)
    leave_places(shelf, slot, 1)
    first = shelf.place(people[0])

    def give_back(session: Session) -> int:
        order = lock_order(session, first)
        cancel_order_row(session, order, "changed my mind", Actor.customer(people[0]), read_now(session))
        return 0

    results = race([give_back, *(order_now(person) for person in people[1:])])
    assert refused(results).count("slot-full") >= BUYERS - 2
    assert shelf.places(slot)[1] <= 1
    shelf.assert_sound()


def test_after_the_window_is_closed_nobody_gets_in(shelf: Shelf) -> None:
    slot = shelf.slot()
    people = shelf.buyers(BUYERS, slot_id=slot)
    booked_at_closing: list[int] = []

    def close(session: Session) -> int:
        booked_at_closing.append(close_slot(session, slot, "rain", STAFF))
        return 0

    results = race([*(order_now(person) for person in people), close])
    assert set(refused(results)) <= {"slot-closed"}
    assert shelf.places(slot)[1] == booked_at_closing[0]
    shelf.assert_sound()


def test_capacity_is_never_lowered_below_what_is_booked(shelf: Shelf) -> None:
    slot = shelf.slot()
    people = shelf.buyers(6, slot_id=slot)
    results = race(
        [
            *(order_now(person) for person in people),
            lambda session: set_capacity(session, slot, 3, STAFF) or 0,
        ]
    )
    assert set(refused(results)) <= {"slot-full", "slot-overbooked"}
    capacity, booked = shelf.places(slot)
    assert booked <= capacity
    shelf.assert_sound()
