"""An order is changed until it is packed, and its money is put right both ways."""

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
from core.payments.actions import pay_cash, pay_online
from core.payments.changing import Outcome, Shown, change_order, quote_change
from core.payments.refunds import request_refund
from tests.support.actors import STAFF
from tests.support.money import BOX, Cashier

DOZEN = 120_000
FEE = 4_000


def pack_id(base_units: int = BOX, slug: str = "alphonso") -> int:
    query = (
        "SELECT k.id FROM packs k JOIN products p ON p.id = k.product_id WHERE p.slug = :slug AND base_units = :units"
    )
    with transaction() as session:
        return int(session.execute(text(query), {"slug": slug, "units": base_units}).scalar_one())


def boxes(count: int) -> Change:
    return Change(packs={pack_id(): count})


def change(cashier: Cashier, order_id: int, wanted: Change, shown: Shown | None = None) -> Outcome:
    """The customer changes it."""
    with transaction() as session:
        actor = Actor.customer(cashier.order_row(order_id).customer_id)
        return change_order(session, order_id, wanted, actor=actor, now=read_now(session), shown=shown)


def refused(cashier: Cashier, order_id: int, wanted: Change) -> Refusal:
    with pytest.raises(Refusal) as caught:
        change(cashier, order_id, wanted)
    return caught.value


def paid_order(cashier: Cashier, count: int) -> int:
    order_id = cashier.order_with_link(boxes=count)
    cashier.pay(order_id)
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    return order_id


def cash_order(cashier: Cashier, count: int = 1) -> int:
    order_id = cashier.order(boxes=count)
    with transaction() as session:
        session.execute(text("UPDATE zones SET cod_cap_paise = 1000000, cod_cap_new_paise = 1000000"))
        pay_cash(session, order_id, read_now(session))
    return order_id


def test_less_of_a_paid_order_sends_the_difference_back_once(cashier: Cashier) -> None:
    before = cashier.stock()
    order_id = paid_order(cashier, 3)
    paid = cashier.order_row(order_id).total_paise
    outcome = change(cashier, order_id, boxes(1))
    again = change(cashier, order_id, boxes(1))
    cashier.work()
    order = cashier.order_row(order_id)
    assert (outcome.refund_paise, again.is_nothing) == (paid - order.total_paise, True)
    assert [refund.amount_paise for refund in cashier.refunds_of(order_id)] == [outcome.refund_paise]
    assert (order.payment_method, order.prepaid_paise, order.due_paise) == ("online", order.total_paise, 0)
    assert cashier.stock() == (before[0] - BOX, 0)
    assert cashier.balances() == {"razorpay": order.total_paise, "orders": -order.total_paise}
    assert cashier.told(order_id) == ["pay-here", "order-confirmed", "refund-processed"]
    cashier.assert_books_agree()
    cashier.cancel(order_id)
    cashier.work()
    assert cashier.balances() == {}
    cashier.assert_books_agree()


def test_more_of_a_paid_order_is_due_at_the_door_or_by_a_link(cashier: Cashier) -> None:
    order_id = paid_order(cashier, 1)
    paid = cashier.order_row(order_id).prepaid_paise
    outcome = change(cashier, order_id, boxes(2))
    order = cashier.order_row(order_id)
    assert (order.payment_method, order.prepaid_paise) == ("cod", paid)
    assert outcome.after.due_paise == order.due_paise == order.total_paise - paid > 0
    cashier.ask_to_pay(order_id)
    cashier.work()
    assert cashier.link_of(order_id).amount_paise == outcome.after.due_paise
    cashier.pay(order_id)
    cashier.work()
    order = cashier.order_row(order_id)
    assert (order.status, order.payment_method, order.due_paise) == ("confirmed", "online", 0)
    assert cashier.told(order_id) == ["pay-here", "order-confirmed", "prepay-here", "order-prepaid"]
    assert len(cashier.payments_of(order_id)) == 2
    cashier.assert_books_agree()
    change(cashier, order_id, boxes(1))
    cashier.work()
    assert cashier.order_row(order_id).due_paise == 0
    assert cashier.balances() == {"razorpay": paid, "orders": -paid}
    cashier.assert_books_agree()


def test_less_again_before_the_rest_is_paid_owes_nothing_to_anybody(cashier: Cashier) -> None:
    order_id = paid_order(cashier, 1)
    change(cashier, order_id, boxes(2))
    outcome = change(cashier, order_id, boxes(1))
    assert (outcome.refund_paise, outcome.after.due_paise) == (0, 0)
    assert cashier.order_row(order_id).payment_method == "online"
    cashier.assert_books_agree()


