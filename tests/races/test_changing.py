"""An order that is changed while something else happens to it: packing, cancelling, money, another phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from sqlalchemy import text
from sqlmodel import Session

import core.orders.revising
import core.payments.changing
from core.actor import Actor
from core.clock import read_now
from core.db import transaction
from core.orders.actions import confirm_cash_order
from core.orders.packing import pack_order
from core.orders.revision import Change
from core.orders.tables import Order
from core.payments.actions import cancel_order
from core.payments.changing import Shown, change_order
from core.slots.actions import set_capacity
from tests.support.actors import STAFF
from tests.support.money import Cashier, open_cashier
from tests.support.shelf import DOZEN, Shelf, race, refused

PHONES = 6


@pytest.fixture
def order(shelf: Shelf) -> Order:
    """A confirmed order of two dozen."""
    placed = shelf.place(shelf.fill_cart(shelf.meet(), {shelf.pack(): 1}))
    return shelf.run(lambda session: confirm_cash_order(session, placed, read_now(session)))


@pytest.fixture
def cashier(demo_shop: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cashier]:
    with open_cashier(monkeypatch) as opened:
        yield opened


def changing(order: Order, change: Change, shown: Shown | None = None) -> Callable[[Session], object]:
    actor = Actor.customer(order.customer_id)
    return lambda session: change_order(session, order.id, change, actor=actor, now=read_now(session), shown=shown)


def cancelling(order: Order) -> Callable[[Session], object]:
    actor = Actor.customer(order.customer_id)
    return lambda session: cancel_order(session, order.id, reason="customer", actor=actor, now=read_now(session))


def other_slot(shelf: Shelf, order: Order) -> int:
    query = "SELECT max(slot_id) FROM open_slots() WHERE zone_id = :zone AND slot_id <> :slot"
    return int(shelf.read(query, zone=order.zone_id, slot=order.slot_id))


def test_control_without_lock_and_condition_a_packed_order_is_changed(
    shelf: Shelf, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the books would say then: more is sold than was put into the box."""
    monkeypatch.setattr(
        core.payments.changing, "lock_order", lambda session, order_id: session.get_one(Order, order_id)
    )
    monkeypatch.setattr(core.orders.revising, "CHANGEABLE", frozenset({"confirmed", "packed"}))
    monkeypatch.setattr(core.orders.revising, "refuse_unchangeable", lambda *_: None)
    with transaction() as session:
        stale = session.get_one(Order, order.id)
        shelf.run(partial(pack_order, order_id=order.id, actor=STAFF, now=read_now(session)))
        assert stale.status == "confirmed"
        changing(order, Change(note="after the box was closed"))(session)
    assert (shelf.order(order.id).status, shelf.order(order.id).note) == ("packed", "after the box was closed")


@pytest.mark.parametrize("other", ["pack", "cancel"])
def test_what_is_packed_or_cancelled_at_that_moment_is_whole(shelf: Shelf, order: Order, other: str) -> None:
    shelf.change("UPDATE zones SET cod_cap_paise = 900000, cod_cap_new_paise = 900000")
    before = shelf.stock()[0]
    now = shelf.run(read_now)
    pack = partial(pack_order, order_id=order.id, actor=STAFF, now=now)
    deeds = [pack if other == "pack" else cancelling(order), changing(order, Change({shelf.pack(): 2}))]
    assert set(refused(race(deeds))) <= {"order-not-changeable"}
    found = shelf.order(order.id)
    sold = found.items_paise // 120_000 if found.status == "packed" else 0
    assert found.status == ("packed" if other == "pack" else "cancelled")
    assert shelf.stock() == (before + DOZEN - sold * DOZEN, 0)
    shelf.assert_sound()


