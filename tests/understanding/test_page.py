"""The page with the figures shows what the reader reads, and the figures stay where they are or better."""

from __future__ import annotations

from jamango.understanding.corpus import OPEN, shares
from jamango.understanding.page import PAGE, SEALED, SECOND, draw, measure

# What was not mended to the end, and how much of it is read at least: items, and whole lines.
FLOORS = {"open-second.jsonl": (0.97, 0.91), "neighbours-second.jsonl": (0.91, 0.81),
          "sealed-sixth.jsonl.gz": (0.98, 0.94), "sealed-eighth.jsonl.gz": (0.99, 0.99),
          "sealed-ninth.jsonl.gz": (0.97, 0.91), "sealed-tenth.jsonl.gz": (0.98, 0.93)}  # fmt: skip


def test_the_page_is_fresh_and_no_line_of_any_half_acts_wrongly() -> None:
    """One test, because each of the 8,100 lines is to be read once."""
    assert PAGE.read_text(encoding="utf-8") == draw(), "run: python -m jamango.understanding.page"
    for half in (OPEN, *SEALED, *SECOND):
        everything, (items, whole) = shares(measure(half))[0], FLOORS.get(half.name, (0.97, 0.95))
        assert everything.wrong == 0
        assert everything.items >= items * everything.lines
        assert everything.whole >= whole * everything.lines
