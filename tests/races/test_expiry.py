"""The end of a hold against all that may happen at the same moment (invariants I2, I12 and I13)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text
from sqlmodel import Session

import core.chats.locks
from core.actor import RAZORPAY
from core.checkout.basket import Basket, Channel
from core.checkout.rules import check_basket
from core.clock import read_now
from core.errors import Refusal
from core.inventory.actions import lock_inventory
from core.orders.actions import (
    confirm_cash_order,
    expire_lapsed_orders,
    expire_order,
    mark_confirmed,
    place_cart,
)
from core.orders.lifecycle import OrderStatus
from core.orders.locks import lock_order
from core.orders.tables import PaymentMethod
from core.payments.actions import pay_online
from core.query import Statement
from tests.support.patience import PATIENCE_SECONDS
from tests.support.shelf import Shelf, race, refused

ROUNDS = 10
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


def order_now(customer_id: int) -> Callable[[Session], int]:
    return lambda session: place_cart(session, customer_id, Channel.WHATSAPP, read_now(session)).id


def sweep(session: Session) -> int:
    return expire_lapsed_orders(session, read_now(session))


def test_control_status_read_before_the_lock_ends_and_confirms_one_order(shelf: Shelf) -> None:
    order_id = shelf.place()
    both_have_looked = threading.Barrier(2)

    def look_then_write(target: str) -> Callable[[Session], bool]:
        def deed(session: Session) -> bool:
            query = f"SELECT status FROM orders WHERE id = {order_id}"
            status = session.execute(text(query)).scalar_one()
            both_have_looked.wait(PATIENCE_SECONDS)
            session.execute(text(f"UPDATE orders SET status = '{target}' WHERE id = {order_id}"))
            return bool(status == "awaiting_payment")

        return deed

    assert race([look_then_write("confirmed"), look_then_write("expired")]) == [True, True]


def test_payment_and_expiry_of_one_hold(shelf: Shelf) -> None:
    """Settling takes the same lock as the sweeper: one of them wins, and the other sees that."""
    orders = [shelf.place() for _ in range(ROUNDS)]
    shelf.wait(minutes=11)

    def settle(order_id: int) -> Callable[[Session], bool]:
        def deed(session: Session) -> bool:
            order = lock_order(session, order_id)
            if order.status is not OrderStatus.AWAITING_PAYMENT:
                return False
            mark_confirmed(session, order, read_now(session), RAZORPAY, method=PaymentMethod.COD)
            return True

        return deed

    for order_id in orders:
        paid, ended = race(
            [settle(order_id), lambda session, order=order_id: expire_order(session, order, read_now(session))]
        )
        assert {paid, ended} == {True, False}
        assert shelf.order(order_id).status == ("confirmed" if paid else "expired")
    shelf.assert_sound()


def test_sweepers_at_once_end_each_hold_once(shelf: Shelf) -> None:
    people = shelf.buyers(8)
    orders = [shelf.place(person) for person in people]
    shelf.wait(minutes=11)
    results = race([sweep] * 4)
    assert refused(results) == []
    shelf.run(sweep)
    assert {shelf.order(order_id).status.value for order_id in orders} == {"expired"}
    assert [shelf.told(person) for person in people] == [["hold-expired"]] * len(people)
    assert shelf.stock()[1] == 0
    shelf.assert_sound()


def test_without_a_sweeper_the_next_buyer_takes_what_has_lapsed(shelf: Shelf) -> None:
    shelf.leave(12)
    first = shelf.fill_cart(shelf.meet())
    others = shelf.buyers(6)
    shelf.place(first)
    assert refused(race([order_now(others[0])])) == ["sold-out"]
    shelf.wait(minutes=11)
    results = race([order_now(person) for person in others])
    assert len(refused(results)) == len(others) - 1
    assert shelf.stock() == (12, 12)
    assert shelf.told(first) == ["hold-expired"]
    shelf.assert_sound()


def test_a_lapsed_place_is_taken_too(shelf: Shelf) -> None:
    slot = shelf.slot()
    people = shelf.buyers(3, slot_id=slot)
    shelf.change(f"UPDATE delivery_slots SET capacity = booked + 1 WHERE id = {slot}")
    shelf.place(people[0])
    shelf.wait(minutes=11)
    results = race([order_now(people[1]), order_now(people[2]), sweep])
    assert refused(results) == ["slot-full"]
    assert shelf.places(slot) == (1, 1)
    shelf.assert_sound()


def test_who_needs_what_somebody_else_is_giving_back_waits_for_it(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the last place is refused to all who come in that moment, and nobody has it (invariant I2)."""
    slot = shelf.slot()
    people = shelf.buyers(2, slot_id=slot)
    shelf.change(f"UPDATE delivery_slots SET capacity = booked + 1 WHERE id = {slot}")
    shelf.place(people[0])
    shelf.wait(minutes=11)
    has_its_order, buyer_is_through = threading.Event(), threading.Event()
    sweepers: list[threading.Thread] = []

    def lock_when_the_buyer_has_looked(session: Session, inventory_ids: Collection[int]) -> None:
        if threading.current_thread() in sweepers:
            has_its_order.set()
            while not buyer_is_through.wait(0.01) and shelf.read(WAITING) == 0:
                pass
        lock_inventory(session, inventory_ids)

    def sweep_slowly() -> None:
        sweepers.append(threading.current_thread())
        shelf.run(sweep)

    def buy() -> int:
        try:
            return shelf.run(order_now(people[1]))
        finally:
            buyer_is_through.set()

    monkeypatch.setattr("core.orders.lapsing.lock_inventory", lock_when_the_buyer_has_looked)
    with ThreadPoolExecutor(2) as threads:
        swept = threads.submit(sweep_slowly)
        assert has_its_order.wait(PATIENCE_SECONDS)
        bought = threads.submit(buy)
        swept.result(PATIENCE_SECONDS)
        assert shelf.order(bought.result(PATIENCE_SECONDS)).status is OrderStatus.AWAITING_PAYMENT
    assert shelf.places(slot) == (1, 1)
    shelf.assert_sound()


