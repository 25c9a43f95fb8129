"""Who ordered on the web and agreed to no messages hears nothing on WhatsApp: the order's page says all of it."""

from __future__ import annotations

import pytest

from core.clock import read_now
from core.db import transaction
from core.orders.telling import set_quiet, speak_in_chat
from core.payments.actions import cancel_order, pay_cash
from core.payments.changing import change_order
from tests.support.actors import STAFF
from tests.support.changing import boxes, change, paid_order
from tests.support.money import Cashier


def quieten(cashier: Cashier, order_id: int) -> None:
    with transaction() as session:
        set_quiet(session, order_id, is_quiet=True)


def quiet_order(cashier: Cashier) -> int:
    order_id = cashier.order()
    quieten(cashier, order_id)
    return order_id


def goes_its_way_by_staff(cashier: Cashier, order_id: int) -> None:
    """Paid, made less by staff, and cancelled by staff: money goes back twice."""
    cashier.ask_to_pay(order_id)
    cashier.work()
    cashier.pay(order_id)
    cashier.work()
    with transaction() as session:
        now = read_now(session)
        change_order(session, order_id, boxes(1), actor=STAFF, now=now)
    cashier.work()
    with transaction() as session:
        cancel_order(session, order_id, reason="no fruit", actor=STAFF, now=read_now(session))
    cashier.work()


@pytest.mark.parametrize("is_quiet", [True, False], ids=["without consent", "control: with it"])
def test_an_order_is_told_of_as_its_customer_chose(cashier: Cashier, is_quiet: bool) -> None:
    order_id = cashier.order(boxes=2)
    with transaction() as session:
        set_quiet(session, order_id, is_quiet=is_quiet)
    goes_its_way_by_staff(cashier, order_id)
    told = ["pay-here", "order-confirmed", "order-changed", "refund-processed", "order-cancelled", "refund-processed"]
    assert cashier.told(order_id) == ([] if is_quiet else told)
    page = cashier.shop.get(f"/o/{cashier.order_row(order_id).token}").text
    assert page.count("went back to where it came from") == len(cashier.refunds_of(order_id)) == 2
    cashier.assert_books_agree()


def test_money_that_comes_late_is_told_on_the_page_alone(cashier: Cashier) -> None:
    order_id = quiet_order(cashier)
    cashier.ask_to_pay(order_id)
    cashier.work()
    with transaction() as session:
        cancel_order(session, order_id, reason="changed-my-mind", actor=STAFF, now=read_now(session))
    cashier.pay(order_id)
    cashier.work()
    assert cashier.told(order_id) == []
    assert "went back to where it came from" in cashier.shop.get(f"/o/{cashier.order_row(order_id).token}").text


def test_whoever_goes_on_in_the_chat_hears_there(cashier: Cashier) -> None:
    order_id = quiet_order(cashier)
    with transaction() as session:
        speak_in_chat(session, cashier.order_row(order_id))
        pay_cash(session, order_id, read_now(session))
    assert cashier.told(order_id) == ["order-confirmed"]


def test_after_paying_a_difference_its_sum_is_shown_and_not_the_total(cashier: Cashier) -> None:
    order_id = paid_order(cashier, 1)
    change(cashier, order_id, boxes(2))
    cashier.ask_to_pay(order_id)
    cashier.work()
    link = cashier.link_of(order_id)
    address = cashier.outside.post(f"/pay/{link.provider_link_id}", data={"outcome": "paid"}).headers["location"]
    page = cashier.shop.get(address).text
    total = cashier.order_row(order_id).total_paise
    assert link.amount_paise < total
    assert f"₹{link.amount_paise // 100:,}" in page
    assert f"₹{total // 100:,}" not in page
