"""Settling against expiry and against itself. First the control: without the guards the race is real."""

import threading

import pytest
from sqlalchemy import text
from sqlmodel import select

from core.checkpoints import Checkpoint, install_hook
from core.clock import read_now
from core.db import in_transaction, transaction
from core.invariants import find_violations
from core.orders.actions import expire_order
from core.orders.lifecycle import OrderStatus
from core.orders.tables import Order
from core.payments.actions import end_hold
from core.payments.settling import settle
from core.payments.tables import PaymentLink
from core.slots.actions import release_place
from tests.support.asked import at_once, make_asked, open_wide, razorpay_says
from tests.support.patience import becomes_true


def test_control_settling_and_expiring_without_locks_confirms_an_order_that_keeps_nothing(demo_shop: str) -> None:
    """The same two deeds as read, decide, write: the order ends confirmed while its fruit is everybody's again."""
    with transaction() as session:
        order, _ = make_asked(session, 1, read_now(session))
        session.execute(text("UPDATE orders SET held_until = jamango_now()"))
        order_id = order.id
    both_have_read = threading.Barrier(2)

    def settle_carelessly() -> None:
        with transaction() as session:
            assert session.get_one(Order, order_id).status is OrderStatus.AWAITING_PAYMENT
            both_have_read.wait()
        with transaction() as session:
            confirm = text(
                "UPDATE orders SET status = 'confirmed', confirmed_at = jamango_now(), prepaid_paise = total_paise"
                " WHERE id = :id"
            )
            session.execute(confirm, {"id": order_id})

    def expire_carelessly() -> None:
        with transaction() as session:
            assert session.get_one(Order, order_id).status is OrderStatus.AWAITING_PAYMENT
            both_have_read.wait()
        with transaction() as session:
            release = text("UPDATE holds SET status = 'released', ended_at = jamango_now() WHERE order_id = :id")
            session.execute(release, {"id": order_id})
            session.execute(text("UPDATE inventory SET held = 0"))
            release_place(session, order_id)

    at_once(settle_carelessly, expire_carelessly)
    with transaction() as session:
        broken = {violation.rule for violation in find_violations(session)}
    assert broken, "the race did not appear, so the test below proves nothing"


@pytest.mark.parametrize("rounds", [40, pytest.param(200, marks=pytest.mark.trouble)])
def test_settling_races_expiry_and_nothing_is_half_done(demo_shop: str, rounds: int) -> None:
    with transaction() as session:
        open_wide(session)
        now = read_now(session)
        pairs = [make_asked(session, number, now) for number in range(1, rounds + 1)]
        session.execute(text("UPDATE orders SET held_until = jamango_now() WHERE status = 'awaiting_payment'"))

    def settle_it(order: Order, link: PaymentLink) -> list[str]:
        facts = razorpay_says(order, link)
        return in_transaction(lambda session: [*settle(session, link.id, *facts, read_now(session))])

    def expire_it(order: Order) -> bool:
        return in_transaction(lambda session: expire_order(session, order.id, read_now(session)))

    outcomes = [at_once(lambda: settle_it(*pair), lambda: expire_it(pair[0])) for pair in pairs]  # noqa: B023
    verdicts = {str(verdict) for verdicts, _ in outcomes for verdict in verdicts}
    assert verdicts <= {"settle", "revive"}
    with transaction() as session:
        statuses = set(session.exec(select(Order.status).where(Order.payment_method == "online")).all())
        assert statuses == {OrderStatus.CONFIRMED}
        assert session.execute(text("SELECT count(*) FROM payments WHERE status = 'settled'")).scalar_one() == rounds
        assert find_violations(session) == []


def test_expiry_waits_for_a_settlement_under_way(demo_shop: str) -> None:
    """The settlement is held up in its middle until the other waits for its lock."""
    with transaction() as session:
        order, link = make_asked(session, 1, read_now(session))
        session.execute(text("UPDATE orders SET held_until = jamango_now() WHERE id = :id"), {"id": order.id})
    expired: list[bool] = []
    other = threading.Thread(
        target=lambda: expired.append(
            in_transaction(lambda session: expire_order(session, order.id, read_now(session)))
        )
    )

    def hold_up(checkpoint: Checkpoint) -> None:
        if checkpoint is Checkpoint.PAYMENT_RECORDED:
            other.start()
            wait_for_a_lock()

    remove = install_hook(hold_up)
    try:
        with transaction() as session:
            settle(session, link.id, *razorpay_says(order, link), read_now(session))
    finally:
        remove()
    other.join()
    assert expired == [False]
    with transaction() as session:
        assert session.get_one(Order, order.id).status is OrderStatus.CONFIRMED
        assert find_violations(session) == []


def wait_for_a_lock() -> None:
    """Until somebody waits for a row."""
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )

    def somebody_waits() -> bool:
        with transaction() as session:
            return bool(session.execute(waiting).scalar_one())

    assert becomes_true(somebody_waits), "nobody waits: the lock is missing"


def test_one_payment_seen_by_many_lookers_at_once_is_recorded_once(demo_shop: str) -> None:
    with transaction() as session:
        order, link = make_asked(session, 1, read_now(session))
    facts = razorpay_says(order, link)
    look = lambda: in_transaction(lambda session: settle(session, link.id, *facts, read_now(session)))  # noqa: E731
    verdicts = [str(verdict) for [verdict] in at_once(*[look] * 12)]
    assert sorted(verdicts) == ["already_settled"] * 11 + ["settle"]
    with transaction() as session:
        confirmed = text("SELECT count(*) FROM outbox WHERE body ->> 'key' = 'order-confirmed'")
        assert session.execute(confirmed).scalar_one() == 1
        assert find_violations(session) == []


def test_ending_a_hold_and_settling_at_once_never_lose_the_money(demo_shop: str) -> None:
    with transaction() as session:
        order, link = make_asked(session, 1, read_now(session))
        session.execute(
            text("UPDATE orders SET held_until = jamango_now() - interval '3 min' WHERE id = :id"), {"id": order.id}
        )
    facts = razorpay_says(order, link)
    at_once(
        lambda: in_transaction(lambda session: settle(session, link.id, *facts, read_now(session))),
        *[lambda: in_transaction(lambda session: end_hold(session, order.id, read_now(session)))] * 4,
    )
    with transaction() as session:
        assert session.get_one(Order, order.id).status is OrderStatus.CONFIRMED
        assert find_violations(session) == []
