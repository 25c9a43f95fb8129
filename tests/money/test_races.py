"""Two at once about the same money. Each story begins with its control: without the guard the race is real."""

import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from core.checkpoints import Checkpoint, install_hook
from core.clock import read_now
from core.db import in_transaction, transaction
from core.errors import Refusal
from core.invariants import find_violations
from core.orders.actions import expire_order
from core.orders.lifecycle import OrderStatus
from core.orders.tables import Order
from core.payments.actions import end_hold
from core.payments.gateway import LinkFacts, PaymentFacts
from core.payments.refunds import request_refund
from core.payments.runner import look_next, run_next_call
from core.payments.settling import settle
from core.payments.tables import Payment, PaymentLink
from core.slots.actions import release_place
from simulator.configuration import Configuration
from simulator.razorpay.envelopes import sign
from tests.support.money import Till, count_fruit, make_customer, make_order

ROUNDS = 200


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """Do all of them at the same moment; the results, or the Refusals, in order."""
    start = threading.Barrier(len(deeds))

    def do(deed: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return deed()
        except Refusal as refusal:
            return refusal

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(do, deeds))


def make_paid(session: Session, number: int, now: datetime) -> Payment:
    """An order paid by a payment of its own, without asking Razorpay."""
    order, link = make_asked(session, number, now)
    settle(session, link.id, *razorpay_says(order, link), now)
    return session.exec(select(Payment).where(Payment.order_id == order.id)).one()


def make_asked(session: Session, number: int, now: datetime) -> tuple[Order, PaymentLink]:
    """An order with an open link, without asking Razorpay."""
    order = session.get_one(Order, make_order(session, make_customer(session, number, now), now))
    link = PaymentLink(
        order_id=order.id,
        reference_id=f"{order.code}-1",
        status="open",
        amount_paise=order.total_paise,
        expires_at=now,
        provider_link_id=f"plink_{order.code}",
        short_url="http://127.0.0.1/",
    )
    order.payment_method = "online"
    session.add(link)
    session.flush()
    return order, link


def razorpay_says(order: Order, link: PaymentLink) -> tuple[LinkFacts, list[PaymentFacts]]:
    """The link is paid."""
    payment = PaymentFacts(
        payment_id=f"pay_{order.code}",
        status="captured",
        captured=True,
        amount=link.amount_paise,
        currency="INR",
        refunded=0,
        method="upi",
        created_at=datetime(2027, 1, 1, tzinfo=UTC),
    )
    facts = LinkFacts(
        link_id=f"plink_{order.code}",
        reference_id=link.reference_id,
        status="paid",
        amount=link.amount_paise,
        currency="INR",
        short_url="http://127.0.0.1/",
        payment_ids=(payment.payment_id,),
    )
    return facts, [payment]


def open_wide(session: Session) -> None:
    """Fruit and places for everybody."""
    session.execute(text("UPDATE delivery_slots SET capacity = 10000"))
    count_fruit(session, 100_000)


# settling against expiry


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
            session.execute(text("UPDATE orders SET status = 'confirmed', confirmed_at = jamango_now()"))

    def expire_carelessly() -> None:
        with transaction() as session:
            assert session.get_one(Order, order_id).status is OrderStatus.AWAITING_PAYMENT
            both_have_read.wait()
        with transaction() as session:
            session.execute(text("UPDATE holds SET status = 'released', ended_at = jamango_now()"))
            session.execute(text("UPDATE inventory SET held = 0"))
            release_place(session, order_id)

    at_once(settle_carelessly, expire_carelessly)
    with transaction() as session:
        broken = {violation.rule for violation in find_violations(session)}
    assert broken, "the race did not appear, so the test below proves nothing"


def test_settling_races_expiry_200_times_and_nothing_is_half_done(demo_shop: str) -> None:
    with transaction() as session:
        open_wide(session)
        now = read_now(session)
        pairs = [make_asked(session, number, now) for number in range(1, ROUNDS + 1)]
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
        assert session.execute(text("SELECT count(*) FROM payments WHERE status = 'settled'")).scalar_one() == ROUNDS
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
    pause = threading.Event()
    for _ in range(500):
        with transaction() as session:
            if session.execute(waiting).scalar_one():
                return
        pause.wait(0.01)
    raise AssertionError("nobody waits: the lock is missing")


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


# two founders


CARELESS = text(
    "UPDATE payments SET refund_reserved_paise = refund_reserved_paise + :amount WHERE id = :payment_id RETURNING 1"
)


def refunding(payment_id: int, paise: int) -> Callable[[], int]:
    def refund() -> int:
        return in_transaction(
            lambda session: request_refund(session, payment_id, paise, reason="soft", actor="staff:1").id
        )

    return refund


