"""Many orders at once: what can be moved is, what cannot is named with why, and it is gone on with after any end."""

from __future__ import annotations

import pytest

from core.actor import Actor, Role
from core.bulk.actions import begin_bulk, begin_undo, carry_out
from core.bulk.queries import BulkResult, read_bulk
from core.bulk.rules import MOST, BulkAction
from core.clock import read_now
from core.errors import Refusal
from core.orders.actions import confirm_cash_order
from core.payments.actions import cancel_order
from tests.lifecycles.test_delivering import another_slot
from tests.support.actors import STAFF
from tests.support.many_orders import copy_order
from tests.support.shelf import Shelf, race

PACKER, RIDER = Actor.staff(3, Role.PACKER), Actor.staff(4, Role.RIDER)


@pytest.fixture
def order(shelf: Shelf) -> int:
    order_id = shelf.place()
    shelf.run(lambda session: confirm_cash_order(session, order_id, read_now(session), actor=STAFF))
    return order_id


def begin(shelf: Shelf, action: BulkAction, order_ids: list[int], slot_id: int | None = None) -> int:
    return shelf.run(
        lambda session: begin_bulk(session, action, order_ids, actor=STAFF, now=read_now(session), slot_id=slot_id)
    )


def read(shelf: Shelf, bulk_move_id: int) -> BulkResult:
    result = shelf.run(lambda session: read_bulk(session, bulk_move_id, read_now(session)))
    assert result is not None
    return result


def carry(shelf: Shelf, bulk_move_id: int, most: int = MOST) -> BulkResult:
    """As a door does it."""
    for order_id in read(shelf, bulk_move_id).left[:most]:
        shelf.run(lambda session, each=order_id: carry_out(
            session, bulk_move_id, each, actor=STAFF, now=read_now(session)
        ))  # fmt: skip
    return read(shelf, bulk_move_id)


def cancel(shelf: Shelf, order_id: int) -> None:
    shelf.run(lambda session: cancel_order(session, order_id, reason="shop", actor=STAFF, now=read_now(session)))


def test_of_two_hundred_with_three_impossible_the_others_are_packed_and_three_are_named(
    shelf: Shelf, order: int
) -> None:
    orders = [order, *copy_order(order, 199)]
    for impossible in orders[50:53]:
        cancel(shelf, impossible)
    result = carry(shelf, begin(shelf, BulkAction.PACK, orders))
    assert (len(result.done), len(result.refused), result.left) == (197, 3, [])
    assert [(each.order_id, each.refusal) for each in result.refused] == [
        (each, "order-not-packable") for each in orders[50:53]
    ]
    assert {each.refusal_values["order_code"] for each in result.refused} == {each.code for each in result.refused}
    shelf.assert_sound()


def test_a_move_that_was_broken_off_is_gone_on_with_and_nothing_happens_twice(shelf: Shelf, order: int) -> None:
    move = begin(shelf, BulkAction.PACK, [order, *copy_order(order, 5), 10**12])
    half = carry(shelf, move, most=2)
    assert (len(half.done), len(half.left)) == (2, 4)
    now = shelf.run(read_now)
    deeds = [lambda session, each=each: carry_out(session, move, each, actor=STAFF, now=now) for each in half.left * 2]
    race(deeds)
    result = carry(shelf, move)
    assert (len(result.done), result.refused, result.left) == (6, [], [])
    shelf.assert_sound()


def test_packing_is_taken_back_within_ten_minutes_and_once(shelf: Shelf, order: int) -> None:
    move = begin(shelf, BulkAction.PACK, [order, *copy_order(order, 2)])
    carry(shelf, move)
    undo = shelf.run(lambda session: begin_undo(session, move, actor=STAFF, now=read_now(session)))
    again = shelf.run(lambda session: begin_undo(session, move, actor=STAFF, now=read_now(session)))
    assert undo == again
    assert len(carry(shelf, undo).done) == 3
    assert shelf.order(order).status == "confirmed"
    late = begin(shelf, BulkAction.PACK, [order])
    assert carry(shelf, late).can_undo
    shelf.wait(minutes=11)
    assert not read(shelf, late).can_undo
    with pytest.raises(Refusal, match="too-late-to-undo"):
        shelf.run(lambda session: begin_undo(session, late, actor=STAFF, now=read_now(session)))
    shelf.assert_sound()


def test_many_go_to_another_window_as_long_as_it_has_places(shelf: Shelf, order: int) -> None:
    slot = another_slot(shelf, order)
    left = shelf.places(slot)[0] - shelf.places(slot)[1]
    orders = [order, *copy_order(order, left)]
    result = carry(shelf, begin(shelf, BulkAction.RESCHEDULE, orders, slot))
    assert (len(result.done), [each.refusal for each in result.refused]) == (left, ["slot-full"])
    assert shelf.places(slot)[0] == shelf.places(slot)[1]
    shelf.assert_sound()


def test_each_move_takes_its_right_and_some_orders(shelf: Shelf, order: int) -> None:
    def refusal(actor: Actor, action: BulkAction, orders: list[int], slot_id: int | None = None) -> str:
        with pytest.raises(Refusal) as caught:
            shelf.run(lambda session: begin_bulk(
                session, action, orders, actor=actor, now=read_now(session), slot_id=slot_id
            ))  # fmt: skip
        return caught.value.code

    assert refusal(RIDER, BulkAction.PACK, [order]) == "not-allowed"
    assert refusal(PACKER, BulkAction.CANCEL, [order]) == "not-allowed"
    assert refusal(STAFF, BulkAction.PACK, []) == "bulk-empty"
    assert refusal(STAFF, BulkAction.PACK, [10**12]) == "bulk-empty"
    assert refusal(STAFF, BulkAction.PACK, list(range(MOST + 1))) == "bulk-too-many"
    assert refusal(STAFF, BulkAction.RESCHEDULE, [order]) == "slot-missing"
    move = begin(shelf, BulkAction.PACK, [order])
    with pytest.raises(Refusal, match="not-allowed"):
        shelf.run(lambda session: carry_out(session, move, order, actor=RIDER, now=read_now(session)))
    assert read(shelf, move).left == [order]
