"""Money going back: the exact sum, once, and never more than came."""

import pytest
from sqlmodel import select

from core.clock import read_now
from core.db import transaction
from core.errors import Refusal
from core.ledger.queries import postings_of_order
from core.orders.actions import dispatch_order, fail_delivery, pack_order
from core.orders.rules import FailureReason
from core.payments.actions import cancel_order
from core.payments.refunds import request_refund, retry_refund
from core.payments.tables import Payment, Refund
from tests.support.actors import STAFF
from tests.support.buyers import BOX
from tests.support.money import Cashier


def paid_order(cashier: Cashier) -> int:
    order_id = cashier.order_with_link()
    cashier.pay(order_id)
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    return order_id


def refund_part(cashier: Cashier, order_id: int, paise: int) -> Refund:
    with transaction() as session:
        payment = session.exec(select(Payment).where(Payment.order_id == order_id)).one()
        return request_refund(session, payment.id, paise, reason="two were soft", actor=STAFF)


def test_cancelled_until_packed_with_all_money_back(cashier: Cashier) -> None:
    before, _ = cashier.stock()
    order_id = paid_order(cashier)
    total = cashier.order_row(order_id).total_paise
    outcome = cashier.cancel(order_id)
    assert outcome.refund_paise == total
    cashier.work()
    assert cashier.status(order_id) == "cancelled"
    assert cashier.stock() == (before, 0)
    assert cashier.told(order_id) == ["pay-here", "order-confirmed", "refund-processed"]
    assert cashier.balances() == {}
    with transaction() as session:
        posted = [f"{each.source} {each.event}" for each in postings_of_order(session, order_id)]
    assert posted[::2] == ["payment captured", "refund asked", "refund processed"]
    [refund] = cashier.refunds_of(order_id)
    assert refund.bank_reference
    cashier.assert_books_agree()


def test_what_was_given_back_before_is_not_given_back_again(cashier: Cashier) -> None:
    order_id = paid_order(cashier)
    refund_part(cashier, order_id, 25_000)
    cashier.work()
    assert cashier.cancel(order_id).refund_paise == cashier.order_row(order_id).total_paise - 25_000
    cashier.work()
    assert cashier.balances() == {}
    cashier.assert_books_agree()


def test_not_cancelled_once_packed(cashier: Cashier) -> None:
    order_id = paid_order(cashier)
    with transaction() as session:
        pack_order(session, order_id, actor=STAFF, now=read_now(session))
    with pytest.raises(Refusal) as refused:
        cashier.cancel(order_id)
    assert refused.value.code == "order-packed"
    cashier.work()
    assert cashier.refunds_of(order_id) == []
    cashier.assert_books_agree()


def test_a_second_cancel_gives_nothing_twice(cashier: Cashier) -> None:
    order_id = paid_order(cashier)
    cashier.cancel(order_id)
    with pytest.raises(Refusal) as refused:
        cashier.cancel(order_id)
    assert refused.value.code == "order-ended"
    cashier.work()
    assert len(cashier.refunds_of(order_id)) == 1
    cashier.assert_books_agree()


def test_a_founders_cancel_tells_the_customer(cashier: Cashier) -> None:
    order_id = paid_order(cashier)
    with transaction() as session:
        cancel_order(session, order_id, reason="rain", actor=STAFF, now=read_now(session))
    cashier.work()
    assert cashier.told(order_id)[2:] == ["order-cancelled", "refund-processed"]
    cashier.assert_books_agree()


