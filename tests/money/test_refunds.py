"""Money going back: the exact sum, once, and never more than came."""

import pytest
from sqlalchemy import text
from sqlmodel import select

from core.clock import read_now
from core.db import transaction
from core.errors import Refusal
from core.orders.packing import pack_order
from core.payments.actions import cancel_order
from core.payments.refunds import request_refund, retry_refund
from core.payments.tables import Payment, Refund
from tests.support.actors import STAFF
from tests.support.money import BOX, Till


def paid_order(till: Till) -> int:
    order_id = till.order_with_link()
    till.pay(order_id)
    till.work()
    assert till.status(order_id) == "confirmed"
    return order_id


def refund_part(till: Till, order_id: int, paise: int) -> Refund:
    with transaction() as session:
        payment = session.exec(select(Payment).where(Payment.order_id == order_id)).one()
        return request_refund(session, payment.id, paise, reason="two were soft", actor=STAFF)


def test_cancelled_until_packed_with_all_money_back(till: Till) -> None:
    before, _ = till.stock()
    order_id = paid_order(till)
    total = till.order_row(order_id).total_paise
    outcome = till.cancel(order_id)
    assert outcome.refund_paise == total
    till.work()
    assert till.status(order_id) == "cancelled"
    assert till.stock() == (before, 0)
    assert till.told(order_id) == ["pay-here", "order-confirmed", "refund-processed"]
    assert till.balances() == {}
    [refund] = till.refunds_of(order_id)
    assert refund.bank_reference
    till.assert_books_agree()


def test_what_was_given_back_before_is_not_given_back_again(till: Till) -> None:
    order_id = paid_order(till)
    refund_part(till, order_id, 25_000)
    till.work()
    assert till.cancel(order_id).refund_paise == till.order_row(order_id).total_paise - 25_000
    till.work()
    assert till.balances() == {}
    till.assert_books_agree()


def test_not_cancelled_once_packed(till: Till) -> None:
    order_id = paid_order(till)
    with transaction() as session:
        pack_order(session, order_id, actor=STAFF, now=read_now(session))
    with pytest.raises(Refusal) as refused:
        till.cancel(order_id)
    assert refused.value.code == "order-packed"
    till.work()
    assert till.refunds_of(order_id) == []
    till.assert_books_agree()


def test_a_second_cancel_gives_nothing_twice(till: Till) -> None:
    order_id = paid_order(till)
    till.cancel(order_id)
    with pytest.raises(Refusal) as refused:
        till.cancel(order_id)
    assert refused.value.code == "order-ended"
    till.work()
    assert len(till.refunds_of(order_id)) == 1
    till.assert_books_agree()


def test_a_founders_cancel_tells_the_customer(till: Till) -> None:
    order_id = paid_order(till)
    with transaction() as session:
        cancel_order(session, order_id, reason="rain", actor=STAFF, now=read_now(session))
    till.work()
    assert till.told(order_id)[2:] == ["order-cancelled", "refund-processed"]
    till.assert_books_agree()


def test_an_unpaid_order_is_cancelled_with_its_link(till: Till) -> None:
    order_id = till.order_with_link()
    assert till.cancel(order_id).refund_paise == 0
    till.work()
    assert (till.status(order_id), till.link_of(order_id).status) == ("cancelled", "cancelled")
    assert till.stock()[1] == 0
    till.assert_books_agree()


def test_cancelled_while_paying_the_money_goes_back_and_the_customer_knows(till: Till) -> None:
    order_id = till.order_with_link()
    till.pay(order_id)
    till.cancel(order_id)
    till.work()
    assert (till.status(order_id), till.link_of(order_id).status) == ("cancelled", "paid")
    assert till.told(order_id) == ["pay-here", "payment-late-refunded", "refund-processed"]
    assert till.balances() == {}
    till.assert_books_agree()


def test_more_than_the_capture_is_refused(till: Till) -> None:
    order_id = paid_order(till)
    total = till.order_row(order_id).total_paise
    refund_part(till, order_id, 10_000)
    with pytest.raises(Refusal) as refused:
        refund_part(till, order_id, total - 9_999)
    assert (refused.value.code, refused.value.values) == ("refund-too-much", {"left_paise": total - 10_000})
    for nothing in (0, -1):
        with pytest.raises(Refusal):
            refund_part(till, order_id, nothing)
    till.work()
    till.assert_books_agree()


@pytest.mark.parametrize(
    "mode", ["502_html", "429", "empty", "disconnect", "disconnect_after_acceptance", "502_after_acceptance"]
)
def test_a_refund_whose_answer_was_lost_is_made_once(till: Till, mode: str) -> None:
    order_id = paid_order(till)
    till.fail_next("refund", mode)
    till.cancel(order_id)
    till.work()
    for _ in range(4):
        till.advance(seconds=3)
        till.work()
    assert len(till.books()["refunds"]) == 1
    assert [refund.status for refund in till.refunds_of(order_id)] == ["processed"]
    assert till.told(order_id)[2:] == ["refund-processed"]
    till.assert_books_agree()


