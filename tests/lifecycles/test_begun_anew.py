"""Where a Refusal is unlikely there is no savepoint; when it comes, the whole is done again with one (fault F551)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session

import core.orders.placing
from core.checkout.basket import Channel
from core.checkout.rules import PLENTY
from core.clock import read_now
from core.db import get_engine, transaction
from core.errors import Refusal
from core.inventory.actions import Short, hold_fruit
from core.orders.actions import place_cart
from tests.support.shelf import DOZEN, Shelf

ORDERS = "SELECT count(*) FROM orders WHERE customer_id = :customer_id"


@contextmanager
def savepoints() -> Iterator[list[str]]:
    """Each one that is sent."""
    sent: list[str] = []

    def note(connection: Any, name: str) -> None:
        sent.append(name)

    event.listen(get_engine(), "savepoint", note)
    yield sent
    event.remove(get_engine(), "savepoint", note)


def place(shelf: Shelf, customer_id: int) -> int:
    return shelf.run(lambda session: place_cart(session, customer_id, Channel.WHATSAPP, read_now(session)).id)


def test_with_plenty_of_everything_an_order_is_placed_without_a_savepoint(shelf: Shelf) -> None:
    buyer = shelf.fill_cart(shelf.meet())
    shelf.leave(DOZEN * (PLENTY + 2))
    with savepoints() as sent:
        place(shelf, buyer)
    assert sent == []


def test_with_little_left_or_an_order_to_replace_it_has_one(shelf: Shelf) -> None:
    first, second = shelf.buyers(2)
    place(shelf, first)
    with savepoints() as sent:
        place(shelf, first)
        shelf.leave(DOZEN * (PLENTY + 1))
        place(shelf, second)
    assert len(sent) == 2


def test_a_unit_of_work_that_does_not_begin_anew_has_one(shelf: Shelf) -> None:
    buyer = shelf.fill_cart(shelf.meet())
    with savepoints() as sent, transaction() as session:
        place_cart(session, buyer, Channel.WHATSAPP, read_now(session))
    assert len(sent) == 1


def test_what_is_gone_in_that_moment_is_refused_and_nothing_is_left_of_it(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    buyer = shelf.fill_cart(shelf.meet())
    tries: list[bool] = []

    def somebody_is_first(session: Session, order_id: int, demand: dict[int, int], **keeping: Any) -> list[Short]:
        tries.append(session.in_nested_transaction())
        if len(tries) == 1:
            shelf.leave(0)
        return hold_fruit(session, order_id, demand, **keeping)

    monkeypatch.setattr(core.orders.placing, "hold_fruit", somebody_is_first)
    with pytest.raises(Refusal, match="sold-out"):
        place(shelf, buyer)
    assert tries == [False, True], "once in haste, once with a savepoint"
    assert shelf.read(ORDERS, customer_id=buyer) == 0
    assert shelf.stock() == (0, 0)
    shelf.assert_sound()


def test_what_lapsed_holds_keep_counts_as_plenty_and_is_had(shelf: Shelf) -> None:
    hoarders = shelf.buyers(1, {shelf.pack(): PLENTY + 3})
    for hoarder in hoarders:
        place(shelf, hoarder)
    late = shelf.fill_cart(shelf.meet())
    shelf.leave(0)
    shelf.wait(minutes=11)
    assert place(shelf, late)
    assert shelf.read(ORDERS, customer_id=late) == 1
    shelf.assert_sound()
