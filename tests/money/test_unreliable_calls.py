"""Calls to Razorpay that fail, or succeed without our hearing of it."""

import pytest

from tests.support.money import Cashier

NOT_DONE = ["502_html", "500", "429", "empty", "disconnect"]
DONE_BUT_UNHEARD = ["disconnect_after_acceptance", "502_after_acceptance"]


def keep_trying(cashier: Cashier, *, seconds: int = 12) -> None:
    """Let retries become due."""
    for _ in range(seconds // 3):
        cashier.advance(seconds=3)
        cashier.work()


@pytest.mark.parametrize("mode", NOT_DONE + DONE_BUT_UNHEARD)
def test_one_link_whatever_happened_to_the_first_call(cashier: Cashier, mode: str) -> None:
    order_id = cashier.lose_link(mode)
    cashier.find_again()
    keep_trying(cashier)
    assert cashier.link_of(order_id).status == "open"
    assert len(cashier.books()["links"]) == 1
    assert cashier.told(order_id) == ["pay-here"]
    cashier.pay(order_id)
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    cashier.assert_books_agree()


def test_a_timeout_after_acceptance_is_adopted_by_its_reference(cashier: Cashier) -> None:
    cashier.switch(
        fail_calls=[{"operation": "create_link", "mode": "timeout_after_acceptance", "next": 1, "hang_seconds": 7}]
    )
    order_id = cashier.order()
    cashier.ask_to_pay(order_id)
    cashier.work()
    keep_trying(cashier)
    [theirs] = cashier.books()["links"]
    link = cashier.link_of(order_id)
    assert (link.provider_link_id, link.reference_id) == (theirs["id"], theirs["reference_id"])
    assert cashier.told(order_id) == ["pay-here"]
    cashier.assert_books_agree()


def test_a_taken_reference_that_cannot_be_found_gets_a_new_one_and_the_orphan_is_withdrawn(cashier: Cashier) -> None:
    """Razorpay made the link, we did not hear it, and its list hides it for a while."""
    order_id = cashier.lose_link()
    cashier.find_again()
    find_link, cashier.gateway.find_link = cashier.gateway.find_link, lambda reference_id, kind=None: None  # type: ignore[method-assign]
    keep_trying(cashier, seconds=60)
    orphan, link = cashier.links_of(order_id)
    assert (orphan.status, orphan.provider_link_id) == ("cancelled", None)
    assert (link.status, link.reference_id) == ("open", orphan.reference_id[:-1] + "2")
    assert cashier.told(order_id) == ["pay-here"]

    cashier.gateway.find_link = find_link  # type: ignore[method-assign]
    cashier.live_through(minutes=2)
    statuses = {row["reference_id"]: row["status"] for row in cashier.books()["links"]}
    assert statuses == {orphan.reference_id: "cancelled", link.reference_id: "created"}
    cashier.pay(order_id)
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    cashier.assert_books_agree()


def test_razorpay_down_for_minutes_delays_the_link_and_gives_it_a_full_time(cashier: Cashier) -> None:
    cashier.switch(fail_calls=[{"operation": "any", "mode": "502_html", "probability": 1}])
    order_id = cashier.order()
    cashier.ask_to_pay(order_id)
    cashier.live_through(minutes=6)
    assert cashier.link_of(order_id).status == "creating"
    cashier.switch(fail_calls=[])
    cashier.live_through(minutes=2)
    [theirs] = cashier.books()["links"]
    assert theirs["expire_by"] - theirs["created_at"] > 15 * 60
    link, order = cashier.link_of(order_id), cashier.order_row(order_id)
    assert (link.status, int(link.expires_at.timestamp())) == ("open", theirs["expire_by"])
    assert (order.held_until - link.expires_at).total_seconds() == 300
    cashier.pay(order_id)
    cashier.work()
    cashier.assert_books_agree()


def test_razorpay_down_past_the_hold_ends_the_order_and_leaves_no_link_behind(cashier: Cashier) -> None:
    order_id = cashier.lose_link()
    cashier.switch(fail_calls=[{"operation": "any", "mode": "502_html", "probability": 1}])
    cashier.live_through(minutes=25)
    assert cashier.status(order_id) == "expired"
    cashier.switch(fail_calls=[])
    cashier.live_through(minutes=3)
    [theirs] = cashier.books()["links"]
    assert theirs["status"] in {"expired", "cancelled"}
    assert cashier.told(order_id) == ["hold-expired-no-link"]
    cashier.assert_books_agree()


def test_an_order_cancelled_before_its_link_was_made_leaves_no_link(cashier: Cashier) -> None:
    order_id = cashier.lose_link()
    cashier.cancel(order_id)
    cashier.find_again()
    keep_trying(cashier)
    [theirs] = cashier.books()["links"]
    assert theirs["status"] == "cancelled"
    assert cashier.told(order_id) == []
    cashier.assert_books_agree()


def test_a_refused_link_is_told_and_cash_remains(cashier: Cashier) -> None:
    from sqlalchemy import text  # noqa: PLC0415

    from core.db import transaction  # noqa: PLC0415

    order_id = cashier.order()
    cashier.ask_to_pay(order_id)
    with transaction() as session:
        session.execute(text("UPDATE payment_links SET currency = 'XXX'"))
    cashier.work()
    assert cashier.link_of(order_id).status == "refused"
    assert cashier.told(order_id) == ["payment-link-failed"]
    assert "link-refused" in cashier.alerts()
    cashier.ask_to_pay(order_id)
    cashier.work()
    assert [link.status for link in cashier.links_of(order_id)] == ["refused", "open"]


def test_looks_that_fail_are_tried_again(cashier: Cashier) -> None:
    cashier.switch(drop_razorpay_webhooks=True)
    order_id = cashier.order_with_link()
    cashier.pay(order_id)
    cashier.switch(
        fail_calls=[
            {"operation": "fetch_link", "mode": "502_html", "next": 1},
            {"operation": "fetch_payment", "mode": "429", "next": 1},
        ]
    )
    cashier.live_through(minutes=3)
    assert cashier.status(order_id) == "confirmed"
    cashier.assert_books_agree()
