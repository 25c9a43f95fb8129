"""The ER diagram in docs/ shows the tables as they are."""

from core.diagram import DIAGRAM, draw
from core.tables import metadata


def test_the_er_diagram_is_fresh() -> None:
    assert DIAGRAM.read_text(encoding="utf-8") == draw(metadata), "run: python -m core.diagram"
