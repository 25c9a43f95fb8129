"""News that the pretend Razorpay never sends, and moves that only go forward."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import product

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from core.clock import read_now
from core.db import transaction
from core.invariants import find_violations
from core.orders.tables import Order
from core.payments.actions import pay_online
from core.payments.gateway import LinkFacts, LinkRequest, PaymentFacts, RazorpayRefused, RefundFacts
from core.payments.lifecycle import LINK_MOVES, PAYMENT_MOVES, REFUND_MOVES, LinkStatus, PaymentStatus, RefundStatus
from core.payments.link_calls import create_link
from core.payments.moves import move_refund, settle_payment
from core.payments.provider_calls import claim_call
from core.payments.refunds import apply_refund, request_refund
from core.payments.settling import settle
from core.payments.tables import Payment, PaymentLink, Refund
from tests.support.actors import STAFF
from tests.support.buyers import make_customer, make_order

FACTS = LinkFacts("plink_A", "A-1", "created", 0, "INR", "http://127.0.0.1/")
PAYMENT = PaymentFacts("pay_A", "captured", True, 0, "INR", 0, "upi", datetime(2027, 1, 1, tzinfo=UTC))


def make_link(session: Session, status: LinkStatus = LinkStatus.OPEN) -> PaymentLink:
    now = read_now(session)
    order = session.get_one(Order, make_order(session, make_customer(session, 1, now), now))
    link = PaymentLink(
        order_id=order.id,
        reference_id="A-1",
        status=status,
        amount_paise=order.total_paise,
        expires_at=now + timedelta(minutes=16),
        provider_link_id="plink_A",
        short_url="http://127.0.0.1/",
    )
    session.add(link)
    session.flush()
    return link


def hear(session: Session, link: PaymentLink, status: str, *payments: PaymentFacts) -> LinkStatus:
    settle(session, link.id, replace(FACTS, status=status), list(payments), read_now(session))
    session.refresh(link)
    return link.status


@pytest.mark.parametrize(("before", "said"), list(product(LinkStatus, ["created", "paid", "cancelled", "expired"])))
def test_a_link_only_moves_as_its_table_says(demo_shop: str, before: LinkStatus, said: str) -> None:
    targets = {"created": LinkStatus.OPEN}
    with transaction() as session:
        link = make_link(session, before)
        after = hear(session, link, said)
        target = targets.get(said) or LinkStatus(said)
        assert after is (target if target in LINK_MOVES[before] else before)


def test_a_link_given_up_that_can_still_be_paid_is_withdrawn(demo_shop: str) -> None:
    with transaction() as session:
        link = make_link(session, LinkStatus.CANCELLED)
        hear(session, link, "created")
        assert session.execute(text("SELECT count(*) FROM outbox WHERE kind = 'cancel_link'")).scalar_one() == 1


def test_a_partly_paid_link_rings_the_founder(demo_shop: str) -> None:
    with transaction() as session:
        link = make_link(session)
        assert hear(session, link, "partially_paid") is LinkStatus.OPEN
        assert codes(session) == {"link-strange"}


def test_money_authorised_and_not_captured_for_an_hour_rings_the_founder(demo_shop: str) -> None:
    with transaction() as session:
        link = make_link(session)
        now = read_now(session)
        waiting = replace(PAYMENT, status="authorized", captured=False, amount=link.amount_paise)
        hear(session, link, "created", replace(waiting, created_at=now - timedelta(minutes=59)))
        assert codes(session) == set()
        hear(session, link, "created", replace(waiting, created_at=now - timedelta(minutes=61)))
        assert codes(session) == {"payment-uncaptured"}
        hear(session, link, "paid", replace(waiting, status="captured", captured=True))
        assert codes(session) == set()
    with transaction() as session:
        assert find_violations(session) == []


def codes(session: Session) -> set[str]:
    return set(session.execute(text("SELECT code FROM alerts WHERE resolved_at IS NULL")).scalars())


def make_refund(session: Session) -> Refund:
    link = make_link(session)
    hear(session, link, "paid", replace(PAYMENT, amount=link.amount_paise))
    payment = session.exec(select(Payment)).one()
    return request_refund(session, payment.id, 5_000, reason="soft", actor=STAFF)


ORDERS = [
    (["pending", "processed"], RefundStatus.PROCESSED),
    (["processed", "pending"], RefundStatus.PROCESSED),
    (["processed", "failed"], RefundStatus.PROCESSED),
    (["pending", "failed", "pending"], RefundStatus.FAILED),
    (["failed", "processed"], RefundStatus.FAILED),
    (["strange"], RefundStatus.REQUESTED),
]


@pytest.mark.parametrize(("news", "end"), ORDERS, ids=["-".join(news) for news, _ in ORDERS])
def test_a_refund_only_moves_forward_and_is_told_once(demo_shop: str, news: list[str], end: RefundStatus) -> None:
    with transaction() as session:
        refund = make_refund(session)
        for status in [said for said in news for _ in range(2)]:
            facts = RefundFacts("rfnd_A", "pay_A", status, 5_000, "INR")
            apply_refund(session, refund.id, facts, read_now(session))
        session.refresh(refund)
        assert refund.status is end
        told = session.execute(
            text("SELECT count(*) FROM outbox WHERE body ->> 'key' = 'refund-processed'")
        ).scalar_one()
        assert told == (end is RefundStatus.PROCESSED)
    with transaction() as session:
        assert find_violations(session) == []


@pytest.mark.parametrize("before", RefundStatus)
def test_a_refund_only_moves_as_its_table_says_whatever_its_asker_knows(demo_shop: str, before: RefundStatus) -> None:
    force = "UPDATE refunds SET status = :before, finished_at = CASE WHEN :over THEN jamango_now() END"
    with transaction() as session:
        refund = make_refund(session)
        now = read_now(session)
        over = {RefundStatus.PROCESSED: now, RefundStatus.FAILED: now}
        for target in RefundStatus:
            session.execute(text(force), {"before": before, "over": before in over})
            moved = move_refund(session, refund, target, finished_at=over.get(target))
            assert moved is (target in REFUND_MOVES[before])
        session.rollback()


def test_a_payment_only_moves_as_its_table_says(demo_shop: str) -> None:
    with transaction() as session:
        refund = make_refund(session)
        payment = session.get_one(Payment, refund.payment_id)
        for before in (PaymentStatus.SETTLED, PaymentStatus.PARKED):
            session.execute(text("UPDATE payments SET status = :before"), {"before": before})
            assert settle_payment(session, payment, 0) is (PaymentStatus.SETTLED in PAYMENT_MOVES[before])
        request_refund(session, payment.id, payment.amount_paise - 5_000, reason="soft", actor=STAFF)
        assert payment.status is PaymentStatus.RETURNED
        assert not settle_payment(session, payment, 0)


class LateRefuser:
    """A Razorpay that made the link by an earlier try, which a look finds while this one is refused."""

    def __init__(self, link_id: int, description: str) -> None:
        self.link_id = link_id
        self.description = description

    def create_link(self, request: LinkRequest) -> LinkFacts:
        with transaction() as session:
            settle(session, self.link_id, FACTS, [], read_now(session))
        raise RazorpayRefused(400, "BAD_REQUEST_ERROR", self.description)


@pytest.mark.parametrize("why", ["payment link creation with reference already attempted", "contact is invalid"])
def test_a_refusal_that_comes_late_leaves_a_link_that_lives(demo_shop: str, why: str) -> None:
    with transaction() as session:
        now = read_now(session)
        link_id = pay_online(session, make_order(session, make_customer(session, 1, now), now), now).id
    with transaction() as session:
        call = claim_call(session)
    assert call is not None
    create_link(LateRefuser(link_id, why), call)  # type: ignore[arg-type]
    with transaction() as session:
        [link] = session.exec(select(PaymentLink)).all()
        assert link.status is LinkStatus.OPEN
        assert codes(session) == set()
        calls = session.execute(text("SELECT status FROM outbox WHERE kind = 'create_link'")).scalars().all()
        told = session.execute(text("SELECT body ->> 'key' FROM outbox WHERE kind = 'notice'")).scalars().all()
        assert (calls, told) == (["dropped"], ["pay-here"])


def test_news_of_another_refund_does_not_move_ours(demo_shop: str) -> None:
    with transaction() as session:
        refund = make_refund(session)
        now = read_now(session)
        apply_refund(session, refund.id, RefundFacts("rfnd_A", "pay_A", "pending", 5_000, "INR"), now)
        apply_refund(session, refund.id, RefundFacts("rfnd_B", "pay_A", "processed", 5_000, "INR"), now)
        session.refresh(refund)
        assert (refund.status, refund.provider_refund_id) == (RefundStatus.PENDING, "rfnd_A")


def test_ends_are_ends() -> None:
    assert LINK_MOVES[LinkStatus.PAID] == frozenset()
    assert REFUND_MOVES[RefundStatus.PROCESSED] == frozenset()
    assert PAYMENT_MOVES[PaymentStatus.RETURNED] == frozenset()


@pytest.mark.parametrize(
    ("moves", "begins"),
    [
        (LINK_MOVES, {LinkStatus.CREATING}),
        (PAYMENT_MOVES, {PaymentStatus.SETTLED, PaymentStatus.PARKED}),
        (REFUND_MOVES, {RefundStatus.REQUESTED}),
    ],
    ids=["links", "payments", "refunds"],
)
def test_every_status_stands_in_its_table_and_can_be_come_to(
    moves: dict[StrEnum, frozenset[StrEnum]], begins: set[StrEnum]
) -> None:
    [kind] = {type(status) for status in begins}
    assert set(moves) == set(kind)
    assert begins.union(*moves.values()) == set(kind)
