"""Money in the office: payments, failed refunds, the day's close, Razorpay's report beside our books."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest

from admin_web.office.money.days import DAYS
from core.clock import business_day, read_now
from core.closes.actions import close_day
from core.closes.queries import still_under_way
from core.money import format_rupees
from core.orders.actions import deliver_order, dispatch_order, pack_order
from core.orders.rules import Collected
from core.payments.actions import cancel_order
from core.payments.gateway import RefundFacts
from core.payments.refunds import apply_refund, request_refund
from core.settings import get_settings
from tests.office.conftest import Colleague, rows
from tests.office.selling import confirmed, page_of
from tests.support.actors import STAFF
from tests.support.paid import pay
from tests.support.shelf import DOZEN, Shelf
from tests.support.stand import Stand

HEAD = "entity_id,type,amount,fee,tax,settlement_id,settlement_utr,settled_at\n"


@pytest.fixture
def shelf(app: object) -> Shelf:
    return Shelf()


def uploads(colleague: Colleague, report: str) -> Any:
    page = colleague.goes("/admin/money/settlements").text
    token, once = (re.search(rf'name="{name}" value="([^"]+)"', page) for name in ("_token", "_once"))
    assert token is not None
    assert once is not None
    files = {"report": ("report.csv", report.encode(), "text/csv")}
    answer = colleague.visitor.post(
        "/admin/money/settlements", {"_token": token[1], "_once": once[1]}, files=files
    )  # fmt: skip
    return colleague.visitor.follows(answer) if answer.status_code == 303 else answer


def deliver(colleague: Colleague, shelf: Shelf, order_id: int) -> None:
    """Brought by somebody of the house, and paid in cash."""
    here, due = page_of(shelf, order_id), shelf.order(order_id).due_paise // 100
    colleague.fills(here, f"{here}/pack", event="pack")
    colleague.fills(here, f"{here}/way", event="dispatch")
    assert "taken by you" in colleague.goes(here).text
    colleague.fills(here, f"{here}/way", event="deliver", cash=str(due))


def delivered(colleague: Colleague, shelf: Shelf) -> int:
    order_id = confirmed(shelf)
    deliver(colleague, shelf, order_id)
    return order_id


def test_a_payment_is_found_and_the_ledger_stands_beneath(founder: Colleague, shelf: Shelf) -> None:
    order_id = shelf.place()
    pay(shelf, order_id)
    confirmed(shelf)
    page = founder.goes(f"/admin/money?q=pay_of_{order_id}&status=settled").text
    assert page_of(shelf, order_id) in page
    assert "Paid for orders" in page
    assert ">Today (" in page, "a day that stands by itself begins as a sentence does"
    assert "of 1 order" in page, "cash to collect"
    assert "No payments" in founder.goes("/admin/money?q=nobody").text
    assert founder.visitor.get("/admin/money?status=x&after=y&q=%25").status_code == 200


def test_a_refund_that_failed_is_asked_for_again_once(founder: Colleague, packer: Colleague, shelf: Shelf) -> None:
    payment_id = pay(shelf, shelf.place())
    refund = shelf.run(lambda session: request_refund(session, payment_id, 10_000, reason="bruised", actor=STAFF))
    failed = RefundFacts("rfnd_1", "pay_x", "failed", 10_000, "INR")
    shelf.run(lambda session: apply_refund(session, refund.id, failed, read_now(session)))
    page = founder.goes("/admin/money")
    assert "failed" in page.text
    founder.sends(page, "/admin/money/refunds")
    assert [row.status for row in rows("SELECT status FROM refunds")] == ["requested"]
    again = founder.visitor.fills(page, "/admin/money/refunds")
    assert again.status_code == 303, "the same form again changes nothing"
    assert packer.goes("/admin/money").status_code == 403
    shelf.assert_sound()


def test_a_day_is_closed_once_and_a_difference_needs_a_word(
    founder: Colleague, manager: Colleague, shelf: Shelf
) -> None:
    due = shelf.order(delivered(founder, shelf)).cash_paise // 100
    today = business_day(shelf.run(read_now), get_settings().zone)
    shelf.wait(days=1)
    yesterday = f"/admin/money/days?day={today}"
    page, theirs = founder.goes(yesterday), manager.goes(yesterday)
    assert f"There should be ₹{due:,}" in page.text
    unsaid = founder.sends(page, "/admin/money/days", counted=str(due - 10))
    assert "Please say why" in unsaid.text
    closed = founder.sends(unsaid, "/admin/money/days", counted=str(due - 10), note="a coin short")
    assert "This day is closed" in closed.text
    assert "a coin short" in closed.text
    assert [tuple(row) for row in rows("SELECT day, expected_paise - counted_paise FROM day_closes")] == [(today, 1000)]
    late = manager.sends(theirs, "/admin/money/days", counted=str(due))
    assert "closed already" in late.text


def test_cash_that_comes_after_a_close_is_in_the_next_one(founder: Colleague, shelf: Shelf) -> None:
    """Of doors and of tills, of which the change they began with is no part; and what is taken back is in it too."""
    stand = Stand(shelf)
    stand.opens()
    sold = stand.sale(("alphonso", DOZEN, 1))
    stand.sells(sold)
    early, late = delivered(founder, shelf), confirmed(shelf)
    today, due = business_day(shelf.run(read_now), get_settings().zone), shelf.order(early).cash_paise
    page = founder.goes(f"{DAYS}?day={today}").text
    assert "A till is still open" in page
    shelf.change("UPDATE delivery_slots SET open = false")
    shelf.change(f"UPDATE delivery_slots SET day = day + 1 WHERE id = {shelf.order(late).slot_id}")  # another window
    assert "This day is closed" in founder.fills(f"{DAYS}?day={today}", DAYS, counted=str(due // 100)).text
    deliver(founder, shelf, late)
    stand.closes(cash=500 + sold.paid_paise // 100)
    box = (due + sold.paid_paise) // 100
    shelf.wait(days=1)
    tomorrow = today + timedelta(days=1)
    page = founder.goes(f"{DAYS}?day={tomorrow}").text
    assert "Came after an earlier close" in page
    assert f"There should be {format_rupees(box * 100)}" in page
    founder.fills(f"{DAYS}?day={tomorrow}", DAYS, counted=str(box))
    shelf.wait(days=1)
    after = founder.goes(f"{DAYS}?day={today + timedelta(days=2)}").text
    assert "There should be ₹0" in after, "it is in one close, and not in two"
    assert [tuple(row) for row in rows("SELECT expected_paise, counted_paise FROM day_closes ORDER BY day")] == [
        (due, due), (box * 100, box * 100)]  # fmt: skip
    shelf.assert_sound()


def test_two_who_close_two_days_at_once_take_over_what_came_late_once(shelf: Shelf) -> None:
    today = business_day(shelf.run(read_now), get_settings().zone)
    order_id = confirmed(shelf)
    shelf.change("UPDATE delivery_slots SET open = false, day = day + 20")

    def closing(day: date) -> int:
        return int(shelf.run(lambda s: close_day(s, day, 0, "late", actor=STAFF, now=read_now(s))))

    assert closing(today) == 0
    shelf.run(lambda s: pack_order(s, order_id, actor=STAFF, now=read_now(s)))
    shelf.run(lambda s: dispatch_order(s, order_id, actor=STAFF, now=read_now(s)))
    due = shelf.order(order_id).due_paise
    shelf.run(lambda s: deliver_order(s, order_id, actor=STAFF, now=read_now(s), collected=Collected(cash_paise=due)))
    shelf.wait(days=3)
    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(closing, (today + timedelta(days=1), today + timedelta(days=2)))) == [-due, 0]


def test_a_day_is_not_closed_while_cash_may_still_come_of_it(founder: Colleague, shelf: Shelf) -> None:
    order_id = confirmed(shelf)
    window = rows("SELECT id, day, cutoff_at FROM delivery_slots WHERE id = :id", id=shelf.order(order_id).slot_id)[0]
    shelf.change(f"UPDATE delivery_slots SET open = id = {window.id} WHERE day = '{window.day}'")
    minute = timedelta(minutes=1)
    early, late = (
        shelf.run(lambda session, now=now: still_under_way(session, window.day, now))
        for now in (window.cutoff_at - minute, window.cutoff_at + minute)
    )
    assert (early.windows, late.windows, late.orders) == (1, 0, 1)
    shelf.change(f"UPDATE delivery_slots SET open = false WHERE id = {window.id}")
    shelf.wait(days=(window.day - business_day(shelf.run(read_now), get_settings().zone)).days)
    today, yesterday = f"/admin/money/days?day={window.day}", f"/admin/money/days?day={window.day - timedelta(days=1)}"
    page = founder.goes(today).text
    assert "1 order is still to be brought. Close it when" in page
    assert 'name="counted"' not in page
    old_page = founder.goes(yesterday)
    assert "is still to be brought" in founder.sends(old_page, DAYS, day=str(window.day), counted="0").text
    assert rows("SELECT day FROM day_closes") == []
    shelf.run(lambda session: cancel_order(session, order_id, reason="shop", actor=STAFF, now=read_now(session)))
    assert "This day is closed" in founder.fills(today, DAYS, counted="0").text


def test_a_report_is_laid_beside_our_books(founder: Colleague, shelf: Shelf) -> None:
    orders = [shelf.place() for _ in range(4)]
    payments = [pay(shelf, each) for each in orders]
    amounts = [shelf.read("SELECT amount_paise FROM payments WHERE id = :id", id=each) // 100 for each in payments]
    lines = [
        f"pay_of_{orders[0]},payment,{amounts[0]},10,1.8,setl_1,UTR1,2027-05-03",
        f"pay_of_{orders[2]},payment,{amounts[2] + 5},10,1.8,setl_1,UTR1,2027-05-03",
        "pay_nobodys,payment,99,0,0,setl_1,UTR1,2027-05-03",
        f"pay_of_{orders[3]},payment,{amounts[3]},10,1.8,setl_1,UTR1,2027-05-03",
    ]
    for _ in range(2):
        page = uploads(founder, HEAD + "\n".join(lines)).text
        assert "2 differ" in page
        assert "pay_nobodys: ₹99 in the report" in page
        assert f"pay_of_{orders[2]}: the report says" in page
        assert "1 of ours are in no report" in page
        assert f"pay_of_{orders[1]}" in page
    assert rows("SELECT count(*) AS lines FROM settlement_lines")[0].lines == 4


def test_what_is_no_report_keeps_nothing_and_names_its_line(founder: Colleague, manager: Colleague) -> None:
    refused = uploads(founder, HEAD + "pay_1,payment,1,0,0,setl_1,,\n<script>,payment,1,0,0,setl_1,,")
    assert "Line 3 is no line of a settlement report" in refused.text
    assert rows("SELECT id FROM settlement_lines") == []
    assert "Please choose a file" in uploads(manager, "").text
    big = founder.visitor.post("/admin/money/settlements", {"_token": "x"}, files={"report": ("r", b"x" * 5_000_000)})
    assert big.status_code == 413
