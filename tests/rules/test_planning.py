"""What follows from fruit that was named, by hand-made meanings: packs, or the one question with its likely answers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from core.catalog.queries import Offer, PackOffer
from core.catalog.tables import BaseUnit
from core.checkout.basket import BasketLine
from core.reading.meaning import Change, Item, Sureness
from flows.ordering.planning import Asked, Shelf, plan_item

HAPUS, KESAR, LANGRA, SOLD_OUT = 1, 2, 3, 4
PIECES = {"half": ("Half dozen", 6, 65000), "dozen": ("1 dozen", 12, 120000), "peti": ("Peti (2 dozen)", 24, 230000)}
KILOS = {"2 kg": ("2 kg", 2000, 30000)}


def offer(product_id: int, base: BaseUnit, packs: dict[str, tuple[str, int, int]], available: int) -> Offer:
    made = [
        PackOffer(product_id * 10 + place, {"en": label}, units, paise, available // units)
        for place, (label, units, paise) in enumerate(packs.values())
    ]
    facts: dict[str, Any] = {"names": {"en": "A mango"}, "stories": {}, "aliases": [], "photo": "", "grade": ""}
    return Offer(product_id, "", **facts, base_unit=base, ripe_after_days=0, ripe_until_days=1, available=available,
                 packs=made)  # fmt: skip


OFFERS = (
    offer(HAPUS, BaseUnit.PIECE, PIECES, 40),
    offer(KESAR, BaseUnit.PIECE, PIECES, 300),
    offer(LANGRA, BaseUnit.GRAM, KILOS, 90000),
)


def line(pack_id: int, quantity: int, left: int = 20) -> BasketLine:
    pack = next(pack for each in OFFERS for pack in each.packs if pack.pack_id == pack_id)
    return BasketLine(pack_id, pack_id // 10, {}, pack.labels, quantity, pack.base_units, pack.price_paise, left, 1)


EMPTY = Shelf(OFFERS, ())
ONE_KESAR = Shelf(OFFERS, (line(21, 1),), last=21)
BOTH = Shelf(OFFERS, (line(11, 1, 3), line(21, 1)), last=None)


def item(variety: int | None = None, count: Any = None, unit: str | None = None, **more: Any) -> Item:
    return Item(variety, count=None if count is None else Fraction(count), unit=unit, **more)


def show(planned: Any) -> str:
    """`11x2` for packs that are put in, `mix: 11x1.10x1 | 11x2` for a question."""
    if isinstance(planned, Asked):
        choices = " | ".join(".".join(f"{p}x{n}" for p, n in choice) for choice in planned.choices)
        return f"{planned.why.value}: {choices}".strip()
    return ".".join(f"{p}x{n}" for p, n in planned)


@pytest.mark.parametrize(
    ("said", "shelf", "follows"),
    [
        (item(HAPUS, 2, "dozen"), EMPTY, "11x2"),
        (item(HAPUS, 1, "box"), EMPTY, "12x1"),
        (item(HAPUS, "3/2", "dozen", words="3 half dozen hapus"), EMPTY, "10x3"),
        (item(HAPUS, 2), EMPTY, "pack:"),
        (item(KESAR, 2), ONE_KESAR, "21x2"),
        (item(HAPUS), EMPTY, "count:"),
        (item(None, 2, "dozen"), EMPTY, "variety:"),
        (item(stranger="himsagar", count=2, unit="dozen"), EMPTY, "stranger:"),
        (item(SOLD_OUT, 1, "dozen"), EMPTY, "gone:"),
        # no pack divides it
        (item(HAPUS, 18, "piece"), EMPTY, "mix: 11x1.10x1 | 12x1"),
        (item(HAPUS, "3/2", "dozen"), EMPTY, "mix: 11x1.10x1 | 12x1"),
        (item(HAPUS, 7, "piece"), EMPTY, "mix: 10x1 | 11x1"),
        (item(LANGRA, 5, "kilo"), EMPTY, "mix: 30x3 | 30x2"),
        (item(LANGRA, 12, "piece"), EMPTY, "pack:"),
        (item(LANGRA, 1, "maund"), EMPTY, "pack:"),
        # more than there is
        (item(HAPUS, 5, "dozen"), EMPTY, "left: 11x3"),
        (item(HAPUS, 2, "box"), EMPTY, "left: 12x1"),
        (item(HAPUS, 4, "dozen"), replace(BOTH, last=11), "left: 11x3"),
        # a range, and a price beside the quantity
        (item(HAPUS, 2, "dozen", most=Fraction(3)), EMPTY, "range: 11x2 | 11x3"),
        (item(KESAR, 2, "dozen", rupees=900), EMPTY, "price: 21x2"),
        (item(KESAR, 2, "dozen", sureness=Sureness.UNCLEAR), EMPTY, "unsure: 21x2"),
        (item(KESAR, 2, "dozen", sureness=Sureness.LIKELY), EMPTY, "21x2"),
        # corrections
        (item(None, 3), ONE_KESAR, "21x3"),
        (item(None, 3), BOTH, "variety: 11x3 | 21x3"),
        (item(None, 1, change=Change.ADD), BOTH, "variety: 11x2 | 21x2"),
        (item(None, 2, "dozen"), BOTH, "variety:"),
        (item(None, 1, change=Change.LESS), EMPTY, "not-there:"),
        (item(None, 1, change=Change.ADD), ONE_KESAR, "21x2"),
        (item(None, 1, change=Change.LESS), ONE_KESAR, "21x0"),
        (item(KESAR, 1, "dozen", change=Change.ADD), BOTH, "21x2"),
        (item(KESAR, change=Change.ADD), BOTH, "21x2"),
        (item(KESAR, 6, "piece", change=Change.ADD), ONE_KESAR, "20x1"),
        (item(KESAR, 7, "piece", change=Change.ADD), ONE_KESAR, "mix: 21x1.20x1 | 21x0.22x1"),
        (item(KESAR, change=Change.REMOVE), BOTH, "21x0"),
        (item(None, change=Change.REMOVE), ONE_KESAR, "21x0"),
        (item(HAPUS, change=Change.REMOVE), ONE_KESAR, "not-there:"),
        (item(None, 1, change=Change.ADD), EMPTY, "variety:"),
        (item(HAPUS, 2, "dozen", instead_of=KESAR), ONE_KESAR, "21x0.11x2"),
        (item(HAPUS, instead_of=KESAR), ONE_KESAR, "21x0.11x1"),
        (item(LANGRA, instead_of=KESAR), ONE_KESAR, "count:"),
    ],
)  # fmt: skip
def test_an_item_becomes_packs_or_one_question(said: Item, shelf: Shelf, follows: str) -> None:
    assert show(plan_item(said, shelf)) == follows


def test_a_correction_replaces_what_was_there_of_its_variety_and_an_order_stands_beside_it() -> None:
    half = item(KESAR, "1/2", "dozen")
    assert show(plan_item(half, ONE_KESAR, changes=True)) == "21x0.20x1"
    assert show(plan_item(half, ONE_KESAR)) == "20x1"


def test_what_the_own_order_keeps_counts_as_left() -> None:
    """All that is left of the fruit is held by the very order that is corrected."""
    taken = Shelf((replace(OFFERS[0], available=0),), (line(11, 3, left=3),), last=11)
    assert show(plan_item(item(HAPUS, 2, "dozen"), taken)) == "11x2"
    assert show(plan_item(item(HAPUS, 4, "dozen"), taken)) == "left: 11x3"
