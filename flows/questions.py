"""Whether a sentence is nothing but a question, where whatever is typed is the answer to ours. Pure.

Elsewhere an answer costs nobody anything, so a question may stand beside anything (`flows/facts/asked.py`). Two steps
take whatever is typed (a place, a note for the rider): there a question must be the whole sentence.
"""

from __future__ import annotations

from core.reading.sentence import Sentence

# A word that asks, or the mark of it.
MARKED = ("stop.question", "stop.mark")
# What may stand beside a question when it must be the whole sentence.
ALONG = frozenset({"stop", "thing", "want", "do", "variety", "day", "weekday", "part", "when", "number", "unit", "pay"})


def only_asks(said: Sentence) -> bool:
    """Whether the sentence is nothing but a question, so that it cannot be an answer to ours."""
    return said.is_only({"ask", *MARKED}, ALONG)


def asks_outright(said: Sentence) -> bool:
    """Whether it is nothing but a question, and marked as one: what a note for the rider would not be."""
    return only_asks(said) and said.has(*MARKED)
