"""Razorpay's webhooks stop while money goes on coming: our own looking finds it, and the founder hears (fault F80)."""

from __future__ import annotations

from sqlalchemy import text

from core.db import transaction
from jamango.jobs import miss_webhooks
from tests.support.money import Till

STOPPED = "webhooks-stopped"


def pay_and_find_it(till: Till) -> None:
    """A customer pays, and the minutes pass in which we look ourselves; then the job comes round."""
    order_id = till.order_with_link()
    till.pay(order_id)
    till.live_through(minutes=1)
    assert till.status(order_id) == "confirmed"
    till.advance(minutes=16)
    miss_webhooks()


def listen(till: Till, *, hours: float) -> None:
    till.advance(hours=hours)
    miss_webhooks()


def test_money_without_webhooks_for_six_hours_rings_the_founder_until_one_comes_again(till: Till) -> None:
    pay_and_find_it(till)
    till.switch(drop_razorpay_webhooks=True)
    listen(till, hours=4)
    pay_and_find_it(till)
    assert STOPPED not in till.alerts(), "an hour or five of silence is nothing yet"
    listen(till, hours=2)
    assert STOPPED in till.alerts()
    listen(till, hours=1)
    assert how_often_told() == 1
    till.switch(drop_razorpay_webhooks=False)
    till.pay(till.order_with_link())
    till.work()
    assert STOPPED not in till.alerts()
    listen(till, hours=1)
    assert STOPPED not in till.alerts()
    till.assert_books_agree()


def test_a_quiet_night_rings_nobody_nor_does_the_first_money_of_the_morning(till: Till) -> None:
    pay_and_find_it(till)
    listen(till, hours=14)
    assert till.alerts() == set(), "nobody paid, so nothing was to be told"
    till.switch(drop_razorpay_webhooks=True)
    order_id = till.order_with_link()
    till.pay(order_id)
    till.live_through(minutes=1)
    assert till.status(order_id) == "confirmed"
    miss_webhooks()
    assert till.alerts() == set(), "its webhook may be a minute late"
    till.advance(minutes=16)
    miss_webhooks()
    assert till.alerts() == {STOPPED}


def test_a_shop_that_never_heard_one_has_six_hours_from_its_first_start(till: Till) -> None:
    till.switch(drop_razorpay_webhooks=True)
    miss_webhooks()
    till.advance(hours=1)
    pay_and_find_it(till)
    assert till.alerts() == set()
    listen(till, hours=5)
    assert till.alerts() == {STOPPED}


def how_often_told() -> int:
    query = "SELECT count(*) FROM outbox WHERE body ->> 'key' = 'alert-webhooks-stopped'"
    with transaction() as session:
        return int(session.execute(text(query)).scalar_one())
