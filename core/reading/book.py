"""What the shop has names for: its varieties and the societies it delivers to, as a reader of lines looks for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from core.reading.names import Names, make_names
from core.reading.tongues import Tongues, load_tongues

# Tower and flat of the line of a home in a society with these towers: `("B", "1203")`, either may be empty.
HomeReader = Callable[[str, tuple[str, ...]], tuple[str, str]]


class Society(NamedTuple):
    """An apartment society that we deliver to: its names and aliases in every script, and its own towers' names."""

    id: int
    names: tuple[str, ...]
    towers: tuple[str, ...] = ()


def read_no_home(line: str, towers: tuple[str, ...]) -> tuple[str, str]:  # noqa: ARG001 - a HomeReader
    return "", ""


@dataclass(frozen=True, eq=False)
class Book:
    """The words of all languages and the shop's own names; made once per catalogue (`make_book`), and never changed."""

    tongues: Tongues
    varieties: Names
    places: Names
    societies: tuple[Society, ...]
    read_home: HomeReader

    def towers_of(self, society_id: int | None) -> tuple[str, ...]:
        """The towers of a society; of all of them, as far as any has such a name, when it is not known which."""
        found = [society.towers for society in self.societies if society_id is None or society.id == society_id]
        return tuple(dict.fromkeys(tower for towers in found for tower in towers))


@lru_cache(maxsize=8)
def make_book(
    varieties: tuple[tuple[str, int], ...],
    societies: tuple[Society, ...] = (),
    areas: tuple[str, ...] = (),
    read_home: HomeReader = read_no_home,
) -> Book:
    """A book from (name or alias, product id) pairs, societies, and names of the parts of town that we deliver to.

    Remembered, because a catalogue changes rarely.
    """
    named = [make_names("place", tuple((name, society.id) for society in societies for name in society.names)),
             make_names("area", tuple((area, 0) for area in areas))]  # fmt: skip
    places = Names({way: meanings for names in named for way, meanings in names.ways.items()},
                   {first: most for names in reversed(named) for first, most in names.longest.items()})  # fmt: skip
    return Book(load_tongues(), make_names("variety", varieties), places, societies, read_home)
