"""Filling a cart, and what the shop says of it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from core.carts.actions import (
    add_pack,
    choose_address,
    choose_slot,
    empty_cart,
    set_quantity,
    write_note,
)
from core.carts.queries import read_cart
from core.catalog.queries import find_offer, on_sale
from core.checkout.basket import Basket, Channel
from core.checkout.rules import Price, price
from core.clock import read_now
from core.customers.addresses import add_address, addresses_of
from core.errors import Refusal
from core.orders.actions import confirm_cash_order
from core.orders.repeating import refill_from_order
from tests.support.shelf import Shelf


def cart_of(shelf: Shelf, person: int) -> Basket:
    return shelf.run(lambda session: read_cart(session, person, Channel.WHATSAPP, read_now(session)))


def price_of(cart: Basket) -> Price:
    return price(cart, cart.zone)


def do(shelf: Shelf, verb: Any, *arguments: Any) -> Any:
    return shelf.run(lambda session: verb(session, *arguments, read_now(session)))


def refusal(shelf: Shelf, verb: Any, *arguments: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refusal) as caught:
        do(shelf, verb, *arguments)
    return caught.value.code, caught.value.values


def test_the_shelf_shows_what_is_in_season_with_what_is_left(shelf: Shelf) -> None:
    shelf.leave(30)
    shelf.leave(0, "kesar")
    offers = {offer.slug: offer for offer in shelf.run(lambda session: on_sale(session, read_now(session)))}
    assert len(offers) == 8, "two varieties begin later"
    assert [(pack.labels["en"], pack.left) for pack in offers["alphonso"].packs] == [
        ("Half dozen", 5),
        ("1 dozen", 2),
        ("Peti (2 dozen)", 1),
    ]
    assert offers["alphonso"].available == 30
    assert (offers["kesar"].sold_out, offers["alphonso"].sold_out) == (True, False)
    neelam = shelf.read("SELECT id FROM products WHERE slug = 'neelam'")
    assert shelf.run(lambda session: find_offer(session, neelam, read_now(session))) is None


def test_a_cart_adds_up(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet(), {shelf.pack(): 1})
    cart = cart_of(shelf, person)
    cost = price_of(cart)
    assert (cost.items_paise, cost.delivery_fee_paise, cost.total_paise) == (120000, 4000, 124000)
    assert (cost.missing_for_free_paise, cost.missing_for_minimum_paise, cost.minimum_paise) == (30000, 0, 30000)
    assert cart.address is not None
    assert cart.address.apartment == "Palm Grove"
    assert cart.slot is not None
    assert cart.slot.slot_id == cart.slot_id == shelf.slot()


def test_who_never_had_a_cart_has_an_empty_one(shelf: Shelf) -> None:
    person = shelf.meet()
    shelf.change("DELETE FROM carts")
    cart = cart_of(shelf, person)
    assert (cart.lines, price_of(cart).total_paise, cart.address, cart.slot, cart.note) == ([], 0, None, None, "")
    with pytest.raises(Refusal, match="customer-unknown"):
        cart_of(shelf, 999_999)


def test_adding_setting_and_taking_out(shelf: Shelf) -> None:
    person, dozen = shelf.meet(), shelf.pack()
    assert do(shelf, add_pack, person, dozen, 1) == 1
    assert do(shelf, add_pack, person, dozen, 2) == 3
    assert do(shelf, set_quantity, person, dozen, 2) == 2
    assert do(shelf, set_quantity, person, dozen, 0) == 0
    assert cart_of(shelf, person).lines == []
    do(shelf, add_pack, person, dozen, 1)
    do(shelf, write_note, person, "r" * 200)
    assert refusal(shelf, write_note, person, "r" * 201) == ("note-too-long", {"longest": 200, "length": 201})
    do(shelf, empty_cart, person)
    cart = cart_of(shelf, person)
    assert (cart.lines, cart.note) == ([], "r" * 200)


@pytest.mark.parametrize("quantity", [0, -1, -(10**9)])
def test_less_than_one_is_no_quantity(shelf: Shelf, quantity: int) -> None:
    assert refusal(shelf, add_pack, shelf.meet(), shelf.pack(), quantity)[0] == "quantity-unclear"


def test_no_more_than_the_shop_sells_to_one(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet(), {shelf.pack(): 10})
    assert refusal(shelf, add_pack, person, shelf.pack("langra", 1000), 11) == ("too-many", {"largest": 20})
    assert refusal(shelf, add_pack, person, shelf.pack("langra", 1000), 10**9)[0] == "too-many"


def test_no_more_than_there_is(shelf: Shelf) -> None:
    shelf.leave(30)
    person = shelf.meet()
    code, values = refusal(shelf, add_pack, person, shelf.pack(), 3)
    assert (code, values["left"], values["names"]["en"]) == ("sold-out", 2, "Alphonso · Hapus")


def test_what_is_not_for_sale_drops_out_with_a_word(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet(), {shelf.pack(): 1, shelf.pack("kesar"): 1})
    shelf.change("UPDATE products SET active = false WHERE slug = 'kesar'")
    cart = cart_of(shelf, person)
    assert [line.names["en"] for line in cart.dropped] == ["Kesar"]
    assert price_of(cart).items_paise == 120000
    assert refusal(shelf, add_pack, person, shelf.pack("kesar"), 1)[0] == "not-for-sale"
    assert refusal(shelf, add_pack, person, 999_999, 1)[0] == "not-for-sale"


def test_what_one_holds_oneself_is_still_left(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    shelf.place(person)
    shelf.leave(0)
    shelf.change(f"UPDATE delivery_slots SET capacity = booked WHERE id = {shelf.order(shelf.place(person)).slot_id}")
    cart = cart_of(shelf, person)
    assert cart.lines[0].left == 1
    assert cart.slot is not None
    assert do(shelf, set_quantity, person, shelf.pack(), 1) == 1


def test_what_lapsed_holds_keep_is_left_for_everybody_though_nobody_swept(shelf: Shelf) -> None:
    shelf.leave(12)
    slot = shelf.slot()
    shelf.change(f"UPDATE delivery_slots SET capacity = booked + 1 WHERE id = {slot}")
    shelf.place()
    person = shelf.meet()
    assert refusal(shelf, add_pack, person, shelf.pack(), 1)[0] == "sold-out"
    assert refusal(shelf, choose_slot, person, slot)[0] == "slot-full"
    shelf.wait(minutes=11)
    offers = {offer.slug: offer for offer in shelf.run(lambda session: on_sale(session, read_now(session)))}
    assert offers["alphonso"].available == 12
    assert shelf.slot() == slot, "it is offered again"
    shelf.fill_cart(person, slot_id=slot)
    cart = cart_of(shelf, person)
    assert (cart.lines[0].left, cart.slot and cart.slot.left) == (1, 1)
    shelf.place(person)
    shelf.assert_sound()


def test_a_home_in_another_zone_changes_fee_and_drops_the_slot(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    hill = shelf.read("SELECT id FROM apartments WHERE name = 'Gulmohar Enclave'")
    address = do(shelf, add_address, person, hill, "G1 302")
    do(shelf, choose_address, person, address.id)
    cart = cart_of(shelf, person)
    assert (price_of(cart).delivery_fee_paise, cart.slot_id) == (6000, None)
    again = do(shelf, add_address, person, hill, "G1 302")
    assert again.id == address.id
    assert shelf.run(lambda session: addresses_of(session, person))[0].id == address.id


def test_somebody_elses_home_is_refused(shelf: Shelf) -> None:
    person, stranger = shelf.meet(), shelf.meet()
    theirs = shelf.run(lambda session: addresses_of(session, stranger))[0]
    assert refusal(shelf, choose_address, person, theirs.id)[0] == "address-unknown"


NO_HOMES = {"1203": "tower-missing", "Z-9": "tower-unknown", "tower B": "flat-missing"}


@pytest.mark.parametrize("line", ["", "  ", "-", "x" * 121, "B-1203?", "5 min late ok", "B, -1", "B 0", *NO_HOMES])
def test_a_home_must_be_one_with_a_tower_of_the_society(shelf: Shelf, line: str) -> None:
    apartment = shelf.read("SELECT id FROM apartments WHERE name = 'Palm Grove'")
    assert refusal(shelf, add_address, shelf.meet(), apartment, line)[0] == NO_HOMES.get(line, "home-unclear")


def test_a_society_without_towers_takes_any_home_and_none_that_is_too_long(shelf: Shelf) -> None:
    shelf.change("UPDATE apartments SET towers = '{}' WHERE name = 'Palm Grove'")
    apartment = shelf.read("SELECT id FROM apartments WHERE name = 'Palm Grove'")
    person = shelf.meet()
    homes = [do(shelf, add_address, person, apartment, line) for line in ("villa", "Ground floor flat A", "Z-9")]
    assert [(home.tower, home.floor, home.flat) for home in homes] == [("", None, ""), ("", 0, "A"), ("Z", None, "9")]
    long = "B-1203 behind" + " the old neem tree" * 6
    limit = {"longest": 120, "length": 121}
    assert refusal(shelf, add_address, person, apartment, long) == ("home-too-long", limit)


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        ("UPDATE addresses SET line = repeat('x', 121)", "home_line_has_its_length"),
        ("UPDATE addresses SET line = ''", "home_line_has_its_length"),
        ("UPDATE carts SET note = repeat('x', 201)", "cart_note_has_its_length"),
        ("UPDATE orders SET note = repeat('x', 201)", "order_note_has_its_length"),
    ],
)
def test_no_row_is_longer_than_its_sentence_says(shelf: Shelf, damage: str, rule: str) -> None:
    shelf.place()
    with pytest.raises(IntegrityError, match=rule):
        shelf.change(damage)


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("open = false", "slot-closed"),
        ("capacity = booked", "slot-full"),
        ("cutoff_at = jamango_now()", "slot-past"),
        (
            "zone_id = (SELECT id FROM zones WHERE slug = 'hill-road'), starts_at = starts_at + interval '1 min'",
            "slot-unknown",
        ),
    ],
)
def test_a_window_that_cannot_be_had_is_refused_and_not_chosen(shelf: Shelf, damage: str, code: str) -> None:
    person, slot = shelf.meet(), shelf.slot()
    shelf.change(f"UPDATE delivery_slots SET {damage} WHERE id = {slot}")
    assert refusal(shelf, choose_slot, person, slot)[0] == code
    assert cart_of(shelf, person).slot_id is None


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ("DELETE FROM cart_items", "cart-empty"),
        ("UPDATE carts SET address_id = NULL", "address-missing"),
        ("UPDATE carts SET slot_id = NULL", "slot-missing"),
        ("UPDATE zones SET minimum_paise = 999999", "below-minimum"),
        ("UPDATE cart_items SET quantity = 21", "too-many"),
        ("UPDATE delivery_slots SET open = false", "slot-closed"),
        ("UPDATE delivery_slots SET cutoff_at = jamango_now() WHERE open", "slot-past"),
        ("UPDATE delivery_slots SET capacity = booked", "slot-full"),
        (
            "UPDATE apartments SET zone_id = (SELECT id FROM zones WHERE slug = 'hill-road') WHERE name = 'Palm Grove'",
            "slot-unknown",
        ),
        ("DELETE FROM identities WHERE kind = 'phone'", "phone-missing"),
    ],
)
def test_a_cart_that_is_not_ready_is_not_ordered(shelf: Shelf, missing: str, code: str) -> None:
    person = shelf.fill_cart(shelf.meet())
    shelf.change(missing)
    with pytest.raises(Refusal) as caught:
        shelf.place(person)
    assert caught.value.code == code
    assert shelf.stock()[1] == 0
    shelf.assert_sound()


def test_same_again(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet(), {shelf.pack(): 1, shelf.pack("langra", 1000): 2})
    order_id = shelf.place(person)
    shelf.run(lambda session: confirm_cash_order(session, order_id, read_now(session)))
    do(shelf, add_pack, person, shelf.pack("kesar"), 1)
    do(shelf, refill_from_order, person, order_id)
    cart = cart_of(shelf, person)
    assert {(line.names["en"], line.quantity) for line in cart.lines} == {("Alphonso · Hapus", 1), ("Langra", 2)}
    assert cart.slot_id is None
    assert refusal(shelf, refill_from_order, shelf.meet(), order_id)[0] == "order-unknown"
