"""docs/understanding.md: how well the reader understands the open half of the corpus.

Written by `python -m jamango.understanding.page`.
"""

from __future__ import annotations

from pathlib import Path

from jamango.understanding.books import demo_shelf
from jamango.understanding.corpus import OPEN, confusions, judge_rows, load_rows, table

PAGE = Path(__file__).parents[2] / "docs" / "understanding.md"
HEAD = """# What the shop understands

Made by `python -m jamango.understanding.page`; a test keeps it fresh. The reader (`core/reading/reader.py`) has no
model and no network: `jamango understand "2 doz hapus kal subah B-1203 cod"` tells what it reads of a line and why,
and `jamango understand --corpus FILE` measures it on a file in the form of
[the corpus](../tests/understanding/README.md).

A line counts as understood whole when every key of its meaning is equal and none was read besides
(`jamango/understanding/compare.py`). A wrong act would be an order, a payment, a cancelling or an address that the line
did not say; a reading with anything left over or unclear never acts.

The figures below are of the open half, which was read while the reader was written, so they say what it was made for,
not how it fares with strangers. Those of the sealed halves, which were not, are in the closing note of the work.

"""


def draw() -> str:
    """The page as it should be."""
    judged = judge_rows(load_rows(OPEN), demo_shelf())
    lines = [*table(judged), "", "What was taken for what, by the intent of the line:", "", "| meant | read | lines |",
             "|---|---|---:|"]  # fmt: skip
    lines += [f"| {expected} | {read} | {count} |" for expected, read, count in confusions(judged)]
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(draw(), encoding="utf-8")