def test_two_phones_that_saw_the_same_order_change_it_once(shelf: Shelf, order: Order) -> None:
    shown = [Shown(order.version, count * 120_000 + fee) for count, fee in ((2, 0), (3, 0))]
    shelf.change("UPDATE zones SET free_above_paise = 150000, cod_cap_paise = 900000, cod_cap_new_paise = 900000")
    deeds = [changing(order, Change({shelf.pack(): 2}), shown[0]), changing(order, Change({shelf.pack(): 3}), shown[1])]
    assert refused(race(deeds * (PHONES // 2))) == ["change-stale"] * (PHONES - 1)
    assert shelf.order(order.id).version == order.version + 1
    shelf.assert_sound()


def test_two_orders_change_into_the_last_place_of_a_window(shelf: Shelf, order: Order) -> None:
    placed = [shelf.place() for _ in range(PHONES - 1)]
    orders = [order, *(shelf.run(partial(_confirm, placed=each)) for each in placed)]
    slot = other_slot(shelf, order)
    booked = shelf.places(slot)[1]
    shelf.run(lambda session: set_capacity(session, slot, booked + 1, STAFF))
    assert refused(race([changing(each, Change(slot_id=slot)) for each in orders])) == ["slot-full"] * (PHONES - 1)
    assert shelf.places(slot) == (booked + 1, booked + 1)
    shelf.assert_sound()


def _confirm(session: Session, placed: int) -> Order:
    return confirm_cash_order(session, placed, read_now(session))


def test_orders_that_swap_windows_and_want_the_same_fruit_never_wait_for_each_other(shelf: Shelf, order: Order) -> None:
    slot = other_slot(shelf, order)
    placed = [shelf.place(shelf.fill_cart(shelf.meet(), slot_id=slot)) for _ in range(3)]
    there = [shelf.run(partial(_confirm, placed=each)) for each in placed]
    here = [order, *(shelf.run(partial(_confirm, placed=shelf.place())) for _ in range(2))]
    packs = {shelf.pack(): 1, shelf.pack("kesar"): 1}
    deeds = [changing(each, Change(packs, slot_id=slot)) for each in here]
    deeds += [changing(each, Change(packs, slot_id=order.slot_id)) for each in there]
    assert refused(race(deeds)) == []
    assert {shelf.order(each.id).slot_id for each in here} == {slot}
    shelf.assert_sound()


def test_the_last_fruit_goes_to_one_of_those_who_want_more(shelf: Shelf, order: Order) -> None:
    placed = [shelf.place() for _ in range(PHONES - 1)]
    orders = [order, *(shelf.run(partial(_confirm, placed=each)) for each in placed)]
    shelf.change("UPDATE zones SET cod_cap_paise = 900000, cod_cap_new_paise = 900000")
    shelf.leave(DOZEN)
    results = race([changing(each, Change({shelf.pack(): 2})) for each in orders])
    assert refused(results) == ["sold-out"] * (PHONES - 1)
    assert shelf.stock() == (0, 0)
    shelf.assert_sound()


def test_money_that_comes_while_its_order_becomes_another(cashier: Cashier) -> None:
    """Whichever is first: paid as it was and then changed, or changed and the old money goes back."""
    order_id = cashier.order_with_link()
    order = cashier.order_row(order_id)
    cashier.switch(drop_razorpay_webhooks=True)
    cashier.pay(order_id)
    with transaction() as session:
        session.execute(text("UPDATE payment_links SET next_look_at = jamango_now()"))
        pack = int(session.execute(text("SELECT pack_id FROM order_items LIMIT 1")).scalar_one())

    def look(session: Session) -> None:
        del session
        cashier.work()

    assert refused(race([look, changing(order, Change({pack: 2}))])) == []
    cashier.live_through(minutes=2)
    found = cashier.order_row(order_id)
    assert found.status in {"confirmed", "awaiting_payment"}
    told = cashier.told(order_id)
    assert ("payment-changed-refunded" in told) == (found.status == "awaiting_payment")
    assert found.prepaid_paise == (order.total_paise if found.status == "confirmed" else 0)
    cashier.assert_books_agree()


def test_two_changes_to_less_refund_the_difference_once(cashier: Cashier) -> None:
    order_id = cashier.order_with_link(boxes=3)
    cashier.pay(order_id)
    cashier.work()
    order = cashier.order_row(order_id)
    with transaction() as session:
        pack = int(session.execute(text("SELECT pack_id FROM order_items LIMIT 1")).scalar_one())
    assert refused(race([changing(order, Change({pack: 1}))] * PHONES)) == []
    cashier.work()
    found = cashier.order_row(order_id)
    assert [each.amount_paise for each in cashier.refunds_of(order_id)] == [order.total_paise - found.total_paise]
    assert cashier.balances() == {"razorpay": found.total_paise, "orders": -found.total_paise}
    cashier.assert_books_agree()
