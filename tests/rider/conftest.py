"""A rider's page in this process, on the demo shop's database: no server, no worker."""

from __future__ import annotations

from typing import Any

import pytest

from core.delivery.links import link_of_run
from jamango.app import create_app
from tests.support.clusters import current_settings
from tests.support.rounds import Rounds
from tests.support.shelf import Shelf


@pytest.fixture
def app(demo_shop: str) -> Any:
    current_settings()
    return create_app()


@pytest.fixture
def rounds(app: Any) -> Rounds:
    return Rounds(Shelf())


def path_of(rounds: Rounds, run_id: int) -> str:
    """Where the page of a run under way is."""
    link = rounds.shelf.run(lambda session: link_of_run(session, run_id))
    assert link is not None
    return link[link.index("/r/") :]
