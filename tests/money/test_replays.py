"""The same news many times, in any order, handled by many at once."""

import json
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations

import httpx

from core.clock import read_now
from core.db import transaction
from core.payments.runner import reconcile_next, run_next_call
from core.payments.webhook_events import handle_webhook_event
from simulator.configuration import Configuration
from simulator.razorpay.envelopes import sign
from tests.support.asked import at_once, open_wide
from tests.support.money import Cashier
from tests.support.patience import PATIENCE_SECONDS


def test_one_signed_body_under_fifty_event_ids_at_once_acts_once(cashier: Cashier) -> None:
    cashier.switch(drop_razorpay_webhooks=True)
    order_id = cashier.order_with_link()
    cashier.pay(order_id)
    body = next(
        row["body"] for row in cashier.books()["razorpay_events"] if row["event"] == "payment.captured"
    ).encode()
    signature = sign(Configuration().razorpay_webhook_secret, body)

    def deliver(number: int) -> int:
        headers = {"X-Razorpay-Signature": signature, "X-Razorpay-Event-Id": f"Replayed{number:06d}"}
        return httpx.post(f"{cashier.shop.base_url}/webhooks/razorpay", content=body, headers=headers).status_code

    with ThreadPoolExecutor(10) as pool:
        assert set(pool.map(deliver, range(50))) == {200}
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    assert len(cashier.payments_of(order_id)) == 1
    assert cashier.told(order_id) == ["pay-here", "order-confirmed"]
    cashier.assert_books_agree()


def test_many_workers_at_once_make_each_call_once(cashier: Cashier) -> None:
    with transaction() as session:
        open_wide(session)
    orders = [cashier.order() for _ in range(12)]
    for order_id in orders:
        cashier.ask_to_pay(order_id)

    def work_alone() -> None:
        while run_next_call(cashier.gateway) or reconcile_next(cashier.gateway):
            pass

    at_once(*[work_alone] * 6)
    cashier.work()
    assert len(cashier.books()["links"]) == 12
    for order_id in orders:
        cashier.pay(order_id)
    cashier.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS})
    while cashier.read_news():
        pass
    at_once(*[work_alone] * 6)
    assert {cashier.status(order_id) for order_id in orders} == {"confirmed"}
    for order_id in orders:
        cashier.cancel(order_id)
    at_once(*[work_alone] * 6)
    cashier.work()
    assert len(cashier.books()["refunds"]) == 12
    assert {tuple(sorted(cashier.told(order_id))) for order_id in orders} == {
        ("order-confirmed", "pay-here", "refund-processed")
    }
    cashier.assert_books_agree()


def test_events_in_any_order_lead_to_the_same_end(cashier: Cashier) -> None:
    """Many orders of the events of one order that was tried, paid and refunded, with a look after each."""
    cashier.switch(drop_razorpay_webhooks=True)
    order_id = cashier.order_with_link()
    cashier.pay(order_id, outcome="failed")
    cashier.pay(order_id)
    cashier.live_through(minutes=1)
    cashier.cancel(order_id)
    cashier.work()
    events = [json.loads(row["body"]) for row in cashier.books()["razorpay_events"]]
    assert len(events) >= 5
    end = (cashier.told(order_id), cashier.balances(), cashier.status(order_id))
    every_order = list(permutations(events, 4))
    for several in every_order[:: len(every_order) // 40 + 1]:
        for event in several:
            with transaction() as session:
                handle_webhook_event(session, event, read_now(session))
            reconcile_next(cashier.gateway)
    cashier.work()
    assert (cashier.told(order_id), cashier.balances(), cashier.status(order_id)) == end
    cashier.assert_books_agree()
