"""`jamango demo --play`: a customer orders and pays on a shop that nobody set up by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.test_refusals import jamango


@pytest.mark.thorough
def test_the_demo_plays_to_a_confirmed_order(folder: Path) -> None:
    (folder / ".env").write_text("JAMANGO_DATABASE_URL=postgresql://nobody@127.0.0.1:1/real-shop\n")
    result = jamango("demo", "--play", folder=folder, JAMANGO_WHATSAPP_ACCESS_TOKEN="a-real-token")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "is confirmed and paid" in result.stdout
    assert [path.name for path in folder.iterdir()] == [".env"]
