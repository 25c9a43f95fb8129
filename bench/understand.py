"""understand: how long the reader of whole lines takes, on one core, over the open half of the corpus."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from fractions import Fraction

from rich.console import Console

from bench.figures import Figure, at_most, over_rounds
from bench.stage import Stage
from core.reading.reader import read_meaning
from jamango.understanding.books import demo_shelf
from jamango.understanding.corpus import OPEN, load_rows

ROUNDS = 5
LONGEST = ("2 " * 150, "kesar 2 hapus " * 20, "x? " * 100, "dodozenhapuskal " * 18, "B-1203 nahi " * 25)


def measure(stage: Stage, console: Console, *, quick: bool = False) -> list[Figure]:
    """CPU time a line, each line of the corpus once a round; then lines made to take long."""
    del stage
    console.print("understand: the open half of the corpus, one core", style="dim")
    shelf = demo_shelf()
    lines = [(row["text"], row["at"]) for row in load_rows(OPEN)]

    def read(text: str, at: str) -> object:
        return read_meaning(text, shelf.book, shelf.today, at)

    _milliseconds(read, lines)  # caches are as warm as in a worker that has run a while
    rounds = [sorted(_milliseconds(read, lines)) for _ in range(1 if quick else ROUNDS)]
    worst = [max(_milliseconds(read, [(line, "start") for line in LONGEST])) for _ in rounds]
    return [
        over_rounds("understand", "a line, p50", [_share(took, Fraction(1, 2)) for took in rounds], "ms"),
        over_rounds(
            "understand", "a line, p99", [_share(took, Fraction(99, 100)) for took in rounds], "ms", promise=at_most(5)
        ),
        over_rounds("understand", "a line made to take long", worst, "ms", promise=at_most(50)),
        over_rounds("understand", "lines", [1000 * len(took) / sum(took) for took in rounds], "/s"),
    ]


def _milliseconds(read: Callable[[str, str], object], lines: Sequence[tuple[str, str]]) -> list[float]:
    took = []
    for text, at in lines:
        began = time.process_time()
        read(text, at)
        took.append(1000 * (time.process_time() - began))
    return took


def _share(ordered: Sequence[float], share: Fraction) -> float:
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
