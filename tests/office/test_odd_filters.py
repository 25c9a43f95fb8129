"""What nobody knows narrows a list to nothing, and the list says so; its files and its bulk moves get no more."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from admin_web.doors import find_routers
from pages.filters import Filters
from tests.office.conftest import Colleague, does, rows
from tests.office.selling import confirmed
from tests.support.paid import pay
from tests.support.shelf import Shelf

LONG = "x" * 201
DAYS = ["2027-13-99", "9999-12-31", "1900-01-01", "soon", LONG]
IDS = ["x", "-1", "0", "9" * 30, "1;--", LONG]
# Each list with a value of each filter that is none of its own.
ODD = {
    "/admin/orders": {
        "status": ["x", "Packed", LONG], "payment": ["gold", LONG], "channel": ["fax", LONG], "apartment": IDS,
        "window": IDS, "day": DAYS, "waiting": ["?", LONG], "q": [LONG],
    },
    "/admin/customers": {"q": [LONG]},
    "/admin/money": {"status": ["x", LONG], "q": [LONG]},
    "/admin/inbox": {"who": ["nobody", LONG]},
    "/admin/slots": {"day": DAYS, "zone": ["x", "-1", "9" * 30, LONG]},
    "/admin/audit": {"who": ["nobody", "999999", LONG], "what": ["x", LONG], "thing": [LONG], "q": [LONG]},
    "/admin/reports": {"by": ["x", LONG], "first": DAYS, "last": DAYS},
}  # fmt: skip
SAID = "is not known here"
FILES = ("/admin/orders", "/admin/customers", "/admin/reports")
# Pages whose filters are of another kind: 404 where another day or paper than was asked for would be a mistake.
OF_THEIR_OWN = {"AskedDay": "/admin/money/days?day=x", "AskedPaper": "/admin/paper?what=x&ids=1"}


@pytest.fixture
def shop(app: object, founder: Colleague) -> Colleague:
    """The founder of a shop whose every list has something."""
    shelf = Shelf()
    confirmed(shelf)
    pay(shelf, shelf.place())
    does("UPDATE chats SET last_inbound_at = jamango_now(), waits_since = jamango_now() WHERE customer_id IS NOT NULL")
    return founder


def shown(page: str) -> list[str]:
    """Rows of a list, the chart of a report, sentences of the audit."""
    lists = re.findall(r'<table class="work-list".*?</table>', page, re.DOTALL)
    return re.findall(r"<tr>\s*<td", "".join(lists)) + re.findall("report-chart|audit-list", page)


@some.composite
def odd_queries(draw: some.DrawFn) -> tuple[str, dict[str, str]]:
    path = draw(some.sampled_from(sorted(ODD)))
    names = draw(some.lists(some.sampled_from(sorted(ODD[path])), min_size=1, unique=True))
    return path, {name: draw(some.sampled_from(ODD[path][name])) for name in names}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=odd_queries())
def test_what_nobody_knows_shows_nothing_and_is_said(shop: Colleague, asked: tuple[str, dict[str, str]]) -> None:
    path, query = asked
    answer = shop.visitor.get(f"{path}?{urlencode(query)}")
    assert (answer.status_code, shown(answer.text)) == (200, [])
    assert answer.text.count(SAID) >= len(query)
    if path in FILES:
        lines = shop.visitor.get(f"{path}/export.csv?{urlencode(query)}").text.strip().splitlines()
        assert len(lines) == 1, "the heads of its columns"


def test_without_it_every_one_of_these_lists_has_something(shop: Colleague) -> None:
    shop.visitor.get("/admin/reports?by=day")
    assert [path for path in ODD if path != "/admin/reports" and not shown(shop.goes(path).text)] == []


def test_nothing_is_moved_by_a_list_that_nobody_knows(shop: Colleague) -> None:
    confirmed_ones = "SELECT id FROM orders WHERE status = 'confirmed' ORDER BY id"
    before = rows(confirmed_ones)
    page = shop.goes("/admin/orders")
    asked = {"everything": "yes", "move": "pack", "query": "?status=gone"}
    refused = shop.sends(page, "/admin/orders/bulk", **asked)
    assert "No order was chosen" in refused.text
    assert SAID in refused.text, "and the page is still of what was asked for"
    assert rows(confirmed_ones) == before != []


def test_another_day_or_paper_than_was_asked_for_is_not_shown(shop: Colleague) -> None:
    assert {path: shop.visitor.get(path).status_code for path in OF_THEIR_OWN.values()} == dict.fromkeys(
        OF_THEIR_OWN.values(), 404
    )


def test_no_list_of_the_office_is_left_out() -> None:
    assert find_routers()
    of_the_office = [each for each in Filters.__subclasses__() if each.__module__.startswith("admin_web.office")]
    assert len(of_the_office) == len(ODD) + len(OF_THEIR_OWN)
