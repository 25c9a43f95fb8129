"""In which packs a large amount costs the least. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import gcd
from typing import Protocol, TypeVar


class Priced(Protocol):
    """A pack: the base units it takes, and its price in paise."""

    @property
    def base_units(self) -> int: ...
    @property
    def price_paise(self) -> int: ...


P = TypeVar("P", bound=Priced)


def cheapest_packs(wanted: int, packs: Sequence[P]) -> list[tuple[P, int]]:
    """The packs that hold `wanted` base units, or the least above it, for the least money; the larger first.

    All but the rest is of the pack whose fruit costs the least; the rest, below two of it, is put together anew.
    """
    if wanted <= 0 or not packs:
        return []
    main = min(packs, key=lambda pack: (pack.price_paise / pack.base_units, -pack.base_units))
    sure = max(wanted // main.base_units - 1, 0)
    counts = Counter(_cheapest_rest(wanted - sure * main.base_units, packs))
    counts[packs.index(main)] += sure
    chosen = [(packs[place], count) for place, count in counts.items() if count]
    return sorted(chosen, key=lambda part: -part[0].base_units)


def _cheapest_rest(rest: int, packs: Sequence[Priced]) -> list[int]:
    """The places of the packs that make up the rest, each as often as it is taken."""
    largest = max(pack.base_units for pack in packs)
    costs: dict[int, tuple[int, int]] = {0: (0, 0)}  # paise and how many packs, by amount
    last: dict[int, int] = {}
    step = gcd(*(pack.base_units for pack in packs))
    for amount in range(step, rest + largest + 1, step):
        options = [(costs[before][0] + pack.price_paise, costs[before][1] + 1, place)
                   for place, pack in enumerate(packs) if (before := amount - pack.base_units) in costs]  # fmt: skip
        if options:
            *cost, last[amount] = min(options)
            costs[amount] = (cost[0], cost[1])
    amount, taken = min(made for made in costs if made >= rest), []
    while amount:
        taken.append(last[amount])
        amount -= packs[last[amount]].base_units
    return taken