def test_a_live_link_keeps_a_lapsed_hold_from_being_taken(shelf: Shelf) -> None:
    shelf.leave(12)
    people = shelf.buyers(2)
    order_id = shelf.place(people[0])
    shelf.run(lambda session: pay_online(session, order_id, read_now(session)))
    shelf.wait(minutes=30)
    assert refused(race([order_now(people[1]), sweep])) == ["sold-out"]
    assert shelf.order(order_id).status is OrderStatus.AWAITING_PAYMENT
    shelf.assert_sound()


def meet_after_looking_for_an_unpaid_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both taps have seen that the customer has no unpaid order, and only then does each go on."""
    both_have_looked = threading.Barrier(2)

    def meet_and_check(basket: Basket, *, largest_quantity: int) -> None:
        both_have_looked.wait(PATIENCE_SECONDS)
        check_basket(basket, largest_quantity=largest_quantity)

    monkeypatch.setattr("core.orders.placing.check_basket", meet_and_check)


def test_control_without_the_chat_lock_two_taps_meet_at_the_unique_index(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_lock = Statement("SELECT id FROM chats WHERE customer_id = :customer_id", int)
    monkeypatch.setattr(core.chats.locks, "LOCK", no_lock)
    meet_after_looking_for_an_unpaid_order(monkeypatch)
    results = race([order_now(shelf.fill_cart(shelf.meet()))] * 2)
    errors = [str(result) for result in results if isinstance(result, Exception)]
    assert len(errors) == 1
    assert "orders_one_unpaid_per_customer" in errors[0]


def test_two_taps_make_one_open_order(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    results = race([order_now(person)] * 4)
    assert refused(results) == []
    query = "SELECT count(*) FROM orders WHERE customer_id = :person AND status = 'awaiting_payment'"
    assert shelf.read(query, person=person) == 1
    assert shelf.stock()[1] == 12
    shelf.assert_sound()


def test_two_taps_on_cash_confirm_once(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    order_id = shelf.place(person)
    results = race([lambda session: confirm_cash_order(session, order_id, read_now(session)).status] * 4)
    assert results == ["confirmed"] * 4
    assert shelf.told(person) == ["order-confirmed"]
    shelf.assert_sound()


def test_cash_and_the_end_of_the_hold(shelf: Shelf) -> None:
    order_id = shelf.place()
    shelf.wait(minutes=11)
    cash, _ = race([lambda session: confirm_cash_order(session, order_id, read_now(session)).status, sweep])
    assert isinstance(cash, Refusal)
    assert cash.code in {"hold-ended", "order-not-payable"}
    shelf.run(sweep)
    assert shelf.order(order_id).status is OrderStatus.EXPIRED
    shelf.assert_sound()