def test_an_unpaid_order_is_cancelled_with_its_link(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    assert cashier.cancel(order_id).refund_paise == 0
    cashier.work()
    assert (cashier.status(order_id), cashier.link_of(order_id).status) == ("cancelled", "cancelled")
    assert cashier.stock()[1] == 0
    cashier.assert_books_agree()


def test_cancelled_while_paying_the_money_goes_back_and_the_customer_knows(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    cashier.pay(order_id)
    cashier.cancel(order_id)
    cashier.work()
    assert (cashier.status(order_id), cashier.link_of(order_id).status) == ("cancelled", "paid")
    assert cashier.told(order_id) == ["pay-here", "payment-late-refunded", "refund-processed"]
    assert cashier.balances() == {}
    cashier.assert_books_agree()


def test_more_than_the_capture_is_refused(cashier: Cashier) -> None:
    order_id = paid_order(cashier)
    total = cashier.order_row(order_id).total_paise
    refund_part(cashier, order_id, 10_000)
    with pytest.raises(Refusal) as refused:
        refund_part(cashier, order_id, total - 9_999)
    assert (refused.value.code, refused.value.values) == ("refund-too-much", {"left_paise": total - 10_000})
    for nothing in (0, -1):
        with pytest.raises(Refusal):
            refund_part(cashier, order_id, nothing)
    cashier.work()
    cashier.assert_books_agree()


@pytest.mark.parametrize(
    "mode", ["502_html", "429", "empty", "disconnect", "disconnect_after_acceptance", "502_after_acceptance"]
)
def test_a_refund_whose_answer_was_lost_is_made_once(cashier: Cashier, mode: str) -> None:
    order_id = paid_order(cashier)
    cashier.fail_next("refund", mode)
    cashier.cancel(order_id)
    cashier.work()
    for _ in range(4):
        cashier.advance(seconds=3)
        cashier.work()
    assert len(cashier.books()["refunds"]) == 1
    assert [refund.status for refund in cashier.refunds_of(order_id)] == ["processed"]
    assert cashier.told(order_id)[2:] == ["refund-processed"]
    cashier.assert_books_agree()


def test_the_same_key_makes_the_refund_once_even_when_the_list_hides_it(cashier: Cashier) -> None:
    order_id = paid_order(cashier)
    cashier.fail_next("refund", "disconnect_after_acceptance")
    cashier.cancel(order_id)
    cashier.switch(drop_razorpay_webhooks=True)
    cashier.gateway.list_refunds = lambda payment_id: []  # type: ignore[method-assign]
    for _ in range(4):
        cashier.work()
        cashier.advance(seconds=3)
    assert len(cashier.books()["refunds"]) == 1
    cashier.assert_books_agree()


def test_a_pending_refund_is_told_when_it_is_processed(cashier: Cashier) -> None:
    cashier.switch(refund_outcome="pending")
    order_id = paid_order(cashier)
    cashier.cancel(order_id)
    cashier.work()
    [refund] = cashier.refunds_of(order_id)
    assert refund.status == "pending"
    assert "refund-processed" not in cashier.told(order_id)
    assert cashier.balances() == {"razorpay": refund.amount_paise, "refunds_due": -refund.amount_paise}
    cashier.switch(drop_razorpay_webhooks=True)
    cashier.outside.post(f"/sim/refunds/{refund.provider_refund_id}/finish", json={}).raise_for_status()
    cashier.advance(days=1, minutes=1)
    cashier.work()
    assert cashier.told(order_id)[2:] == ["refund-processed"]
    assert cashier.balances() == {}
    cashier.assert_books_agree()


def test_a_refund_that_stays_pending_rings_the_founder(cashier: Cashier) -> None:
    cashier.switch(refund_outcome="pending")
    order_id = paid_order(cashier)
    cashier.cancel(order_id)
    cashier.work()
    for _ in range(11):
        cashier.advance(days=1)
        cashier.work()
    assert "refund-slow" in cashier.alerts()
    cashier.assert_books_agree()


@pytest.mark.parametrize("outcome", ["failed", "no_balance"])
def test_a_failed_refund_waits_for_a_human_and_is_then_made_once(cashier: Cashier, outcome: str) -> None:
    order_id = paid_order(cashier)
    cashier.switch(refund_outcome=outcome)
    cashier.cancel(order_id)
    cashier.work()
    [refund] = cashier.refunds_of(order_id)
    assert refund.status == "failed"
    assert "refund-failed" in cashier.alerts()
    assert "refund-processed" not in cashier.told(order_id)
    assert cashier.balances() == {"razorpay": refund.amount_paise, "parked": -refund.amount_paise}
    cashier.assert_books_agree()

    cashier.switch(refund_outcome="processed")
    with transaction() as session:
        retry_refund(session, refund.id, actor=STAFF)
    cashier.work()
    assert [refund.status for refund in cashier.refunds_of(order_id)] == ["processed"]
    assert cashier.told(order_id)[2:] == ["refund-processed"]
    assert "refund-failed" not in cashier.alerts()
    assert cashier.balances() == {}
    cashier.assert_books_agree()


def test_a_refund_that_razorpay_refused_and_a_human_made_there_is_ours(cashier: Cashier) -> None:
    order_id = paid_order(cashier)
    cashier.switch(refund_outcome="no_balance")
    cashier.cancel(order_id)
    cashier.work()
    cashier.switch(refund_outcome="processed")
    [payment] = cashier.payments_of(order_id)
    cashier.outside.post(f"/sim/payments/{payment.provider_payment_id}/refund", json={}).raise_for_status()
    cashier.work()
    assert [refund.status for refund in cashier.refunds_of(order_id)] == ["processed"]
    assert cashier.balances() == {}
    cashier.assert_books_agree()


def test_fruit_after_a_failed_delivery_is_not_put_back_but_the_money_goes_back(cashier: Cashier) -> None:
    before, _ = cashier.stock()
    order_id = paid_order(cashier)
    with transaction() as session:
        pack_order(session, order_id, actor=STAFF, now=read_now(session))
        dispatch_order(session, order_id, actor=STAFF, now=read_now(session))
        fail_delivery(session, order_id, FailureReason.NOBODY_HOME, actor=STAFF, now=read_now(session))
    with transaction() as session:
        outcome = cancel_order(session, order_id, reason="nobody-home", actor=STAFF, now=read_now(session))
    cashier.work()
    assert outcome.refund_paise == cashier.order_row(order_id).total_paise
    assert cashier.stock() == (before - BOX, 0)
    assert cashier.balances() == {}


def test_a_refund_asked_again_after_two_weeks_is_looked_after_again(cashier: Cashier) -> None:
    cashier.switch(refund_outcome="no_balance")
    order_id = paid_order(cashier)
    cashier.cancel(order_id)
    cashier.work()
    cashier.advance(days=20)
    cashier.switch(refund_outcome="pending", drop_razorpay_webhooks=True)
    with transaction() as session:
        retry_refund(session, cashier.refunds_of(order_id)[0].id, actor=STAFF)
    cashier.work()
    assert "refund-slow" not in cashier.alerts()
    refund = cashier.refunds_of(order_id)[0]
    cashier.outside.post(f"/sim/refunds/{refund.provider_refund_id}/finish", json={}).raise_for_status()
    cashier.advance(minutes=2)
    cashier.work()
    assert cashier.refunds_of(order_id)[0].status == "processed"
    cashier.assert_books_agree()


def test_refunds_beyond_razorpays_first_page_are_seen(cashier: Cashier) -> None:
    cashier.switch(drop_razorpay_webhooks=True)
    order_id = paid_later(cashier)
    [payment] = cashier.payments_of(order_id)
    for _ in range(103):
        cashier.outside.post(f"/sim/payments/{payment.provider_payment_id}/refund", json={"amount": 100})
    assert len(cashier.gateway.list_refunds(payment.provider_payment_id)) == 103


def paid_later(cashier: Cashier) -> int:
    order_id = cashier.order_with_link()
    cashier.pay(order_id)
    cashier.live_through(minutes=1)
    return order_id
