"""Reading a line as a whole: what it is for, of what, when, where and how, and what stayed unclear. Pure."""

from __future__ import annotations

from datetime import date

from core.reading.amounts import read_amount
from core.reading.book import Book
from core.reading.meaning import Intent, Item, Meaning
from core.reading.sentence import read_sentence


def read_meaning(typed: str, book: Book, today: date, at: str = "") -> Meaning:  # noqa: ARG001 - to come
    """The whole meaning of a line. `today` is the shop's business day, `at` where the chat stands. Never raises."""
    said = read_sentence(typed, book.tongues.lexicon(), book.varieties)
    amount = read_amount(said)
    if amount is None:
        return Meaning(typed, leftovers=tuple(span.words for span in said.spans))
    intent = Intent.PART if amount.variety is None else Intent.ORDER
    return Meaning(typed, (intent,), (Item(amount.variety, count=amount.count, unit=amount.unit),))
