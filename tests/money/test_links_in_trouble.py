"""Links that Razorpay cancels, cannot make for a while, or ends at another time than we asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from core.db import transaction
from tests.money.test_money_here import strikes
from tests.support.money import Till

DOWN = [{"operation": "create_link", "mode": "502_html", "probability": 1}]
FIFTEEN = 15 * 60


def test_a_link_cancelled_at_razorpay_is_told_and_another_one_is_made(till: Till) -> None:
    order_id = till.order_with_link()
    before = till.link_of(order_id)
    till.outside.post(f"/sim/links/{before.provider_link_id}/cancel", json={}).raise_for_status()
    till.work()
    assert (till.status(order_id), till.link_of(order_id).status) == ("awaiting_payment", "cancelled")
    assert till.told(order_id) == ["pay-here", "payment-link-cancelled"]
    assert "link-cancelled" in till.alerts()
    till.ask_to_pay(order_id)
    till.work()
    assert till.told(order_id)[2:] == ["pay-here"]
    till.pay(order_id)
    till.work()
    assert till.status(order_id) == "confirmed"
    assert "link-cancelled" not in till.alerts()
    till.assert_books_agree()


def test_links_that_we_cancel_ourselves_are_no_news(till: Till) -> None:
    over, cancelled = till.order_with_link(), till.order_with_link()
    till.cancel(cancelled)
    till.let_the_hold_end()
    assert till.status(over) == "expired"
    assert "link-cancelled" not in till.alerts()
    assert "payment-link-cancelled" not in {*till.told(over), *till.told(cancelled)}


@pytest.mark.parametrize("minutes", [10, 18])
def test_after_an_outage_the_link_has_an_end_that_razorpay_takes(till: Till, minutes: int) -> None:
    till.switch(fail_calls=DOWN)
    order_id = till.order()
    till.ask_to_pay(order_id)
    till.live_through(minutes=minutes)
    till.switch(fail_calls=[])
    till.live_through(minutes=2)
    [theirs] = till.books()["links"]
    assert theirs["expire_by"] - theirs["created_at"] > FIFTEEN
    link, order = till.link_of(order_id), till.order_row(order_id)
    assert link.status == "open"
    assert order.held_until - link.expires_at == timedelta(minutes=5)
    assert till.told(order_id) == ["pay-here"]


@pytest.mark.parametrize("at_once", [False, True], ids=["while we try", "while our worker is away"])
def test_an_outage_longer_than_the_hold_gives_the_fruit_back_and_says_why(till: Till, at_once: bool) -> None:
    till.switch(fail_calls=DOWN)
    order_id = till.order()
    till.ask_to_pay(order_id)
    if at_once:
        till.advance(minutes=24)
        till.work()
    else:
        till.live_through(minutes=24)
    till.switch(fail_calls=[])
    till.live_through(minutes=2)
    assert till.status(order_id) == "expired"
    assert till.told(order_id) == ["hold-expired-no-link"]
    assert (strikes(till, order_id), till.stock()[1]) == (0, 0)
    assert till.books()["links"] == []
    assert "link-refused" not in till.alerts()


def test_an_adopted_link_ends_when_razorpay_says(till: Till) -> None:
    till.fail_next("create_link", "disconnect_after_acceptance")
    order_id = till.order()
    till.ask_to_pay(order_id)
    till.work()
    with transaction() as session:
        session.execute(text("UPDATE payment_links SET expires_at = expires_at + interval '20 minutes'"))
        session.execute(text("UPDATE orders SET held_until = held_until + interval '20 minutes' WHERE id = :id"),
                        {"id": order_id})  # fmt: skip
    till.advance(seconds=3)
    till.work()
    [theirs] = till.books()["links"]
    link, order = till.link_of(order_id), till.order_row(order_id)
    assert int(link.expires_at.timestamp()) == theirs["expire_by"]
    assert order.held_until - link.expires_at == timedelta(minutes=5)


def test_who_was_never_told_of_a_link_gets_no_strike_for_it(till: Till) -> None:
    """Razorpay made it, and ended it before we could hear of it."""
    till.fail_next("create_link", "disconnect_after_acceptance")
    order_id = till.order()
    till.ask_to_pay(order_id)
    till.work()
    till.switch(fail_calls=[{"operation": "list_links", "mode": "502_html", "probability": 1}])
    till.advance(minutes=17)
    till.work()
    till.switch(fail_calls=[])
    till.live_through(minutes=2)
    assert (till.link_of(order_id).status, till.told(order_id)) == ("expired", [])
    till.live_through(minutes=3)
    assert till.told(order_id) == ["hold-expired-no-link"]
    assert strikes(till, order_id) == 0


def test_while_we_may_not_ask_holds_end_all_the_same(till: Till) -> None:
    orders = [till.order_with_link() for _ in range(3)]
    with transaction() as session:
        session.execute(text("UPDATE orders SET held_until = jamango_now() + interval '1 minute' "
                             "WHERE status = 'awaiting_payment'"))  # fmt: skip
    till.switch(fail_calls=[{"operation": "any", "mode": "429", "probability": 1}])
    till.live_through(minutes=5)
    assert {till.status(order_id) for order_id in orders} == {"expired"}
    assert till.stock()[1] == 0
    till.switch(fail_calls=[])
    till.live_through(minutes=4)
    assert {link["status"] for link in till.books()["links"]} == {"cancelled"}
    till.assert_books_agree()


def test_a_cancelling_that_was_refused_once_is_tried_again(till: Till) -> None:
    till.switch(drop_razorpay_webhooks=True)
    order_id = till.order_with_link()
    cancel, calls = till.gateway.cancel_link, []

    def refuse_once(link_id: str) -> object:
        calls.append(link_id)
        return till.gateway.create_link(None) if len(calls) == 1 else cancel(link_id)  # type: ignore[arg-type]

    from core.payments.gateway import RazorpayRefused  # noqa: PLC0415

    def spurious(_: object) -> None:
        raise RazorpayRefused(400, "BAD_REQUEST_ERROR", "Something went wrong")

    till.gateway.cancel_link = refuse_once  # type: ignore[method-assign, assignment]
    till.gateway.create_link = spurious  # type: ignore[method-assign, assignment]
    till.cancel(order_id)
    till.work()
    till.live_through(minutes=2)
    assert len(calls) == 2
    assert till.books()["links"][0]["status"] == "cancelled"


def test_too_many_requests_slow_us_down_everywhere_at_once(till: Till) -> None:
    first, second = till.order_with_link(), till.order_with_link()
    till.pay(first)
    till.switch(fail_calls=[{"operation": "any", "mode": "429", "probability": 1}])
    asked = till.order()
    till.ask_to_pay(asked)
    till.cancel(second)
    till.work()
    refused = lambda: [each for each in till.books()["razorpay_refused"] if each["injected"]]  # noqa: E731
    assert len(refused()) == 1, "one 429 and all of us are silent"
    till.live_through(minutes=5)
    assert len(refused()) <= 8, "ever more slowly"
    till.switch(fail_calls=[])
    till.live_through(minutes=4)  # a pause lasts three minutes at the longest
    assert (till.status(first), till.link_of(second).status) == ("confirmed", "cancelled")
    assert till.link_of(asked).status == "open"
    till.assert_books_agree()
