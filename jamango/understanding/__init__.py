"""`jamango understand`: what the reader makes of a line and why, and how well it reads a corpus of lines.

plain.py     a meaning in the form of the corpus
compare.py   how a reading is held against what a line means
corpus.py    a corpus read, judged and counted
explain.py   a line word by word
books.py     the names it is read with
page.py      docs/understanding.md
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from core.errors import Fault
from jamango.understanding.books import demo_shelf, shelf_at_hand
from jamango.understanding.corpus import OPEN, confusions, judge_rows, load_rows, misses, shares, table
from jamango.understanding.explain import as_json as line_as_json
from jamango.understanding.explain import explain


def explain_line(text: str | None, at: str, *, as_json: bool) -> Iterable[str]:
    """The lines to print for one line of a customer. Raises Fault without one."""
    if text is None:
        raise Fault("Give a line to be understood, or --corpus.")
    shelf = shelf_at_hand()
    return [line_as_json(text, shelf, at)] if as_json else explain(text, shelf, at)


def measure_corpus(path: Path | None, *, as_json: bool) -> Iterable[str]:
    """The lines to print for a corpus: each miss, then the table; as JSON only the counts."""
    judged = judge_rows(load_rows(path or OPEN), demo_shelf())
    if as_json:
        counts = {share.name: vars(share) for share in shares(judged)}
        return [json.dumps(counts | {"confusions": confusions(judged)}, ensure_ascii=False)]
    return [*misses(judged), "", *table(judged)]
