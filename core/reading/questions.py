"""What a line asks, by the names of our answers: `rate`, `availability`, `fee`. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.marks import Line
from core.reading.sentence import Span

# What a question about something else swallows: `cod available hai kya` asks how to pay.
WEAK = {
    "availability": {"fee", "area", "pay", "unknown", "best", "ripe", "windows", "where", "season", "total"},
    "rate": {"fee", "total", "unknown"},
    "windows": {"where", "fee", "area", "season", "total"},
    "season": {"windows", "where", "total", "unknown"},
    "where": {"area"},
    "best": {"unknown", "ripe"},
}
# What is also said of fruit that is wanted: a question only when it is asked.
SAID_OF_GOODS = {"ripe", "best", "availability", "season", "unknown", "windows", "area", "where", "pay", "fee", "total"}
MOST = 3


def is_question(line: Line) -> bool:
    """Whether it is marked as a question, or holds a word that asks."""
    return line.has("stop.mark", "stop.question")


def questions(line: Line, spans: Sequence[Span]) -> tuple[str, ...]:
    """The names of what is asked, in the order said, without those that a stronger one swallows."""
    asked: list[str] = []
    for span in spans:
        asked += [meaning.partition(".")[2] for meaning in sorted(span.meanings) if meaning.startswith("ask.")]
    asked = list(dict.fromkeys(asked))
    return tuple(one for one in asked if not WEAK.get(one, set()) & set(asked))[:MOST]
