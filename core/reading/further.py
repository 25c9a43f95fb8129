"""A line read with the language that it betrays itself to be in, and no names: for plain words that act. Pure."""

from __future__ import annotations

from core.reading.letters import normalise
from core.reading.remembering import remembers_short_lines
from core.reading.sentence import Sentence, read_spans
from core.reading.tokens import tokenise
from core.reading.tongues import load_tongues


@remembers_short_lines
def read_in_its_language(typed: str) -> Sentence:
    """`offer nako`, `ஆமா`: every word of every day, and those of the one further language that is heard in the line."""
    tokens = tuple(tokenise(normalise(typed)))
    words = [token.text for token in tokens]
    return Sentence(typed, " ".join(words), read_spans(tokens, load_tongues().heard_in(words)))


@remembers_short_lines
def betrays_a_language(typed: str) -> bool:
    """Whether a line is in a further language, so that its words mean what they mean there."""
    return bool(load_tongues().spoken_in([token.text for token in tokenise(normalise(typed))]))
