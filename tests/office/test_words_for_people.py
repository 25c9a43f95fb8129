"""No page of the office shows what only machines write: days of a database, digits grouped by thousands."""

from __future__ import annotations

import re

import pytest

from core.stalls.rules import Payment
from tests.office.conftest import Colleague
from tests.office.selling import confirmed
from tests.support.shelf import Shelf
from tests.support.stand import Stand

MACHINES_DAY = re.compile(r"\b20\d\d-\d\d-\d\d\b")
SEEN = re.compile(r"<(script|style|head)\b.*?</\1>|<[^>]*>", re.DOTALL)


@pytest.fixture
def shelf(app: object) -> Shelf:
    return Shelf()


def test_days_are_said_as_people_say_them(founder: Colleague, shelf: Shelf) -> None:
    confirmed(shelf)
    stand = Stand(shelf)
    stand.opens()
    stand.sells(stand.sale(("alphonso", 12, 1), payment=Payment.UPI))
    menu = founder.goes("/admin").text
    paths = sorted(set(re.findall(r'class="menu-link[^"]*" href="(/admin[^"]*)"', menu)))
    assert len(paths) > 15
    for path in [*paths, "/admin/money/days", "/admin/money/settlements", "/admin/alerts", "/admin/inventory/1"]:
        page = founder.goes(path)
        assert (page.status_code, MACHINES_DAY.findall(SEEN.sub(" ", page.text))) == (200, []), path


def test_numbers_are_grouped_in_lakhs(founder: Colleague) -> None:
    [path] = set(re.findall(r'href="(/admin/zones/\d+)"', founder.goes("/admin/zones").text)[:1])
    assert "The most is 1,00,00,000." in founder.fills(path, fee="9" * 12).text
