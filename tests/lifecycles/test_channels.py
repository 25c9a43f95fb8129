"""The office, somebody on the phone, a weekly box: each makes a basket, and is priced and ordered as a cart is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import Session

from core.actor import RAZORPAY, Actor, Role
from core.checkout.basket import OF_THE_CART, Basket, Channel, Discount
from core.checkout.queries import Selection, make_basket
from core.checkout.rules import Price, price
from core.clock import read_now
from core.customers.addresses import addresses_of
from core.errors import Refusal
from core.orders.actions import confirm_cash_order, expire_order, place_order
from core.orders.tables import Order
from tests.support.actors import STAFF
from tests.support.shelf import Shelf

OTHERS = sorted(set(Channel) - OF_THE_CART)
AUDITED = "SELECT actor FROM audit_log WHERE action = 'order-placed' ORDER BY id DESC LIMIT 1"
STRIKES = "SELECT lapsed_holds FROM users WHERE id = :id"
IN_CART = (
    "SELECT count(*) FROM cart_items l JOIN carts c ON c.id = l.cart_id AND c.slot_id > 0 WHERE c.customer_id = :id"
)


def selection(shelf: Shelf, person: int, channel: Channel = Channel.PHONE, **facts: Any) -> Selection:
    home = shelf.run(lambda session: addresses_of(session, person))[0].id
    whole = Selection(person, channel, {shelf.pack(): 1, shelf.pack("langra", 1000): 2}, home, shelf.slot(), "Gate 2")
    return replace(whole, **facts)


def order(shelf: Shelf, wanted: Selection, actor: Actor | None = None) -> Order:
    def deed(session: Session) -> Order:
        now = read_now(session)
        by = actor or (Actor.job("weekly-box") if wanted.channel is Channel.SUBSCRIPTION else STAFF)
        return place_order(session, make_basket(session, wanted, now), now, actor=by)

    return shelf.run(deed)


def parts(order: Order) -> Price:
    cost = (order.items_paise, order.discount_paise, order.delivery_fee_paise)
    assert order.total_paise == order.items_paise - order.discount_paise + order.delivery_fee_paise
    return Price(*cost, minimum_paise=0, missing_for_minimum_paise=0, missing_for_free_paise=0)


@pytest.mark.parametrize("channel", OTHERS)
def test_every_door_orders_what_a_cart_would_at_the_same_price(shelf: Shelf, channel: Channel) -> None:
    person, other = shelf.meet(), shelf.meet()
    made = order(shelf, selection(shelf, person, channel))
    by_chat = shelf.order(shelf.place(shelf.fill_cart(other, {shelf.pack(): 1, shelf.pack("langra", 1000): 2})))
    assert parts(made) == parts(by_chat)
    assert (made.channel, made.zone_id, made.note) == (channel, by_chat.zone_id, "Gate 2")
    assert (made.address["apartment"], made.address["tower"]) == ("Palm Grove", "A")
    assert shelf.stock()[1] == 24, "both keep a dozen"
    assert shelf.run(lambda session: confirm_cash_order(session, made.id, read_now(session))).status == "confirmed"
    shelf.assert_sound()


def test_who_took_the_order_is_kept_and_must_be_allowed_to(shelf: Shelf) -> None:
    person, stranger = shelf.meet(), shelf.meet()
    for nobody in (Actor.staff(3, Role.PACKER), Actor.customer(stranger), RAZORPAY):
        with pytest.raises(Refusal, match="not-allowed"):
            order(shelf, selection(shelf, person), nobody)
    order(shelf, selection(shelf, person), Actor.staff(2, Role.MANAGER))
    assert shelf.read(AUDITED) == "staff:2:manager"


@pytest.mark.parametrize("channel", OTHERS)
def test_the_customers_own_cart_stays_as_it_is(shelf: Shelf, channel: Channel) -> None:
    person = shelf.fill_cart(shelf.meet())
    made = order(shelf, selection(shelf, person, channel))
    shelf.run(lambda session: confirm_cash_order(session, made.id, read_now(session)))
    assert shelf.read(IN_CART, id=person) == 1, "the same pack lies in it, with its window"


@pytest.mark.parametrize("channel", OTHERS)
def test_nobody_else_replaces_what_a_customer_is_deciding_on(shelf: Shelf, channel: Channel) -> None:
    person = shelf.fill_cart(shelf.meet())
    code = shelf.order(shelf.place(person)).code
    with pytest.raises(Refusal) as refused:
        order(shelf, selection(shelf, person, channel))
    assert (refused.value.code, refused.value.values) == ("unpaid-order-open", {"order_code": code})


@pytest.mark.parametrize("channel", OTHERS)
def test_what_was_put_together_by_others_lapses_without_a_strike(shelf: Shelf, channel: Channel) -> None:
    person = shelf.meet()
    made = order(shelf, selection(shelf, person, channel))
    shelf.wait(minutes=11)
    assert shelf.run(lambda session: expire_order(session, made.id, read_now(session)))
    assert shelf.read(STRIKES, id=person) == 0
    assert shelf.told(person) == ["hold-expired"]
    shelf.assert_sound()


def test_an_offer_is_kept_with_the_order(shelf: Shelf) -> None:
    made = order(shelf, selection(shelf, shelf.meet(), offers=(Discount("TEN", percent=10),)))
    assert (made.discount_paise, made.total_paise) == (made.items_paise // 10, parts(made).total_paise)
    shelf.assert_sound()


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"packs": {}}, "cart-empty"),
        ({"address_id": None}, "address-missing"),
        ({"slot_id": None}, "slot-missing"),
        ({"customer_id": 999_999}, "customer-unknown"),
        ({"packs": {999_999: 1}}, "not-for-sale"),
        ({"note": "x" * 201}, "note-too-long"),
    ],
)
def test_what_is_missing_or_odd_is_refused(shelf: Shelf, facts: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        order(shelf, selection(shelf, shelf.meet(), **facts))
    assert shelf.stock()[1] == 0


@pytest.mark.parametrize(("quantity", "code"), [(0, "quantity-unclear"), (-3, "quantity-unclear"), (21, "too-many")])
def test_a_quantity_is_whole_and_not_too_large(shelf: Shelf, quantity: int, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        order(shelf, selection(shelf, shelf.meet(), packs={shelf.pack(): quantity}))


def test_somebody_elses_home_is_no_home(shelf: Shelf) -> None:
    theirs = shelf.run(lambda session: addresses_of(session, shelf.meet()))[0].id
    with pytest.raises(Refusal, match="address-missing"):
        order(shelf, selection(shelf, shelf.meet(), address_id=theirs))


def test_a_window_of_another_zone_is_none(shelf: Shelf) -> None:
    elsewhere = shelf.read(
        "SELECT s.id FROM delivery_slots s JOIN zones z ON z.id = s.zone_id AND z.slug = 'hill-road'"
        " WHERE s.starts_at > jamango_now() + interval '1 day' ORDER BY s.id LIMIT 1"
    )
    with pytest.raises(Refusal, match="slot-unknown"):
        order(shelf, selection(shelf, shelf.meet(), slot_id=elsewhere))
    shelf.assert_sound()


def test_what_is_not_for_sale_is_shown_and_not_priced(shelf: Shelf) -> None:
    shelf.change("UPDATE products SET active = false WHERE slug = 'langra'")
    wanted = selection(shelf, shelf.meet())
    basket: Basket = shelf.run(lambda session: make_basket(session, wanted, read_now(session)))
    assert [line.names["en"] for line in basket.dropped] == ["Langra"]
    assert price(basket, basket.zone).items_paise == 120_000
