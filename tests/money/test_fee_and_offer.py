"""What Razorpay itself adds to a payment or takes off it, by a setting of the account."""

from __future__ import annotations

import pytest

from tests.support.money import Till


@pytest.mark.parametrize("how", [{"fee_bearer": "customer"}, {"offer": 5_000}], ids=["fee on top", "offer"])
def test_a_link_paid_in_full_settles_with_razorpays_own_fee_or_offer(till: Till, how: dict[str, object]) -> None:
    if "fee_bearer" in how:
        till.switch(**how)
        how = {}
    order_id = till.order_with_link()
    till.pay(order_id, **how)
    till.work()
    order, [payment] = till.order_row(order_id), till.payments_of(order_id)
    assert (order.status, payment.status) == ("confirmed", "settled")
    assert payment.adjustment_paise == payment.amount_paise - order.total_paise != 0
    assert till.told(order_id) == ["pay-here", "order-confirmed"]
    assert till.alerts() == set()
    till.assert_books_agree()
    assert till.cancel(order_id).refund_paise == payment.amount_paise
    till.work()
    till.assert_books_agree()


def test_another_amount_parks_on_such_an_account_too(till: Till) -> None:
    till.switch(fee_bearer="customer", wrong_amount=5_000)
    order_id = till.order_with_link()
    till.pay(order_id)
    till.work()
    assert till.payments_of(order_id)[0].reason == "wrong_amount"
    assert till.status(order_id) == "awaiting_payment"
    till.assert_books_agree()
