"""A cashier for each story."""

from collections.abc import Iterator

import pytest

from tests.support.money import Cashier, open_cashier


@pytest.fixture
def cashier(demo_shop: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cashier]:
    """The demo shop's cashier with a pretend Razorpay."""
    with open_cashier(monkeypatch) as opened:
        yield opened
