"""What a payment means for its order, and when Razorpay is asked again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.orders.lifecycle import ENDED, OrderStatus
from core.payments.rules import (
    PARKED_BY,
    SETTLED_BY,
    SHORTEST_LINK,
    Facts,
    Verdict,
    hold_end,
    judge,
    needs_new_expiry,
    next_link_look,
    next_refund_look,
    pause_after_429,
    reference_for,
    retry_pause,
    sooner_look,
)

NOW = datetime(2027, 5, 1, 10, 0, tzinfo=UTC)
IN_TIME = Facts(
    captured=True,
    known=False,
    amount=90_000,
    currency="INR",
    refunded=0,
    due_amount=90_000,
    due_currency="INR",
    order_status=OrderStatus.AWAITING_PAYMENT,
    pays_cash=False,
    slot_starts_at=NOW + timedelta(hours=5),
    slot_ends_at=NOW + timedelta(hours=7),
    now=NOW,
    owed=90_000,
)

PAID = {"link_is_paid": True}
BEARS = {"fee_bearer": "customer"}
CONFIRMED = {"order_status": OrderStatus.CONFIRMED}
EXPIRED = {"order_status": OrderStatus.EXPIRED}
CASH = {"pays_cash": True}
WITHDRAWN = {"withdrawn": True}

CASES: list[tuple[str, dict[str, object], Verdict]] = [
    ("in time", {}, Verdict.SETTLE),
    ("only tried", {"captured": False}, Verdict.NOT_CAPTURED),
    ("told again", {"known": True, "order_status": OrderStatus.CONFIRMED}, Verdict.ALREADY_SETTLED),
    ("a rupee short", {"amount": 89_900}, Verdict.PARK_WRONG_AMOUNT),
    ("a paisa over", {"amount": 90_001}, Verdict.PARK_WRONG_AMOUNT),
    ("dollars", {"currency": "USD"}, Verdict.PARK_WRONG_CURRENCY),
    ("given back at Razorpay already", {"refunded": 100}, Verdict.PARK_REFUNDED_ELSEWHERE),
    ("after the hold", {"order_status": OrderStatus.EXPIRED}, Verdict.REVIVE),
    (
        "after the slot began",
        {"order_status": OrderStatus.EXPIRED, "slot_starts_at": NOW},
        Verdict.REFUND_LATE,
    ),
    ("a hold that outlives its window", {"slot_ends_at": NOW}, Verdict.REFUND_LATE),
    ("in the last second of its window", {"slot_ends_at": NOW + timedelta(seconds=1)}, Verdict.SETTLE),
    ("its fee on top", {"amount": 92_124, "fee": 2_124, **PAID}, Verdict.SETTLE),
    ("its fee on top, and the link is not paid", {"amount": 92_124, "fee": 2_124}, Verdict.PARK_WRONG_AMOUNT),
    ("a part of its fee on top", {"amount": 91_000, "fee": 2_124, **BEARS, **PAID}, Verdict.SETTLE),
    ("less than the fee on top, which we bear", {"amount": 91_000, "fee": 2_124, **PAID}, Verdict.PARK_WRONG_AMOUNT),
    ("more than its fee on top", {"amount": 93_000, "fee": 2_124, **BEARS, **PAID}, Verdict.PARK_WRONG_AMOUNT),
    ("an admin fee that Razorpay keeps", {"amount": 93_000, "link_amount_paid": 90_000, **PAID}, Verdict.SETTLE),
    ("its offer", {"amount": 85_000, "has_offer": True, **PAID}, Verdict.SETTLE),
    ("its offer, and the link is not paid", {"amount": 85_000, "has_offer": True}, Verdict.PARK_WRONG_AMOUNT),
    ("less without an offer", {"amount": 85_000, "fee": 2_000, **BEARS, **PAID}, Verdict.PARK_WRONG_AMOUNT),
    ("its fee on top, twice", {"amount": 92_124, "fee": 2_124, **PAID, **CONFIRMED}, Verdict.REFUND_TWICE),
    ("its fee on top, late", {"amount": 92_124, "fee": 2_124, **PAID, **EXPIRED}, Verdict.REVIVE),
    ("after cancelling", {"order_status": OrderStatus.CANCELLED}, Verdict.REFUND_CANCELLED),
    ("a second time", {"order_status": OrderStatus.CONFIRMED}, Verdict.REFUND_TWICE),
    ("a second time, packed", {"order_status": OrderStatus.PACKED}, Verdict.REFUND_TWICE),
    ("a second time, delivered", {"order_status": OrderStatus.DELIVERED}, Verdict.REFUND_TWICE),
    ("a second time, not at home", {"order_status": OrderStatus.DELIVERY_FAILED}, Verdict.REFUND_TWICE),
    ("after cash was chosen", {**CONFIRMED, **CASH, **WITHDRAWN}, Verdict.REFUND_CASH),
    ("for what is due at the door", {**CONFIRMED, **CASH}, Verdict.PREPAY),
    ("for what is due, packed", {"order_status": OrderStatus.PACKED, **CASH}, Verdict.PREPAY),
    ("for what was collected at the door", {"order_status": OrderStatus.DELIVERED, **CASH}, Verdict.REFUND_CASH),
    ("for what was due before it was changed", {**CONFIRMED, **CASH, "owed": 120_000}, Verdict.REFUND_CHANGED),
    ("before it was changed", {"owed": 120_000, **WITHDRAWN}, Verdict.REFUND_CHANGED),
    ("before it was changed, and its hold ended", {"owed": 120_000, **EXPIRED}, Verdict.REFUND_CHANGED),
    ("on a link that was taken back", WITHDRAWN, Verdict.REFUND_CHANGED),
    (
        "on a link that was taken back, cancelled",
        {"order_status": OrderStatus.CANCELLED, **WITHDRAWN},
        Verdict.REFUND_CANCELLED,
    ),
    ("twice on a link for the difference", {**CONFIRMED, "owed": 0}, Verdict.REFUND_TWICE),
    ("wrong amount after the hold", {"amount": 1, "order_status": OrderStatus.EXPIRED}, Verdict.PARK_WRONG_AMOUNT),
]


@pytest.mark.parametrize(("changes", "verdict"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_payment_means(changes: dict[str, object], verdict: Verdict) -> None:
    assert judge(replace(IN_TIME, **changes)) is verdict  # type: ignore[arg-type]


facts = st.builds(
    Facts,
    captured=st.booleans(),
    known=st.booleans(),
    amount=st.integers(1, 200_000) | st.just(90_000),
    currency=st.sampled_from(["INR", "USD"]),
    refunded=st.sampled_from([0, 1, 90_000]),
    due_amount=st.just(90_000),
    due_currency=st.just("INR"),
    order_status=st.sampled_from(OrderStatus),
    pays_cash=st.booleans(),
    slot_starts_at=st.datetimes(timezones=st.just(UTC)),
    slot_ends_at=st.datetimes(timezones=st.just(UTC)),
    now=st.datetimes(timezones=st.just(UTC)),
    owed=st.sampled_from([0, 1, 90_000]),
    withdrawn=st.booleans(),
    link_is_paid=st.booleans(),
    link_amount_paid=st.sampled_from([0, 1, 90_000, 92_124]),
    fee=st.integers(0, 5_000),
    fee_bearer=st.sampled_from(["", "platform", "customer"]),
    has_offer=st.booleans(),
)


@given(facts)
def test_an_order_is_only_confirmed_by_its_money_but_for_razorpays_own_doing(facts: Facts) -> None:
    verdict = judge(facts)
    if verdict in SETTLED_BY:
        assert facts.owed == facts.due_amount
        assert not facts.withdrawn
        assert facts.currency == facts.due_currency
        assert facts.amount == facts.due_amount or facts.link_is_paid
        assert facts.amount >= facts.due_amount or facts.has_offer
        assert facts.captured
        assert not facts.refunded
    if verdict in {Verdict.SETTLE, Verdict.REVIVE}:
        assert facts.now < facts.slot_ends_at or facts.order_status is OrderStatus.EXPIRED
        assert facts.order_status in {OrderStatus.AWAITING_PAYMENT, OrderStatus.EXPIRED}
    if verdict is Verdict.PREPAY:
        assert facts.pays_cash
        assert facts.order_status not in {OrderStatus.AWAITING_PAYMENT, *ENDED}


@given(facts)
def test_captured_money_is_never_ignored(facts: Facts) -> None:
    ignored = judge(facts) in {Verdict.NOT_CAPTURED, Verdict.ALREADY_SETTLED}
    assert ignored == (not facts.captured or facts.known)


def test_money_that_is_not_what_was_asked_waits_for_a_human() -> None:
    assert {judge(replace(IN_TIME, amount=1)), judge(replace(IN_TIME, currency="EUR"))} <= PARKED_BY


def looks_from(start: datetime, expires_at: datetime, *, settled: bool) -> list[timedelta]:
    """Every look after `start`, as the time since the hold's end."""
    looks, now = [], start
    while (look := next_link_look(now, expires_at, settled=settled)) is not None:
        looks.append(look - hold_end(expires_at))
        now = look
    return looks


