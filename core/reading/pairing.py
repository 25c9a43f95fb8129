"""Which amount belongs to which name: the pairing of a line's names and amounts that costs least. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol, TypeVar

from core.reading.marks import Line

TOO = frozenset({"bhi", "भी", "too", "also"})
ONE_MORE = 2.0  # `ek aur kesar`
PARTED, FAR, ALONE_NAME, ALONE_AMOUNT = 3.0, 0.4, 4.0, 5.0


class Placed(Protocol):
    """Something that stands in a line."""

    @property
    def begin(self) -> int: ...
    @property
    def end(self) -> int: ...


N = TypeVar("N", bound=Placed)
Q = TypeVar("Q", bound=Placed)


@dataclass(frozen=True)
class _Node:
    kind: str
    index: int
    begin: int
    end: int

    @property
    def is_name(self) -> bool:
        return self.kind == "name"


def pair(line: Line, names: Sequence[N], amounts: Sequence[Q]) -> list[tuple[N | None, Q | None]]:
    """Names with their amounts in the order said; a name or an amount without the other stands alone."""
    zipped = _in_rows(names, amounts)
    if zipped is not None:
        return zipped
    nodes = sorted(
        [_Node("name", index, name.begin, name.end) for index, name in enumerate(names)]
        + [_Node("amount", index, amount.begin, amount.end) for index, amount in enumerate(amounts)],
        key=lambda node: node.begin,
    )  # fmt: skip
    taken = _cheapest(line, nodes, [bool(getattr(amount, "times", False)) for amount in amounts])
    return [(names[name] if name is not None else None, amounts[amount] if amount is not None else None)
            for name, amount in taken]  # fmt: skip


def _in_rows(names: Sequence[N], amounts: Sequence[Q]) -> list[tuple[N | None, Q | None]] | None:
    """`2 1 kesar hapus`, `kesar hapus 2 1`: as many amounts in a row as names in a row."""
    if len(names) < 2 or len(names) != len(amounts):
        return None
    last_name, last_amount = names[-1].end, amounts[-1].end
    if last_amount <= names[0].begin or last_name <= amounts[0].begin:
        return [(name, amount) for name, amount in zip(names, amounts, strict=True)]
    return None


Pairs = tuple[tuple[int | None, int | None], ...]


def _cheapest(line: Line, nodes: Sequence[_Node], times: Sequence[bool]) -> Pairs:
    @cache
    def best(place: int) -> tuple[float, Pairs]:
        if place >= len(nodes):
            return 0.0, ()
        node = nodes[place]
        rest_cost, rest = best(place + 1)
        alone = (node.index, None) if node.is_name else (None, node.index)
        choices: list[tuple[float, Pairs]] = []
        following = nodes[place + 1] if place + 1 < len(nodes) else None
        if following is not None and following.is_name != node.is_name:
            name, amount = (node, following) if node.is_name else (following, node)
            cost, after = best(place + 2)
            step = _cost(line, node, following)
            if times[amount.index] and not node.is_name:
                step += PARTED
            choices.append((step + cost, ((name.index, amount.index), *after)))
        choices.append(((ALONE_NAME if node.is_name else ALONE_AMOUNT) + rest_cost, (alone, *rest)))
        return min(choices, key=lambda choice: choice[0])

    return best(0)[1]


def _cost(line: Line, one: _Node, other: _Node) -> float:
    between = range(one.end, other.begin)
    too = one.is_name and bool(between) and line.marks[one.end].words in TOO  # `chausa bhi do kilo`
    parted = any(line.marks[place].breaks or (line.at(place, "and", "deny", "more") and not (too and place == one.end))
                 for place in [*between, other.begin])  # fmt: skip
    one_more = one.kind == "amount" and len(between) == 1 and line.at(one.end, "and") and not line.marks[one.end].breaks
    if one_more:
        return ONE_MORE
    if not between and line.marks[other.begin].gap.strip() in {"-", "–", ":", "="}:
        parted = False
    return (PARTED if parted else 0.0) + FAR * len(between)
