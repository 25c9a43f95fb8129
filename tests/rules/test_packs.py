"""How an amount that somebody says becomes packs: one kind beyond doubt, or a question."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.rules import packs_for
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
