"""One database with an order in every state, whose rows each test breaks and leaves whole again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.clock import read_now
from core.db import forget_engines
from core.delivery.cash import count_cash
from core.delivery.riding import deliver_stop, end_run
from core.ids import new_key
from core.orders.actions import confirm_cash_order, expire_order, pack_order
from core.payments.actions import pay_online
from core.payments.gateway import LinkFacts, PaymentFacts, RefundFacts
from core.payments.refunds import apply_refund, request_refund
from core.payments.settling import settle
from core.stalls.qrs import ask_for_qr
from tests.support.actors import STAFF
from tests.support.clusters import Cluster, current_settings
from tests.support.rounds import DUE, Rounds
from tests.support.shelf import DOZEN, Shelf
from tests.support.stand import Stand


@pytest.fixture(scope="module")
def shelf(cluster: Cluster, demo_template: str) -> Iterator[Shelf]:
    """The demo shop after a busy hour."""
    name = cluster.copy(demo_template)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAMANGO_DATABASE_URL", cluster.url_of(name))
        current_settings()
        shelf = Shelf()
        have_a_busy_hour(shelf)
        yield shelf
        forget_engines(close=True)
    cluster.drop(name)
    current_settings()


def have_a_busy_hour(shelf: Shelf) -> None:
    """A stall sold in two shifts, more than there was in one; one order was brought and its cash counted short, one
    awaits payment, one is for cash, one packed, one lapsed, one is paid online and half refunded."""
    sell_at_a_stall(Stand(shelf))
    bring_and_count_short(Rounds(shelf))
    lapsed = shelf.place()
    shelf.wait(minutes=11)
    shelf.run(lambda session: expire_order(session, lapsed, read_now(session)))
    shelf.place()
    assert shelf.order(lapsed).status == "expired"
    cash = shelf.place(shelf.fill_cart(shelf.meet(), {shelf.pack("kesar"): 1}))
    shelf.run(lambda session: confirm_cash_order(session, cash, read_now(session)))
    pay_and_refund(shelf, shelf.place(shelf.fill_cart(shelf.meet(), {shelf.pack("kesar", 24): 1})))
    packed = shelf.place()
    shelf.run(lambda session: confirm_cash_order(session, packed, read_now(session)))
    shelf.run(lambda session: pack_order(session, packed, actor=STAFF, now=read_now(session)))
    shelf.assert_sound()


def sell_at_a_stall(stand: Stand) -> None:
    stand.opens()
    stand.sells(stand.sale(("kesar", DOZEN, 1)))
    stand.closes(cash=1)
    shift = stand.opens()
    stand.run(
        lambda session: ask_for_qr(session, stand.device, new_key(), 100, shift_id=shift, actor=stand.actor,
                                   now=read_now(session))
    )  # fmt: skip
    stand.sells(stand.sale(("kesar", 24, 499)))
    stand.shelf.change("UPDATE alerts SET resolved_at = jamango_now()")
    stand.shelf.receive("kesar", 600)


def bring_and_count_short(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    rounds.do(deliver_stop, rounds.next_stop(run_id).stop_id, cash_paise=DUE)
    rounds.do(end_run, run_id, declared_paise=DUE)
    rounds.do(count_cash, run_id, DUE - 100)
    rounds.shelf.change("UPDATE alerts SET resolved_at = jamango_now()")


def pay_and_refund(shelf: Shelf, order_id: int) -> None:
    """The customer pays online; the founder gives one rupee back, and then another that is still under way."""
    link = shelf.run(lambda session: pay_online(session, order_id, read_now(session)))
    total = link.amount_paise
    address = "https://razorpay.invalid/l"
    facts = LinkFacts("plink_1", link.reference_id, "paid", total, "INR", address, ("pay_1",))
    now = shelf.run(read_now)
    payment = PaymentFacts("pay_1", "captured", True, total, "INR", 0, "upi", now)
    shelf.run(lambda session: settle(session, link.id, facts, [payment], now))
    payment_id = shelf.read("SELECT id FROM payments")
    refund = shelf.run(lambda session: request_refund(session, payment_id, 100, reason="bruised", actor=STAFF))
    shelf.run(
        lambda session: apply_refund(session, refund.id, RefundFacts("rfnd_1", "pay_1", "processed", 100, "INR"), now)
    )
    shelf.run(lambda session: request_refund(session, payment_id, 100, reason="late", actor=STAFF))
    shelf.change(
        "INSERT INTO inbox (provider, event_key, kind, payload, sent_at, received_at, status, handled_at, chat_id)"
        " SELECT 'whatsapp', 'wamid.1', 'message', '', jamango_now(), jamango_now(), 'handled', jamango_now(), max(id)"
        " FROM chats"
    )