def test_a_cash_order_has_another_sum_at_the_door(cashier: Cashier) -> None:
    order_id = cash_order(cashier)
    outcome = change(cashier, order_id, boxes(2))
    assert outcome.after.due_paise == cashier.order_row(order_id).total_paise == 2 * DOZEN + outcome.after.fee_paise
    assert cashier.told(order_id) == ["order-confirmed"]
    cashier.assert_books_agree()


def test_more_than_may_be_collected_at_a_door_is_refused_and_nothing_changes(cashier: Cashier) -> None:
    order_id = cash_order(cashier)
    with transaction() as session:
        session.execute(text("UPDATE zones SET cod_cap_new_paise = 200000"))
    before, stock = cashier.order_row(order_id), cashier.stock()
    refusal = refused(cashier, order_id, boxes(3))
    assert (refusal.code, refusal.values["cap_paise"]) == ("change-over-cap", 200_000)
    assert (cashier.order_row(order_id), cashier.stock()) == (before, stock)
    cashier.ask_to_pay(order_id)
    cashier.work()
    cashier.pay(order_id)
    cashier.work()
    change(cashier, order_id, boxes(2))
    assert cashier.order_row(order_id).due_paise < 200_000, "what is paid already is not collected"
    cashier.assert_books_agree()


def test_an_order_that_was_to_be_paid_at_the_door_is_paid_by_link(cashier: Cashier) -> None:
    order_id = cash_order(cashier)
    cashier.ask_to_pay(order_id)
    cashier.ask_to_pay(order_id)
    cashier.work()
    assert len(cashier.links_of(order_id)) == 1
    cashier.pay(order_id)
    cashier.work()
    order = cashier.order_row(order_id)
    assert (order.status, order.payment_method, order.due_paise) == ("confirmed", "online", 0)
    assert cashier.told(order_id) == ["order-confirmed", "prepay-here", "order-prepaid"]
    assert cashier.balances() == {"razorpay": order.total_paise, "orders": -order.total_paise}
    cashier.assert_books_agree()


def test_a_link_for_a_cash_order_that_nobody_pays_leaves_it_as_it_was(cashier: Cashier) -> None:
    order_id = cash_order(cashier)
    cashier.ask_to_pay(order_id)
    cashier.work()
    cashier.advance(minutes=40)
    cashier.work()
    assert (cashier.status(order_id), cashier.order_row(order_id).payment_method) == ("confirmed", "cod")
    assert cashier.link_of(order_id).status == "expired"
    cashier.ask_to_pay(order_id)
    cashier.work()
    assert cashier.link_of(order_id).status == "open", "it may be asked for again"
    with transaction() as session:
        pay_cash(session, order_id, read_now(session))
    cashier.work()
    assert cashier.link_of(order_id).status == "cancelled"
    cashier.assert_books_agree()


def test_a_link_for_another_sum_is_withdrawn_and_a_new_one_sent(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    old = cashier.link_of(order_id)
    outcome = change(cashier, order_id, boxes(2))
    assert outcome.asks_anew
    cashier.work()
    new = cashier.link_of(order_id)
    assert [link.status for link in cashier.links_of(order_id)] == ["cancelled", "open"]
    assert new.amount_paise == cashier.order_row(order_id).total_paise == outcome.after.total_paise
    assert cashier.told(order_id) == ["pay-here", "pay-here"]
    cashier.pay(order_id)
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    assert old.provider_link_id != new.provider_link_id
    cashier.assert_books_agree()


def test_money_for_what_an_order_was_before_goes_back_and_the_order_waits(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    cashier.switch(drop_razorpay_webhooks=True)
    cashier.pay(order_id)
    change(cashier, order_id, boxes(2))
    cashier.work()
    cashier.live_through(minutes=2)
    assert cashier.status(order_id) == "awaiting_payment"
    assert cashier.told(order_id) == ["pay-here", "pay-here", "payment-changed-refunded", "refund-processed"]
    assert cashier.balances() == {}
    cashier.pay(order_id)
    cashier.live_through(minutes=2)
    assert cashier.status(order_id) == "confirmed"
    cashier.assert_books_agree()


def test_another_window_leaves_the_link_alone(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    with transaction() as session:
        other = session.execute(
            text(
                "SELECT w.slot_id FROM open_slots() w JOIN orders o ON o.zone_id = w.zone_id"
                " WHERE o.id = :id AND w.slot_id <> o.slot_id ORDER BY w.starts_at DESC LIMIT 1"
            ),
            {"id": order_id},
        ).scalar_one()
    assert not change(cashier, order_id, Change(slot_id=other)).asks_anew
    cashier.work()
    assert len(cashier.links_of(order_id)) == 1
    cashier.pay(order_id)
    cashier.work()
    assert (cashier.status(order_id), cashier.order_row(order_id).slot_id) == ("confirmed", other)
    cashier.assert_books_agree()


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