def test_a_link_is_looked_at_each_minute_then_ever_more_rarely_until_day_five() -> None:
    looks = looks_from(NOW, NOW + timedelta(minutes=16), settled=False)
    assert looks[:21] == [timedelta(minutes=minute) for minute in range(-20, 1)]
    hours = [0.25, 1, 6, 24, 48, 72, 96, 120]
    assert looks[21:] == [timedelta(hours=hour) for hour in hours]


def test_a_settled_link_is_looked_at_only_for_second_payments() -> None:
    looks = looks_from(NOW, NOW + timedelta(minutes=16), settled=True)
    assert looks[0] == timedelta(minutes=15)
    assert looks[-1] == timedelta(days=5)


def test_a_refund_is_looked_at_for_two_weeks() -> None:
    assert next_refund_look(NOW, NOW) == NOW + timedelta(minutes=1)
    assert next_refund_look(NOW + timedelta(days=2, hours=1), NOW) == NOW + timedelta(days=3)
    assert next_refund_look(NOW + timedelta(days=14), NOW) is None


def test_news_during_a_look_is_not_overlooked() -> None:
    lease_end, later = NOW + timedelta(seconds=10), NOW + timedelta(minutes=1)
    assert sooner_look(lease_end, lease_end, later) == later
    assert sooner_look(NOW, lease_end, later) == NOW
    assert sooner_look(NOW, lease_end, None) == NOW
    assert sooner_look(None, None, later) == later


def test_a_link_that_waited_for_its_call_gets_a_new_end_before_razorpay_refuses_it() -> None:
    expires_at = NOW + SHORTEST_LINK
    assert not needs_new_expiry(expires_at, NOW)
    assert not needs_new_expiry(expires_at, NOW + timedelta(seconds=30))
    assert needs_new_expiry(expires_at, NOW + timedelta(seconds=50))


def test_each_attempt_has_a_name_of_its_own() -> None:
    assert reference_for("7KQ3XY", 1) == "7KQ3XY-1"
    assert reference_for("7KQ3XY", 2) == "7KQ3XY-2"


def test_after_a_429_we_are_silent_ever_longer() -> None:
    seconds = [pause_after_429(pauses).total_seconds() for pauses in (1, 2, 3, 6, 7, 1000)]
    assert seconds == [2, 4, 8, 64, 120, 120]


def test_calls_are_repeated_ever_more_slowly() -> None:
    assert [retry_pause(attempts).total_seconds() for attempts in (1, 2, 3, 7, 50)] == [1, 2, 4, 60, 60]
