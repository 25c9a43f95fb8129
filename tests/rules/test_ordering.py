"""How an order may be paid, until when it is kept, and how it may move."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.actor import Actor, Role
from core.delivery.lifecycle import RUNS, STOPS, RunStatus, StopStatus
from core.errors import Refusal
from core.inventory.lifecycle import HOLDS, HoldStatus
from core.lifecycles import Lifecycle, Move
from core.orders.lifecycle import ENDED, LIFECYCLE, OrderEvent, OrderStatus
from core.orders.rules import (
    HOLD_AFTER_LINK,
    Collected,
    Run,
    check_cash,
    check_collected,
    check_run,
    count_whole_holds,
    promised_until,
)
from core.slots.lifecycle import BOOKINGS, BookingStatus


def code_of(deed: Any, *arguments: Any, **named: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refusal) as refusal:
        deed(*arguments, **named)
    return refusal.value.code, refusal.value.values


@pytest.mark.parametrize(
    ("total", "still_open", "delivered", "lapsed", "refused"),
    [
        (150_000, 0, False, 0, None),
        (150_001, 0, False, 0, ("cod-cap", {"cap_paise": 150_000, "open_paise": 0})),
        (100_000, 50_000, False, 0, None),
        (100_000, 50_001, False, 0, ("cod-cap", {"cap_paise": 150_000, "open_paise": 50_001})),
        (150_001, 0, True, 0, None),
        (500_001, 0, True, 0, ("cod-cap", {"cap_paise": 500_000, "open_paise": 0})),
        (100, 499_901, True, 0, ("cod-cap", {"cap_paise": 500_000, "open_paise": 499_901})),
        (100, 0, True, 2, None),
        (100, 0, True, 3, ("unpaid-too-often", {})),
    ],
)
def test_cash_has_its_limits(
    total: int, still_open: int, delivered: bool, lapsed: int, refused: tuple[str, dict[str, Any]] | None
) -> None:
    facts = {
        "due_paise": total,
        "open_paise": still_open,
        "cap_paise": 500_000,
        "cap_new_paise": 150_000,
        "has_delivered_order": delivered,
        "lapsed_holds": lapsed,
        "limit": 3,
    }
    if refused is None:
        check_cash(**facts)  # type: ignore[arg-type]
    else:
        assert code_of(check_cash, **facts) == refused


def test_one_deadline_is_the_links_end_once_there_is_to_be_a_link() -> None:
    now = datetime(2027, 5, 1, 10, 0, tzinfo=UTC)
    assert promised_until(now, online=False) == now
    assert promised_until(now, online=True) == now - HOLD_AFTER_LINK


@given(some.lists(some.integers(0, 900), min_size=1, max_size=12))
def test_whoever_keeps_fruit_by_replacing_gets_a_strike_for_every_whole_hold(pauses: list[int]) -> None:
    begin = now = kept_since = datetime(2027, 5, 1, 10, 0, tzinfo=UTC)
    strikes = 0
    for pause in pauses:
        now += timedelta(seconds=pause)
        holds = count_whole_holds(kept_since, now, 10)
        strikes, kept_since = strikes + holds, kept_since + holds * timedelta(minutes=10)
    assert strikes == (now - begin) // timedelta(minutes=10)
    assert count_whole_holds(now + timedelta(seconds=1), now, 10) == 0, "another turn may have placed it meanwhile"


LIFECYCLES = (LIFECYCLE, HOLDS, BOOKINGS, RUNS, STOPS)


def test_each_event_leads_to_one_status() -> None:
    for lifecycle in LIFECYCLES:
        events = type(lifecycle.moves[0].event)
        assert {move.event for move in lifecycle.moves} == set(events), "an event that leads nowhere"
    confirmed, cancelled = OrderStatus.CONFIRMED, OrderStatus.CANCELLED
    with pytest.raises(ValueError, match="two statuses"):
        Lifecycle((Move(OrderEvent.PACK, confirmed, cancelled), Move(OrderEvent.PACK, cancelled, confirmed)))


def test_nothing_leads_out_of_an_end_but_late_money() -> None:
    leaving = {(move.event, move.source) for move in LIFECYCLE.moves if move.source in ENDED}
    assert leaving == {(OrderEvent.REVIVE, OrderStatus.EXPIRED), (OrderEvent.RESUME, OrderStatus.DELIVERED)}


@pytest.mark.parametrize(
    ("lifecycle", "first"),
    [
        (LIFECYCLE, OrderStatus.AWAITING_PAYMENT),
        (HOLDS, HoldStatus.ACTIVE),
        (BOOKINGS, BookingStatus.HELD),
        (RUNS, RunStatus.PLANNED),
        (STOPS, StopStatus.PLANNED),
    ],
)
def test_every_status_can_be_reached(lifecycle: Lifecycle[Any, Any], first: Any) -> None:
    assert {move.target for move in lifecycle.moves} | {first} == set(type(first))


RIDER, OTHERS = Actor.staff(4, Role.RIDER), (Actor.staff(1, Role.FOUNDER), Actor.staff(2, Role.MANAGER))
RUN = Run(rider_id=4, is_open=True, order_ids=frozenset({12}))


@pytest.mark.parametrize(
    "run",
    [
        None,
        replace(RUN, rider_id=5),
        replace(RUN, is_open=False),
        replace(RUN, order_ids=frozenset({13})),
    ],
    ids=["no run", "somebody else's", "over", "without the order"],
)
def test_a_rider_moves_the_orders_of_his_own_open_run_alone(run: Run | None) -> None:
    check_run(RIDER, RUN, order_id=12, order_code="A")
    refused = code_of(check_run, RIDER, run, order_id=12, order_code="A")
    assert refused == ("not-your-run", {"order_code": "A"})
    for other in OTHERS:
        check_run(other, run, order_id=12, order_code="A")


@pytest.mark.parametrize(
    ("cash", "upi", "due", "is_exact"),
    [
        (124_000, 0, 124_000, True),
        (50_000, 74_000, 124_000, True),
        (0, 0, 0, True),
        (124_001, 0, 124_000, False),
        (123_999, 0, 124_000, False),
        (0, 0, 124_000, False),
        (100, 0, 0, False),
        (125_000, -1_000, 124_000, False),
    ],
)
def test_what_is_taken_at_the_door_is_what_is_due(cash: int, upi: int, due: int, is_exact: bool) -> None:
    collected = Collected(cash, upi)
    if is_exact:
        check_collected(collected, due_paise=due, order_code="A")
    else:
        code, values = code_of(check_collected, collected, due_paise=due, order_code="A")
        assert (code, values["due_paise"], values["collected_paise"]) == ("cash-not-exact", due, cash + upi)
