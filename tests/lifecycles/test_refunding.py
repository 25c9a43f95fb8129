"""Staff give money back: an amount or some lines, by what they saw, and never twice."""

from __future__ import annotations

from functools import partial

import pytest
from sqlmodel import Session

from core.actor import Actor, Role
from core.errors import Refusal
from core.orders.queries import items_of
from core.payments.refunding import Wish, refund_order, refundable_paise
from tests.support.actors import STAFF
from tests.support.paid import pay
from tests.support.shelf import Shelf, race, refused

PACKER = Actor.staff(3, Role.PACKER)


@pytest.fixture
def order(shelf: Shelf) -> int:
    """Two dozens of Alphonso and one kilo of Langra, paid online."""
    packs = {shelf.pack(): 2, shelf.pack("langra", 1000): 1}
    order_id = shelf.place(shelf.fill_cart(shelf.meet(), packs))
    pay(shelf, order_id)
    return order_id


def left(shelf: Shelf, order_id: int) -> int:
    return shelf.run(lambda session: refundable_paise(session, order_id))


def give(shelf: Shelf, order_id: int, wish: Wish, shown: int | None = None, actor: Actor = STAFF) -> int:
    seen = left(shelf, order_id) if shown is None else shown
    return shelf.run(lambda session: refund_order(session, order_id, wish, shown_left_paise=seen, actor=actor))


def code_of(shelf: Shelf, order_id: int, wish: Wish, shown: int | None = None, actor: Actor = STAFF) -> str:
    with pytest.raises(Refusal) as caught:
        give(shelf, order_id, wish, shown, actor)
    return caught.value.code


def test_some_lines_go_back_at_what_they_cost(shelf: Shelf, order: int) -> None:
    before = left(shelf, order)
    dozens, kilo = shelf.run(lambda session: items_of(session, order))
    assert give(shelf, order, Wish("one was bruised", lines={dozens.id: 1, kilo.id: 0})) == dozens.unit_price_paise
    assert left(shelf, order) == before - dozens.unit_price_paise
    shelf.assert_sound()


def test_the_rest_goes_back_as_an_amount_and_then_nothing_is_left(shelf: Shelf, order: int) -> None:
    assert give(shelf, order, Wish("late", 5_000)) == 5_000
    rest = left(shelf, order)
    assert code_of(shelf, order, Wish("late", rest + 1)) == "refund-too-much"
    assert give(shelf, order, Wish("late", rest)) == rest
    assert left(shelf, order) == 0
    assert code_of(shelf, order, Wish("late", 100)) == "refund-nothing"
    shelf.assert_sound()


def test_two_people_who_refund_at_once_give_it_back_once(shelf: Shelf, order: int) -> None:
    shown = left(shelf, order)
    give_back = partial(refund_order, order_id=order, wish=Wish("bruised", 10_000), shown_left_paise=shown, actor=STAFF)

    def deed(session: Session) -> int:
        return give_back(session)

    results = race([deed, deed, deed])
    assert refused(results) == ["refund-stale", "refund-stale"]
    assert left(shelf, order) == shown - 10_000
    assert shelf.read("SELECT count(*) FROM refunds") == 1
    shelf.assert_sound()


def test_what_makes_no_refund_is_said(shelf: Shelf, order: int) -> None:
    items = shelf.run(lambda session: items_of(session, order))
    assert code_of(shelf, order, Wish(" ", 100)) == "reason-missing"
    assert code_of(shelf, order, Wish("bruised", 0)) == "refund-zero"
    assert code_of(shelf, order, Wish("bruised", lines={items[0].id: 0})) == "refund-zero"
    assert code_of(shelf, order, Wish("bruised", lines={items[0].id: 3})) == "refund-line-less"
    assert code_of(shelf, order, Wish("bruised", 100), shown=1) == "refund-stale"
    assert code_of(shelf, order, Wish("bruised", 100), actor=PACKER) == "not-allowed"
    assert code_of(shelf, shelf.place(), Wish("bruised", 100)) == "refund-nothing"
    shelf.assert_sound()
