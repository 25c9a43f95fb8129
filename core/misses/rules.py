"""How a miss is kept: without what tells who wrote it, and beside those that say the same. No database here."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import timedelta

import phonenumbers

from core.reading.letters import normalise
from core.reading.lexicon import Lexicon
from core.reading.sentence import read_sentence
from core.reading.tokens import TokenKind, tokenise

KEPT = timedelta(days=30)
LONGEST = 200
COUNTRY = "IN"  # of a phone number without its country
# What stands in the place of what tells who somebody is; signs, because people of every language read them.
PHONE, ADDRESS, LINK, DIGITS, NAME = "📞", "📧", "🔗", "#", "👤"
SIGNS = (PHONE, ADDRESS, LINK, DIGITS, NAME)
# `meera@example.org`, and a UPI address.
AT = re.compile(r"\S+@\S+")
URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# Four digits or more, also apart: a flat, a pin, a card, half a phone number.
LONG_NUMBER = re.compile(r"\d(?:[\s.,:/()-]{0,2}\d){3,}")
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0d7f\u200c\u200d])*")


def mask(typed: str, names: Collection[str]) -> str:
    """The words without phone numbers, addresses, links, long numbers and these names (each one word, lower case)."""
    line = " ".join(typed.split())
    line = AT.sub(ADDRESS, URL.sub(LINK, line))
    for match in reversed(list(phonenumbers.PhoneNumberMatcher(line, COUNTRY))):
        line = line[: match.start] + PHONE + line[match.end :]
    line = LONG_NUMBER.sub(DIGITS, line)
    line = WORD.sub(lambda word: NAME if word[0].lower() in names else word[0], line)
    return line[:LONGEST]


def words_in(typed: str) -> frozenset[str]:
    """Every word of a line, in lower case, as names are compared."""
    return frozenset(word.lower() for word in WORD.findall(typed))


def unknown_words(typed: str, lexicon: Lexicon) -> frozenset[str]:
    """The words that stand in no way of saying, spelt as they are (`meera` is not `mera`): one may be a name."""
    known = {token for way in lexicon.ways for token in way}
    return frozenset(word for word in words_in(typed) if normalise(word) not in known)


def what_it_says(masked: str, lexicon: Lexicon) -> str:
    """What equal misses share: the words without courtesies, marks and numbers, as every reader spells them."""
    spans = read_sentence(masked, lexicon).spans
    said = " ".join(span.words for span in spans if not span.means({"courtesy"})) or masked
    words = [DIGITS if token.kind is TokenKind.NUMBER else token.text for token in tokenise(said)
             if token.kind is not TokenKind.SIGN]  # fmt: skip
    return " ".join(words)[:LONGEST]
