"""Reports: sales told apart in six ways, who comes again, waste and margin, as numbers and as a picture."""

from __future__ import annotations

import csv
import dataclasses
import io
from datetime import date, timedelta
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from admin_web.office.reports.sales import AskedReport
from core.clock import business_day, read_now
from core.inventory.stock import correct_stock
from core.orders.actions import pack_order
from core.settings import get_settings
from core.stalls.reports import sales_by_stall
from core.stalls.rules import Payment, VoidReason
from core.views.reports import By
from tests.office.conftest import Colleague
from tests.office.selling import confirmed
from tests.support.actors import STAFF
from tests.support.paid import pay
from tests.support.shelf import DOZEN, Shelf
from tests.support.stand import Stand


@pytest.fixture
def shelf(app: object) -> Shelf:
    return Shelf()


def days(shelf: Shelf, order_id: int) -> dict[str, str]:
    """A range around the window of an order."""
    day = shelf.read(
        "SELECT day FROM delivery_slots WHERE id = :id", id=shelf.order(order_id).slot_id
    )  # fmt: skip
    return {"first": str(day - timedelta(days=1)), "last": str(day + timedelta(days=1))}


def test_sales_are_told_apart_in_five_ways(founder: Colleague, shelf: Shelf) -> None:
    first, _ = confirmed(shelf), confirmed(shelf)
    pay(shelf, shelf.place(shelf.fill_cart(shelf.order(first).customer_id)))
    query = days(shelf, first)
    whole = founder.goes(f"/admin/reports?{urlencode(query)}").text
    assert "<dd>3</dd>" in whole
    assert "<dd>50 %</dd>" in whole, "one of two customers came again"
    for by, words in (
        (By.VARIETY, "Alphonso"),
        (By.APARTMENT, "Palm Grove"),
        (By.CHANNEL, "WhatsApp"),
        (By.WINDOW, "–"),
    ):
        page = founder.goes(f"/admin/reports?{urlencode({**query, 'by': by.value})}").text
        assert words in page
        assert ">3</td>" in page
        answer = founder.visitor.get(f"/admin/reports/export.csv?{urlencode({**query, 'by': by.value})}")
        assert [row["Orders"] for row in csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff")))] == ["3"]


def test_what_stalls_sell_is_in_the_same_sums(founder: Colleague, shelf: Shelf) -> None:
    """By every key, with what was paid and how; a sale that was taken back is in none, and a till's clock moves none to
    another year."""
    order_id, stand = confirmed(shelf), Stand(shelf)
    stand.opens()
    ways = (Payment.CASH, Payment.UPI, Payment.CASH)
    cash, upi, slip = (stand.sale(("alphonso", DOZEN, 2), payment=way) for way in ways)
    upi = dataclasses.replace(upi, made_at=upi.made_at - timedelta(days=2000))
    for sale in (cash, upi, slip):
        stand.sells(sale)
    stand.run(stand.voiding(slip.uid, VoidReason.WRONG_PACK))
    today = business_day(shelf.run(read_now), get_settings().zone)
    query = {**days(shelf, order_id), "first": str(today)}
    total = shelf.order(order_id).total_paise
    sums = {}
    for by in By:
        answer = founder.visitor.get(f"/admin/reports/export.csv?{urlencode({**query, 'by': by.value})}")
        sums[by] = list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))
    for by in {*By} - {By.VARIETY}:
        assert sum(float(row["Sales"]) for row in sums[by]) * 100 == total + cash.paid_paise + upi.paid_paise, by
        assert sum(int(row["Orders"]) for row in sums[by]) == 3, by
    assert {row["Channel"]: row["Orders"] for row in sums[By.CHANNEL]} == {"WhatsApp": "1", "Stall": "2"}
    assert {row["Payment"]: float(row["Sales"]) * 100 for row in sums[By.PAYMENT]} == {
        "Not paid yet": total, "Cash": cash.paid_paise, "UPI, by hand": upi.paid_paise}  # fmt: skip
    assert "Market" in {row["Apartment"] for row in sums[By.APARTMENT]}
    assert [row["Packs"] for row in sums[By.VARIETY]] == ["5"]
    now = shelf.run(read_now)
    of_stalls = shelf.run(lambda s: sales_by_stall(s, now - timedelta(days=2), get_settings().zone.key))
    assert [(each.day, each.cash_paise, each.upi_paise) for each in of_stalls] == [
        (today, cash.paid_paise, upi.paid_paise)]  # fmt: skip
    page = founder.goes(f"/admin/reports?{urlencode(query)}").text
    assert "<dd>3</dd>" in page
    assert "exempt from GST" in page


def test_a_chart_is_a_picture_without_a_script(founder: Colleague, shelf: Shelf) -> None:
    query = urlencode(days(shelf, confirmed(shelf)))
    for dark in ("", "&dark=1", "&narrow=1"):
        answer = founder.visitor.get(f"/admin/reports/chart.svg?{query}{dark}")
        assert answer.headers["content-type"].startswith("image/svg+xml")
        assert ElementTree.fromstring(answer.content).tag.endswith("svg")
        assert b"<script" not in answer.content
        assert b'xlink:href="http' not in answer.content
    assert b'viewBox="0 0 380 300"' in answer.content, "words of a phone's size on a phone"
    assert founder.visitor.get("/admin/reports/chart.svg?first=1990-01-01").status_code == 200


def test_waste_and_margin_are_of_what_is_known(founder: Colleague, shelf: Shelf) -> None:
    order_id, row = confirmed(shelf), shelf.inventory_id()
    shelf.change("UPDATE lots SET cost_paise = received * 5000")
    shelf.run(lambda session: pack_order(session, order_id, actor=STAFF, now=read_now(session)))
    now = shelf.run(read_now)
    today = business_day(now, get_settings().zone)
    shelf.run(lambda session: correct_stock(session, row, -7, reason="rotten", actor=STAFF, today=today))
    query = urlencode({**days(shelf, order_id), "first": str(today), "by": "variety"})
    page = founder.goes(f"/admin/reports?{query}").text
    assert "7 pieces" in page
    assert "₹600" in page, "a dozen at fifty rupees each"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    by=some.sampled_from([*By, "x"]),
    first=some.dates().map(str) | some.sampled_from(["", "x", "0001-01-01", "9999-12-31"]),
    last=some.dates().map(str) | some.sampled_from(["", "x", "0001-01-01", "9999-12-31"]),
)
def test_every_range_answers(founder: Colleague, by: str, first: str, last: str) -> None:
    query = urlencode({"by": str(by), "first": first, "last": last})
    assert founder.visitor.get(f"/admin/reports?{query}").status_code == 200


days_of_ours = some.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(some.none() | days_of_ours, some.none() | days_of_ours, days_of_ours)
def test_no_report_reads_more_than_a_quarter(first: date | None, last: date | None, today: date) -> None:
    begins, ends = AskedReport(first=first, last=last).days(today)
    assert timedelta(0) <= ends - begins <= timedelta(days=92)
