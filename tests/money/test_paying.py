"""Paying online when all goes well, and when the messengers do not."""

import re

import pytest
from sqlalchemy import text

from core.clock import read_now
from core.db import transaction
from core.errors import Refusal
from core.payments.actions import pay_online
from tests.support.money import BOX, Till


def test_a_customer_pays_and_the_order_is_confirmed(till: Till) -> None:
    before, _ = till.stock()
    order_id = till.order_with_link()
    assert till.told(order_id) == ["pay-here"]
    assert till.stock() == (before, BOX)
    till.pay(order_id)
    till.work()
    order = till.order_row(order_id)
    assert (order.status, order.payment_method) == ("confirmed", "online")
    assert till.told(order_id) == ["pay-here", "order-confirmed"]
    assert till.stock() == (before - BOX, 0)
    assert till.balances() == {"razorpay": order.total_paise, "orders": -order.total_paise}
    assert till.link_of(order_id).status == "paid"
    till.assert_books_agree()


def test_the_hold_is_stretched_to_the_links_end_and_five_minutes(till: Till) -> None:
    order_id = till.order_with_link()
    link = till.link_of(order_id)
    assert (till.order_row(order_id).held_until - link.expires_at).total_seconds() == 300


def test_two_taps_make_one_link(till: Till) -> None:
    order_id = till.order()
    till.ask_to_pay(order_id)
    till.ask_to_pay(order_id)
    till.work()
    till.ask_to_pay(order_id)
    till.work()
    assert len(till.links_of(order_id)) == len(till.books()["links"]) == 1
    assert till.told(order_id) == ["pay-here"]


def test_a_lost_webhook_changes_nothing_but_the_delay(till: Till) -> None:
    till.switch(drop_razorpay_webhooks=True)
    order_id = till.order_with_link()
    till.pay(order_id)
    till.work()
    assert till.status(order_id) == "awaiting_payment"
    till.live_through(minutes=1)
    assert till.status(order_id) == "confirmed"
    assert till.told(order_id) == ["pay-here", "order-confirmed"]
    till.assert_books_agree()


def test_webhooks_doubled_reordered_and_replayed_under_new_ids_act_once(till: Till) -> None:
    till.switch(duplicate_razorpay_webhooks=5, repeat_razorpay_webhooks=2, reorder_razorpay_webhooks=True)
    order_id = till.order_with_link()
    [payment_id] = till.pay(order_id)
    till.work()
    for event in till.books()["razorpay_events"]:
        till.outside.post(f"/sim/razorpay-events/{event['event_id']}/replay").raise_for_status()
    till.work()
    till.advance(days=2)
    till.work()
    assert till.status(order_id) == "confirmed"
    assert [payment.provider_payment_id for payment in till.payments_of(order_id)] == [payment_id]
    assert till.told(order_id) == ["pay-here", "order-confirmed"]
    till.assert_books_agree()


def test_a_failed_try_is_not_the_end(till: Till) -> None:
    order_id = till.order_with_link()
    till.pay(order_id, outcome="failed")
    till.work()
    assert till.status(order_id) == "awaiting_payment"
    till.pay(order_id)
    till.work()
    assert till.status(order_id) == "confirmed"
    till.assert_books_agree()


def test_the_customers_return_causes_a_look_when_razorpay_signed_it(till: Till) -> None:
    till.switch(drop_razorpay_webhooks=True)
    order_id = till.order_with_link()
    link = till.link_of(order_id)
    answer = till.outside.post(f"/pay/{link.provider_link_id}", data={"outcome": "paid", "method": "upi"})
    address = answer.headers["location"]
    forged = till.shop.get(address[:-1] + ("0" if address[-1] != "0" else "1"))
    assert forged.status_code == 404
    till.work()
    assert till.status(order_id) == "awaiting_payment"

    page = till.shop.get(address)
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert till.order_row(order_id).code in page.text
    assert till.status(order_id) == "awaiting_payment"
    till.work()
    assert till.status(order_id) == "confirmed"
    assert till.shop.get(address).status_code == 200
    till.assert_books_agree()


def test_the_page_of_a_payment_under_way_looks_again_and_asks_razorpay_once(till: Till) -> None:
    till.switch(drop_razorpay_webhooks=True)
    order_id = till.order_with_link()
    link = till.link_of(order_id)
    address = till.outside.post(f"/pay/{link.provider_link_id}", data={"outcome": "paid"}).headers["location"]
    page = till.shop.get(address).text
    assert 'data-status="checking"' in page
    assert "look-again.js" in page
    assert re.search(r'<noscript><meta http-equiv="refresh" content="\d+"></noscript>', page)
    till.work()
    with transaction() as session:
        session.execute(text("UPDATE payment_links SET next_look_at = NULL"))
    again = till.shop.get(address, headers={"X-Look-Again": "1"}).text
    assert till.link_of(order_id).next_look_at is None, "the page's own looks cost no call"
    assert 'data-status="received"' in again
    assert "look-again.js" not in again


def test_a_return_with_money_that_no_order_could_use_does_not_wait_for_ever(till: Till) -> None:
    order_id = till.order_with_link()
    link = till.link_of(order_id)
    address = till.outside.post(f"/pay/{link.provider_link_id}", data={"outcome": "paid"}).headers["location"]
    till.work()
    with transaction() as session:
        session.execute(text("UPDATE payments SET status = 'parked', reason = 'late'"))
    page = till.shop.get(address)
    assert 'data-status="arrived"' in page.text
    assert "look-again.js" not in page.text


def test_a_return_with_nonsense_is_a_page_that_does_not_exist(till: Till) -> None:
    for query in ("", "?razorpay_signature=é", "?razorpay_payment_link_id=" + "x" * 5000, "?razorpay_signature=%00"):
        assert till.shop.get(f"/pay/return{query}").status_code == 404


def test_an_unpaid_hold_ends_with_its_link_withdrawn(till: Till) -> None:
    order_id = till.order_with_link()
    till.let_the_hold_end()
    assert till.status(order_id) == "expired"
    assert till.link_of(order_id).status == "expired"
    assert till.stock()[1] == 0
    assert till.told(order_id) == ["pay-here", "hold-expired"]
    with transaction() as session, pytest.raises(Refusal) as refused:
        pay_online(session, order_id, read_now(session))
    assert refused.value.code == "order-not-payable"
    till.assert_books_agree()


def test_a_hold_is_stretched_only_once(till: Till) -> None:
    order_id = till.order_with_link()
    till.advance(minutes=17)
    till.work()
    assert (till.status(order_id), till.link_of(order_id).status) == ("awaiting_payment", "expired")
    with transaction() as session, pytest.raises(Refusal) as refused:
        pay_online(session, order_id, read_now(session))
    assert refused.value.code == "hold-ended"
