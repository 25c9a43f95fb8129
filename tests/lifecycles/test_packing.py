"""Packing: which lots a box comes from, the number of its bill, and a box that was ticked by mistake."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import Session

from core.bills.queries import IssuedBill, bills_of
from core.clock import read_now
from core.errors import Refusal
from core.orders.actions import (
    confirm_cash_order,
    dispatch_order,
    fail_delivery,
    pack_order,
    reschedule_order,
    unpack_order,
)
from core.orders.rules import FailureReason
from core.payments.actions import cancel_order
from tests.lifecycles.test_delivering import another_slot
from tests.support.actors import STAFF
from tests.support.shelf import Shelf, race

LOTS = "SELECT sum(remaining) FROM lots WHERE inventory_id = :id"


def confirmed(shelf: Shelf) -> int:
    order_id = shelf.place()
    shelf.run(lambda session: confirm_cash_order(session, order_id, read_now(session), actor=STAFF))
    return order_id


def do(shelf: Shelf, verb: Any, order_id: int, *more: Any) -> None:
    shelf.run(lambda session: verb(session, order_id, *more, actor=STAFF, now=read_now(session)))


def bill(shelf: Shelf, order_id: int) -> IssuedBill:
    return shelf.run(lambda session: bills_of(session, [order_id]))[order_id]


def test_bills_are_numbered_in_the_order_of_packing_and_say_who_sold(shelf: Shelf) -> None:
    shelf.change("UPDATE shop SET gstin = '29ABCDE1234F1Z5', fssai = '12345678901234'")
    first, second = confirmed(shelf), confirmed(shelf)
    do(shelf, pack_order, second)
    do(shelf, pack_order, first)
    shelf.change("UPDATE shop SET fssai = '99999999999999', legal_name = 'Somebody else'")
    numbers = [bill(shelf, order_id).code[-6:] for order_id in (second, first)]
    assert int(numbers[1]) == int(numbers[0]) + 1
    assert (bill(shelf, first).seller.fssai, bill(shelf, first).seller.kind) == ("12345678901234", "bill-of-supply")
    shelf.assert_sound()


def test_what_was_not_packed_in_the_end_takes_no_number(shelf: Shelf) -> None:
    orders = [confirmed(shelf) for _ in range(3)]
    do(shelf, pack_order, orders[0])

    def pack_and_fail(session: Session) -> None:
        pack_order(session, orders[1], actor=STAFF, now=read_now(session))
        raise Refusal("anything")

    with pytest.raises(Refusal):
        shelf.run(pack_and_fail)
    do(shelf, pack_order, orders[2])
    assert int(bill(shelf, orders[2]).code[-6:]) == int(bill(shelf, orders[0]).code[-6:]) + 1
    shelf.assert_sound()


def test_who_packs_at_the_same_moment_takes_different_numbers_without_a_gap(shelf: Shelf) -> None:
    orders = [confirmed(shelf) for _ in range(4)]
    now = shelf.run(read_now)
    deeds = [lambda session, each=each: pack_order(session, each, actor=STAFF, now=now) for each in orders]
    assert [result for result in race(deeds) if isinstance(result, Exception)] == []
    shelf.assert_sound()


def test_a_box_ticked_by_mistake_lies_in_its_lots_again_and_keeps_its_bill(shelf: Shelf) -> None:
    order_id, row = confirmed(shelf), shelf.inventory_id()
    before = shelf.read(LOTS, id=row)
    do(shelf, pack_order, order_id)
    code = bill(shelf, order_id).code
    assert shelf.read(LOTS, id=row) == before - 12
    do(shelf, unpack_order, order_id)
    assert (shelf.order(order_id).status, shelf.read(LOTS, id=row)) == ("confirmed", before)
    shelf.assert_sound()
    do(shelf, pack_order, order_id)
    assert bill(shelf, order_id).code == code
    shelf.assert_sound()


def test_an_unpacked_order_that_is_cancelled_leaves_a_cancelled_bill(shelf: Shelf) -> None:
    order_id, stock = confirmed(shelf), shelf.stock()
    do(shelf, pack_order, order_id)
    do(shelf, unpack_order, order_id)
    shelf.run(lambda session: cancel_order(session, order_id, reason="shop", actor=STAFF, now=read_now(session)))
    assert bill(shelf, order_id).cancelled_at is not None
    assert shelf.stock() == (stock[0] + 12, 0)
    shelf.assert_sound()


def test_what_left_the_house_or_came_from_unknown_lots_cannot_be_unpacked(shelf: Shelf) -> None:
    gone, old = confirmed(shelf), confirmed(shelf)
    do(shelf, pack_order, gone)
    do(shelf, dispatch_order, gone)
    do(shelf, pack_order, old)
    shelf.change(f"DELETE FROM lot_takings WHERE order_id = {old}")  # packed before lots were noted
    for order_id in (gone, old, confirmed(shelf)):
        with pytest.raises(Refusal, match="order-not-unpackable"):
            do(shelf, unpack_order, order_id)
    assert shelf.order(old).status == "packed"
    shelf.assert_sound()


def test_what_comes_back_and_goes_out_again_has_one_bill_and_one_box(shelf: Shelf) -> None:
    order_id, row = confirmed(shelf), shelf.inventory_id()
    do(shelf, pack_order, order_id)
    code, left = bill(shelf, order_id).code, shelf.read(LOTS, id=row)
    do(shelf, dispatch_order, order_id)
    do(shelf, fail_delivery, order_id, FailureReason.NOBODY_HOME)
    do(shelf, reschedule_order, order_id, another_slot(shelf, order_id))
    do(shelf, pack_order, order_id)
    assert (bill(shelf, order_id).code, shelf.read(LOTS, id=row)) == (code, left)
    shelf.assert_sound()
