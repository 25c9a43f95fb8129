"""Names of the shop's own (fruit) that stand in a line, spelt right or nearly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from core.reading.lexicon import Way, longest_by_first, split_way

ALIKE = 80  # of 100: `langda` and `langra` are, `kesar` and `langra` are not
SHORTEST_ALIKE = 4  # shorter words are alike by accident


@dataclass(frozen=True)
class Names:
    """Ways to write names, as tokens, with what they name (`variety.7`)."""

    ways: Mapping[Way, frozenset[str]]
    longest: Mapping[str, int]

    def alike(self, word: str) -> frozenset[str]:
        """What a misspelt word names: the likest name of one word. Empty when none is alike."""
        if len(word) < SHORTEST_ALIKE or (not word.isalpha() and not any(letter.isalpha() for letter in word)):
            return frozenset()
        likeness = [(fuzz.ratio(word, way[0]), way) for way in self.ways
                    if len(way) == 1 and len(way[0]) >= SHORTEST_ALIKE]  # fmt: skip
        best = max(likeness, default=(0.0, ("",)))
        return self.ways[best[1]] if best[0] >= ALIKE else frozenset()


@lru_cache(maxsize=8)
def make_names(kind: str, named: tuple[tuple[str, int], ...]) -> Names:
    """Names from pairs of a way to write one and its id; `Alphonso · Hapus` is written by either part as well.

    Remembered, because the same hundred names are asked for at every message.
    """
    ways: dict[Way, set[str]] = {}
    for name, identity in named:
        for spelt in {name, *name.split("·")}:
            way = split_way(spelt)
            if way:
                ways.setdefault(way, set()).add(f"{kind}.{identity}")
    return Names({way: frozenset(meanings) for way, meanings in ways.items()}, longest_by_first(ways))


NO_NAMES = Names({}, {})
