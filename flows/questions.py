"""Which everyday questions a sentence asks, and which fruit they are about. Pure: the facts are looked up in `answers`.

An answer costs nobody anything, so one word that asks is enough, and several questions are all answered. Two steps
take whatever is typed (a place, a note for the rider): there a question must be the whole sentence.
"""

from __future__ import annotations

from core.reading.sentence import Sentence

MOST_ANSWERED = 3
# What may stand beside a question when it must be the whole sentence.
ALONG = frozenset({"stop", "thing", "want", "do", "variety", "day", "weekday", "part", "when", "number", "unit", "pay"})
# Answered by the page of the variety that is named: price, story, ripeness.
ON_THE_PAGE = frozenset({"rate", "ripe", "best"})


def questions_in(said: Sentence) -> tuple[str, ...]:
    """The questions of a sentence in the order they stand (`fee`, `rate`), each once; `do you take cash` asks `pay`."""
    asked = said.values("ask")
    if "pay" not in asked and said.has("pay") and said.has("stop.question"):
        asked.append("pay")
    return tuple(dict.fromkeys(asked))[:MOST_ANSWERED]


def only_asks(said: Sentence) -> bool:
    """Whether the sentence is nothing but a question, so that it cannot be an answer to ours."""
    return said.is_only({"ask"}, ALONG)


def asks_outright(said: Sentence) -> bool:
    """Whether it is nothing but a question, and marked as one: what a note for the rider would not be."""
    return only_asks(said) and said.has("stop.question")
