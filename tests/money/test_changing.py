"""An order is changed until it is packed, and its money is put right both ways."""

from __future__ import annotations

from sqlalchemy import text

from core.clock import read_now
from core.db import transaction
from core.orders.revision import Change
from core.payments.actions import pay_cash
from tests.support.buyers import BOX
from tests.support.changing import DOZEN, boxes, cash_order, change, paid_order, refused
from tests.support.money import Cashier


def test_less_of_a_paid_order_sends_the_difference_back_once(cashier: Cashier) -> None:
    before = cashier.stock()
    order_id = paid_order(cashier, 3)
    paid = cashier.order_row(order_id).total_paise
    outcome = change(cashier, order_id, boxes(1))
    again = change(cashier, order_id, boxes(1))
    cashier.work()
    order = cashier.order_row(order_id)
    assert (outcome.refund_paise, again.is_nothing) == (paid - order.total_paise, True)
    assert [refund.amount_paise for refund in cashier.refunds_of(order_id)] == [outcome.refund_paise]
    assert (order.payment_method, order.prepaid_paise, order.due_paise) == ("online", order.total_paise, 0)
    assert cashier.stock() == (before[0] - BOX, 0)
    assert cashier.balances() == {"razorpay": order.total_paise, "orders": -order.total_paise}
    assert cashier.told(order_id) == ["pay-here", "order-confirmed", "refund-processed"]
    cashier.assert_books_agree()
    cashier.cancel(order_id)
    cashier.work()
    assert cashier.balances() == {}
    cashier.assert_books_agree()


def test_more_of_a_paid_order_is_due_at_the_door_or_by_a_link(cashier: Cashier) -> None:
    order_id = paid_order(cashier, 1)
    paid = cashier.order_row(order_id).prepaid_paise
    outcome = change(cashier, order_id, boxes(2))
    order = cashier.order_row(order_id)
    assert (order.payment_method, order.prepaid_paise) == ("cod", paid)
    assert outcome.after.due_paise == order.due_paise == order.total_paise - paid > 0
    cashier.ask_to_pay(order_id)
    cashier.work()
    assert cashier.link_of(order_id).amount_paise == outcome.after.due_paise
    cashier.pay(order_id)
    cashier.work()
    order = cashier.order_row(order_id)
    assert (order.status, order.payment_method, order.due_paise) == ("confirmed", "online", 0)
    assert cashier.told(order_id) == ["pay-here", "order-confirmed", "prepay-here", "order-prepaid"]
    assert len(cashier.payments_of(order_id)) == 2
    cashier.assert_books_agree()
    change(cashier, order_id, boxes(1))
    cashier.work()
    assert cashier.order_row(order_id).due_paise == 0
    assert cashier.balances() == {"razorpay": paid, "orders": -paid}
    cashier.assert_books_agree()


def test_less_again_before_the_rest_is_paid_owes_nothing_to_anybody(cashier: Cashier) -> None:
    order_id = paid_order(cashier, 1)
    change(cashier, order_id, boxes(2))
    outcome = change(cashier, order_id, boxes(1))
    assert (outcome.refund_paise, outcome.after.due_paise) == (0, 0)
    assert cashier.order_row(order_id).payment_method == "online"
    cashier.assert_books_agree()


def test_a_cash_order_has_another_sum_at_the_door(cashier: Cashier) -> None:
    order_id = cash_order(cashier)
    outcome = change(cashier, order_id, boxes(2))
    assert outcome.after.due_paise == cashier.order_row(order_id).total_paise == 2 * DOZEN + outcome.after.fee_paise
    assert cashier.told(order_id) == ["order-confirmed"]
    cashier.assert_books_agree()


