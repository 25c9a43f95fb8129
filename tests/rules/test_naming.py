"""Words that leave out what our question is about, and which of them are of it (faults F480, F481)."""

from __future__ import annotations

from fractions import Fraction

from core.reading.meaning import Change, Item
from flows.ordering.naming import amend_items, name_the_fruit

HAPUS, KESAR = 1, 2
RANGE = Item(HAPUS, count=Fraction(2), most=Fraction(3), unit="dozen")
MIX = Item(HAPUS, count=Fraction(18), unit="piece", change=Change.ADD)


def count(number: int, unit: str | None = None, **rest: object) -> Item:
    return Item(count=Fraction(number), unit=unit, **rest)  # type: ignore[arg-type]


def test_an_amount_without_a_name_is_of_the_fruit_on_the_page() -> None:
    assert name_the_fruit((count(2, "dozen"),), HAPUS, None) == (count(2, "dozen", variety=HAPUS),)


def test_a_bare_number_is_an_end_of_the_range_and_no_other_takes_its_unit() -> None:
    for number, unit in ((2, "dozen"), (3, "dozen"), (1, None), (12, None)):
        (named,) = name_the_fruit((count(number),), HAPUS, RANGE)
        assert (named.variety, named.unit, named.most) == (HAPUS, unit, None), number
    (named,) = name_the_fruit((count(2),), HAPUS, MIX)
    assert named.unit is None, "2 of the packs that are shown, or the second button"
    (named,) = name_the_fruit((count(12),), HAPUS, MIX)
    assert named.unit == "piece", "there is no twelfth button"


def test_what_was_to_be_added_is_added_still() -> None:
    (named,) = name_the_fruit((count(1, "dozen"),), HAPUS, MIX)
    assert (named.unit, named.change) == ("dozen", Change.ADD)


def test_what_has_a_name_or_speaks_of_what_was_chosen_last_is_left_alone() -> None:
    others = (
        count(1, "dozen", variety=KESAR),
        count(1, stranger="himsagar"),
        count(1, change=Change.ADD),
        Item(variety=KESAR),
        Item(change=Change.REMOVE),
    )
    assert name_the_fruit(others, HAPUS, RANGE) == others


def test_an_amount_corrects_the_one_fruit_that_was_read() -> None:
    box = count(1, "box", variety=KESAR)
    assert amend_items((count(1, "box"), box), (count(2, "dozen"),)) == (count(2, "dozen", variety=KESAR),)
    assert amend_items((box,), (count(3),)) == (count(3, "box", variety=KESAR),)
    assert amend_items((box,), ()) == (box,)
    three = count(3, "dozen", variety=KESAR)
    langra = count(3, "kilo", variety=4)
    assert amend_items((count(1, "box"), box), (three,)) == (three,)
    assert amend_items((box,), (langra,)) == (box, langra)
    both = (box, count(1, "dozen", variety=HAPUS))
    assert amend_items(both, (count(2),)) == (*both, count(2)), "of which of the two, is asked"
