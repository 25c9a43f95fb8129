"""The list of orders in the office: narrowed, kept, moved in bulk, taken away as a file."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from admin_web.files import guard
from admin_web.office.orders.asked import READY_VIEWS, AskedOrders, NearDay
from core.checkout.basket import Channel
from core.clock import read_now
from core.orders.lifecycle import OrderStatus
from core.payments.actions import cancel_order
from core.views.order_list import PaymentState
from tests.office.conftest import Colleague
from tests.office.selling import code_of, confirmed
from tests.support.actors import STAFF
from tests.support.many_orders import copy_order
from tests.support.shelf import Shelf

HOSTILE = '=HYPERLINK("http://x")<script>alert(1)</script>'


@pytest.fixture
def shelf(app: object) -> Shelf:
    return Shelf()


def test_an_order_is_in_the_list_and_every_filter_is_a_pill_in_the_address(founder: Colleague, shelf: Shelf) -> None:
    order_id = confirmed(shelf, HOSTILE)
    code, order = code_of(shelf, order_id), shelf.order(order_id)
    page = founder.goes("/admin/orders").text
    assert f'href="/admin/orders/{code}"' in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page
    assert '<span>Palm Grove, <span class="whole">B-1203</span></span>' in page, (
        "one piece, for a card lays pieces apart"
    )
    query = f"status=confirmed&payment=cash-due&channel=whatsapp&apartment={order.apartment_id}&window={order.slot_id}"
    narrowed = founder.goes(f"/admin/orders?{query}&q={code}").text
    assert f'href="/admin/orders/{code}"' in narrowed
    pills = re.findall(r'class="pill pill-link" href="([^"]*)"', narrowed)
    assert len(pills) == 6
    assert all("status=confirmed" in pill for pill in pills[1:] if "status" in pill)
    assert "Remove all filters" in narrowed
    nothing = founder.goes("/admin/orders?status=packed&q=nobody").text
    assert "No order fits" in nothing


def test_five_views_are_ready_and_ones_own_are_kept_and_forgotten(founder: Colleague, manager: Colleague) -> None:
    assert len(READY_VIEWS) == 5
    page = founder.goes("/admin/orders?status=packed&day=tomorrow")
    assert page.text.count('class="view-tab"') >= 6
    kept = founder.sends(page, "/admin/orders/views", name="Tomorrow's boxes")
    assert "Tomorrow&#39;s boxes" in kept.text
    assert 'href="/admin/orders?status=packed&amp;day=tomorrow" aria-current="page"' in kept.text
    assert "Tomorrow&#39;s boxes" not in manager.goes("/admin/orders").text
    forget = re.search(r'action="(/admin/orders/views/\d+/forget)"', kept.text)
    assert forget is not None
    assert "Tomorrow&#39;s boxes" not in founder.sends(kept, forget[1]).text


options = {
    "status": [each.value for each in OrderStatus], "payment": [each.value for each in PaymentState],
    "channel": [each.value for each in Channel], "day": [*(each.value for each in NearDay), "2027-05-02", "2027-13-99"],
    "window": ["1", "999999999999", "x", "-1"], "apartment": ["1", "99999999999999999999", ""], "waiting": ["yes", "?"],
    "q": ["asha", "B-1203", "'; --", "%", "\\", "7KQ3XY", "९८७६५", ":*&|!"], "after": ["", "x", "MjAyNw"],
}  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=some.fixed_dictionaries({}, optional={name: some.sampled_from(values) for name, values in options.items()})
)
def test_every_combination_of_filter_values_answers(founder: Colleague, query: dict[str, str]) -> None:
    assert founder.visitor.get(f"/admin/orders?{urlencode(query)}").status_code == 200


def test_many_are_moved_and_who_could_not_be_is_named_with_why(founder: Colleague, shelf: Shelf) -> None:
    orders = [confirmed(shelf) for _ in range(3)]
    cancelled = orders[1]
    shelf.run(lambda session: cancel_order(session, cancelled, reason="shop", actor=STAFF, now=read_now(session)))
    page = founder.goes("/admin/orders")
    result = founder.sends(page, "/admin/orders/bulk", move="pack", ids=[str(each) for each in orders])
    assert "2 done, 1 refused" in result.text
    assert f"Order {code_of(shelf, cancelled)} cannot be packed" in result.text
    assert shelf.order(orders[0]).status == shelf.order(orders[2]).status == "packed"
    undo = re.search(r'action="(/admin/orders/bulk/\d+/undo)"', result.text)
    assert undo is not None
    assert "2 done, 0 refused" in founder.sends(result, undo[1]).text
    assert shelf.order(orders[0]).status == "confirmed"
    shelf.assert_sound()


def test_all_that_the_list_is_narrowed_to_is_moved_at_once(founder: Colleague, shelf: Shelf) -> None:
    mine, other = confirmed(shelf, "Meenakshi"), confirmed(shelf, "Ravi")
    page = founder.goes("/admin/orders?q=meenakshi")
    assert "1 done, 0 refused" in founder.sends(page, "/admin/orders/bulk", move="pack", everything="yes").text
    assert (shelf.order(mine).status, shelf.order(other).status) == ("packed", "confirmed")
    nothing = founder.sends(founder.goes("/admin/orders"), "/admin/orders/bulk", move="pack")
    assert "No order was chosen" in nothing.text


def test_a_file_has_exactly_what_the_list_shows_and_no_formula(founder: Colleague, shelf: Shelf) -> None:
    confirmed(shelf, HOSTILE)
    copy_order(confirmed(shelf, "Buyer of many"), 26)
    answer = founder.visitor.get("/admin/orders/export.csv?q=buyer")
    assert answer.headers["content-disposition"].startswith('attachment; filename="orders-')
    rows = list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))
    assert len(rows) == 27, "both pages"
    assert set(rows[0]) == {"Order", "Status", "Customer", "Home", "Fruit", "Window", "Total", "Payment", "Channel"}
    assert rows[0]["Total"].isdigit()
    everything = founder.visitor.get("/admin/orders/export.csv").text
    assert "'=HYPERLINK" in everything
    sheet = founder.visitor.get("/admin/orders/export.xlsx?q=hyperlink")
    with zipfile.ZipFile(io.BytesIO(sheet.content)) as book:
        written = book.read("xl/worksheets/sheet1.xml").decode()
    assert "=HYPERLINK" in written
    assert "<f>" not in written


def test_an_export_asks_once_more_who_is_there_and_is_not_for_packers(founder: Colleague, packer: Colleague) -> None:
    founder.grows_stale()
    asked = founder.visitor.get("/admin/orders/export.csv?q=x")
    assert (asked.status_code, "/admin/prove" in asked.headers["location"]) == (303, True)
    assert packer.goes("/admin/orders/export.csv").status_code == 403
    page = packer.goes("/admin/orders").text
    assert "export.csv" not in page
    assert 'value="cancel"' not in page


@pytest.mark.parametrize("cell", ["=1+1", "+91", "-1", "@x", "\t=1", "\r=1", " =1", "\n=1", "＝1"])
def test_what_begins_like_a_formula_is_text(cell: str) -> None:
    assert guard(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Asha", "B-1203", "", 12, -12, 12.5])
def test_all_else_stays_what_it_is(cell: str | float) -> None:
    assert guard(cell) == cell


def test_a_ready_view_says_what_it_asks_for() -> None:
    assert AskedOrders.read({"status": "confirmed", "day": "today"}) == READY_VIEWS["to-pack"]
