from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jamango.launcher.folders import temporary_data_folder


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that root's PostgreSQL can reach too, unlike pytest's own."""
    with temporary_data_folder() as made:
        yield made
