"""What Razorpay itself adds to a payment or takes off it, by a setting of the account."""

from __future__ import annotations

import pytest

from tests.support.money import Cashier


@pytest.mark.parametrize("how", [{"fee_bearer": "customer"}, {"offer": 5_000}], ids=["fee on top", "offer"])
def test_a_link_paid_in_full_settles_with_razorpays_own_fee_or_offer(cashier: Cashier, how: dict[str, object]) -> None:
    if "fee_bearer" in how:
        cashier.switch(**how)
        how = {}
    order_id = cashier.order_with_link()
    cashier.pay(order_id, **how)
    cashier.work()
    order, [payment] = cashier.order_row(order_id), cashier.payments_of(order_id)
    assert (order.status, payment.status) == ("confirmed", "settled")
    assert payment.adjustment_paise == payment.amount_paise - order.total_paise != 0
    assert cashier.told(order_id) == ["pay-here", "order-confirmed"]
    assert cashier.alerts() == set()
    cashier.assert_books_agree()
    assert cashier.cancel(order_id).refund_paise == payment.amount_paise
    cashier.work()
    cashier.assert_books_agree()


def test_another_amount_parks_on_such_an_account_too(cashier: Cashier) -> None:
    cashier.switch(fee_bearer="customer", wrong_amount=5_000)
    order_id = cashier.order_with_link()
    cashier.pay(order_id)
    cashier.work()
    assert cashier.payments_of(order_id)[0].reason == "wrong_amount"
    assert cashier.status(order_id) == "awaiting_payment"
    cashier.assert_books_agree()
