"""Reading a line in tests, as a customer of the demo shop types it on Wednesday, 20 May 2026."""

from __future__ import annotations

from fractions import Fraction

from core.reading.meaning import Item, Meaning
from core.reading.reader import read_meaning
from jamango.understanding.books import demo_shelf
from jamango.understanding.plain import Plain, in_plain

SHELF = demo_shelf()
IDS = {slug: number for number, slug in SHELF.slugs.varieties.items()}
CART = tuple(Item(IDS[slug], count=Fraction(1), unit="dozen") for slug in ("alphonso", "kesar"))


def meaning_of(line: str, at: str = "start") -> Meaning:
    return read_meaning(line, SHELF.book, SHELF.today, at, CART if at in {"cart", "summary", "placed"} else ())


def read(line: str, at: str = "start") -> Plain:
    """The meaning in the form of the corpus."""
    return in_plain(meaning_of(line, at), SHELF.slugs)


def fruit(line: str, at: str = "start") -> str:
    """The items in a line of words: `2 dozen alphonso, 1 kesar`."""
    return ", ".join(_in_words(item) for item in read(line, at).get("items", ()))


def _in_words(item: Plain) -> str:
    count = item.get("count", "") + (f"–{item['most']}" if "most" in item else "")
    name = item.get("variety") or item.get("stranger", "")
    instead = f"instead of {item['instead_of']}" if "instead_of" in item else ""
    return " ".join(filter(None, (item.get("change", ""), count, item.get("unit", ""), name, instead)))
