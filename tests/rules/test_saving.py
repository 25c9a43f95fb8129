"""The same fruit for less: which packs a customer is told of at the summary."""

from __future__ import annotations

import pytest

from core.catalog.queries import PackOffer
from core.checkout.basket import BasketLine
from core.checkout.saving import find_saving

PACKS = [PackOffer(1, {"en": "Half"}, 6, 65000, 9), PackOffer(2, {"en": "Dozen"}, 12, 120000, 9),
         PackOffer(3, {"en": "Peti"}, 24, 230000, 9)]  # fmt: skip


def line(pack: PackOffer, quantity: int) -> BasketLine:
    return BasketLine(pack.pack_id, 1, {}, pack.labels, quantity, pack.base_units, pack.price_paise, 9, 1)


@pytest.mark.parametrize(
    ("bought", "cheaper"),
    [({1: 2}, "10000: 1 x Dozen"), ({2: 2}, "10000: 1 x Peti"), ({2: 3}, "10000: 1 x Peti + 1 x Dozen"),
     ({1: 1, 2: 1}, ""), ({3: 1}, ""), ({1: 4}, "30000: 1 x Peti"), ({2: 999}, "")],
)  # fmt: skip
def test_the_same_fruit_for_less(bought: dict[int, int], cheaper: str) -> None:
    saving = find_saving([line(PACKS[pack - 1], quantity) for pack, quantity in bought.items()], PACKS)
    mix = " + ".join(f"{count} x {pack.labels['en']}" for pack, count in saving.mix) if saving else ""
    assert (f"{saving.paise}: {mix}" if saving else "") == cheaper
