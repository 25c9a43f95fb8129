"""What a till says of itself: a keeper's PIN in the digits of their keyboard, a device's clock that is wrong,
what is counted at its closing."""

from __future__ import annotations

import re
from typing import Any

import pytest

from core.formats import format_units
from tests.office.conftest import rows
from tests.office.test_till import Tablet
from tests.support.shelf import DOZEN


@pytest.fixture
def tablet(app: Any) -> Tablet:
    return Tablet(app)


def test_a_clock_that_is_wrong_moves_no_sale_out_of_its_shift(tablet: Tablet) -> None:
    tablet.opens()
    shift = tablet.state()["shift"]["id"]
    moments = ("0001-01-01T00:00:00+14:00", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "2099-01-01T00:00:00Z")
    said = tablet.sends(sales=[tablet.sale(shift, made_at=each) for each in moments]).json()["sales"]
    assert {each["outcome"] for each in said} == {"recorded"}
    [found] = rows("SELECT bool_and(s.made_at BETWEEN h.opened_at AND s.received_at) AS is_within"
                   " FROM stall_sales s JOIN shifts h ON h.id = s.shift_id")  # fmt: skip
    assert found.is_within


def test_a_pin_is_typed_in_any_digits(tablet: Tablet) -> None:
    assert tablet.signs_in("२५८०").status_code == 303


def test_what_is_counted_is_asked_in_pieces_and_kilos_and_each_slip_stands_beside_its_field(tablet: Tablet) -> None:
    tablet.stand.has("alphonso", 2 * DOZEN)
    tablet.stand.has("kesar", 1)
    tablet.stand.has("langra", 12_500)
    tablet.opens()
    browser, alphonso, langra = tablet.browser, tablet.stand.product("alphonso"), tablet.stand.product("langra")
    page = browser.get("/stall/close")
    assert "pieces left (24 by the till)" in page.text
    assert "kilos left (12.5 by the till)" in page.text
    wrong = {"note_50000": "-3", "note_20000": "😀", "note_10000": "1000000000000", f"left_{alphonso}": "1.5",
             f"left_{langra}": "1,250", f"wasted_{langra}": "-1", "upi": "x"}  # fmt: skip
    refused = browser.fills(page, "/stall/close", **wrong, note_5000="५")
    assert (refused.status_code, set(re.findall(r'id="(\w+)-wrong"', refused.text))) == (422, set(wrong))
    assert 'name="note_5000" inputmode="numeric" autocomplete="off" value="५"' in refused.text
    counted = {f"left_{alphonso}": "20", f"wasted_{alphonso}": "4", f"left_{langra}": "१२.२५"}
    report = browser.follows(browser.fills(browser.get("/stall/close"), "/stall/close", note_50000="1", **counted))
    assert format_units("en", "gram", 250) in report.text, "what is missing of the Langra"
    found = rows("SELECT product_id, left_over, coalesce(wasted, 0) FROM shift_stock")
    assert {tuple(row) for row in found} >= {(alphonso, 20, 4), (langra, 12_250, 0)}
    tablet.stand.shelf.assert_sound()
