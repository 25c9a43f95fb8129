"""Calls to Razorpay that fail, or succeed without our hearing of it."""

import pytest

from tests.support.money import Till

NOT_DONE = ["502_html", "500", "429", "empty", "disconnect"]
DONE_BUT_UNHEARD = ["disconnect_after_acceptance", "502_after_acceptance"]


def keep_trying(till: Till, *, seconds: int = 12) -> None:
    """Let retries become due."""
    for _ in range(seconds // 3):
        till.advance(seconds=3)
        till.work()


@pytest.mark.parametrize("mode", NOT_DONE + DONE_BUT_UNHEARD)
def test_one_link_whatever_happened_to_the_first_call(till: Till, mode: str) -> None:
    till.fail_next("create_link", mode)
    order_id = till.order()
    till.ask_to_pay(order_id)
    till.work()
    assert till.link_of(order_id).status == "creating"
    keep_trying(till)
    assert till.link_of(order_id).status == "open"
    assert len(till.books()["links"]) == 1
    assert till.told(order_id) == ["pay-here"]
    till.pay(order_id)
    till.work()
    assert till.status(order_id) == "confirmed"
    till.assert_books_agree()


def test_a_timeout_after_acceptance_is_adopted_by_its_reference(till: Till) -> None:
    till.switch(
        fail_calls=[{"operation": "create_link", "mode": "timeout_after_acceptance", "next": 1, "hang_seconds": 7}]
    )
    order_id = till.order()
    till.ask_to_pay(order_id)
    till.work()
    keep_trying(till)
    [theirs] = till.books()["links"]
    link = till.link_of(order_id)
    assert (link.provider_link_id, link.reference_id) == (theirs["id"], theirs["reference_id"])
    assert till.told(order_id) == ["pay-here"]
    till.assert_books_agree()


def test_a_taken_reference_that_cannot_be_found_gets_a_new_one_and_the_orphan_is_withdrawn(till: Till) -> None:
    """Razorpay made the link, we did not hear it, and its list hides it for a while."""
    till.fail_next("create_link", "disconnect_after_acceptance")
    order_id = till.order()
    till.ask_to_pay(order_id)
    till.work()
    find_link, till.gateway.find_link = till.gateway.find_link, lambda reference_id: None  # type: ignore[method-assign]
    keep_trying(till, seconds=60)
    orphan, link = till.links_of(order_id)
    assert (orphan.status, orphan.provider_link_id) == ("cancelled", None)
    assert (link.status, link.reference_id) == ("open", orphan.reference_id[:-1] + "2")
    assert till.told(order_id) == ["pay-here"]

    till.gateway.find_link = find_link  # type: ignore[method-assign]
    till.live_through(minutes=2)
    statuses = {row["reference_id"]: row["status"] for row in till.books()["links"]}
    assert statuses == {orphan.reference_id: "cancelled", link.reference_id: "created"}
    till.pay(order_id)
    till.work()
    assert till.status(order_id) == "confirmed"
    till.assert_books_agree()


def test_razorpay_down_for_minutes_delays_the_link_and_gives_it_a_full_time(till: Till) -> None:
    till.switch(fail_calls=[{"operation": "any", "mode": "502_html", "probability": 1}])
    order_id = till.order()
    till.ask_to_pay(order_id)
    till.live_through(minutes=6)
    assert till.link_of(order_id).status == "creating"
    till.switch(fail_calls=[])
    till.live_through(minutes=2)
    [theirs] = till.books()["links"]
    assert theirs["expire_by"] - theirs["created_at"] > 15 * 60
    link, order = till.link_of(order_id), till.order_row(order_id)
    assert (link.status, int(link.expires_at.timestamp())) == ("open", theirs["expire_by"])
    assert (order.held_until - link.expires_at).total_seconds() == 300
    till.pay(order_id)
    till.work()
    till.assert_books_agree()


def test_razorpay_down_past_the_hold_ends_the_order_and_leaves_no_link_behind(till: Till) -> None:
    till.fail_next("create_link", "disconnect_after_acceptance")
    order_id = till.order()
    till.ask_to_pay(order_id)
    till.work()
    till.switch(fail_calls=[{"operation": "any", "mode": "502_html", "probability": 1}])
    till.live_through(minutes=25)
    assert till.status(order_id) == "expired"
    till.switch(fail_calls=[])
    till.live_through(minutes=3)
    [theirs] = till.books()["links"]
    assert theirs["status"] in {"expired", "cancelled"}
    assert till.told(order_id) == ["hold-expired-no-link"]
    till.assert_books_agree()


def test_an_order_cancelled_before_its_link_was_made_leaves_no_link(till: Till) -> None:
    till.fail_next("create_link", "disconnect_after_acceptance")
    order_id = till.order()
    till.ask_to_pay(order_id)
    till.work()
    till.cancel(order_id)
    keep_trying(till)
    [theirs] = till.books()["links"]
    assert theirs["status"] == "cancelled"
    assert till.told(order_id) == []
    till.assert_books_agree()


def test_a_refused_link_is_told_and_cash_remains(till: Till) -> None:
    from sqlalchemy import text  # noqa: PLC0415

    from core.db import transaction  # noqa: PLC0415

    order_id = till.order()
    till.ask_to_pay(order_id)
    with transaction() as session:
        session.execute(text("UPDATE payment_links SET currency = 'XXX'"))
    till.work()
    assert till.link_of(order_id).status == "refused"
    assert till.told(order_id) == ["payment-link-failed"]
    assert "link-refused" in till.alerts()
    till.ask_to_pay(order_id)
    till.work()
    assert [link.status for link in till.links_of(order_id)] == ["refused", "open"]


def test_looks_that_fail_are_tried_again(till: Till) -> None:
    till.switch(drop_razorpay_webhooks=True)
    order_id = till.order_with_link()
    till.pay(order_id)
    till.switch(
        fail_calls=[
            {"operation": "fetch_link", "mode": "502_html", "next": 1},
            {"operation": "fetch_payment", "mode": "429", "next": 1},
        ]
    )
    till.live_through(minutes=3)
    assert till.status(order_id) == "confirmed"
    till.assert_books_agree()
