"""Paying online when all goes well, and when the messengers do not."""

import re

import pytest
from sqlalchemy import text

from core.clock import read_now
from core.db import transaction
from core.errors import Refusal
from core.payments.actions import pay_online
from tests.support.buyers import BOX
from tests.support.money import Cashier


def test_a_customer_pays_and_the_order_is_confirmed(cashier: Cashier) -> None:
    before, _ = cashier.stock()
    order_id = cashier.order_with_link()
    assert cashier.told(order_id) == ["pay-here"]
    assert cashier.stock() == (before, BOX)
    cashier.pay(order_id)
    cashier.work()
    order = cashier.order_row(order_id)
    assert (order.status, order.payment_method) == ("confirmed", "online")
    assert cashier.told(order_id) == ["pay-here", "order-confirmed"]
    assert cashier.stock() == (before - BOX, 0)
    assert cashier.balances() == {"razorpay": order.total_paise, "orders": -order.total_paise}
    assert cashier.link_of(order_id).status == "paid"
    cashier.assert_books_agree()


def test_the_hold_is_stretched_to_the_links_end_and_five_minutes(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    link = cashier.link_of(order_id)
    assert (cashier.order_row(order_id).held_until - link.expires_at).total_seconds() == 300


def test_two_taps_make_one_link(cashier: Cashier) -> None:
    order_id = cashier.order()
    cashier.ask_to_pay(order_id)
    cashier.ask_to_pay(order_id)
    cashier.work()
    cashier.ask_to_pay(order_id)
    cashier.work()
    assert len(cashier.links_of(order_id)) == len(cashier.books()["links"]) == 1
    assert cashier.told(order_id) == ["pay-here"]


def test_a_lost_webhook_changes_nothing_but_the_delay(cashier: Cashier) -> None:
    cashier.switch(drop_razorpay_webhooks=True)
    order_id = cashier.order_with_link()
    cashier.pay(order_id)
    cashier.work()
    assert cashier.status(order_id) == "awaiting_payment"
    cashier.live_through(minutes=1)
    assert cashier.status(order_id) == "confirmed"
    assert cashier.told(order_id) == ["pay-here", "order-confirmed"]
    cashier.assert_books_agree()


def test_webhooks_doubled_reordered_and_replayed_under_new_ids_act_once(cashier: Cashier) -> None:
    cashier.switch(duplicate_razorpay_webhooks=5, repeat_razorpay_webhooks=2, reorder_razorpay_webhooks=True)
    order_id = cashier.order_with_link()
    [payment_id] = cashier.pay(order_id)
    cashier.work()
    for event in cashier.books()["razorpay_events"]:
        cashier.outside.post(f"/sim/razorpay-events/{event['event_id']}/replay").raise_for_status()
    cashier.work()
    cashier.advance(days=2)
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    assert [payment.provider_payment_id for payment in cashier.payments_of(order_id)] == [payment_id]
    assert cashier.told(order_id) == ["pay-here", "order-confirmed"]
    cashier.assert_books_agree()


def test_a_failed_try_is_not_the_end(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    cashier.pay(order_id, outcome="failed")
    cashier.work()
    assert cashier.status(order_id) == "awaiting_payment"
    cashier.pay(order_id)
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    cashier.assert_books_agree()


def test_the_customers_return_causes_a_look_when_razorpay_signed_it(cashier: Cashier) -> None:
    cashier.switch(drop_razorpay_webhooks=True)
    order_id = cashier.order_with_link()
    link = cashier.link_of(order_id)
    answer = cashier.outside.post(f"/pay/{link.provider_link_id}", data={"outcome": "paid", "method": "upi"})
    address = answer.headers["location"]
    forged = cashier.shop.get(address[:-1] + ("0" if address[-1] != "0" else "1"))
    assert forged.status_code == 404
    cashier.work()
    assert cashier.status(order_id) == "awaiting_payment"

    page = cashier.shop.get(address)
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert cashier.order_row(order_id).code in page.text
    assert cashier.status(order_id) == "awaiting_payment"
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    assert cashier.shop.get(address).status_code == 200
    cashier.assert_books_agree()


def test_the_page_of_a_payment_under_way_looks_again_and_asks_razorpay_once(cashier: Cashier) -> None:
    cashier.switch(drop_razorpay_webhooks=True)
    order_id = cashier.order_with_link()
    link = cashier.link_of(order_id)
    address = cashier.outside.post(f"/pay/{link.provider_link_id}", data={"outcome": "paid"}).headers["location"]
    page = cashier.shop.get(address).text
    assert 'data-status="checking"' in page
    assert "look-again.js" in page
    assert re.search(r'<noscript><meta http-equiv="refresh" content="\d+"></noscript>', page)
    cashier.work()
    with transaction() as session:
        session.execute(text("UPDATE payment_links SET next_look_at = NULL"))
    again = cashier.shop.get(address, headers={"X-Look-Again": "1"}).text
    assert cashier.link_of(order_id).next_look_at is None, "the page's own looks cost no call"
    assert 'data-status="received"' in again
    assert "look-again.js" not in again


def test_a_return_with_money_that_no_order_could_use_does_not_wait_for_ever(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    link = cashier.link_of(order_id)
    address = cashier.outside.post(f"/pay/{link.provider_link_id}", data={"outcome": "paid"}).headers["location"]
    cashier.work()
    with transaction() as session:
        session.execute(text("UPDATE payments SET status = 'parked', reason = 'late'"))
    page = cashier.shop.get(address)
    assert 'data-status="parked"' in page.text
    assert "look-again.js" not in page.text


def test_a_return_with_nonsense_is_a_page_that_does_not_exist(cashier: Cashier) -> None:
    for query in ("", "?razorpay_signature=é", "?razorpay_payment_link_id=" + "x" * 5000, "?razorpay_signature=%00"):
        assert cashier.shop.get(f"/pay/return{query}").status_code == 404


def test_an_unpaid_hold_ends_with_its_link_withdrawn(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    cashier.let_the_hold_end()
    assert cashier.status(order_id) == "expired"
    assert cashier.link_of(order_id).status == "expired"
    assert cashier.stock()[1] == 0
    assert cashier.told(order_id) == ["pay-here", "hold-expired"]
    with transaction() as session, pytest.raises(Refusal) as refused:
        pay_online(session, order_id, read_now(session))
    assert refused.value.code == "order-not-payable"
    cashier.assert_books_agree()


def test_a_hold_is_stretched_only_once(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    cashier.advance(minutes=17)
    cashier.work()
    assert (cashier.status(order_id), cashier.link_of(order_id).status) == ("awaiting_payment", "expired")
    with transaction() as session, pytest.raises(Refusal) as refused:
        pay_online(session, order_id, read_now(session))
    assert refused.value.code == "hold-ended"
