"""How an amount of fruit becomes packs. No database here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import gcd
from typing import Protocol, TypeVar

from core.reading.amounts import Amount, read_amount
from core.reading.lexicon import Lexicon, split_way
from core.reading.sentence import read_sentence

# Base units in one of what people count in, by the base unit of the variety.
IN_BASE = {"piece": {"piece": 1, "dozen": 12}, "gram": {"gram": 1, "kilo": 1000}}
MOST_PACKS = 60  # more is no order of a household, and is not worked out


class Sized(Protocol):
    """A pack, its labels by language, and the base units it takes."""

    @property
    def labels(self) -> dict[str, str]: ...
    @property
    def base_units(self) -> int: ...


P = TypeVar("P", bound=Sized)


def packs_for(amount: Amount, base_unit: str, packs: Sequence[P], lexicon: Lexicon) -> list[tuple[P, int]]:
    """The packs that an amount may mean, with how many of each; one entry is beyond doubt, none means that we ask.

    A bare number or `packs` may be any of them; `boxes` those with a word for box in their label. What is counted in
    pieces or dozens, kilos or grams is one kind of pack when no other mix of the packs on offer needs as few of them,
    else it is asked about, and so is what the variety is not sold by (pieces of a fruit sold by weight).
    """
    if amount.unit in {None, "pack", "box"}:
        whole = int(amount.count) if amount.count.denominator == 1 else 0
        meant = [pack for pack in packs if amount.unit != "box" or is_box(pack, lexicon)]
        return [(pack, whole) for pack in meant] if whole else []
    size = IN_BASE[base_unit].get(amount.unit or "", 0)
    wanted = amount.count * size
    if not wanted or wanted.denominator != 1:
        return []
    if amount.count.denominator == 1 and amount.unit == "dozen":
        dozens = [pack for pack in packs if pack.base_units == size]
        if dozens:
            return [(dozens[0], int(amount.count))]
    return _fewest(int(wanted), packs)


def is_box(pack: Sized, lexicon: Lexicon) -> bool:
    boxes = lexicon.ways_of("unit.box")
    return any(word in boxes for label in pack.labels.values() for word in split_way(label))


def _fewest(wanted: int, packs: Sequence[P]) -> list[tuple[P, int]]:
    """The one kind of pack that makes the amount with the fewest packs, when a mix would not need fewer."""
    alone = [(wanted // pack.base_units, pack) for pack in packs if wanted % pack.base_units == 0]
    if not alone:
        return []
    count, pack = min(alone, key=lambda entry: entry[0])
    if count > MOST_PACKS or _needs_fewer(wanted, [pack.base_units for pack in packs], count):
        return []
    return [(pack, count)]


def _needs_fewer(wanted: int, sizes: Sequence[int], count: int) -> bool:
    """Whether fewer than `count` packs of these sizes make the amount."""
    reached = {0}
    for _ in range(count - 1):
        reached = {total + size for total in reached for size in sizes if total + size <= wanted}
        if wanted in reached:
            return True
    return False


def base_amount(amount: Amount, base_unit: str) -> int | None:
    """How many base units an amount in pieces, dozens, kilos or grams is; None for another unit, or broken pieces."""
    wanted = amount.count * IN_BASE[base_unit].get(amount.unit or "", 0)
    return int(wanted) if wanted > 0 and wanted.denominator == 1 else None


def units_said(label: str, base_unit: str, lexicon: Lexicon) -> int | None:
    """How many base units a pack's label speaks of, `5 kg box` of 5000; None when it names no one amount."""
    boxes = lexicon.ways_of("unit.box")
    bare = " ".join(word for word in label.split() if word.casefold() not in boxes)
    amount = read_amount(read_sentence(bare, lexicon))
    return base_amount(amount, base_unit) if amount is not None and amount.unit is not None else None


def nearest_mixes(wanted: int, packs: Sequence[P], left: int) -> list[list[tuple[P, int]]]:
    """The two mixes of packs whose amounts are the nearest to `wanted` base units, the nearer first; more before less.

    Of mixes of one amount the one with the fewest packs; none that takes more than what is `left`.
    """
    if not packs or wanted > MOST_PACKS * max(pack.base_units for pack in packs):
        return []
    most = min(wanted + max(pack.base_units for pack in packs), left)
    best = best_mixes(packs, most, lambda _: 1)
    amounts = sorted(best, key=lambda amount: (abs(amount - wanted), -amount))
    return [best[amount] for amount in amounts[:2]]


def best_mixes(packs: Sequence[P], most: int, cost: Callable[[P], int]) -> dict[int, list[tuple[P, int]]]:
    """For every amount up to `most` that these packs can make, the mix of the least cost; the bigger packs first."""
    least: dict[int, int] = {0: 0}
    last: dict[int, int] = {}
    step = gcd(*(pack.base_units for pack in packs))
    for amount in range(step, most + 1, step):
        options = [(least[before] + cost(pack), -pack.base_units, place) for place, pack in enumerate(packs)
                   if (before := amount - pack.base_units) in least]  # fmt: skip
        if options:
            least[amount], _, last[amount] = min(options)
    return {amount: _mix_of(amount, packs, last) for amount in last}


def _mix_of(amount: int, packs: Sequence[P], last: dict[int, int]) -> list[tuple[P, int]]:
    taken: Counter[int] = Counter()
    while amount:
        taken[last[amount]] += 1
        amount -= packs[last[amount]].base_units
    return sorted(((packs[place], count) for place, count in taken.items()), key=lambda part: -part[0].base_units)
