"""A shelf for each race."""

import pytest

from tests.support.shelf import Shelf


@pytest.fixture
def shelf(demo_shop: str) -> Shelf:
    """The demo shop with fruit, slots and nobody in a hurry yet."""
    return Shelf()
