"""Many buyers, little fruit (invariant I1, fault F85): with the guard off they all get some, with it never too many."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlmodel import Session

import core.inventory.actions
from core.checkout.basket import Channel
from core.clock import business_day, read_now
from core.inventory.stock import correct_stock
from core.orders.actions import confirm_cash_order, place_cart
from core.query import Query
from core.settings import get_settings
from tests.support.actors import STAFF
from tests.support.patience import PATIENCE_SECONDS
from tests.support.shelf import Shelf, race, refused

BUYERS = 12
BOXES = 4
GUARD = " AND i.held + turn.quantity <= i.on_hand"


def order_now(customer_id: int) -> Callable[[Session], int]:
    return lambda session: place_cart(session, customer_id, Channel.WHATSAPP, read_now(session)).id


def test_control_read_check_write_sells_the_same_fruit_many_times(shelf: Shelf) -> None:
    shelf.leave(12 * BOXES)
    row = shelf.inventory_id()
    everybody_has_looked = threading.Barrier(BUYERS)

    def look_then_take(session: Session) -> bool:
        held, on_hand = session.execute(text(f"SELECT held, on_hand FROM inventory WHERE id = {row}")).one()
        everybody_has_looked.wait(PATIENCE_SECONDS)
        if held + 12 > on_hand:
            return False
        session.execute(text(f"UPDATE inventory SET held = {held} + 12 WHERE id = {row}"))
        return True

    assert race([look_then_take] * BUYERS) == [True] * BUYERS


def test_control_without_its_condition_our_own_statement_oversells(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.leave(12 * BOXES)
    people = shelf.buyers(BUYERS)
    unguarded = Query(core.inventory.actions.HOLD.sql.replace(GUARD, ""))
    assert unguarded.sql != core.inventory.actions.HOLD.sql
    monkeypatch.setattr(core.inventory.actions, "HOLD", unguarded)
    shelf.change("ALTER TABLE inventory DROP CONSTRAINT inventory_never_oversold")
    assert refused(race([order_now(person) for person in people])) == []
    on_hand, held = shelf.stock()
    assert held == 12 * BUYERS > on_hand


def test_control_behind_the_condition_stands_a_check(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.leave(12 * BOXES)
    people = shelf.buyers(BUYERS)
    unguarded = Query(core.inventory.actions.HOLD.sql.replace(GUARD, ""))
    monkeypatch.setattr(core.inventory.actions, "HOLD", unguarded)
    results = race([order_now(person) for person in people])
    failures = [str(result) for result in results if isinstance(result, Exception)]
    assert len(failures) == BUYERS - BOXES
    assert all("inventory_never_oversold" in failure for failure in failures)


def test_exactly_as_many_orders_as_boxes(shelf: Shelf) -> None:
    shelf.leave(12 * BOXES)
    people = shelf.buyers(BUYERS)
    results = race([order_now(person) for person in people])
    assert refused(results) == ["sold-out"] * (BUYERS - BOXES)
    assert shelf.stock() == (12 * BOXES, 12 * BOXES)
    shelf.assert_sound()


def test_the_loser_hears_what_is_left(shelf: Shelf) -> None:
    shelf.leave(12 * 2)
    big = shelf.buyers(2, {shelf.pack(): 2})
    (refusal,) = [result for result in race([order_now(person) for person in big]) if isinstance(result, Exception)]
    assert (refusal.code, refusal.values["left"], refusal.values["names"]["en"]) == (  # type: ignore[attr-defined]
        "sold-out",
        0,
        "Alphonso · Hapus",
    )


def test_buyers_who_order_and_pay_cash_at_once(shelf: Shelf) -> None:
    shelf.leave(12 * BOXES)
    people = shelf.buyers(BUYERS)

    def buy(person: int) -> Callable[[Session], str]:
        def deed(session: Session) -> str:
            order = place_cart(session, person, Channel.WHATSAPP, read_now(session))
            return confirm_cash_order(session, order.id, read_now(session)).status

        return deed

    results = race([buy(person) for person in people])
    assert results.count("confirmed") == BOXES
    assert len(refused(results)) == BUYERS - BOXES
    assert shelf.stock() == (0, 0)
    shelf.assert_sound()


def test_a_founder_who_corrects_the_count_meanwhile_takes_nothing_that_is_kept(shelf: Shelf) -> None:
    shelf.leave(12 * BOXES)
    people = shelf.buyers(BOXES)
    row = shelf.inventory_id()

    def correct(session: Session) -> int:
        day = business_day(read_now(session), get_settings().zone)
        return correct_stock(session, row, -12, reason="squashed", actor=STAFF, today=day)

    results = race([*(order_now(person) for person in people), correct])
    assert refused(results) in (["sold-out"], ["stock-held"])
    on_hand, held = shelf.stock()
    assert on_hand == held
    shelf.assert_sound()
