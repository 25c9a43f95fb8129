"""What somebody types to find an order or a customer: a code, a name or its beginning, the end of a number, a flat."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from sqlmodel import Session

from core.query import Statement
from core.reading.codes import CODE_LENGTH, CODE_LETTERS

LONGEST = 60
# More customers than these are not looked up one by one: their orders are asked whether their customer fits.
MOST_CUSTOMERS = 2000
FEWEST_DIGITS = 4
CODE = re.compile(rf"[{CODE_LETTERS}]{{{CODE_LENGTH}}}")
DASHES = str.maketrans("-/,", "   ")

# `words` and `flats` are a tsquery, or null; `ending` is the end of a phone number, turned around, or null.
FITTING = Statement(
    """
    SELECT id FROM (
        SELECT u.id FROM users u WHERE to_tsvector('simple', u.name) @@ to_tsquery('simple', :words)
         UNION
        SELECT a.customer_id FROM addresses a
         WHERE to_tsvector('simple', translate(a.line, '-/,', '   ')) @@ to_tsquery('simple', :words)
         UNION
        SELECT i.customer_id FROM identities i WHERE i.kind = 'phone' AND reverse(i.value) LIKE :ending
         UNION
        SELECT u.id FROM users u WHERE u.contact_phone <> '' AND reverse(u.contact_phone) LIKE :ending
    ) AS found WHERE id IS NOT NULL LIMIT :most
    """,
    int,
    plans_anew=True,
)


class Typed(NamedTuple):
    """What was typed, as the tables are asked for it; None where it can be nothing of the kind."""

    code: str | None
    words: str | None
    ending: str | None


class Found(NamedTuple):
    """Which customers fit: their ids, or None when they are too many and `words` are to be asked of each."""

    code: str | None
    customer_ids: list[int] | None
    words: str | None


def read_typed(text: str) -> Typed:
    """Any text at all: whatever means something to a search of words is taken out of it. Pure."""
    line = unicodedata.normalize("NFKC", text[:LONGEST]).translate(DASHES)
    words = re.findall(r"\w+", line, flags=re.UNICODE)
    digits = "".join(letter for letter in line if letter.isascii() and letter.isdigit())
    code = "".join(words).upper()
    return Typed(
        code=code if CODE.fullmatch(code) else None,
        words=" & ".join(f"{word.lower()}:*" for word in words) or None,
        ending=f"{digits[::-1]}%" if len(digits) >= FEWEST_DIGITS else None,
    )


def find_fitting(session: Session, text: str) -> Found | None:
    """Whom a text fits; None for a text without a letter or digit, which narrows nothing."""
    typed = read_typed(text)
    if typed.words is None:
        return None
    values = {"words": typed.words, "ending": typed.ending, "most": MOST_CUSTOMERS + 1}
    ids = FITTING.all(session, values)
    if len(ids) > MOST_CUSTOMERS:
        return Found(typed.code, None, typed.words)
    return Found(typed.code, ids, None)
