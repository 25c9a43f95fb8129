"""The same fruit in packs that cost less: two dozen that a peti holds. Values in and out; no database here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from core.catalog.rules import MOST_PACKS, Sized, best_mixes
from core.checkout.basket import BasketLine, line_price


class PricedPack(Sized, Protocol):
    """A pack with its price in paise."""

    @property
    def price_paise(self) -> int: ...


P = TypeVar("P", bound=PricedPack)


class Saving(NamedTuple, Generic[P]):
    """Packs with how many of each, and by how many paise they are cheaper."""

    paise: int
    mix: list[tuple[P, int]]


def mix_price(mix: Iterable[tuple[PricedPack, int]]) -> int:
    """What so many of these packs cost, in paise."""
    return sum(line_price(pack.price_paise, count) for pack, count in mix)


def find_saving(lines: Sequence[BasketLine], packs: Sequence[P]) -> Saving[P] | None:
    """The cheapest packs of the same amount as these lines of one variety, when they cost less than the lines."""
    wanted = sum(line.quantity * line.base_units for line in lines)
    if not packs or wanted > MOST_PACKS * max(pack.base_units for pack in packs):
        return None
    mix = best_mixes(packs, wanted, lambda pack: pack.price_paise).get(wanted, [])
    saved = sum(line.line_paise for line in lines) - mix_price(mix)
    return Saving(saved, mix) if mix and saved > 0 else None
