"""A stall sells from the fruit of all doors: the last box is one (invariant I1); the guard is taken off once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlmodel import Session

import core.inventory.selling
import core.stalls.fruit
from core.clock import read_now
from core.db import in_transaction
from core.payments.gateway import PaymentFacts
from core.query import Query
from core.stalls.crediting import lock_qr, take_credit
from core.stalls.qrs import ask_for_qr
from core.stalls.rules import Payment, Sale
from tests.races.test_last_unit import order_now
from tests.support.patience import PATIENCE_SECONDS
from tests.support.shelf import DOZEN, Shelf, race, refused
from tests.support.stand import Stand

BOXES, AT_THE_STALL, ONLINE = 10, 20, 40
GUARD = " AND on_hand - held >= :quantity"
Deeds = list[Callable[[Session], Any]]


def everybody(shelf: Shelf) -> Deeds:
    stand = Stand(shelf)
    stand.opens()
    shelf.leave(BOXES * DOZEN)
    sales = [stand.selling(stand.sale(("alphonso", DOZEN, 1)), live=True) for _ in range(AT_THE_STALL)]
    return [*sales, *(order_now(person) for person in shelf.buyers(ONLINE))]


def test_twenty_at_the_stall_and_forty_online_get_exactly_ten_boxes(shelf: Shelf) -> None:
    results = rush(everybody(shelf))
    codes = refused(results)
    assert (len(results) - len(codes), set(codes)) == (BOXES, {"sold-out", "stall-too-few"})
    on_hand, held = shelf.stock()
    sold = shelf.read("SELECT count(*) FROM stall_sales")
    assert (on_hand - held, held // DOZEN + sold) == (0, BOXES)
    shelf.assert_sound()


def test_control_without_its_guard_the_stall_sells_what_others_have(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    unguarded = core.inventory.selling.TAKE.sql.replace(GUARD, "")
    assert unguarded != core.inventory.selling.TAKE.sql
    monkeypatch.setattr(core.inventory.selling, "TAKE", Query(unguarded))
    monkeypatch.setattr(core.stalls.fruit, "lock_inventory", lambda *_: None)
    deeds = everybody(shelf)
    shelf.change("ALTER TABLE inventory DROP CONSTRAINT inventory_never_oversold")
    rush(deeds)
    on_hand, held = shelf.stock()
    assert on_hand < held


def test_the_same_sale_from_two_tabs_counts_once(shelf: Shelf) -> None:
    stand = Stand(shelf)
    stand.opens()
    sale = stand.sale(("alphonso", DOZEN, 1))
    results = race([stand.selling(sale)] * 4)
    assert sorted(result.is_new for result in results if not isinstance(result, Exception)) == [False] * 3 + [True]
    shelf.assert_sound()


def test_a_sale_and_the_money_of_its_code_find_each_other_at_the_same_moment(shelf: Shelf) -> None:
    stand, pairs = Stand(shelf), 8
    stand.opens()
    shelf.leave(pairs * DOZEN)
    sales = [stand.sale(("alphonso", DOZEN, 1), payment=Payment.UPI) for _ in range(pairs)]
    deeds = [deed for sale in sales for deed in (crediting(stand, sale), stand.selling(sale))]
    assert refused(rush(deeds)) == []
    assert shelf.read("SELECT count(*) FROM stall_qrs WHERE sale_id IS NOT NULL") == pairs
    assert shelf.read("SELECT count(*) FROM payments WHERE status = 'sold'") == pairs
    assert shelf.read("SELECT count(*) FROM stall_discrepancies") == 0
    shelf.assert_sound()


def crediting(stand: Stand, sale: Sale) -> Callable[[Session], None]:
    """Razorpay's code of this sale was paid: what came is written now."""
    stand.run(lambda session: ask_for_qr(session, stand.device, sale.uid, sale.paid_paise, shift_id=stand.shift,
                                         actor=stand.actor, now=read_now(session)))  # fmt: skip
    qr_id = stand.shelf.read("SELECT id FROM stall_qrs WHERE uid = :uid", uid=sale.uid)
    paid = PaymentFacts(f"pay_{qr_id}", "captured", True, sale.paid_paise, "INR", 0, "upi", sale.made_at)
    return lambda session: take_credit(session, lock_qr(session, qr_id), paid, read_now(session))


def rush(deeds: Deeds) -> list[Any]:
    """All of them at the same moment, over as many connections as a web process has; what each returned or raised."""
    start, connections = threading.Barrier(len(deeds)), threading.Semaphore(20)

    def run(deed: Callable[[Session], Any]) -> Any:
        start.wait(PATIENCE_SECONDS)
        try:
            with connections:
                return in_transaction(deed)
        except Exception as error:
            return error

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(run, deeds))
