"""How an amount that somebody says becomes packs: one kind beyond doubt, or a question."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.rules import nearest_mixes, packs_for, units_said
from core.reading.amounts import Amount
from core.reading.lexicon import load_lexicon


@dataclass(frozen=True)
class Pack:
    labels: dict[str, str]
    base_units: int


PIECES = [Pack({"en": "Half dozen"}, 6), Pack({"en": "1 dozen"}, 12), Pack({"en": "Peti (2 dozen)"}, 24)]
GRAMS = [Pack({"en": "1 kg"}, 1000), Pack({"en": "3 kg"}, 3000), Pack({"en": "5 kg box", "hi": "5 किलो की पेटी"}, 5000)]
ONE = [Pack({"en": "1 dozen"}, 12)]


def say(amount: Amount, unit: str, packs: list[Pack]) -> str:
    return ", ".join(f"{count} x {pack.labels['en']}" for pack, count in packs_for(amount, unit, packs, load_lexicon()))


@pytest.mark.parametrize(
    ("count", "unit", "base", "packs", "becomes"),
    [
        (12, "piece", "piece", PIECES, "1 x 1 dozen"), (6, "piece", "piece", PIECES, "1 x Half dozen"),
        (24, "piece", "piece", PIECES, "1 x Peti (2 dozen)"), (48, "piece", "piece", PIECES, "2 x Peti (2 dozen)"),
        (18, "piece", "piece", PIECES, ""), (7, "piece", "piece", PIECES, ""), (36, "piece", "piece", PIECES, ""),
        (2, "dozen", "piece", PIECES, "2 x 1 dozen"), (3, "dozen", "piece", PIECES, "3 x 1 dozen"),
        ("1/2", "dozen", "piece", PIECES, "1 x Half dozen"), ("3/2", "dozen", "piece", PIECES, ""),
        (2, "box", "piece", PIECES, "2 x Peti (2 dozen)"), (1, "box", "gram", GRAMS, "1 x 5 kg box"),
        (5, "kilo", "gram", GRAMS, "1 x 5 kg box"), (3, "kilo", "gram", GRAMS, "1 x 3 kg"),
        (2, "kilo", "gram", GRAMS, "2 x 1 kg"),
        (6, "kilo", "gram", GRAMS, "2 x 3 kg"), (4, "kilo", "gram", GRAMS, ""), ("5/2", "kilo", "gram", GRAMS, ""),
        (1000, "gram", "gram", GRAMS, "1 x 1 kg"), (500, "gram", "gram", GRAMS, ""),
        (12, "piece", "gram", GRAMS, ""), (1, "dozen", "gram", GRAMS, ""), (2, "kilo", "piece", PIECES, ""),
        (2, None, "piece", PIECES, "2 x Half dozen, 2 x 1 dozen, 2 x Peti (2 dozen)"),
        (2, None, "piece", ONE, "2 x 1 dozen"),
        ("3/2", None, "piece", ONE, ""), (2, "box", "piece", ONE, ""), (10**6, "piece", "piece", PIECES, ""),
    ],
)  # fmt: skip
def test_amounts_become_packs_or_a_question(
    count: int | str, unit: str | None, base: str, packs: list[Pack], becomes: str
) -> None:
    assert say(Amount(Fraction(count), unit), base, packs) == becomes


@given(st.integers(0, 500), st.sampled_from(["piece", "dozen"]))
def test_counted_fruit_is_exactly_what_was_said(count: int, unit: str) -> None:
    for pack, packs in packs_for(Amount(Fraction(count), unit), "piece", PIECES, load_lexicon()):
        assert pack.base_units * packs == count * {"piece": 1, "dozen": 12}[unit]


def mixes(wanted: int, packs: list[Pack], left: int = 10**6) -> str:
    return " or ".join(" + ".join(f"{count} x {pack.labels['en']}" for pack, count in mix)
                       for mix in nearest_mixes(wanted, packs, left))  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "packs", "left", "nearest"),
    [
        (18, PIECES, 999, "1 x 1 dozen + 1 x Half dozen or 1 x Peti (2 dozen)"),
        (30, PIECES, 999, "1 x Peti (2 dozen) + 1 x Half dozen or 1 x Peti (2 dozen) + 1 x 1 dozen"),
        (1, PIECES, 999, "1 x Half dozen or 1 x 1 dozen"),
        (18, ONE, 999, "2 x 1 dozen or 1 x 1 dozen"),
        (2500, GRAMS, 99000, "1 x 3 kg or 2 x 1 kg"),
        (5000, [Pack({"en": "2 kg"}, 2000)], 99000, "3 x 2 kg or 2 x 2 kg"),
        (5000, [Pack({"en": "2 kg"}, 2000)], 5000, "2 x 2 kg or 1 x 2 kg"),
        (18, PIECES, 5, ""), (10**9, PIECES, 10**9, ""), (18, [], 999, ""),
    ],
)  # fmt: skip
def test_what_no_pack_divides_has_two_nearest_mixes(wanted: int, packs: list[Pack], left: int, nearest: str) -> None:
    assert mixes(wanted, packs, left) == nearest


@given(st.integers(1, 400), st.integers(0, 400))
def test_the_nearest_mix_is_near_and_takes_no_more_than_is_left(wanted: int, left: int) -> None:
    amounts = [sum(pack.base_units * count for pack, count in mix) for mix in nearest_mixes(wanted, PIECES, left)]
    assert max(amounts, default=0) <= left
    assert not amounts or abs(amounts[0] - wanted) < 6 or amounts[0] + 6 > left


@pytest.mark.parametrize(("label", "base_unit", "units"), [
    ("1 dozen", "piece", 12), ("Half dozen", "piece", 6), ("2 dozen box", "piece", 24), ("5 kg box", "gram", 5000),
    ("500 g", "gram", 500), ("Peti (2 dozen)", "piece", 24), ("6 pieces", "piece", 6),
    ("Gift box", "piece", None), ("Family pack", "gram", None), ("1 dozen", "gram", None),
    ("Box of joy 2", "piece", None),
])  # fmt: skip
def test_a_label_says_how_much_is_in_its_pack_or_nothing(label: str, base_unit: str, units: int | None) -> None:
    assert units_said(label, base_unit, load_lexicon()) == units