def test_more_than_may_be_collected_at_a_door_is_refused_and_nothing_changes(cashier: Cashier) -> None:
    order_id = cash_order(cashier)
    with transaction() as session:
        session.execute(text("UPDATE zones SET cod_cap_new_paise = 200000"))
    before, stock = cashier.order_row(order_id), cashier.stock()
    refusal = refused(cashier, order_id, boxes(3))
    assert (refusal.code, refusal.values["cap_paise"]) == ("change-over-cap", 200_000)
    assert (cashier.order_row(order_id), cashier.stock()) == (before, stock)
    cashier.ask_to_pay(order_id)
    cashier.work()
    cashier.pay(order_id)
    cashier.work()
    change(cashier, order_id, boxes(2))
    assert cashier.order_row(order_id).due_paise < 200_000, "what is paid already is not collected"
    cashier.assert_books_agree()


def test_an_order_that_was_to_be_paid_at_the_door_is_paid_by_link(cashier: Cashier) -> None:
    order_id = cash_order(cashier)
    cashier.ask_to_pay(order_id)
    cashier.ask_to_pay(order_id)
    cashier.work()
    assert len(cashier.links_of(order_id)) == 1
    cashier.pay(order_id)
    cashier.work()
    order = cashier.order_row(order_id)
    assert (order.status, order.payment_method, order.due_paise) == ("confirmed", "online", 0)
    assert cashier.told(order_id) == ["order-confirmed", "prepay-here", "order-prepaid"]
    assert cashier.balances() == {"razorpay": order.total_paise, "orders": -order.total_paise}
    cashier.assert_books_agree()


def test_a_link_for_a_cash_order_that_nobody_pays_leaves_it_as_it_was(cashier: Cashier) -> None:
    order_id = cash_order(cashier)
    cashier.ask_to_pay(order_id)
    cashier.work()
    cashier.advance(minutes=40)
    cashier.work()
    assert (cashier.status(order_id), cashier.order_row(order_id).payment_method) == ("confirmed", "cod")
    assert cashier.link_of(order_id).status == "expired"
    cashier.ask_to_pay(order_id)
    cashier.work()
    assert cashier.link_of(order_id).status == "open", "it may be asked for again"
    with transaction() as session:
        pay_cash(session, order_id, read_now(session))
    cashier.work()
    assert cashier.link_of(order_id).status == "cancelled"
    cashier.assert_books_agree()


def test_a_link_for_another_sum_is_withdrawn_and_a_new_one_sent(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    old = cashier.link_of(order_id)
    outcome = change(cashier, order_id, boxes(2))
    assert outcome.asks_anew
    cashier.work()
    new = cashier.link_of(order_id)
    assert [link.status for link in cashier.links_of(order_id)] == ["cancelled", "open"]
    assert new.amount_paise == cashier.order_row(order_id).total_paise == outcome.after.total_paise
    assert cashier.told(order_id) == ["pay-here", "pay-here"]
    cashier.pay(order_id)
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    assert old.provider_link_id != new.provider_link_id
    cashier.assert_books_agree()


def test_money_for_what_an_order_was_before_goes_back_and_the_order_waits(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    cashier.switch(drop_razorpay_webhooks=True)
    cashier.pay(order_id)
    change(cashier, order_id, boxes(2))
    cashier.work()
    cashier.live_through(minutes=2)
    assert cashier.status(order_id) == "awaiting_payment"
    assert cashier.told(order_id) == ["pay-here", "pay-here", "payment-changed-refunded", "refund-processed"]
    assert cashier.balances() == {}
    cashier.pay(order_id)
    cashier.live_through(minutes=2)
    assert cashier.status(order_id) == "confirmed"
    cashier.assert_books_agree()


def test_another_window_leaves_the_link_alone(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    with transaction() as session:
        other = session.execute(
            text(
                "SELECT w.slot_id FROM open_slots() w JOIN orders o ON o.zone_id = w.zone_id"
                " WHERE o.id = :id AND w.slot_id <> o.slot_id ORDER BY w.starts_at DESC LIMIT 1"
            ),
            {"id": order_id},
        ).scalar_one()
    assert not change(cashier, order_id, Change(slot_id=other)).asks_anew
    cashier.work()
    assert len(cashier.links_of(order_id)) == 1
    cashier.pay(order_id)
    cashier.work()
    assert (cashier.status(order_id), cashier.order_row(order_id).slot_id) == ("confirmed", other)
    cashier.assert_books_agree()
