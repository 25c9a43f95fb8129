"""Money that is here, settled or parked: nobody is told that nothing came, and a cancel returns all of it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from core.checkout.basket import Channel
from core.clock import read_now
from core.db import transaction
from core.errors import Refusal
from core.orders.actions import place_cart
from core.payments.actions import cancel_order, pay_cash, pay_online
from core.payments.money_here import money_of
from core.payments.parked import accept_parked, return_parked
from core.payments.refunds import request_refund
from core.payments.reminding import remind_before_hold_ends
from tests.support.actors import STAFF
from tests.support.money import Cashier

SHORT = 79_000


def parked_order(cashier: Cashier, **how: Any) -> int:
    """An order whose link was paid with another sum."""
    order_id = cashier.order_with_link()
    cashier.pay(order_id, **(how or {"amount": SHORT}))
    cashier.work()
    assert cashier.payments_of(order_id)[0].status == "parked"
    return order_id


def refusal(deed: Any, order_id: int) -> str:
    with transaction() as session, pytest.raises(Refusal) as refused:
        deed(session, order_id, read_now(session))
    return refused.value.code


def strikes(cashier: Cashier, order_id: int) -> int:
    with transaction() as session:
        customer_id = cashier.order_row(order_id).customer_id
        query = text("SELECT lapsed_holds FROM users WHERE id = :id")
        return int(session.execute(query, {"id": customer_id}).scalar_one())


def decide(cashier: Cashier, order_id: int, verb: Any) -> None:
    """What the founder does with the order's first payment."""
    payment = cashier.payments_of(order_id)[0]
    with transaction() as session:
        verb(session, payment.id, actor=STAFF, now=read_now(session))
    cashier.work()


def test_a_hold_that_ends_over_parked_money_is_no_strike_and_is_not_called_unpaid(cashier: Cashier) -> None:
    order_id = parked_order(cashier)
    with transaction() as session:
        session.execute(text("UPDATE orders SET held_until = jamango_now() + interval '1 minute'"))
        assert remind_before_hold_ends(session, read_now(session)) == 0, "it is not called unpaid before either"
    cashier.let_the_hold_end()
    assert cashier.told(order_id) == ["pay-here", "payment-parked", "hold-expired-money-here"]
    assert (cashier.status(order_id), strikes(cashier, order_id)) == ("expired", 0)
    with transaction() as session:
        assert money_of(session, order_id).parked.paise == SHORT
    cashier.assert_books_agree()


def test_what_is_parked_goes_back_when_the_order_is_cancelled_before_or_after_its_hold(cashier: Cashier) -> None:
    waiting, over = parked_order(cashier), parked_order(cashier)
    assert cashier.cancel(waiting).refund_paise == SHORT
    cashier.let_the_hold_end()
    assert cashier.cancel(over).refund_paise == SHORT
    cashier.work()
    assert (cashier.status(waiting), cashier.status(over)) == ("cancelled", "expired")
    assert cashier.told(waiting)[-1] == cashier.told(over)[-1] == "refund-processed"
    assert cashier.balances() == {}
    with transaction() as session:
        assert not money_of(session, over).here
    with pytest.raises(Refusal, match="order-ended"):
        cashier.cancel(over)
    cashier.assert_books_agree()


def test_dollars_go_back_too_and_are_named(cashier: Cashier) -> None:
    order_id = parked_order(cashier, currency="USD", amount=900)
    with transaction() as session:
        outcome = cancel_order(session, order_id, reason="rain", actor=STAFF, now=read_now(session))
    assert (outcome.refund_paise, outcome.sums.text) == (0, "9.00 USD")
    cashier.work()
    assert cashier.payments_of(order_id)[0].status == "returned"
    cashier.assert_books_agree()


def test_an_order_with_parked_money_is_neither_paid_again_nor_replaced(cashier: Cashier) -> None:
    order_id = parked_order(cashier)
    assert refusal(pay_online, order_id) == refusal(pay_cash, order_id) == "money-is-here"
    customer_id = cashier.order_row(order_id).customer_id
    again = lambda session, _, now: place_cart(session, customer_id, Channel.WHATSAPP, now)  # noqa: E731
    assert refusal(again, order_id) == "money-is-here"
    assert cashier.status(order_id) == "awaiting_payment"


@pytest.mark.parametrize("over", [False, True])
def test_the_founder_accepts_parked_money_for_its_order(cashier: Cashier, over: bool) -> None:
    order_id = parked_order(cashier)
    if over:
        cashier.let_the_hold_end()
    decide(cashier, order_id, accept_parked)
    order, [payment] = cashier.order_row(order_id), cashier.payments_of(order_id)
    assert (order.status, order.payment_method, payment.status) == ("confirmed", "online", "settled")
    assert payment.adjustment_paise == SHORT - order.total_paise
    assert cashier.told(order_id)[-1] == ("payment-late-confirmed" if over else "order-confirmed")
    assert "payment-parked" not in cashier.alerts()
    assert cashier.balances() == {"razorpay": SHORT, "orders": -SHORT}
    assert cashier.cancel(order_id).refund_paise == SHORT
    cashier.work()
    cashier.assert_books_agree()


def test_the_founder_returns_parked_money(cashier: Cashier) -> None:
    order_id = parked_order(cashier)
    decide(cashier, order_id, return_parked)
    assert cashier.told(order_id)[-2:] == ["payment-returned", "refund-processed"]
    assert "payment-parked" not in cashier.alerts()
    assert cashier.status(order_id) == "awaiting_payment"
    cashier.ask_to_pay(order_id)
    cashier.work()
    cashier.pay(order_id)
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    cashier.assert_books_agree()


def test_money_that_cannot_be_accepted_stays_parked(cashier: Cashier) -> None:
    gone, dollars = parked_order(cashier), parked_order(cashier, currency="USD", amount=900)
    settled = cashier.order_with_link()
    cashier.pay(settled)
    cashier.work()
    cashier.let_the_hold_end()
    cashier.set_stock(0)
    for order_id, code in ((gone, "order-not-fillable"), (dollars, "payment-not-acceptable")):
        with pytest.raises(Refusal, match=code):
            decide(cashier, order_id, accept_parked)
        assert cashier.payments_of(order_id)[0].status == "parked"
    with pytest.raises(Refusal, match="payment-not-parked"):
        decide(cashier, settled, return_parked)
    cashier.assert_books_agree()


def test_paid_twice_then_cancelled_gives_each_back_once(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    cashier.pay(order_id, times=2)
    cashier.work()
    total = cashier.order_row(order_id).total_paise
    with transaction() as session:
        assert money_of(session, order_id).here.paise == total
    assert cashier.cancel(order_id).refund_paise == total
    cashier.work()
    assert cashier.balances() == {}
    cashier.assert_books_agree()


def test_a_refund_that_failed_is_part_of_what_a_cancel_returns(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    cashier.pay(order_id)
    cashier.work()
    cashier.switch(refund_outcome="no_balance")
    with transaction() as session:
        request_refund(session, cashier.payments_of(order_id)[0].id, 10_000, reason="two were soft", actor=STAFF)
    cashier.work()
    assert "refund-failed" in cashier.alerts()
    cashier.switch(refund_outcome="processed")
    assert cashier.cancel(order_id).refund_paise == cashier.order_row(order_id).total_paise
    cashier.work()
    assert cashier.balances() == {}
    assert "refund-failed" not in cashier.alerts()
    cashier.assert_books_agree()
