"""The list of orders: narrowed in any way, text included, and paged without a row twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import text

from core.checkout.basket import Channel
from core.clock import business_day, read_now
from core.db import transaction
from core.errors import Refusal
from core.orders.actions import confirm_cash_order, dispatch_order, fail_delivery, pack_order
from core.orders.lifecycle import OrderStatus
from core.orders.rules import FailureReason
from core.settings import get_settings
from core.staff.saved_views import MOST, forget_view, save_view, saved_views_of
from core.views.order_list import ListedOrder, OrderFilter, PaymentState, list_orders
from tests.support.actors import STAFF
from tests.support.shelf import Shelf


def found(shelf: Shelf, **narrowed: object) -> list[int]:
    return [row.id for row in rows(shelf, **narrowed)]


def rows(shelf: Shelf, *, before: int | None = None, most: int = 50, **narrowed: object) -> list[ListedOrder]:
    given = OrderFilter(**narrowed)  # type: ignore[arg-type]
    return shelf.run(lambda session: list_orders(session, given, before=before, most=most))


def confirm(shelf: Shelf, order_id: int) -> int:
    shelf.run(lambda session: confirm_cash_order(session, order_id, read_now(session), actor=STAFF))
    return order_id


def test_a_list_is_narrowed_by_everything_at_once(shelf: Shelf) -> None:
    unpaid, cash = shelf.place(), confirm(shelf, shelf.place())
    order = shelf.order(cash)
    assert found(shelf, status=OrderStatus.AWAITING_PAYMENT) == [unpaid]
    assert found(shelf, payment=PaymentState.CASH_DUE) == [cash]
    assert set(found(shelf, apartment_id=order.apartment_id)) >= {unpaid, cash}
    day = shelf.read("SELECT day FROM delivery_slots WHERE id = :id", id=order.slot_id)
    everything = {
        "status": OrderStatus.CONFIRMED, "payment": PaymentState.CASH_DUE, "channel": Channel.WHATSAPP,
        "apartment_id": order.apartment_id, "slot_id": order.slot_id, "day": day, "text": order.code.lower(),
    }  # fmt: skip
    assert found(shelf, **everything) == [cash]
    for other in ({"status": OrderStatus.PACKED}, {"channel": Channel.PHONE}, {"day": day + timedelta(days=1)},
                  {"waits_for_us": True}, {"text": "nobody"}):  # fmt: skip
        assert found(shelf, **{**everything, **other}) == []


def test_who_waits_for_us_is_found(shelf: Shelf) -> None:
    quiet, came_back, parked, asks = (confirm(shelf, shelf.place()) for _ in range(4))
    for verb in (pack_order, dispatch_order):
        shelf.run(lambda session, verb=verb: verb(session, came_back, actor=STAFF, now=read_now(session)))
    reason = FailureReason.NOBODY_HOME
    shelf.run(lambda session: fail_delivery(session, came_back, reason, actor=STAFF, now=read_now(session)))
    shelf.change(
        f"UPDATE orders SET parked = '{{\"INR\": 100}}' WHERE id = {parked}",
        f"UPDATE chats SET waits_since = jamango_now() WHERE customer_id = {shelf.order(asks).customer_id}",
    )
    assert found(shelf, waits_for_us=True) == sorted((came_back, parked, asks), reverse=True)
    assert found(shelf, payment=PaymentState.PARKED) == [parked]
    assert quiet not in found(shelf, waits_for_us=True)


def test_an_order_is_found_by_its_code_name_number_or_flat(shelf: Shelf) -> None:
    customer_id = shelf.fill_cart(shelf.meet())
    order_id = shelf.place(customer_id)
    shelf.place()
    shelf.change(f"UPDATE users SET name = 'Meenakshi Sundaram' WHERE id = {customer_id}")
    phone = shelf.read("SELECT value FROM identities WHERE customer_id = :id", id=customer_id)
    line = shelf.order(order_id).address["line"]
    for typed in (shelf.order(order_id).code, "meena", "SUNDAR meenakshi", phone, phone[-5:], line):
        assert found(shelf, text=typed) == [order_id], typed


def test_a_name_that_very_many_have_is_found_as_well(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    orders = [shelf.place() for _ in range(3)]
    monkeypatch.setattr("core.views.search.MOST_CUSTOMERS", 1)
    assert set(found(shelf, text="ash")) >= set(orders)
    assert orders[0] in found(shelf, text=str(shelf.order(orders[0]).address["line"])), "as is a flat"


def test_pages_hold_each_order_once(shelf: Shelf) -> None:
    placed = [shelf.place() for _ in range(5)]
    seen: list[int] = []
    while True:
        page = rows(shelf, before=seen[-1] if seen else None, most=2)
        if not page:
            break
        seen += [row.id for row in page]
    assert [each for each in seen if each in placed] == sorted(placed, reverse=True)
    assert len(seen) == len(set(seen))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(narrowed=some.builds(
    OrderFilter,
    status=some.none() | some.sampled_from(OrderStatus),
    payment=some.none() | some.sampled_from(PaymentState),
    channel=some.none() | some.sampled_from(Channel),
    apartment_id=some.none() | some.integers(1, 2**63 - 1),
    slot_id=some.none() | some.integers(1, 2**63 - 1),
    day=some.none() | some.dates(),
    waits_for_us=some.booleans(),
    text=some.text(some.characters(codec="utf-8", exclude_characters="\0"), max_size=80),
))  # fmt: skip
def test_every_combination_of_filters_is_answered(shelf: Shelf, narrowed: OrderFilter) -> None:
    assert len(shelf.run(lambda session: list_orders(session, narrowed, before=None, most=26))) <= 26


def test_views_are_kept_each_for_who_kept_it(shelf: Shelf) -> None:
    people = shelf.run(lambda session: list(session.execute(text("SELECT id FROM staff ORDER BY id")).scalars()))
    mine, theirs = people[0], people[-1]
    assert mine != theirs
    with transaction() as session:
        save_view(session, mine, "orders", "  Tower  B ", "?status=packed")
        save_view(session, mine, "orders", "Tower B", "?status=confirmed")
        assert [(view.name, view.query) for view in saved_views_of(session, mine, "orders")] == [
            ("Tower B", "?status=confirmed")
        ]
        assert saved_views_of(session, theirs, "orders") == []
        view_id = saved_views_of(session, mine, "orders")[0].id
        forget_view(session, theirs, view_id)
        assert saved_views_of(session, mine, "orders")
        for number in range(MOST - 1):
            save_view(session, mine, "orders", f"view {number}", "?")
        with pytest.raises(Refusal, match="too-many-views"):
            save_view(session, mine, "orders", "one more", "?")
        with pytest.raises(Refusal, match="name-missing"):
            save_view(session, mine, "orders", " ", "?")
        forget_view(session, mine, view_id)
        assert len(saved_views_of(session, mine, "orders")) == MOST - 1


def test_today_is_a_day_of_the_shop(shelf: Shelf) -> None:
    today: date = business_day(shelf.run(read_now), get_settings().zone)
    assert found(shelf, day=today) == [], "the shelf's windows are a day or more ahead"
