"""What may be paid in cash, how long fruit is kept unpaid, and until when an order can be confirmed at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlmodel import Session

from core.clock import read_now
from core.errors import Refusal
from core.orders.actions import (
    cancel_order_row,
    confirm_cash_order,
    dispatch_order,
    expire_order,
    fail_delivery,
    mark_confirmed,
    pack_order,
    reschedule_order,
)
from core.orders.lifecycle import OrderStatus
from core.orders.locks import lock_order
from core.orders.rules import FailureReason
from core.orders.tables import Order, PaymentMethod
from core.payments.actions import pay_online
from core.payments.reminding import remind_before_hold_ends
from tests.support.actors import STAFF
from tests.support.shelf import Shelf

STRIKES = "SELECT lapsed_holds FROM users WHERE id = :id"


def confirm(shelf: Shelf, order_id: int) -> Order:
    return shelf.run(lambda session: confirm_cash_order(session, order_id, read_now(session)))


def refusal(shelf: Shelf, deed: Callable[[Session], object]) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refusal) as refused:
        shelf.run(deed)
    return refused.value.code, refused.value.values


def cash_refusal(shelf: Shelf, order_id: int) -> tuple[str, dict[str, object]]:
    return refusal(shelf, lambda session: confirm_cash_order(session, order_id, read_now(session)))


def give_up(shelf: Shelf, order_id: int) -> None:
    """The customer cancels an unpaid order."""
    shelf.run(
        lambda session: cancel_order_row(session, lock_order(session, order_id), "customer", STAFF, read_now(session))
    )


def bring_in_vain(shelf: Shelf, order_id: int) -> None:
    """A packed order goes out and comes back."""
    nobody_home = FailureReason.NOBODY_HOME
    shelf.run(lambda session: dispatch_order(session, order_id, actor=STAFF, now=read_now(session)))
    shelf.run(lambda session: fail_delivery(session, order_id, nobody_home, actor=STAFF, now=read_now(session)))


def bring_again(shelf: Shelf, order_id: int) -> None:
    slot_id = shelf.order(order_id).slot_id
    shelf.run(lambda session: reschedule_order(session, order_id, slot_id, actor=STAFF, now=read_now(session)))


def test_the_cap_counts_everything_that_is_still_to_be_paid_at_the_door(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    first = shelf.place(person)
    confirm(shelf, first)
    due = shelf.order(first).total_paise
    shelf.fill_cart(person)
    second = shelf.place(person)
    over = ("cod-cap", {"cap_paise": 200_000, "open_paise": due})
    assert cash_refusal(shelf, second) == over
    shelf.run(lambda session: pack_order(session, first, actor=STAFF, now=read_now(session)))
    bring_in_vain(shelf, first)
    assert cash_refusal(shelf, second) == over, "it could not be delivered yet, and its money is still to come"
    give_up(shelf, first)
    assert confirm(shelf, second).status is OrderStatus.CONFIRMED


@pytest.mark.parametrize("gives_up", [False, True], ids=["replaced", "cancelled and placed again"])
@pytest.mark.parametrize("minutes", [9, 4])
def test_fruit_kept_by_ordering_again_and_again_counts_like_holds_that_ended(
    shelf: Shelf, minutes: int, gives_up: bool
) -> None:
    person = shelf.fill_cart(shelf.meet())
    order_id = shelf.place(person)
    rounds = 0
    while shelf.read(STRIKES, id=person) < 3:
        shelf.wait(minutes=minutes)
        if gives_up:
            give_up(shelf, order_id)
        order_id = shelf.place(person)
        rounds += 1
        assert rounds * minutes <= 40, "three holds of ten minutes, and no more"
    assert cash_refusal(shelf, order_id)[0] == "unpaid-too-often"
    shelf.assert_sound()


def test_who_changes_an_order_a_few_times_gets_no_strike(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    for _ in range(4):
        order_id = shelf.place(person)
        shelf.wait(minutes=2)
    confirm(shelf, order_id)
    shelf.fill_cart(person, {shelf.pack("kesar"): 1})
    shelf.wait(minutes=5)
    shelf.place(person)
    assert shelf.read(STRIKES, id=person) == 0, "the next order begins anew"


def test_an_order_is_not_confirmed_after_its_window(shelf: Shelf) -> None:
    order_id = shelf.place()
    shelf.change(
        "UPDATE delivery_slots SET cutoff_at = jamango_now() - interval '3 h', starts_at = jamango_now() - interval "
        f"'2 h', ends_at = jamango_now() WHERE id = {shelf.order(order_id).slot_id}"
    )
    assert cash_refusal(shelf, order_id)[0] == "slot-past"
    assert refusal(shelf, lambda session: pay_online(session, order_id, read_now(session)))[0] == "slot-past"
    any_way = lambda session: mark_confirmed(  # noqa: E731
        session, lock_order(session, order_id), read_now(session), STAFF, method=PaymentMethod.COD
    )
    assert refusal(shelf, any_way)[0] == "slot-past"
    assert shelf.order(order_id).status is OrderStatus.AWAITING_PAYMENT
    shelf.assert_sound()


@pytest.mark.parametrize("hold_minutes", [10, 60])
def test_one_order_has_one_deadline_and_it_never_comes_nearer(shelf: Shelf, hold_minutes: int) -> None:
    shelf.change(f"UPDATE shop SET hold_minutes = {hold_minutes}")
    order_id = shelf.place()
    promised = shelf.order(order_id).promised_until
    assert promised == shelf.order(order_id).held_until
    link = shelf.run(lambda session: pay_online(session, order_id, read_now(session)))
    order = shelf.order(order_id)
    assert order.promised_until == link.expires_at >= promised
    assert order.held_until > link.expires_at
    shelf.change("UPDATE orders SET reminded_at = NULL")
    shelf.wait(seconds=(link.expires_at - shelf.run(read_now)).total_seconds() - 60)
    assert shelf.run(lambda session: remind_before_hold_ends(session, read_now(session))) == 1
    said = shelf.read("SELECT body -> 'values' ->> 'held_until' FROM outbox WHERE body ->> 'key' = 'hold-ending'")
    assert said == link.expires_at.isoformat()


def test_a_box_that_came_back_is_packed_again_out_of_no_lot(shelf: Shelf) -> None:
    order_id = shelf.place()
    confirm(shelf, order_id)
    pack = lambda: shelf.run(  # noqa: E731
        lambda session: pack_order(session, order_id, actor=STAFF, now=read_now(session))
    )
    in_lots = "SELECT sum(remaining) FROM lots WHERE inventory_id = :id"
    before = shelf.read(in_lots, id=shelf.inventory_id())
    pack()
    bring_in_vain(shelf, order_id)
    bring_again(shelf, order_id)
    shelf.assert_sound()
    pack()
    shelf.assert_sound()
    assert before - shelf.read(in_lots, id=shelf.inventory_id()) == 12
    bring_in_vain(shelf, order_id)
    bring_again(shelf, order_id)
    stock = shelf.stock()
    give_up(shelf, order_id)
    assert shelf.stock() == stock, "somebody looks at the fruit first"
    shelf.assert_sound()


def test_a_revived_order_leaves_nothing_in_the_cart_and_no_strike(shelf: Shelf) -> None:
    from tests.lifecycles.test_late_money import revive  # noqa: PLC0415

    person = shelf.fill_cart(shelf.meet())
    order_id = shelf.place(person)
    shelf.wait(minutes=11)
    shelf.run(lambda session: expire_order(session, order_id, read_now(session)))
    assert shelf.read(STRIKES, id=person) == 1
    shelf.run(lambda session: setattr(lock_order(session, order_id), "payment_method", PaymentMethod.ONLINE))
    assert revive(shelf, order_id) is True
    assert shelf.read(STRIKES, id=person) == 0
    lines = text("SELECT count(*) FROM cart_items l JOIN carts c ON c.id = l.cart_id WHERE c.customer_id = :id")
    assert shelf.run(lambda session: session.execute(lines, {"id": person}).scalar_one()) == 0
