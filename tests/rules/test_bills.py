"""What a bill is called, in which financial year it stands, and what a part of an order came to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.bills.rules import WRITTEN, BillKind, Seller, financial_year, write_bill_code
from core.checkout.rules import worth_of_lines
from core.errors import Refusal
from core.orders.tables import OrderItem
from core.views.search import read_typed


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 4, 1), "26-27"),
        (date(2027, 3, 31), "26-27"),
        (date(2027, 4, 1), "27-28"),
        (date(2099, 12, 31), "99-00"),
    ],
)
def test_a_financial_year_runs_from_april_to_march(day: date, year: str) -> None:
    assert financial_year(day) == year


@given(some.dates(), some.integers(1, 9_999_999))
def test_every_serial_is_what_tax_law_takes(day: date, number: int) -> None:
    assert WRITTEN.fullmatch(write_bill_code(financial_year(day), number))


def test_who_is_not_registered_gives_a_memo() -> None:
    seller = Seller("Jamango", "1 Orchard Lane", "", "00000000000000", "")
    assert seller.kind is BillKind.CASH_MEMO
    assert Seller("Jamango", "1 Orchard Lane", "29ABCDE1234F1Z5", "", "").kind is BillKind.BILL_OF_SUPPLY


def lines(*parts: tuple[int, int]) -> list[OrderItem]:
    """(how many, unit price in paise) each; ids count from 1."""
    return [
        OrderItem(id=place, order_id=1, product_id=1, pack_id=1, quantity=quantity, base_units=12,
                  unit_price_paise=price, line_paise=price * quantity)
        for place, (quantity, price) in enumerate(parts, 1)
    ]  # fmt: skip


def test_a_part_of_an_order_is_worth_what_was_paid_for_it() -> None:
    two = lines((2, 50_000), (1, 100_000))
    assert worth_of_lines(two, {1: 1}, items_paise=200_000, discount_paise=0) == 50_000
    assert worth_of_lines(two, {1: 2, 2: 1}, items_paise=200_000, discount_paise=20_000) == 180_000
    assert worth_of_lines(two, {1: 1}, items_paise=200_000, discount_paise=33) == 49_992, "its share, rounded down"
    assert worth_of_lines(two, {}, items_paise=200_000, discount_paise=33) == 0


@pytest.mark.parametrize("wanted", [{1: 3}, {3: 1}, {1: -1}])
def test_more_than_a_line_has_is_no_part_of_it(wanted: dict[int, int]) -> None:
    with pytest.raises(Refusal, match="quantity-unclear"):
        worth_of_lines(lines((2, 50_000)), wanted, items_paise=100_000, discount_paise=0)


@pytest.mark.parametrize(
    ("typed", "code", "words", "ending"),
    [
        ("7kq-3xy", "7KQ3XY", "7kq:* & 3xy:*", None),
        ("asha  rao", None, "asha:* & rao:*", None),
        ("98765 00077", None, "98765:* & 00077:*", "7700056789%"),
        ("B-1203", None, "b:* & 1203:*", "3021%"),
        ("!!! & | :*", None, None, None),
        ("", None, None, None),
    ],
)
def test_what_is_typed_may_be_a_code_a_name_or_the_end_of_a_number(
    typed: str, code: str | None, words: str | None, ending: str | None
) -> None:
    assert read_typed(typed) == (code, words, ending)
