"""What a till says of itself: a keeper's PIN in the digits of their keyboard, a device's clock that is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from tests.office.conftest import rows
from tests.office.test_till import Tablet


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
