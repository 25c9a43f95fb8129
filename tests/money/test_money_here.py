"""Money that is here, settled or parked: nobody is told that nothing came, and a cancel returns all of it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from core.clock import read_now
from core.db import transaction
from core.errors import Refusal
from core.orders.actions import place_order, remind_before_hold_ends
from core.orders.money_here import money_of
from core.orders.tables import Channel
from core.payments.actions import cancel_order, pay_cash, pay_online
from core.payments.parked import accept_parked, return_parked
from core.payments.refunds import request_refund
from tests.support.actors import STAFF
from tests.support.money import Till

SHORT = 79_000


def parked_order(till: Till, **how: Any) -> int:
    """An order whose link was paid with another sum."""
    order_id = till.order_with_link()
    till.pay(order_id, **(how or {"amount": SHORT}))
    till.work()
    assert till.payments_of(order_id)[0].status == "parked"
    return order_id


def refusal(deed: Any, order_id: int) -> str:
    with transaction() as session, pytest.raises(Refusal) as refused:
        deed(session, order_id, read_now(session))
    return refused.value.code


def strikes(till: Till, order_id: int) -> int:
    with transaction() as session:
        customer_id = till.order_row(order_id).customer_id
        query = text("SELECT lapsed_holds FROM users WHERE id = :id")
        return int(session.execute(query, {"id": customer_id}).scalar_one())


def decide(till: Till, order_id: int, verb: Any) -> None:
    """What the founder does with the order's first payment."""
    payment = till.payments_of(order_id)[0]
    with transaction() as session:
        verb(session, payment.id, actor=STAFF, now=read_now(session))
    till.work()


def test_a_hold_that_ends_over_parked_money_is_no_strike_and_is_not_called_unpaid(till: Till) -> None:
    order_id = parked_order(till)
    with transaction() as session:
        session.execute(text("UPDATE orders SET held_until = jamango_now() + interval '1 minute'"))
        assert remind_before_hold_ends(session, read_now(session)) == 0, "it is not called unpaid before either"
    till.let_the_hold_end()
    assert till.told(order_id) == ["pay-here", "payment-parked", "hold-expired-money-here"]
    assert (till.status(order_id), strikes(till, order_id)) == ("expired", 0)
    with transaction() as session:
        assert money_of(session, order_id).parked.paise == SHORT
    till.assert_books_agree()


def test_what_is_parked_goes_back_when_the_order_is_cancelled_before_or_after_its_hold(till: Till) -> None:
    waiting, over = parked_order(till), parked_order(till)
    assert till.cancel(waiting).refund_paise == SHORT
    till.let_the_hold_end()
    assert till.cancel(over).refund_paise == SHORT
    till.work()
    assert (till.status(waiting), till.status(over)) == ("cancelled", "expired")
    assert till.told(waiting)[-1] == till.told(over)[-1] == "refund-processed"
    assert till.balances() == {}
    with transaction() as session:
        assert not money_of(session, over).here
    with pytest.raises(Refusal, match="order-ended"):
        till.cancel(over)
    till.assert_books_agree()


def test_dollars_go_back_too_and_are_named(till: Till) -> None:
    order_id = parked_order(till, currency="USD", amount=900)
    with transaction() as session:
        outcome = cancel_order(session, order_id, reason="rain", actor=STAFF, now=read_now(session))
    assert (outcome.refund_paise, outcome.sums.text) == (0, "9.00 USD")
    till.work()
    assert till.payments_of(order_id)[0].status == "returned"
    till.assert_books_agree()


def test_an_order_with_parked_money_is_neither_paid_again_nor_replaced(till: Till) -> None:
    order_id = parked_order(till)
    assert refusal(pay_online, order_id) == refusal(pay_cash, order_id) == "money-is-here"
    customer_id = till.order_row(order_id).customer_id
    again = lambda session, _, now: place_order(session, customer_id, Channel.WHATSAPP, now)  # noqa: E731
    assert refusal(again, order_id) == "money-is-here"
    assert till.status(order_id) == "awaiting_payment"


@pytest.mark.parametrize("over", [False, True])
def test_the_founder_accepts_parked_money_for_its_order(till: Till, over: bool) -> None:
    order_id = parked_order(till)
    if over:
        till.let_the_hold_end()
    decide(till, order_id, accept_parked)
    order, [payment] = till.order_row(order_id), till.payments_of(order_id)
    assert (order.status, order.payment_method, payment.status) == ("confirmed", "online", "settled")
    assert payment.adjustment_paise == SHORT - order.total_paise
    assert till.told(order_id)[-1] == ("payment-late-confirmed" if over else "order-confirmed")
    assert "payment-parked" not in till.alerts()
    assert till.balances() == {"razorpay": SHORT, "orders": -SHORT}
    assert till.cancel(order_id).refund_paise == SHORT
    till.work()
    till.assert_books_agree()


def test_the_founder_returns_parked_money(till: Till) -> None:
    order_id = parked_order(till)
    decide(till, order_id, return_parked)
    assert till.told(order_id)[-2:] == ["payment-returned", "refund-processed"]
    assert "payment-parked" not in till.alerts()
    assert till.status(order_id) == "awaiting_payment"
    till.ask_to_pay(order_id)
    till.work()
    till.pay(order_id)
    till.work()
    assert till.status(order_id) == "confirmed"
    till.assert_books_agree()


def test_money_that_cannot_be_accepted_stays_parked(till: Till) -> None:
    gone, dollars = parked_order(till), parked_order(till, currency="USD", amount=900)
    settled = till.order_with_link()
    till.pay(settled)
    till.work()
    till.let_the_hold_end()
    till.set_stock(0)
    for order_id, code in ((gone, "order-not-fillable"), (dollars, "payment-not-acceptable")):
        with pytest.raises(Refusal, match=code):
            decide(till, order_id, accept_parked)
        assert till.payments_of(order_id)[0].status == "parked"
    with pytest.raises(Refusal, match="payment-not-parked"):
        decide(till, settled, return_parked)
    till.assert_books_agree()


def test_paid_twice_then_cancelled_gives_each_back_once(till: Till) -> None:
    order_id = till.order_with_link()
    till.pay(order_id, times=2)
    till.work()
    total = till.order_row(order_id).total_paise
    with transaction() as session:
        assert money_of(session, order_id).here.paise == total
    assert till.cancel(order_id).refund_paise == total
    till.work()
    assert till.balances() == {}
    till.assert_books_agree()


def test_a_refund_that_failed_is_part_of_what_a_cancel_returns(till: Till) -> None:
    order_id = till.order_with_link()
    till.pay(order_id)
    till.work()
    till.switch(refund_outcome="no_balance")
    with transaction() as session:
        request_refund(session, till.payments_of(order_id)[0].id, 10_000, reason="two were soft", actor=STAFF)
    till.work()
    assert "refund-failed" in till.alerts()
    till.switch(refund_outcome="processed")
    assert till.cancel(order_id).refund_paise == till.order_row(order_id).total_paise
    till.work()
    assert till.balances() == {}
    assert "refund-failed" not in till.alerts()
    till.assert_books_agree()
