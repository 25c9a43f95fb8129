"""What was read of a line and why: word by word, then the meaning in plain words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from core.reading.marks import Taker
from core.reading.reader import find_facts, read_meaning
from jamango.understanding.books import Shelf
from jamango.understanding.plain import in_plain

TAKEN: Mapping[Taker, str] = {
    "": "free", "amount": "an amount", "name": "a name of fruit", "when": "time", "home": "the home",
    "place": "a society of ours", "elsewhere": "a place that is not ours", "pay": "the way to pay",
    "phone": "a phone number",
    "note": "a word for the rider", "sum": "a sum of money", "op": "a word of replacing", "along": "goes along",
    "refused": "refused", "tower": "a tower", "beside": "a place near by", "told": "only told", "variety": "a mango",
    "no date": "a date that does not exist",
}  # fmt: skip


def explain(text: str, shelf: Shelf, at: str) -> Iterator[str]:
    """Lines for people."""
    yield f"Read with {shelf.whose}; today is {shelf.today:%A, %d %B %Y}."
    yield ""
    line = find_facts(text, shelf.book, shelf.today, at).line
    width = max((len(mark.words) for mark in line.marks), default=0)
    for mark, what in zip(line.marks, line.taken, strict=True):
        meanings = ", ".join(sorted(mark.meanings)) or ("a number" if mark.is_number else "nobody knows it")
        yield f"  {mark.words:<{width}}  {TAKEN[what]:<24}  {meanings}"
    yield ""
    meaning = read_meaning(text, shelf.book, shelf.today, at)
    for key, value in in_plain(meaning, shelf.slugs).items():
        yield f"  {key}: {_words(value)}"
    if meaning.leftovers:
        yield f"  left over: {', '.join(meaning.leftovers)}"
    yield f"  {'whole: it may act by itself' if meaning.is_whole else 'not whole: it acts only after a question'}"


def _words(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_words, value))
    if isinstance(value, dict):
        return ", ".join(f"{key} {_words(one)}" for key, one in value.items())
    return str(value)


def as_json(text: str, shelf: Shelf, at: str) -> str:
    """The meaning in the form of the corpus, with what was left over."""
    meaning = read_meaning(text, shelf.book, shelf.today, at)
    plain = in_plain(meaning, shelf.slugs) | {"leftovers": list(meaning.leftovers), "whole": meaning.is_whole}
    return json.dumps(plain, ensure_ascii=False)
