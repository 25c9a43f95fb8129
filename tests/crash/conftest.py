"""A theatre for the stories: each performance has a shop, a database and an outside world of its own."""

from __future__ import annotations

import pytest

from tests.crash.theatre import Theatre
from tests.support.clusters import Cluster


@pytest.fixture(scope="session")
def theatre(cluster: Cluster, demo_template: str, tmp_path_factory: pytest.TempPathFactory) -> Theatre:
    return Theatre(cluster, demo_template, tmp_path_factory)
