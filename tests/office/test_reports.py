"""Reports: sales told apart in five ways, who comes again, waste and margin, as numbers and as a picture."""

from __future__ import annotations

import csv
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
from core.views.reports import By
from tests.office.conftest import Colleague
from tests.office.selling import confirmed
from tests.support.actors import STAFF
from tests.support.paid import pay
from tests.support.shelf import Shelf


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
