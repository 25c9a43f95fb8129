"""Money that comes after the hold has ended (invariant I13): the order comes back, or nothing changes."""

from __future__ import annotations

from core.clock import read_now
from core.orders.actions import expire_order, revive_order
from core.orders.lifecycle import OrderStatus
from core.orders.locks import lock_order
from core.orders.tables import PaymentMethod
from tests.support.shelf import Shelf


def expire(shelf: Shelf, order_id: int) -> bool:
    return shelf.run(lambda session: expire_order(session, order_id, read_now(session)))


def revive(shelf: Shelf, order_id: int) -> bool:
    return shelf.run(lambda session: revive_order(session, lock_order(session, order_id), read_now(session)))


def test_late_money_revives_an_order_while_fruit_and_place_are_free(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    order_id = shelf.place(person)
    shelf.run(lambda session: setattr(lock_order(session, order_id), "payment_method", PaymentMethod.COD))
    shelf.wait(minutes=11)
    expire(shelf, order_id)
    assert revive(shelf, order_id) is True
    assert shelf.order(order_id).status is OrderStatus.CONFIRMED
    assert shelf.told(person) == ["hold-expired"], "who settles the money tells the customer"
    assert revive(shelf, order_id) is False
    shelf.assert_sound()


def test_late_money_does_not_revive_when_the_fruit_is_gone(shelf: Shelf) -> None:
    order_id = shelf.place()
    shelf.wait(minutes=11)
    expire(shelf, order_id)
    shelf.leave(11)
    assert revive(shelf, order_id) is False
    assert shelf.order(order_id).status is OrderStatus.EXPIRED
    shelf.assert_sound()


def test_late_money_does_not_revive_when_the_window_is_closed(shelf: Shelf) -> None:
    order_id = shelf.place()
    shelf.wait(minutes=11)
    expire(shelf, order_id)
    shelf.change(f"UPDATE delivery_slots SET open = false WHERE id = {shelf.order(order_id).slot_id}")
    assert revive(shelf, order_id) is False
    assert shelf.stock()[1] == 0
    shelf.assert_sound()


def test_late_money_takes_back_what_another_lapsed_hold_keeps(shelf: Shelf) -> None:
    shelf.leave(12)
    first, second = shelf.fill_cart(shelf.meet()), shelf.fill_cart(shelf.meet())
    order_id = shelf.place(first)
    shelf.run(lambda session: setattr(lock_order(session, order_id), "payment_method", PaymentMethod.COD))
    shelf.wait(minutes=11)
    other = shelf.place(second)
    shelf.wait(minutes=11)
    assert shelf.order(order_id).status is OrderStatus.EXPIRED
    assert revive(shelf, order_id) is True
    assert shelf.order(other).status is OrderStatus.EXPIRED
    shelf.assert_sound()
