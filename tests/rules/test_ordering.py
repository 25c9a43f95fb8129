"""How an order may be paid, until when it is kept, and how it may move."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.errors import Refusal
from core.orders.lifecycle import ENDED, MOVES, OrderEvent, OrderStatus, sources_of
from core.orders.rules import (
    HOLD_AFTER_LINK,
    check_cash,
    count_whole_holds,
    promised_until,
)


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
        "total_paise": total,
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


def test_each_event_leads_to_one_status() -> None:
    assert all(len(set(sources_of(event).values())) == 1 for event in OrderEvent)


def test_nothing_leads_out_of_an_end_but_late_money() -> None:
    leaving = {(move.event, move.source) for move in MOVES if move.source in ENDED}
    assert leaving == {(OrderEvent.REVIVE, OrderStatus.EXPIRED)}


def test_every_status_can_be_reached() -> None:
    assert {move.target for move in MOVES} | {OrderStatus.AWAITING_PAYMENT} == set(OrderStatus)
