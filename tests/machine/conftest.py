"""One outside world and one PostgreSQL for all examples and stories."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.machine.anyday import AnyDay
from tests.machine.shop import opened_quarter
from tests.support.clusters import Cluster


@pytest.fixture(scope="module")
def machine(cluster: Cluster) -> Iterator[type[AnyDay]]:
    """Each instance is a fresh shop in a fresh world."""
    with opened_quarter(cluster) as open_shop:
        AnyDay.open_shop = staticmethod(open_shop)
        yield AnyDay


@pytest.fixture
def day(machine: type[AnyDay]) -> Iterator[AnyDay]:
    """One day whose rules are called by hand; at its end the books of both worlds must agree."""
    day = machine()
    yield day
    day.teardown()
