"""Where trouble happens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.stage import Stage, opened_stage


@pytest.fixture
def stage(demo_shop: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Stage]:
    """The demo shop with its web process and worker as processes that may be killed. Leases end in their own time."""
    with opened_stage(monkeypatch, tmp_path, leases_end_at_once=False) as opened:
        yield opened
