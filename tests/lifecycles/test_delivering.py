"""To the door and back: who may say that an order arrived, with which money, and what follows when it did not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from core.actor import Actor, Role
from core.clock import read_now
from core.errors import Refusal
from core.orders.actions import (
    confirm_cash_order,
    deliver_order,
    dispatch_order,
    fail_delivery,
    pack_order,
    reschedule_order,
)
from core.orders.lifecycle import OrderStatus
from core.orders.rules import Collected, FailureReason, Run
from core.orders.tables import Order
from tests.support.actors import STAFF
from tests.support.shelf import Shelf, race, refused

RIDER = Actor.staff(4, Role.RIDER)
NOBODY_HOME = FailureReason.NOBODY_HOME
LAST = "SELECT action || ' ' || actor FROM audit_log WHERE subject = :subject ORDER BY id DESC LIMIT 1"


def do(shelf: Shelf, verb: Callable[..., Order], order_id: int, *arguments: Any, **named: Any) -> Order:
    named = {"actor": STAFF, **named}
    return shelf.run(lambda session: verb(session, order_id, *arguments, now=read_now(session), **named))


def code_of(shelf: Shelf, verb: Callable[..., Order], order_id: int, *arguments: Any, **named: Any) -> str:
    with pytest.raises(Refusal) as caught:
        do(shelf, verb, order_id, *arguments, **named)
    return caught.value.code


@pytest.fixture
def packed(shelf: Shelf) -> int:
    """An order for cash that waits in its box."""
    order_id = shelf.place()
    do(shelf, confirm_cash_order, order_id)
    do(shelf, pack_order, order_id)
    return order_id


@pytest.fixture
def on_its_way(shelf: Shelf, packed: int) -> int:
    do(shelf, dispatch_order, packed)
    return packed


@pytest.fixture
def came_back(shelf: Shelf, on_its_way: int) -> int:
    do(shelf, fail_delivery, on_its_way, NOBODY_HOME)
    return on_its_way


def another_slot(shelf: Shelf, order_id: int) -> int:
    return int(shelf.read(
        "SELECT s.id FROM delivery_slots s JOIN orders o ON o.id = :id AND s.zone_id = o.zone_id AND s.id <> o.slot_id"
        " WHERE s.open AND s.booked < s.capacity AND s.starts_at > jamango_now() + interval '1 day'"
        " ORDER BY s.id LIMIT 1",
        id=order_id,
    ))  # fmt: skip


@pytest.mark.parametrize("upi", [0, 24_000, 124_000])
def test_an_order_for_cash_arrives_with_all_that_is_due(shelf: Shelf, on_its_way: int, upi: int) -> None:
    collected = Collected(cash_paise=124_000 - upi, upi_paise=upi)
    do(shelf, deliver_order, on_its_way, collected=collected)
    order = shelf.order(on_its_way)
    assert (order.status, order.cash_paise, order.upi_paise) == (OrderStatus.DELIVERED, 124_000 - upi, upi)
    assert shelf.read(LAST, subject=f"order:{on_its_way}") == "order-deliver staff:1:founder"
    shelf.assert_sound()


@pytest.mark.parametrize("collected", [Collected(), Collected(123_900), Collected(200_000), Collected(125_000, -1_000)])
def test_with_another_sum_it_did_not_arrive(shelf: Shelf, on_its_way: int, collected: Collected) -> None:
    assert code_of(shelf, deliver_order, on_its_way, collected=collected) == "cash-not-exact"
    assert shelf.order(on_its_way).status is OrderStatus.OUT_FOR_DELIVERY


def test_for_an_online_order_nothing_is_taken_at_the_door(shelf: Shelf, on_its_way: int) -> None:
    shelf.change(f"UPDATE orders SET payment_method = 'online', prepaid_paise = total_paise WHERE id = {on_its_way}")
    assert code_of(shelf, deliver_order, on_its_way, collected=Collected(124_000)) == "cash-not-exact"
    assert do(shelf, deliver_order, on_its_way).status is OrderStatus.DELIVERED


@pytest.mark.parametrize("actor", [Actor.staff(3, Role.PACKER), Actor.customer(1), Actor.job("hold-end")], ids=str)
def test_who_has_no_right_moves_nothing(shelf: Shelf, packed: int, actor: Actor) -> None:
    assert code_of(shelf, dispatch_order, packed, actor=actor) == "not-allowed"
    assert code_of(shelf, deliver_order, packed, actor=actor) == "not-allowed"
    assert code_of(shelf, fail_delivery, packed, NOBODY_HOME, actor=actor) == "not-allowed"


def test_a_rider_moves_what_is_in_his_run(shelf: Shelf, packed: int) -> None:
    run = Run(rider_id=4, is_open=True, order_ids=frozenset({packed}))
    assert code_of(shelf, dispatch_order, packed, actor=RIDER) == "not-your-run"
    do(shelf, dispatch_order, packed, actor=RIDER, run=run)
    assert code_of(shelf, deliver_order, packed, actor=RIDER, collected=Collected(124_000)) == "not-your-run"
    assert code_of(shelf, fail_delivery, packed, NOBODY_HOME, actor=RIDER) == "not-your-run"
    do(shelf, deliver_order, packed, actor=RIDER, run=run, collected=Collected(124_000))
    assert shelf.read(LAST, subject=f"order:{packed}") == "order-deliver staff:4:rider"


def test_one_step_after_the_other(shelf: Shelf, packed: int) -> None:
    assert code_of(shelf, deliver_order, packed, collected=Collected(124_000)) == "order-not-on-its-way"
    assert code_of(shelf, fail_delivery, packed, NOBODY_HOME) == "order-not-on-its-way"
    assert code_of(shelf, reschedule_order, packed, another_slot(shelf, packed)) == "order-not-failed"
    do(shelf, dispatch_order, packed)
    assert code_of(shelf, dispatch_order, packed) == "order-not-packed"


def test_what_came_back_says_why(shelf: Shelf, came_back: int) -> None:
    order = shelf.order(came_back)
    assert (order.status, order.end_reason) == (OrderStatus.DELIVERY_FAILED, "nobody-home")
    shelf.assert_sound()


def test_it_is_brought_again_in_another_window(shelf: Shelf, came_back: int) -> None:
    old, new = shelf.order(came_back).slot_id, another_slot(shelf, came_back)
    before = shelf.places(old)[1], shelf.places(new)[1]
    owner = Actor.customer(shelf.order(came_back).customer_id)
    assert code_of(shelf, reschedule_order, came_back, new, actor=Actor.customer(999)) == "not-allowed"
    do(shelf, reschedule_order, came_back, new, actor=owner)
    order = shelf.order(came_back)
    assert (order.status, order.slot_id, order.end_reason) == (OrderStatus.CONFIRMED, new, "")
    assert (shelf.places(old)[1], shelf.places(new)[1]) == (before[0] - 1, before[1] + 1)
    shelf.assert_sound()


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("capacity = booked", "slot-full"),
        ("open = false", "slot-closed"),
        ("cutoff_at = jamango_now()", "slot-past"),
        ("zone_id = (SELECT max(id) FROM zones), starts_at = starts_at + interval '1 min'", "slot-unknown"),
    ],
)
def test_a_window_that_cannot_be_had_leaves_it_where_it_is(
    shelf: Shelf, came_back: int, damage: str, code: str
) -> None:
    old, new = shelf.order(came_back).slot_id, another_slot(shelf, came_back)
    shelf.change(f"UPDATE delivery_slots SET {damage} WHERE id = {new}")
    assert code_of(shelf, reschedule_order, came_back, new) == code
    assert (shelf.order(came_back).status, shelf.order(came_back).slot_id) == (OrderStatus.DELIVERY_FAILED, old)
    shelf.assert_sound()


def test_delivered_and_failed_at_one_moment_is_one_of_them(shelf: Shelf, on_its_way: int) -> None:
    def arrives(session: Session) -> Order:
        paid = Collected(124_000)
        return deliver_order(session, on_its_way, collected=paid, actor=STAFF, now=read_now(session))

    def comes_back(session: Session) -> Order:
        return fail_delivery(session, on_its_way, NOBODY_HOME, actor=STAFF, now=read_now(session))

    assert refused(race([arrives, comes_back])) == ["order-not-on-its-way"]
    shelf.assert_sound()


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        ("UPDATE orders SET cash_paise = 123900 WHERE id = {id}", "order_is_paid_at_its_door"),
        (
            "UPDATE orders SET status = 'delivered', ended_at = jamango_now() WHERE id = {id}",
            "order_is_paid_at_its_door",
        ),
        ("UPDATE orders SET status = 'delivery_failed' WHERE id = {id}", "order_failed_for_a_reason"),
        ("UPDATE holds SET ended_at = NULL WHERE order_id = {id}", "hold_has_its_end"),
        ("UPDATE holds SET status = 'released' WHERE order_id = {id}", "only_sold_fruit_is_packed"),
    ],
)
def test_behind_the_verbs_stands_a_check(shelf: Shelf, on_its_way: int, damage: str, rule: str) -> None:
    with pytest.raises(IntegrityError, match=rule):
        shelf.change(damage.format(id=on_its_way))


def test_somebody_on_the_phone_may_have_it_confirmed_for_cash(shelf: Shelf) -> None:
    order_id = shelf.place()
    assert code_of(shelf, confirm_cash_order, order_id, actor=Actor.staff(3, Role.PACKER)) == "not-allowed"
    do(shelf, confirm_cash_order, order_id, actor=Actor.staff(2, Role.MANAGER))
    assert shelf.read(LAST, subject=f"order:{order_id}") == "order-confirm staff:2:manager"
