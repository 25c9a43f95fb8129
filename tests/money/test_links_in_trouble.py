"""Links that Razorpay cancels, cannot make for a while, or ends at another time than we asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from core.db import transaction
from tests.money.test_money_here import strikes
from tests.support.money import Cashier

DOWN = [{"operation": "create_link", "mode": "502_html", "probability": 1}]
FIFTEEN = 15 * 60


def test_a_link_cancelled_at_razorpay_is_told_and_another_one_is_made(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    before = cashier.link_of(order_id)
    cashier.outside.post(f"/sim/links/{before.provider_link_id}/cancel", json={}).raise_for_status()
    cashier.work()
    assert (cashier.status(order_id), cashier.link_of(order_id).status) == ("awaiting_payment", "cancelled")
    assert cashier.told(order_id) == ["pay-here", "payment-link-cancelled"]
    assert "link-cancelled" in cashier.alerts()
    cashier.ask_to_pay(order_id)
    cashier.work()
    assert cashier.told(order_id)[2:] == ["pay-here"]
    cashier.pay(order_id)
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    assert "link-cancelled" not in cashier.alerts()
    cashier.assert_books_agree()


def test_links_that_we_cancel_ourselves_are_no_news(cashier: Cashier) -> None:
    over, cancelled = cashier.order_with_link(), cashier.order_with_link()
    cashier.cancel(cancelled)
    cashier.let_the_hold_end()
    assert cashier.status(over) == "expired"
    assert "link-cancelled" not in cashier.alerts()
    assert "payment-link-cancelled" not in {*cashier.told(over), *cashier.told(cancelled)}


@pytest.mark.parametrize("minutes", [10, 18])
def test_after_an_outage_the_link_has_an_end_that_razorpay_takes(cashier: Cashier, minutes: int) -> None:
    cashier.switch(fail_calls=DOWN)
    order_id = cashier.order()
    cashier.ask_to_pay(order_id)
    cashier.live_through(minutes=minutes)
    cashier.switch(fail_calls=[])
    cashier.live_through(minutes=2)
    [theirs] = cashier.books()["links"]
    assert theirs["expire_by"] - theirs["created_at"] > FIFTEEN
    link, order = cashier.link_of(order_id), cashier.order_row(order_id)
    assert link.status == "open"
    assert order.held_until - link.expires_at == timedelta(minutes=5)
    assert cashier.told(order_id) == ["pay-here"]


@pytest.mark.parametrize("at_once", [False, True], ids=["while we try", "while our worker is away"])
def test_an_outage_longer_than_the_hold_gives_the_fruit_back_and_says_why(cashier: Cashier, at_once: bool) -> None:
    cashier.switch(fail_calls=DOWN)
    order_id = cashier.order()
    cashier.ask_to_pay(order_id)
    if at_once:
        cashier.advance(minutes=40)
        cashier.work()
    else:
        cashier.live_through(minutes=24)
    cashier.switch(fail_calls=[])
    cashier.live_through(minutes=2)
    assert cashier.status(order_id) == "expired"
    assert cashier.told(order_id) == ["hold-expired-no-link"]
    assert (strikes(cashier, order_id), cashier.stock()[1]) == (0, 0)
    assert cashier.books()["links"] == []
    assert "link-refused" not in cashier.alerts()


def test_an_adopted_link_ends_when_razorpay_says(cashier: Cashier) -> None:
    order_id = cashier.lose_link()
    with transaction() as session:
        session.execute(text("UPDATE payment_links SET expires_at = expires_at + interval '20 minutes'"))
        session.execute(text("UPDATE orders SET held_until = held_until + interval '20 minutes' WHERE id = :id"),
                        {"id": order_id})  # fmt: skip
    cashier.find_again()
    cashier.advance(minutes=1)
    cashier.work()
    [theirs] = cashier.books()["links"]
    link, order = cashier.link_of(order_id), cashier.order_row(order_id)
    assert int(link.expires_at.timestamp()) == theirs["expire_by"]
    assert order.held_until - link.expires_at == timedelta(minutes=5)


def test_who_was_never_told_of_a_link_gets_no_strike_for_it(cashier: Cashier) -> None:
    """Razorpay made it, and ended it before we could hear of it."""
    order_id = cashier.lose_link()
    cashier.advance(minutes=17)
    cashier.work()
    cashier.find_again()
    cashier.live_through(minutes=2)
    assert (cashier.link_of(order_id).status, cashier.told(order_id)) == ("expired", [])
    cashier.live_through(minutes=3)
    assert cashier.told(order_id) == ["hold-expired-no-link"]
    assert strikes(cashier, order_id) == 0


def test_while_we_may_not_ask_holds_end_all_the_same(cashier: Cashier) -> None:
    orders = [cashier.order_with_link() for _ in range(3)]
    with transaction() as session:
        session.execute(text("UPDATE orders SET held_until = jamango_now() + interval '1 minute' "
                             "WHERE status = 'awaiting_payment'"))  # fmt: skip
    cashier.switch(fail_calls=[{"operation": "any", "mode": "429", "probability": 1}])
    cashier.live_through(minutes=5)
    assert {cashier.status(order_id) for order_id in orders} == {"expired"}
    assert cashier.stock()[1] == 0
    cashier.switch(fail_calls=[])
    cashier.live_through(minutes=4)
    assert {link["status"] for link in cashier.books()["links"]} == {"cancelled"}
    cashier.assert_books_agree()


def test_a_cancelling_that_was_refused_once_is_tried_again(cashier: Cashier) -> None:
    cashier.switch(drop_razorpay_webhooks=True)
    order_id = cashier.order_with_link()
    cancel, calls = cashier.gateway.cancel_link, []

    def refuse_once(link_id: str) -> object:
        calls.append(link_id)
        return cashier.gateway.create_link(None) if len(calls) == 1 else cancel(link_id)  # type: ignore[arg-type]

    from core.payments.gateway import RazorpayRefused  # noqa: PLC0415

    def spurious(_: object) -> None:
        raise RazorpayRefused(400, "BAD_REQUEST_ERROR", "Something went wrong")

    cashier.gateway.cancel_link = refuse_once  # type: ignore[method-assign, assignment]
    cashier.gateway.create_link = spurious  # type: ignore[method-assign, assignment]
    cashier.cancel(order_id)
    cashier.work()
    cashier.live_through(minutes=2)
    assert len(calls) == 2
    assert cashier.books()["links"][0]["status"] == "cancelled"


def test_too_many_requests_slow_us_down_everywhere_at_once(cashier: Cashier) -> None:
    first, second = cashier.order_with_link(), cashier.order_with_link()
    cashier.pay(first)
    cashier.switch(fail_calls=[{"operation": "any", "mode": "429", "probability": 1}])
    asked = cashier.order()
    cashier.ask_to_pay(asked)
    cashier.cancel(second)
    cashier.work()
    refused = lambda: [each for each in cashier.books()["razorpay_refused"] if each["injected"]]  # noqa: E731
    assert len(refused()) == 1, "one 429 and all of us are silent"
    cashier.live_through(minutes=5)
    assert len(refused()) <= 8, "ever more slowly"
    cashier.switch(fail_calls=[])
    cashier.live_through(minutes=4)  # a pause lasts three minutes at the longest
    assert (cashier.status(first), cashier.link_of(second).status) == ("confirmed", "cancelled")
    assert cashier.link_of(asked).status == "open"
    cashier.assert_books_agree()
