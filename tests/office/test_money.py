"""Money in the office: payments, failed refunds, the day's close, Razorpay's report beside our books."""

from __future__ import annotations

import re
from typing import Any

import pytest

from core.clock import business_day, read_now
from core.payments.gateway import RefundFacts
from core.payments.refunds import apply_refund, request_refund
from core.settings import get_settings
from tests.office.conftest import Colleague, rows
from tests.office.selling import confirmed, page_of
from tests.support.actors import STAFF
from tests.support.paid import pay
from tests.support.shelf import Shelf

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


def test_a_payment_is_found_and_the_ledger_stands_beneath(founder: Colleague, shelf: Shelf) -> None:
    order_id = shelf.place()
    pay(shelf, order_id)
    confirmed(shelf)
    page = founder.goes(f"/admin/money?q=pay_of_{order_id}&status=settled").text
    assert page_of(shelf, order_id) in page
    assert "Paid for orders" in page
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
    order_id = confirmed(shelf)
    here, due = page_of(shelf, order_id), shelf.order(order_id).due_paise // 100
    founder.fills(here, f"{here}/pack", event="pack")
    founder.fills(here, f"{here}/way", event="dispatch")
    founder.fills(here, f"{here}/way", event="deliver", cash=str(due))
    page, theirs = founder.goes("/admin/money/days"), manager.goes("/admin/money/days")
    assert f"There should be ₹{due:,}" in page.text
    unsaid = founder.sends(page, "/admin/money/days", counted=str(due - 10))
    assert "Please say why" in unsaid.text
    closed = founder.sends(unsaid, "/admin/money/days", counted=str(due - 10), note="a coin short")
    assert "This day is closed" in closed.text
    assert "a coin short" in closed.text
    today = business_day(shelf.run(read_now), get_settings().zone)
    assert [tuple(row) for row in rows("SELECT day, expected_paise - counted_paise FROM day_closes")] == [(today, 1000)]
    late = manager.sends(theirs, "/admin/money/days", counted=str(due))
    assert "closed already" in late.text


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
