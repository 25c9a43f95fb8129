"""What a basket costs, what it still lacks, and what it needs of the fruit: the same for every door."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.checkout.basket import Basket, BasketLine, Channel, DeliveryAddress, Discount, ZoneTerms
from core.checkout.rules import Lack, check_basket, price, sum_demand, whats_missing
from core.errors import Refusal
from core.slots.rules import OpenSlot
from flows.engine import STAY
from flows.memory import Memory
from flows.ordering.script import CHECK_OUT
from flows.ordering.steps import Step

LAKESIDE = ZoneTerms(zone_id=1, names={}, fee_paise=4000, free_above_paise=150_000, minimum_paise=30_000)
HOME = DeliveryAddress(1, 1, "Palm Grove", {}, "Lakeside", "500001", "A-101", "A", 1, "101", "Asha")
MORNING = datetime(2027, 5, 1, 2, 30, tzinfo=UTC)


def line(quantity: int = 1, unit_price_paise: int = 120_000, **facts: Any) -> BasketLine:
    known = {"pack_id": 1, "product_id": 1, "names": {"en": "Alphonso"}, "labels": {}, "base_units": 12, "left": 9}
    return BasketLine(
        **{**known, "inventory_id": 1, "quantity": quantity, "unit_price_paise": unit_price_paise, **facts}
    )


def basket(*lines: BasketLine, **facts: Any) -> Basket:
    """A basket of which everything is said, but for what is given."""
    whole = Basket(
        customer_id=1,
        channel=Channel.WHATSAPP,
        lines=list(lines) or [line()],
        dropped=[],
        address=HOME,
        zone=LAKESIDE,
        slot_id=7,
        slot=OpenSlot(7, MORNING, MORNING, 3),
        note="",
        has_phone=True,
    )
    return replace(whole, **facts)


WITHOUT: dict[Lack, dict[str, Any]] = {
    Lack.FRUIT: {"lines": []},
    Lack.MINIMUM: {"lines": [line(1, 29_999)]},
    Lack.ADDRESS: {"address": None, "zone": None},
    Lack.OPEN_SLOT: {"slot": None},
    Lack.SLOT: {"slot_id": None, "slot": None},
    Lack.PHONE: {"has_phone": False},
}


def refusal(deed: Any, *arguments: Any, **named: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refusal) as caught:
        deed(*arguments, **named)
    return caught.value.code, caught.value.values


@pytest.mark.parametrize(
    ("items", "fee", "for_free", "for_minimum"),
    [(1, 4000, 149_999, 29_999), (30_000, 4000, 120_000, 0), (149_999, 4000, 1, 0), (150_000, 0, 0, 0)],
)
def test_delivery_is_free_from_a_sum_on_and_small_orders_lack_something(
    items: int, fee: int, for_free: int, for_minimum: int
) -> None:
    cost = price(basket(line(1, items)), LAKESIDE)
    assert (cost.items_paise, cost.delivery_fee_paise, cost.total_paise) == (items, fee, items + fee)
    assert (cost.missing_for_free_paise, cost.missing_for_minimum_paise) == (for_free, for_minimum)


def test_a_zone_without_a_fee_asks_for_nothing_more() -> None:
    assert price(basket(), replace(LAKESIDE, fee_paise=0)).missing_for_free_paise == 0


def test_without_a_zone_there_is_neither_fee_nor_minimum_yet() -> None:
    cost = price(basket(line(1, 100)), None)
    assert (cost.total_paise, cost.minimum_paise, cost.missing_for_free_paise) == (100, 0, 0)


@pytest.mark.parametrize(
    ("offer", "items", "off"),
    [
        (Discount("TEN", percent=10), 120_000, 12_000),
        (Discount("TEN", percent=10), 99_550, 10_000),  # ₹99.55 off becomes ₹100
        (Discount("TEN", percent=10, most_paise=5_000), 120_000, 5_000),
        (Discount("FLAT", flat_paise=7_500), 120_000, 7_500),
        (Discount("FLAT", flat_paise=7_500), 5_000, 5_000),
        (Discount("BIG", percent=10, from_paise=120_001), 120_000, 0),
    ],
)
def test_an_offer_takes_off_whole_rupees_and_never_more_than_there_is(offer: Discount, items: int, off: int) -> None:
    cost = price(basket(line(1, items)), LAKESIDE, [offer])
    assert (cost.discount_paise, cost.total_paise) == (off, items - off + cost.delivery_fee_paise)


def test_an_offer_never_makes_delivery_dearer_nor_an_order_too_small() -> None:
    cost = price(basket(line(1, 150_000)), LAKESIDE, [Discount("HALF", percent=50)])
    assert (cost.delivery_fee_paise, cost.missing_for_minimum_paise, cost.total_paise) == (0, 0, 75_000)


@given(
    some.lists(some.tuples(some.integers(1, 20), some.integers(0, 500_000)), max_size=6),
    some.lists(some.builds(Discount, some.just("X"), some.integers(0, 100), some.integers(0, 10**6)), max_size=3),
)
def test_a_price_is_the_sum_of_its_parts_and_never_below_the_fee(
    lines: list[tuple[int, int]], offers: list[Discount]
) -> None:
    cost = price(basket(lines=[line(*each) for each in lines]), LAKESIDE, offers)
    assert cost.items_paise == sum(quantity * paise for quantity, paise in lines)
    assert 0 <= cost.discount_paise <= cost.items_paise
    assert cost.total_paise == cost.items_paise - cost.discount_paise + cost.delivery_fee_paise >= 0


def test_a_whole_basket_lacks_nothing() -> None:
    assert whats_missing(basket()) == []
    check_basket(basket(), largest_quantity=1)


@pytest.mark.parametrize("lack", Lack)
def test_what_is_missing_is_named(lack: Lack) -> None:
    assert whats_missing(basket(**WITHOUT[lack])) == ([Lack.FRUIT, Lack.MINIMUM] if lack is Lack.FRUIT else [lack])


def test_doors_ask_in_one_order() -> None:
    nothing = basket(lines=[], address=None, zone=None, slot_id=None, slot=None, has_phone=False)
    assert whats_missing(nothing) == [Lack.FRUIT, Lack.ADDRESS, Lack.SLOT, Lack.PHONE]


@pytest.mark.parametrize(
    ("lack", "code"),
    [
        (Lack.FRUIT, "cart-empty"),
        (Lack.MINIMUM, "below-minimum"),
        (Lack.ADDRESS, "address-missing"),
        (Lack.SLOT, "slot-missing"),
        (Lack.PHONE, "phone-missing"),
    ],
)
def test_what_is_missing_is_refused(lack: Lack, code: str) -> None:
    assert refusal(check_basket, basket(**WITHOUT[lack]), largest_quantity=20)[0] == code


def test_below_the_minimum_says_how_much_is_missing() -> None:
    missing = {"minimum_paise": 30_000, "missing_paise": 1}
    assert refusal(check_basket, basket(**WITHOUT[Lack.MINIMUM]), largest_quantity=20)[1] == missing


def test_packs_of_one_order_are_capped_in_sum() -> None:
    check_basket(basket(line(10), line(10)), largest_quantity=20)
    assert refusal(check_basket, basket(line(10), line(11)), largest_quantity=20) == ("too-many", {"largest": 20})


def test_a_variety_that_never_came_in_is_sold_out() -> None:
    sold_out = ("sold-out", {"names": {"en": "Alphonso"}, "left": 0})
    assert refusal(sum_demand, basket(line(inventory_id=None)).lines) == sold_out


@given(some.lists(some.tuples(some.integers(1, 3), some.integers(1, 20), some.integers(1, 5000)), max_size=8))
def test_demand_is_summed_per_row(lines: list[tuple[int, int, int]]) -> None:
    demand = sum_demand(
        basket(lines=[line(count, inventory_id=row, base_units=units) for row, count, units in lines]).lines
    )
    assert sum(demand.values()) == sum(quantity * units for _, quantity, units in lines)
    assert set(demand) == {row for row, _, _ in lines}


@dataclass(frozen=True)
class Asked:
    lack: Lack | None
    step: Step


@pytest.mark.parametrize(
    "asked",
    [
        Asked(Lack.FRUIT, Step.MENU),
        Asked(Lack.MINIMUM, Step.CART),
        Asked(Lack.ADDRESS, Step.WHERE),
        Asked(Lack.OPEN_SLOT, Step.WHEN),
        Asked(Lack.SLOT, Step.WHEN),
        Asked(Lack.PHONE, Step.PHONE),
        Asked(None, Step.SUMMARY),
    ],
)
def test_the_chat_asks_for_whatever_is_missing(asked: Asked) -> None:
    """Of the lines of `checks_out`, the first whose guard agrees; a new lack without a line would be held anyway."""
    customer = SimpleNamespace(cart=basket(**WITHOUT.get(asked.lack, {})))  # type: ignore[arg-type]
    turn: Any = SimpleNamespace(
        step=Step.CART, customer=customer, scratch={"homes": [], "all_apartments": []}, memory=Memory({})
    )
    first = next(line for line in CHECK_OUT if line.only_if is None or line.only_if(turn))
    assert first.to == asked.step != STAY
