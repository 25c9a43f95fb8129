"""Lines that are nobody's order: price lists of others, messages passed on, code, commands to a machine. Pure."""

from __future__ import annotations

import re

from core.reading.book import Book
from core.reading.letters import normalise
from core.reading.tokens import TokenKind, tokenise

LONGEST = 300
PRICED = re.compile(r"(?:₹|rs\.?|inr|रु\.?)\s*\d{2,5}|\d{2,5}\s*(?:₹|/-|rs\b|रु)", re.IGNORECASE)
CODE = re.compile(r"<\s*/?\w+|[{}\[\]$]{2}|[{\[]\s*[\"']|\$\{|--\s*$|;\s*--|https?:|www\.|\w+\(.*\)|%\w%\w")
MANY = 3


def is_hostile(typed: str, book: Book) -> bool:
    """Whether a line is a list of prices, code or a link, or tells the machine what to do."""
    text = typed[:LONGEST]
    if len(PRICED.findall(text)) >= MANY or CODE.search(text):
        return True
    line = normalise(text)
    words = [token.text for token in tokenise(line) if token.kind is TokenKind.WORD]
    ways = book.tongues.lexicon().ways
    sums = len(re.findall(r"\b\d{3,5}\b", line))
    named = {meaning for word in words for meaning in book.varieties.ways.get((word,), ())}
    passed_on = sum("hostile.act" in ways.get((word,), ()) for word in words)
    free = sum("hostile.free" in ways.get((word,), ()) for word in words)
    return (sums >= 2 and len(named) >= 2 and passed_on >= 1) or passed_on + free >= 2
