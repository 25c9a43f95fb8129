"""Somebody bargains: the price is the same for everybody, and the fruit that they named is not lost by it.

kesar 1 dozen 600 me doge?   → what a dozen costs today, not 600: shall we take it?
kuch kam karo · last price   → one sentence, and the question once more
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.answers.topics import load_topics, named_in
from core.reading.lexicon import Way
from core.reading.meaning import Change, Intent, Meaning
from flows.turn import Turn

LEAST, MOST = 50, 99_999  # rupees that somebody offers; less counts fruit, and more digits are a phone's
MAY_BARGAIN = frozenset({Intent.ASK, Intent.UNKNOWN, Intent.ORDER, Intent.CHANGE, Intent.BULK, Intent.PART})


def is_bargaining(turn: Turn) -> bool:
    """Whether they ask for less than it costs."""
    meaning = turn.meaning
    if any(item.change is Change.LESS or item.instead_of for item in meaning.items):
        return False
    if offered_rupees(turn) is not None:
        return True
    only_talks = meaning.intent in {Intent.ASK, Intent.UNKNOWN} and not turn.said.has("complaint")
    return only_talks and bool(named_in("bargain", words_of(turn)))


def offered_rupees(turn: Turn) -> int | None:
    """The sum that somebody would pay: `600 me doge`, `700 final`, `2 lunga to 650`; no flat, no part of a phone
    or of a note."""
    meaning = turn.meaning
    if meaning.intent not in MAY_BARGAIN:
        return None
    rupees = find_offer(words_of(turn), load_topics()["offer"])
    taken = f"{meaning.home.line if meaning.home else ''} {meaning.phone or ''} {meaning.note or ''}"
    return rupees if rupees is not None and str(rupees) not in taken else None


def words_of(turn: Turn) -> tuple[str, ...]:
    """The tokens of the line without its marks."""
    return tuple(word for word in turn.said.words.split() if any(map(str.isalnum, word)))


def find_offer(words: tuple[str, ...], ways: Mapping[Way, str]) -> int | None:
    """The first sum with a way to offer it right behind it, or right before it at the line's end. Pure."""
    for place, word in enumerate(words):
        if not (word.isdecimal() and LEAST <= int(word) <= MOST):
            continue
        before, after = words[:place], words[place + 1 :]
        behind = any(name == "behind" and after[: len(way)] == way for way, name in ways.items())
        ends = not after and any(name == "before" and before[-len(way) :] == way for way, name in ways.items())
        if behind or ends:
            return int(word)
    return None


def at_their_price(turn: Turn) -> Meaning:
    """The line as an order at the sum that was offered, when it names fruit and how much: the price is then asked."""
    rupees = offered_rupees(turn)
    counted = any(item.count is not None and (item.variety or item.unit) for item in turn.meaning.items)
    if rupees is None or not counted:
        return turn.meaning
    items = (replace(item, rupees=item.rupees or rupees) for item in turn.meaning.items if item.count != rupees)
    return replace(turn.meaning, intents=(Intent.ORDER,), items=tuple(items))
