"""One of two fruits of which so much is said of each: `kesar 1 darjan ya hapus 1 darjan, koi ek`. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.reading.fruits import Name
from core.reading.marks import Line
from core.reading.quantities import Quantity
from core.reading.refusing import joined_by_or

ASKS = ("stop.mark", "asking", "rate_word", "how_much")


def one_of_two(line: Line, names: list[Name], quantities: list[Quantity]) -> tuple[list[Name], list[Quantity]]:
    """Two names with the same amount each and an `or` between them as one name of two varieties, with that amount.

    In Latin letters `or` is the Hindi `and` as well: beside it something must say that it is one of them.
    """
    if len(names) != 2 or len(quantities) not in {2, 3} or line.has(*ASKS, "each") or quantities[0].most:
        return names, quantities
    (one, other), (first, second, *rest) = names, quantities
    paired = max(one.begin, first.begin) < min(other.begin, second.begin)
    same = first.count is not None and (first.count, first.unit) == (second.count, second.unit or first.unit)
    end, begin = max(one.end, first.end), min(other.begin, second.begin)
    joined = end <= begin and joined_by_or(line, end, begin) and begin - end <= 2
    plainly = any(line.at(place, "or") and line.marks[place].words != "or" for place in range(end, begin))
    if not (paired and same and joined and (plainly or rest or line.has("whichever")) and _only_says_one(rest)):
        return names, quantities
    return [replace(one, varieties=(*one.varieties, *other.varieties), stranger="")], [first]


def _only_says_one(rest: Sequence[Quantity]) -> bool:
    """`me se ek`: which of the two does not matter."""
    return all(quantity.count == 1 and quantity.unit is None for quantity in rest)
