"""A till for each story."""

from collections.abc import Iterator

import pytest

from tests.support.money import Till, open_till


@pytest.fixture
def till(demo_shop: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Till]:
    """The demo shop's till with a pretend Razorpay."""
    with open_till(monkeypatch) as opened:
        yield opened