def test_control_two_founders_refund_more_than_came_without_the_guards(
    demo_shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the condition in the statement and without the CHECK behind it."""
    with transaction() as session:
        payment = make_paid(session, 1, read_now(session))
        session.execute(text("ALTER TABLE payments DROP CONSTRAINT refunds_never_exceed_the_capture"))
    monkeypatch.setattr("core.payments.refunds.RESERVE", CARELESS)
    results = at_once(*[refunding(payment.id, payment.amount_paise)] * 2)
    assert not any(isinstance(result, Refusal) for result in results)
    with transaction() as session:
        assert "reserved-is-sum-of-refunds" in {violation.rule for violation in find_violations(session)}


def test_control_the_check_alone_also_stops_the_second_founder(demo_shop: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with transaction() as session:
        payment = make_paid(session, 1, read_now(session))
    monkeypatch.setattr("core.payments.refunds.RESERVE", CARELESS)
    refunding(payment.id, payment.amount_paise)()
    with pytest.raises(Exception, match="refunds_never_exceed_the_capture"):
        refunding(payment.id, 1)()


@pytest.mark.parametrize("share", [1, 2, 3])
def test_founders_refunding_at_once_never_return_more_than_came(demo_shop: str, share: int) -> None:
    """All of it, a half and more, a third and more: one, one and two of eight succeed."""
    with transaction() as session:
        payment = make_paid(session, 1, read_now(session))
    part = payment.amount_paise // share + (share > 1)
    results = at_once(*[refunding(payment.id, part)] * 8)
    refused = [result for result in results if isinstance(result, Refusal)]
    assert len(results) - len(refused) == max(1, share - 1)
    assert {refusal.code for refusal in refused} == {"refund-too-much"}
    with transaction() as session:
        assert find_violations(session) == []


# the doors


def test_one_signed_body_under_fifty_event_ids_at_once_acts_once(till: Till) -> None:
    till.switch(drop_razorpay_webhooks=True)
    order_id = till.order_with_link()
    till.pay(order_id)
    body = next(row["body"] for row in till.books()["razorpay_events"] if row["event"] == "payment.captured").encode()
    signature = sign(Configuration().razorpay_webhook_secret, body)

    def deliver(number: int) -> int:
        headers = {"X-Razorpay-Signature": signature, "X-Razorpay-Event-Id": f"Replayed{number:06d}"}
        return httpx.post(f"{till.shop.base_url}/webhooks/razorpay", content=body, headers=headers).status_code

    with ThreadPoolExecutor(10) as pool:
        assert set(pool.map(deliver, range(50))) == {200}
    till.work()
    assert till.status(order_id) == "confirmed"
    assert len(till.payments_of(order_id)) == 1
    assert till.told(order_id) == ["pay-here", "order-confirmed"]
    till.assert_books_agree()


def test_many_workers_at_once_make_each_call_once(till: Till) -> None:
    with transaction() as session:
        open_wide(session)
    orders = [till.order() for _ in range(12)]
    for order_id in orders:
        till.ask_to_pay(order_id)

    def work_alone() -> None:
        while run_next_call(till.gateway) or look_next(till.gateway):
            pass

    at_once(*[work_alone] * 6)
    till.work()
    assert len(till.books()["links"]) == 12
    for order_id in orders:
        till.pay(order_id)
    till.outside.post("/sim/settle", json={"timeout_seconds": 20})
    while till.read_news():
        pass
    at_once(*[work_alone] * 6)
    assert {till.status(order_id) for order_id in orders} == {"confirmed"}
    for order_id in orders:
        till.cancel(order_id)
    at_once(*[work_alone] * 6)
    till.work()
    assert len(till.books()["refunds"]) == 12
    assert {tuple(sorted(till.told(order_id))) for order_id in orders} == {
        ("order-confirmed", "pay-here", "refund-processed")
    }
    till.assert_books_agree()


def test_events_in_any_order_lead_to_the_same_end(till: Till) -> None:
    """All orders of the events of one order that was tried, paid and refunded, with a look after each."""
    from itertools import permutations  # noqa: PLC0415

    from core.payments.news import handle_news  # noqa: PLC0415

    till.switch(drop_razorpay_webhooks=True)
    order_id = till.order_with_link()
    till.pay(order_id, outcome="failed")
    till.pay(order_id)
    till.live_through(minutes=1)
    till.cancel(order_id)
    till.work()
    events = [json.loads(row["body"]) for row in till.books()["razorpay_events"]]
    assert len(events) >= 5
    end = (till.told(order_id), till.balances(), till.status(order_id))
    for several in list(permutations(events, 4))[::7]:
        for event in several:
            with transaction() as session:
                handle_news(session, event, read_now(session))
            look_next(till.gateway)
    till.work()
    assert (till.told(order_id), till.balances(), till.status(order_id)) == end
    till.assert_books_agree()
