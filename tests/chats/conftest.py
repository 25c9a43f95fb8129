"""The people of the chats: each fixture is a phone in the running world."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from core.clock import read_now
from core.db import transaction
from jamango.demo.seed import seed_demo
from jamango.housekeeping import push
from tests.support.chat import Person
from tests.support.rounds import Rounds
from tests.support.shelf import Shelf
from tests.support.world import World, running_world

MOMENT = datetime(2027, 5, 12, 3, 30, 5, tzinfo=UTC)  # nine in the morning in the shop, in the season


@pytest.fixture
def world(world: World) -> World:
    """Meta tells nothing of deliveries: dialogues do not depend on it, and it is half of the traffic (`channel/`)."""
    world.switch(statuses=False)
    return world


@pytest.fixture
def by_day(world: World) -> None:
    """Tomorrow's first window, which closes at nine in the evening, is open still."""
    with transaction() as session:
        hour = read_now(session).astimezone(world.settings.zone).hour
    if hour >= 20:
        world.advance(hours=12)


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


@pytest.fixture
def steady_world(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A world at one fixed moment, so that a whole chat comes out word for word the same."""
    with running_world(monkeypatch, pair_rate_seconds=0, throughput_per_second=0) as world:
        ahead = MOMENT - datetime.now(UTC)  # noqa: TID251 - how far both worlds are from the machine's clock
        world.outside.post("/sim/clock", json={"offset_seconds": ahead.total_seconds()}).raise_for_status()
        with transaction() as session:
            seed_demo(session, read_now(session))
        yield world


@pytest.fixture
def rider(world: World) -> Person:
    """Ravi, who reads Hindi."""
    return Person(world, "rider", language="hi")


@pytest.fixture
def rounds(world: World) -> Rounds:
    """Riders and orders of the same shop, made by its verbs."""
    push(world.settings)
    return Rounds(Shelf(), world)
