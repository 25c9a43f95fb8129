"""Lines that nobody means: words of the lexicon thrown together, letters of every script, halves of real lines."""

from __future__ import annotations

import random  # noqa: TID251 - the same lines in every run
from collections.abc import Iterator

from core.reading.meaning import Intent
from jamango.understanding.corpus import OPEN, load_rows
from tests.understanding.reading import SHELF, meaning_of

ACTING = {Intent.YES, Intent.CANCEL}
SIGNS = "?!.,;:-+*/₹%&()[]{}<>#@'\"\n\t\u200d\u202e\ufe0f½²🥭😂👍"
LETTERS = "abkesarhpu123०१২ಕதకहापुसகேசர\u0bcd\u094d"
PLACES = ("start", "cart", "where", "when", "summary", "placed", "regular")


def lines(count: int) -> Iterator[str]:
    """So many lines, always the same ones."""
    dice = random.Random(20260520)
    lexicon = SHELF.book.tongues.lexicon()
    words = [" ".join(way) for way in sorted(lexicon.ways)]
    texts = [row["text"] for row in load_rows(OPEN)]
    for number in range(count):
        kind = number % 4
        if kind == 0:
            yield " ".join(dice.choices(words, k=dice.randint(1, 14)))
        elif kind == 1:
            yield "".join(dice.choices(LETTERS + SIGNS, k=dice.randint(1, 300)))
        elif kind == 2:
            one, other = dice.choice(texts), dice.choice(texts)
            yield one[: dice.randint(0, len(one))] + dice.choice(SIGNS) + other[dice.randint(0, len(other)) :]
        else:
            text = list(dice.choice(texts))
            dice.shuffle(text)
            yield "".join(text)


def is_harmless(line: str) -> bool:
    """It is read without an error, wherever the chat stands, and acts only when it is nothing but an act."""
    at = PLACES[len(line) % len(PLACES)]
    meaning = meaning_of(line, at)
    return meaning.intent not in ACTING or not meaning.items
