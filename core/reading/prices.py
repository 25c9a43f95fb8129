"""A price list that somebody forwards: it orders nothing, and asks what we take for the same. Pure."""

from __future__ import annotations

from dataclasses import replace

from core.reading.facts import Facts
from core.reading.meaning import Item

FEWEST = 2  # prices of different fruits
PRICE = 80  # rupees; nobody orders so much of each of three fruits


def lists_prices(facts: Facts) -> bool:
    """A price list, forwarded or typed: a price at each of several fruits, or beyond belief so much of each of them."""
    named = [item for item in facts.goods.items if item.variety or item.stranger]
    if len(named) < FEWEST:
        return False
    priced = len(facts.sums) >= FEWEST and not any(item.count for item in named)
    return priced or (len(named) > FEWEST and all((item.count or 0) >= PRICE for item in named))


def unpriced(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The fruit of a price list, without its numbers."""
    return tuple(replace(item, count=None, unit=None, most=None, rupees=None) for item in items)