def test_the_same_key_makes_the_refund_once_even_when_the_list_hides_it(till: Till) -> None:
    order_id = paid_order(till)
    till.fail_next("refund", "disconnect_after_acceptance")
    till.cancel(order_id)
    till.switch(drop_razorpay_webhooks=True)
    till.gateway.list_refunds = lambda payment_id: []  # type: ignore[method-assign]
    for _ in range(4):
        till.work()
        till.advance(seconds=3)
    assert len(till.books()["refunds"]) == 1
    till.assert_books_agree()


def test_a_pending_refund_is_told_when_it_is_processed(till: Till) -> None:
    till.switch(refund_outcome="pending")
    order_id = paid_order(till)
    till.cancel(order_id)
    till.work()
    [refund] = till.refunds_of(order_id)
    assert refund.status == "pending"
    assert "refund-processed" not in till.told(order_id)
    assert till.balances() == {"razorpay": refund.amount_paise, "refunds_due": -refund.amount_paise}
    till.switch(drop_razorpay_webhooks=True)
    till.outside.post(f"/sim/refunds/{refund.provider_refund_id}/finish", json={}).raise_for_status()
    till.advance(days=1, minutes=1)
    till.work()
    assert till.told(order_id)[2:] == ["refund-processed"]
    assert till.balances() == {}
    till.assert_books_agree()


def test_a_refund_that_stays_pending_rings_the_founder(till: Till) -> None:
    till.switch(refund_outcome="pending")
    order_id = paid_order(till)
    till.cancel(order_id)
    till.work()
    for _ in range(11):
        till.advance(days=1)
        till.work()
    assert "refund-slow" in till.alerts()
    till.assert_books_agree()


@pytest.mark.parametrize("outcome", ["failed", "no_balance"])
def test_a_failed_refund_waits_for_a_human_and_is_then_made_once(till: Till, outcome: str) -> None:
    order_id = paid_order(till)
    till.switch(refund_outcome=outcome)
    till.cancel(order_id)
    till.work()
    [refund] = till.refunds_of(order_id)
    assert refund.status == "failed"
    assert "refund-failed" in till.alerts()
    assert "refund-processed" not in till.told(order_id)
    assert till.balances() == {"razorpay": refund.amount_paise, "parked": -refund.amount_paise}
    till.assert_books_agree()

    till.switch(refund_outcome="processed")
    with transaction() as session:
        retry_refund(session, refund.id, actor=STAFF)
    till.work()
    assert [refund.status for refund in till.refunds_of(order_id)] == ["processed"]
    assert till.told(order_id)[2:] == ["refund-processed"]
    assert "refund-failed" not in till.alerts()
    assert till.balances() == {}
    till.assert_books_agree()


def test_a_refund_that_razorpay_refused_and_a_human_made_there_is_ours(till: Till) -> None:
    order_id = paid_order(till)
    till.switch(refund_outcome="no_balance")
    till.cancel(order_id)
    till.work()
    till.switch(refund_outcome="processed")
    [payment] = till.payments_of(order_id)
    till.outside.post(f"/sim/payments/{payment.provider_payment_id}/refund", json={}).raise_for_status()
    till.work()
    assert [refund.status for refund in till.refunds_of(order_id)] == ["processed"]
    assert till.balances() == {}
    till.assert_books_agree()


def test_fruit_after_a_failed_delivery_is_not_put_back_but_the_money_goes_back(till: Till) -> None:
    before, _ = till.stock()
    order_id = paid_order(till)
    with transaction() as session:
        pack_order(session, order_id, actor=STAFF, now=read_now(session))
        session.execute(text("UPDATE orders SET status = 'delivery_failed'"))
    with transaction() as session:
        outcome = cancel_order(session, order_id, reason="nobody-home", actor=STAFF, now=read_now(session))
    till.work()
    assert outcome.refund_paise == till.order_row(order_id).total_paise
    assert till.stock() == (before - BOX, 0)
    assert till.balances() == {}


def test_a_refund_asked_again_after_two_weeks_is_looked_after_again(till: Till) -> None:
    till.switch(refund_outcome="no_balance")
    order_id = paid_order(till)
    till.cancel(order_id)
    till.work()
    till.advance(days=20)
    till.switch(refund_outcome="pending", drop_razorpay_webhooks=True)
    with transaction() as session:
        retry_refund(session, till.refunds_of(order_id)[0].id, actor=STAFF)
    till.work()
    assert "refund-slow" not in till.alerts()
    refund = till.refunds_of(order_id)[0]
    till.outside.post(f"/sim/refunds/{refund.provider_refund_id}/finish", json={}).raise_for_status()
    till.advance(minutes=2)
    till.work()
    assert till.refunds_of(order_id)[0].status == "processed"
    till.assert_books_agree()


def test_refunds_beyond_razorpays_first_page_are_seen(till: Till) -> None:
    till.switch(drop_razorpay_webhooks=True)
    order_id = paid_later(till)
    [payment] = till.payments_of(order_id)
    for _ in range(103):
        till.outside.post(f"/sim/payments/{payment.provider_payment_id}/refund", json={"amount": 100})
    assert len(till.gateway.list_refunds(payment.provider_payment_id)) == 103


def paid_later(till: Till) -> int:
    order_id = till.order_with_link()
    till.pay(order_id)
    till.live_through(minutes=1)
    return order_id
