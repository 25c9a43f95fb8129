"""The people of the chats: each fixture is a phone in the running world."""

from __future__ import annotations

import pytest

from tests.support.chat import Person
from tests.support.world import World


@pytest.fixture
def chat(world: World) -> Person:
    """A new customer."""
    return Person(world, "new-customer")


@pytest.fixture
def regular(world: World) -> Person:
    """Somebody who has ordered before."""
    return Person(world, "regular")


@pytest.fixture
def founder(world: World) -> Person:
    return Person(world, "founder")
