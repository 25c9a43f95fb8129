"""Money that nobody asked for in this form: twice, another sum, another currency, another shop's."""

import json

import pytest
from sqlalchemy import text

from core.clock import read_now
from core.db import transaction
from core.payments.actions import pay_cash
from core.payments.refunds import request_refund
from core.payments.webhook_events import handle_webhook_event
from tests.support.actors import STAFF
from tests.support.money import Cashier


def test_a_second_payment_goes_back_and_the_order_stays(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    first, second = cashier.pay(order_id, times=2)
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    assert [payment.status for payment in cashier.payments_of(order_id)] == ["settled", "returned"]
    assert {payment.provider_payment_id for payment in cashier.payments_of(order_id)} == {first, second}
    assert sorted(cashier.told(order_id)) == [
        "order-confirmed",
        "pay-here",
        "payment-twice-refunded",
        "refund-processed",
    ]
    total = cashier.order_row(order_id).total_paise
    assert cashier.balances() == {"razorpay": total, "orders": -total}
    cashier.assert_books_agree()


def test_a_second_payment_is_found_without_webhooks(cashier: Cashier) -> None:
    cashier.switch(drop_razorpay_webhooks=True)
    order_id = cashier.order_with_link()
    cashier.pay(order_id)
    cashier.live_through(minutes=1)
    assert cashier.status(order_id) == "confirmed"
    cashier.pay(order_id, force=True)
    cashier.advance(hours=2)
    cashier.work()
    assert cashier.told(order_id)[2:] == ["payment-twice-refunded", "refund-processed"]
    cashier.assert_books_agree()


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        ({"amount": 12_300}, "wrong_amount"),
        ({"amount": 100}, "wrong_amount"),
        ({"currency": "USD"}, "wrong_currency"),
    ],
)
def test_money_that_is_not_what_was_asked_is_parked(cashier: Cashier, trouble: dict[str, object], reason: str) -> None:
    order_id = cashier.order_with_link()
    cashier.pay(order_id, **trouble)
    cashier.work()
    assert cashier.status(order_id) == "awaiting_payment"
    [payment] = cashier.payments_of(order_id)
    assert (payment.status, payment.reason) == ("parked", reason)
    assert cashier.told(order_id) == ["pay-here", "payment-parked"]
    assert "payment-parked" in cashier.alerts()
    cashier.assert_books_agree()

    cashier.let_the_hold_end()
    assert cashier.status(order_id) == "expired"
    with transaction() as session:
        request_refund(session, payment.id, payment.amount_paise, reason="not-what-was-asked", actor=STAFF)
    cashier.work()
    assert cashier.payments_of(order_id)[0].status == "returned"
    assert cashier.told(order_id) == ["pay-here", "payment-parked", "hold-expired-money-here", "refund-processed"]
    assert cashier.balances() == {}
    cashier.assert_books_agree()


def test_dollars_never_enter_the_ledger(cashier: Cashier) -> None:
    cashier.switch(wrong_currency="USD")
    order_id = cashier.order_with_link()
    cashier.pay(order_id)
    cashier.work()
    assert cashier.payments_of(order_id)[0].currency == "USD"
    assert cashier.balances() == {}
    cashier.assert_books_agree()


