"""Two packs of one variety are one demand on one inventory row (fault F86), and rows are locked in one order."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

import core.inventory.actions
from core.checkout.basket import Channel
from core.clock import read_now
from core.db import sqlstate
from core.orders.actions import place_cart
from tests.support.patience import PATIENCE_SECONDS
from tests.support.shelf import Shelf, race, refused

DEADLOCK = "40P01"
BOTH_PACKS_LEFT = 30


def order_now(customer_id: int) -> Callable[[Session], int]:
    return lambda session: place_cart(session, customer_id, Channel.WHATSAPP, read_now(session)).id


def test_control_each_line_alone_would_fit(shelf: Shelf) -> None:
    shelf.leave(BOTH_PACKS_LEFT)
    row = shelf.inventory_id()
    for units in (12, 24):
        left = shelf.read("SELECT on_hand - held FROM inventory WHERE id = :id", id=row)
        assert units <= left
    assert BOTH_PACKS_LEFT < 12 + 24


def test_a_basket_that_does_not_fit_in_sum_is_refused_and_keeps_nothing(shelf: Shelf) -> None:
    dozen, peti = shelf.pack(base_units=12), shelf.pack(base_units=24)
    person = shelf.fill_cart(shelf.meet(), {dozen: 1, peti: 1})
    shelf.leave(BOTH_PACKS_LEFT)
    (refusal,) = race([order_now(person)])
    assert refused([refusal]) == ["sold-out"]
    assert shelf.stock() == (BOTH_PACKS_LEFT, 0)
    shelf.assert_sound()


def test_many_buyers_of_two_packs_of_one_variety(shelf: Shelf) -> None:
    dozen, peti = shelf.pack(base_units=12), shelf.pack(base_units=24)
    people = shelf.buyers(10, {dozen: 1, peti: 1})
    shelf.leave(36 * 3 + 30)
    results = race([order_now(person) for person in people])
    assert refused(results) == ["sold-out"] * 7
    assert shelf.stock() == (36 * 3 + 30, 36 * 3)
    shelf.assert_sound()


def test_control_rows_locked_in_the_order_of_the_cart_end_in_a_deadlock(shelf: Shelf) -> None:
    rows = [shelf.inventory_id("alphonso"), shelf.inventory_id("kesar")]
    both_have_one = threading.Barrier(2)

    def lock_in_order(order: list[int]) -> Callable[[Session], int]:
        def deed(session: Session) -> int:
            session.execute(text(f"UPDATE inventory SET held = held WHERE id = {order[0]}"))
            both_have_one.wait(PATIENCE_SECONDS)
            session.execute(text(f"UPDATE inventory SET held = held WHERE id = {order[1]}"))
            return 0

        return deed

    results = race([lock_in_order(rows), lock_in_order(rows[::-1])])
    assert [sqlstate(error) for error in results if isinstance(error, OperationalError)] == [DEADLOCK]


def test_baskets_in_any_order_never_wait_in_a_circle(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ORDER BY i.id FOR NO KEY UPDATE" in core.inventory.actions.HOLD.sql
    packs = [
        shelf.pack("alphonso", 12),
        shelf.pack("kesar", 12),
        shelf.pack("langra", 1000),
        shelf.pack("dasheri", 1000),
    ]
    slot = shelf.slot()
    shelf.change("UPDATE delivery_slots SET capacity = 100")
    people = [
        shelf.fill_cart(shelf.meet(), dict.fromkeys((packs[turn:] + packs[:turn])[:: 1 - 2 * (turn % 2)], 1), slot)
        for turn in [0, 1, 2, 3] * 4
    ]
    for _ in range(3):
        results = race([order_now(person) for person in people])
        assert refused(results) == []
    shelf.assert_sound()
