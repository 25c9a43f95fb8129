"""What words make of an order's packs."""

from __future__ import annotations

from fractions import Fraction

import pytest

from core.catalog.queries import Offer, PackOffer
from core.catalog.tables import BaseUnit
from core.reading.lexicon import load_lexicon
from core.reading.meaning import Change, Item
from flows.my_orders.amounts import Content, PackLine, Why, packs_after
from flows.my_orders.theirs import Proposal

HAPUS, KESAR, TOTAPURI = 1, 2, 3
SIX, DOZEN, PETI, KESAR_SIX, KESAR_DOZEN, KILO = 10, 11, 12, 20, 21, 30


def offer(product: int, unit: BaseUnit, *packs: tuple[int, int, str]) -> Offer:
    offered = [PackOffer(pack_id, {"en": label}, units, 1000, 50) for pack_id, units, label in packs]
    return Offer(product, "x", {}, {}, [], "", "", unit, 1, 2, 500, offered)


OFFERS = {
    HAPUS: offer(HAPUS, BaseUnit.PIECE, (SIX, 6, "Half dozen"), (DOZEN, 12, "1 dozen"), (PETI, 24, "Peti (2 dozen)")),
    KESAR: offer(KESAR, BaseUnit.PIECE, (KESAR_SIX, 6, "Half dozen"), (KESAR_DOZEN, 12, "1 dozen")),
    TOTAPURI: offer(TOTAPURI, BaseUnit.GRAM, (KILO, 1000, "1 kg")),
}
ONE = [PackLine(DOZEN, HAPUS, 12, 2)]
TWO = [*ONE, PackLine(KESAR_DOZEN, KESAR, 12, 1)]
BOTH = [*ONE, PackLine(SIX, HAPUS, 6, 1)]


def item(count: float | None = None, variety: int | None = None, change: Change = Change.SET, **more: object) -> Item:
    return Item(variety, count=None if count is None else Fraction(count), change=change, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "lines", "packs", "meant"),
    [
        ("3 kar do", ONE, {DOZEN: 3}, item(3)),
        ("3 dozen kar do", ONE, {DOZEN: 3}, item(3, unit="dozen")),
        ("usse ek zyada", ONE, {DOZEN: 3}, item(1, change=Change.ADD)),
        ("aur", ONE, {DOZEN: 3}, item(change=Change.ADD)),
        ("ek dozen kam", ONE, {DOZEN: 1}, item(1, change=Change.LESS, unit="dozen")),
        ("paanch kam", ONE, {DOZEN: 0}, item(5, change=Change.LESS)),
        ("kesar hata do", TWO, {DOZEN: 2, KESAR_DOZEN: 0}, item(variety=KESAR, change=Change.REMOVE)),
        ("hapus hata do", BOTH, {DOZEN: 0, SIX: 0}, item(variety=HAPUS, change=Change.REMOVE)),
        ("hata do", ONE, {DOZEN: 0}, item(change=Change.REMOVE)),
        ("2 dozen kesar add", ONE, {DOZEN: 2, KESAR_DOZEN: 2}, item(2, KESAR, Change.ADD, unit="dozen")),
        ("half dozen hapus", ONE, {DOZEN: 0, SIX: 1}, item(6, HAPUS, unit="piece")),
        ("1 dozen hapus", BOTH, {DOZEN: 1, SIX: 0}, item(1, HAPUS, unit="dozen")),
        ("hapus nahi kesar", ONE, {DOZEN: 0, KESAR_DOZEN: 2}, item(variety=KESAR, instead_of=HAPUS)),
        ("hapus nahi kesar 1 dozen", ONE, {DOZEN: 0, KESAR_DOZEN: 1}, item(1, KESAR, unit="dozen", instead_of=HAPUS)),
        ("2 kilo totapuri", ONE, {DOZEN: 2, KILO: 2}, item(2, TOTAPURI, unit="kilo")),
        ("3 kar do", TWO, Why.UNCLEAR, item(3)),
        ("hata do", TWO, Why.UNCLEAR, item(change=Change.REMOVE)),
        ("18 pieces", ONE, Why.UNCLEAR, item(18, unit="kilo")),
        ("2-3 dozen", ONE, Why.UNCLEAR, item(2, unit="dozen", most=Fraction(3))),
        ("hapus", ONE, Why.UNCLEAR, item(variety=HAPUS)),
        ("dasheri 2", ONE, Why.STRANGER, item(2, 99)),
        ("himsagar", ONE, Why.STRANGER, item(1, stranger="himsagar")),
        ("kesar hata do", ONE, Why.NOT_THERE, item(variety=KESAR, change=Change.REMOVE)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_packs_after(said: str, lines: list[PackLine], packs: dict[int, int] | Why, meant: Item) -> None:
    del said
    assert packs_after([meant], Content(lines, OFFERS, load_lexicon())) == packs


def test_several_items_are_all_taken_or_asked_about() -> None:
    content = Content(TWO, OFFERS, load_lexicon())
    more, less = item(3, HAPUS), item(variety=KESAR, change=Change.REMOVE)
    assert packs_after([more, less], content) == {DOZEN: 3, KESAR_DOZEN: 0}
    assert packs_after([more, item(3)], content) is Why.UNCLEAR


def test_a_button_is_of_the_same_proposal_however_its_packs_are_kept() -> None:
    """A column of JSON sorts its keys: what comes back is the same proposal in another order."""
    shown = Proposal(code="7KQ3WX", packs={DOZEN: 2, SIX: 1})
    kept = Proposal(code="7KQ3WX", packs={SIX: 1, DOZEN: 2})
    assert shown.mark == kept.mark
    assert shown.mark != Proposal(code="7KQ3WX", packs={SIX: 1, DOZEN: 3}).mark
