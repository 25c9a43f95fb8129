"""A post desk for each story."""

from collections.abc import Iterator

import pytest

from tests.support.desk import Desk, open_desk


@pytest.fixture
def desk(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """An empty shop with a pretend Meta that does not pace."""
    with open_desk(monkeypatch, pair_rate_seconds=0, throughput_per_second=0) as opened:
        yield opened
