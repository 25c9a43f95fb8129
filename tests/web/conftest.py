"""The web shop in this process, on the demo shop's database: no server, no worker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import text

from core.clock import read_now
from core.db import transaction
from core.recognition.actions import recognise
from tests.support.chat import Person
from tests.support.clusters import current_settings
from tests.support.doors import open_doors
from tests.support.visitor import Visitor
from tests.support.world import World
from tests.web.shopping import Buyer


@pytest.fixture
def app(demo_shop: str) -> Any:
    current_settings()
    return open_doors()


@pytest.fixture
def visitor(app: Any) -> Visitor:
    """Somebody with a browser, whom nobody knows."""
    return Visitor(app)


@pytest.fixture
def guest(app: Any) -> Buyer:
    return Buyer(Visitor(app))


@pytest.fixture
def regular(world: World) -> Person:
    """Somebody who has ordered in the chat before."""
    return Person(world, "regular")


@pytest.fixture
def asha(demo_shop: str) -> Iterator[int]:
    """A customer known from the chat; the id."""
    with transaction() as session:
        now = read_now(session)
        person = recognise(session, phone="919876500077", user_id=None, parent_user_id=None, name="Asha Rao", now=now)
    assert person.customer_id is not None
    yield person.customer_id


def rows(sql: str, **values: Any) -> list[Any]:
    with transaction() as session:
        return list(session.execute(text(sql), values).all())