def test_a_refund_made_by_hand_at_razorpay_enters_our_books(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    [payment_id] = cashier.pay(order_id)
    cashier.work()
    cashier.outside.post(f"/sim/payments/{payment_id}/refund", json={"amount": 10_000}).raise_for_status()
    cashier.work()
    [refund] = cashier.refunds_of(order_id)
    assert (refund.amount_paise, refund.requested_by, refund.status) == (10_000, "razorpay", "processed")
    assert "refund-elsewhere" in cashier.alerts()
    assert cashier.told(order_id)[2:] == ["refund-processed"]
    cashier.assert_books_agree()


def test_a_refund_by_hand_is_found_without_webhooks(cashier: Cashier) -> None:
    cashier.switch(drop_razorpay_webhooks=True)
    order_id = cashier.order_with_link()
    [payment_id] = cashier.pay(order_id)
    cashier.live_through(minutes=1)
    cashier.outside.post(f"/sim/payments/{payment_id}/refund", json={}).raise_for_status()
    cashier.advance(hours=2)
    cashier.work()
    assert [refund.requested_by for refund in cashier.refunds_of(order_id)] == ["razorpay"]
    assert "refund-elsewhere" in cashier.alerts()


def test_a_dispute_rings_the_founder(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    [payment_id] = cashier.pay(order_id)
    cashier.work()
    cashier.outside.post(f"/sim/payments/{payment_id}/dispute", json={}).raise_for_status()
    cashier.work()
    assert "payment-dispute" in cashier.alerts()
    assert cashier.status(order_id) == "confirmed"


def test_a_payment_of_another_shop_rings_the_founder_and_changes_nothing(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    entity = {"id": "pay_Stranger000001", "amount": 100, "notes": {"jamango_order": "NOTOURS", "attempt": "1"}}
    event = {"event": "payment.captured", "payload": {"payment": {"entity": entity}}}
    with transaction() as session:
        handle_webhook_event(session, event, read_now(session))
    cashier.work()
    assert "payment-unknown" in cashier.alerts()
    assert cashier.status(order_id) == "awaiting_payment"
    assert cashier.payments_of(order_id) == []


def test_a_payment_that_claims_our_order_is_asked_for_by_id_and_not_believed(cashier: Cashier) -> None:
    """A second, real payment on another order's link, presented under this order's notes."""
    mine, other = cashier.order_with_link(), cashier.order_with_link()
    [payment_id] = cashier.pay(other)
    notes = {"jamango_order": cashier.order_row(mine).code, "attempt": "1"}
    event = {"event": "payment.captured", "payload": {"payment": {"entity": {"id": payment_id, "notes": notes}}}}
    with transaction() as session:
        handle_webhook_event(session, event, read_now(session))
    cashier.work()
    assert (cashier.status(mine), cashier.status(other)) == ("awaiting_payment", "confirmed")
    cashier.assert_books_agree()


NONSENSE = [
    {},
    {"event": None, "payload": None},
    {"event": 7, "payload": []},
    {"event": "payment.captured", "payload": {"payment": None}},
    {"event": "payment.captured", "payload": {"payment": {"entity": []}}},
    {"event": "payment.captured", "payload": {"payment": {"entity": {"id": {"a": 1}, "notes": [1]}}}},
    {"event": "payment.captured", "payload": {"payment": {"entity": {"id": "p\x00", "description": "#\x00"}}}},
    {
        "event": "refund.processed",
        "payload": {"refund": {"entity": {"id": "x" * 10_000, "notes": {"jamango_refund": 1}}}},
    },
    {"event": "order.paid", "payload": {"order": {"entity": {"receipt": 10**400}}}},
    json.loads('{"event": "payment_link.paid", "payload": {"payment_link": {"entity": {"id": "\\ud800"}}}}'),
]


@pytest.mark.parametrize("event", NONSENSE, ids=range(len(NONSENSE)))
def test_signed_nonsense_is_survived(database: str, event: dict[str, object]) -> None:
    with transaction() as session:
        handle_webhook_event(session, event, read_now(session))
        assert session.execute(text("SELECT count(*) FROM payment_links")).scalar_one() == 0


def test_money_for_an_order_that_pays_cash_goes_back(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    cashier.pay(order_id)
    with transaction() as session:
        pay_cash(session, order_id, read_now(session))
    cashier.work()
    assert (cashier.status(order_id), cashier.order_row(order_id).payment_method) == ("confirmed", "cod")
    assert cashier.told(order_id) == ["pay-here", "order-confirmed", "payment-cash-refunded", "refund-processed"]
    assert cashier.balances() == {}
    cashier.assert_books_agree()


def test_choosing_cash_withdraws_the_link(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    with transaction() as session:
        pay_cash(session, order_id, read_now(session))
    cashier.work()
    assert cashier.link_of(order_id).status == "cancelled"
    assert cashier.told(order_id) == ["pay-here", "order-confirmed"]
    cashier.assert_books_agree()
