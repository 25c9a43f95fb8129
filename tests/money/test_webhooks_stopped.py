"""Razorpay's webhooks stop while money goes on coming: our own looking finds it, and the founder hears (fault F80)."""

from __future__ import annotations

from sqlalchemy import text

from core.db import transaction
from jamango.jobs import miss_webhooks
from tests.support.money import Cashier

STOPPED = "webhooks-stopped"


def pay_and_find_it(cashier: Cashier) -> None:
    """A customer pays, and the minutes pass in which we look ourselves; then the job comes round."""
    order_id = cashier.order_with_link()
    cashier.pay(order_id)
    cashier.live_through(minutes=1)
    assert cashier.status(order_id) == "confirmed"
    cashier.advance(minutes=16)
    miss_webhooks()


def listen(cashier: Cashier, *, hours: float) -> None:
    cashier.advance(hours=hours)
    miss_webhooks()


def test_money_without_webhooks_for_six_hours_rings_the_founder_until_one_comes_again(cashier: Cashier) -> None:
    pay_and_find_it(cashier)
    cashier.switch(drop_razorpay_webhooks=True)
    listen(cashier, hours=4)
    pay_and_find_it(cashier)
    assert STOPPED not in cashier.alerts(), "an hour or five of silence is nothing yet"
    listen(cashier, hours=2)
    assert STOPPED in cashier.alerts()
    listen(cashier, hours=1)
    assert how_often_told() == 1
    cashier.switch(drop_razorpay_webhooks=False)
    cashier.pay(cashier.order_with_link())
    cashier.work()
    assert STOPPED not in cashier.alerts()
    listen(cashier, hours=1)
    assert STOPPED not in cashier.alerts()
    cashier.assert_books_agree()


def test_a_quiet_night_rings_nobody_nor_does_the_first_money_of_the_morning(cashier: Cashier) -> None:
    pay_and_find_it(cashier)
    listen(cashier, hours=14)
    assert cashier.alerts() == set(), "nobody paid, so nothing was to be told"
    cashier.switch(drop_razorpay_webhooks=True)
    order_id = cashier.order_with_link()
    cashier.pay(order_id)
    cashier.live_through(minutes=1)
    assert cashier.status(order_id) == "confirmed"
    miss_webhooks()
    assert cashier.alerts() == set(), "its webhook may be a minute late"
    cashier.advance(minutes=16)
    miss_webhooks()
    assert cashier.alerts() == {STOPPED}


def test_a_shop_that_never_heard_one_has_six_hours_from_its_first_start(cashier: Cashier) -> None:
    cashier.switch(drop_razorpay_webhooks=True)
    miss_webhooks()
    cashier.advance(hours=1)
    pay_and_find_it(cashier)
    assert cashier.alerts() == set()
    listen(cashier, hours=5)
    assert cashier.alerts() == {STOPPED}


def how_often_told() -> int:
    query = "SELECT count(*) FROM outbox WHERE body ->> 'key' = 'alert-webhooks-stopped'"
    with transaction() as session:
        return int(session.execute(text(query)).scalar_one())
