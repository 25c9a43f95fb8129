"""The limits within which an order is changed: how often, at which price, by whom, and only as it was shown."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from core.actor import Actor
from core.clock import read_now
from core.db import transaction
from core.errors import Refusal
from core.orders.packing import pack_order
from core.orders.queries import items_of
from core.orders.revision import Change
from core.payments.actions import pay_online
from core.payments.changing import Shown, change_order, quote_change
from core.payments.refunds import request_refund
from tests.support.actors import STAFF
from tests.support.buyers import BOX
from tests.support.changing import (
    DOZEN,
    boxes,
    cash_order,
    change,
    pack_id,
    paid_order,
    refused,
)
from tests.support.money import Cashier


def test_an_unpaid_order_becomes_another_sum_only_so_often(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    for count in (2, 1, 2):
        change(cashier, order_id, boxes(count))
        cashier.work()
    assert refused(cashier, order_id, boxes(1)).code == "change-too-often"
    assert cashier.link_of(order_id).status == "open"
    cashier.assert_books_agree()


def test_what_was_shown_is_done_and_nothing_else(cashier: Cashier) -> None:
    order_id = cash_order(cashier)
    actor = Actor.customer(cashier.order_row(order_id).customer_id)
    with transaction() as session:
        quote = quote_change(session, order_id, boxes(2), actor=actor, now=read_now(session))
    assert cashier.order_row(order_id).version == quote.version
    shown = Shown(quote.version, quote.after.total_paise)
    with transaction() as session:
        session.execute(text("UPDATE packs SET price_paise = price_paise + 10000"))
    with pytest.raises(Refusal, match="change-stale"):
        change(cashier, order_id, boxes(2), shown)
    with transaction() as session:
        session.execute(text("UPDATE packs SET price_paise = price_paise - 10000"))
    assert change(cashier, order_id, boxes(2), shown).after == quote.after
    with pytest.raises(Refusal, match="change-stale"):
        change(cashier, order_id, boxes(3), shown)
    cashier.assert_books_agree()


def test_what_stays_costs_what_it_cost_and_what_is_added_todays_price(cashier: Cashier) -> None:
    order_id = cash_order(cashier, 2)
    with transaction() as session:
        session.execute(text("UPDATE packs SET price_paise = price_paise + 10000"))
    change(cashier, order_id, boxes(3))
    with transaction() as session:
        lines = [(item.quantity, item.unit_price_paise) for item in items_of(session, order_id)]
    assert lines == [(2, DOZEN), (1, DOZEN + 10_000)]
    change(cashier, order_id, boxes(2))
    with transaction() as session:
        lines = [(item.quantity, item.unit_price_paise) for item in items_of(session, order_id)]
    assert lines == [(2, DOZEN)], "what was added last goes first"
    cashier.assert_books_agree()


def test_what_is_left_is_said_and_the_last_line_is_not_taken_out(cashier: Cashier) -> None:
    order_id = cash_order(cashier)
    cashier.set_stock(2 * BOX)
    refusal = refused(cashier, order_id, boxes(4))
    assert (refusal.code, refusal.values["left"]) == ("sold-out", 3)
    assert refused(cashier, order_id, boxes(0)).code == "order-would-be-empty"
    assert refused(cashier, order_id, boxes(10**15)).code == "too-many"
    assert refused(cashier, order_id, Change(packs={pack_id(): -1})).code == "quantity-unclear"
    assert refused(cashier, order_id, Change(packs={pack_id(): 1, 999_999: 1})).code == "not-for-sale"
    assert refused(cashier, order_id, Change(note="x" * 201)).code == "note-too-long"
    cashier.assert_books_agree()


def test_a_packed_order_stays_what_it_is_but_can_still_be_paid(cashier: Cashier) -> None:
    order_id = cash_order(cashier)
    with transaction() as session:
        pack_order(session, order_id, actor=STAFF, now=read_now(session))
    assert refused(cashier, order_id, boxes(2)).code == "order-not-changeable"
    cashier.ask_to_pay(order_id)
    cashier.work()
    cashier.pay(order_id)
    cashier.work()
    assert (cashier.status(order_id), cashier.order_row(order_id).due_paise) == ("packed", 0)
    with transaction() as session, pytest.raises(Refusal, match="order-not-payable"):
        pay_online(session, order_id, read_now(session))
    cashier.assert_books_agree()


def test_nobody_changes_the_order_of_another_and_staff_are_heard_of(cashier: Cashier) -> None:
    order_id = cash_order(cashier)
    stranger = Actor.customer(cashier.meet())
    with transaction() as session, pytest.raises(Refusal, match="not-allowed"):
        change_order(session, order_id, boxes(2), actor=stranger, now=read_now(session))
    with transaction() as session:
        change_order(session, order_id, boxes(2), actor=STAFF, now=read_now(session))
    assert cashier.told(order_id) == ["order-confirmed", "order-changed"]
    cashier.assert_books_agree()


def test_money_that_went_back_for_another_reason_is_not_given_back_twice(cashier: Cashier) -> None:
    order_id = paid_order(cashier, 2)
    [payment] = cashier.payments_of(order_id)
    with transaction() as session:
        request_refund(session, payment.id, payment.amount_paise - 1_000, reason="goodwill", actor=STAFF)
    assert refused(cashier, order_id, boxes(1)).code == "refund-too-much"
    cashier.work()
    cashier.assert_books_agree()


def test_a_link_that_was_only_being_asked_for_is_never_made(cashier: Cashier) -> None:
    order_id = cashier.order()
    cashier.ask_to_pay(order_id)
    change(cashier, order_id, boxes(2))
    cashier.work()
    assert [link.status for link in cashier.links_of(order_id)] == ["cancelled", "open"]
    assert len(cashier.books()["links"]) == 1
    cashier.assert_books_agree()


def test_a_quote_leaves_nothing_behind(cashier: Cashier) -> None:
    """No row, no link, no refund, no word to anybody; and what it says is what then happens."""
    kept = "SELECT (SELECT count(*) FROM audit_log), (SELECT count(*) FROM outbox), (SELECT count(*) FROM refunds)," \
           " (SELECT max(id) FROM payment_links), (SELECT sum(quantity) FROM order_items)"  # fmt: skip
    paid, asked = paid_order(cashier, 2), cashier.order_with_link()
    for order_id, count in ((paid, 1), (asked, 2)):
        actor = Actor.customer(cashier.order_row(order_id).customer_id)
        with transaction() as session:
            before = session.execute(text(kept)).one()
            quote = quote_change(session, order_id, boxes(count), actor=actor, now=read_now(session))
            assert session.execute(text(kept)).one() == before
        done = change(cashier, order_id, boxes(count), Shown(quote.version, quote.after.total_paise))
        assert (done.after, done.refund_paise, done.asks_anew) == (quote.after, quote.refund_paise, quote.asks_anew)
    cashier.work()
    cashier.assert_books_agree()
