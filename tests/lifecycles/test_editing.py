"""What whoever runs the shop edits: goods, windows, zones and homes; each with who did it and what was before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session

from core.actor import Actor, Role
from core.catalog.editing import (
    ProductFacts,
    add_pack,
    add_product,
    change_pack,
    change_product,
    remove_alias,
    set_picture,
    set_price,
)
from core.catalog.queries import find_offer, find_packs, find_product
from core.catalog.tables import BaseUnit
from core.clock import business_day, read_now
from core.errors import Refusal
from core.inventory.stock import receive_lot, set_low_level, waste_fruit
from core.payments.clearing import Cause, Remedy, clear_windows
from core.settings import get_settings
from core.slots.planning import Window, add_pattern, add_window, change_pattern, end_pattern, set_cutoff
from core.zones.editing import ApartmentFacts, ZoneFacts, add_apartment, add_zone, change_apartment, change_zone
from core.zones.queries import search_apartments
from tests.support.actors import STAFF
from tests.support.shelf import Shelf

PACKER = Actor.staff(1, Role.PACKER)
DAY = date(2027, 5, 1)
FRUIT = ProductFacts(
    names={"en": "Raspuri", "hi": "रसपुरी"}, stories={"en": "Soft and sweet."}, grade="A", ripe_after_days=1,
    ripe_until_days=3, season_begins_on=date(2020, 1, 1), season_ends_on=date(2099, 1, 1), good_for=["juice"],
)  # fmt: skip
ZONE = ZoneFacts({"en": "Old Town"}, 4000, 100000, 30000, 300000, 100000)
HOME = ApartmentFacts(1, {"en": "Mango Court"}, ["MC"], ["A", "B", "a"], "Old Town", "560001", 12.9, 77.6)


def refused(shelf: Shelf, deed: Any) -> str:
    with pytest.raises(Refusal) as caught:
        shelf.run(deed)
    return caught.value.code


def last_audit(shelf: Shelf) -> tuple[str, dict[str, Any]]:
    found = shelf.run(
        lambda session: session.execute(text("SELECT action, details FROM audit_log ORDER BY id DESC LIMIT 1")).one()
    )
    return found.action, found.details


def test_a_variety_of_ones_own_is_sold_once_it_has_a_pack_and_fruit(shelf: Shelf) -> None:
    def make(session: Session) -> int:
        product = add_product(session, FRUIT, BaseUnit.PIECE, actor=STAFF)
        assert product.slug == "raspuri"
        assert find_offer(session, product.id, read_now(session)) is None
        pack = add_pack(session, product.id, {"en": "1 dozen"}, 12, 60000, actor=STAFF)
        assert set_price(session, pack.id, 65000, actor=STAFF) == 60000
        receive_lot(session, product.id, 30, harvested_on=DAY, ripe_by=DAY, actor=STAFF, cost_paise=90000)
        offer = find_offer(session, product.id, read_now(session))
        assert offer is not None
        assert (offer.packs[0].left, offer.packs[0].price_paise) == (2, 65000)
        change_pack(session, pack.id, {"en": "Dozen"}, position=3, active=False, actor=STAFF)
        assert (find_packs(session, product.id), len(find_packs(session, product.id, also_unsold=True))) == ([], 1)
        return product.id

    product_id = shelf.run(make)
    shelf.run(lambda session: change_product(session, product_id, replace(FRUIT, grade="B"), actor=STAFF))
    assert last_audit(shelf) == ("product-changed", {"before": {"grade": "A"}, "after": {"grade": "B"}})
    shelf.assert_sound()


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (replace(FRUIT, names={"hi": "रसपुरी"}), "name-missing"),
        (replace(FRUIT, names={"en": "Hapus"}), "words-taken"),
        (replace(FRUIT, season_ends_on=date(2019, 1, 1)), "season-out-of-order"),
        (replace(FRUIT, ripe_after_days=4), "ripeness-out-of-order"),
        (replace(FRUIT, stories={"en": "x" * 601}), "story-too-long"),
    ],
)
def test_a_variety_that_makes_no_sense_is_refused(shelf: Shelf, facts: ProductFacts, code: str) -> None:
    assert refused(shelf, lambda session: add_product(session, facts, BaseUnit.PIECE, actor=STAFF)) == code


def test_names_and_pictures_are_given_and_taken_back(shelf: Shelf) -> None:
    product_id = shelf.read("SELECT id FROM products WHERE slug = 'kesar'")
    alias = shelf.run(lambda session: find_product(session, product_id).aliases[0])  # type: ignore[union-attr]
    shelf.run(lambda session: remove_alias(session, product_id, alias, actor=STAFF))
    assert refused(shelf, lambda session: remove_alias(session, product_id, alias, actor=STAFF)) == "words-not-taught"
    assert refused(shelf, lambda session: set_picture(session, product_id, 99, actor=STAFF)) == "picture-unknown"
    shelf.change("INSERT INTO pictures (digest, width, height) VALUES ('ab', 900, 600)")
    picture = shelf.read("SELECT id FROM pictures")
    shelf.run(lambda session: set_picture(session, product_id, picture, actor=STAFF))
    assert last_audit(shelf)[1]["after"] == {"picture_id": picture}
    assert shelf.read("SELECT picture_is_named(:id)", id=picture) is True


def test_waste_comes_from_its_lot_and_low_is_what_she_says(shelf: Shelf) -> None:
    row, lot = shelf.inventory_id(), shelf.read("SELECT min(id) FROM lots")
    before = shelf.stock()[0]

    def waste(units: int, of: int = lot) -> Any:
        return lambda session: waste_fruit(session, row, units, reason="soft", actor=STAFF, today=DAY, lot_id=of)

    assert shelf.run(waste(5)) == before - 5
    assert shelf.read("SELECT reason FROM stock_movements ORDER BY id DESC LIMIT 1") == "wasted"
    other = shelf.read("SELECT id FROM lots WHERE inventory_id <> :row LIMIT 1", row=row)
    assert refused(shelf, waste(1, other)) == "lot-too-small"
    shelf.run(lambda session: set_low_level(session, row, 77, actor=STAFF))
    assert shelf.read("SELECT low_level FROM inventory WHERE id = :id", id=row) == 77
    bad = lambda session: receive_lot(session, 1, 5, harvested_on=DAY, ripe_by=DAY - timedelta(1), actor=STAFF)  # noqa: E731
    assert refused(shelf, bad) == "lot-days-unclear"
    far = lambda session: receive_lot(session, 1, 5, harvested_on=DAY, ripe_by=DAY + timedelta(200), actor=STAFF)  # noqa: E731
    assert refused(shelf, far) == "lot-days-far"
    shelf.assert_sound()


def test_zones_and_homes(shelf: Shelf) -> None:
    zone_id = shelf.run(lambda session: add_zone(session, ZONE, actor=STAFF).id)
    assert refused(shelf, lambda session: add_zone(session, ZONE, actor=STAFF)) == "zone-name-taken"
    odd = replace(ZONE, names={"en": "X"}, cod_cap_new_paise=400000)
    assert refused(shelf, lambda session: add_zone(session, odd, actor=STAFF)) == "caps-out-of-order"
    shelf.run(lambda session: change_zone(session, zone_id, replace(ZONE, fee_paise=5000), actor=STAFF))
    assert last_audit(shelf)[1] == {"before": {"fee_paise": 4000}, "after": {"fee_paise": 5000}}
    home = replace(HOME, zone_id=zone_id)
    home_id = shelf.run(lambda session: add_apartment(session, home, actor=STAFF).id)
    assert shelf.read("SELECT towers FROM apartments WHERE id = :id", id=home_id) == ["A", "B"]
    assert shelf.run(lambda session: search_apartments(session, "mango cou")[0].apartment.id) == home_id
    for facts, code in (
        (home, "apartment-name-taken"),
        (replace(home, names={"en": "Y"}, pincode="012345"), "pincode-unclear"),
        (replace(home, names={"en": "Y"}, latitude=91.0), "point-unclear"),
        (replace(home, names={"en": "Y"}, zone_id=999), "zone-unknown"),
    ):
        assert refused(shelf, lambda session, facts=facts: add_apartment(session, facts, actor=STAFF)) == code
    taken = replace(home, names={"en": "Palm Grove"})
    assert (
        refused(shelf, lambda session: change_apartment(session, home_id, taken, actor=STAFF)) == "apartment-name-taken"
    )
    shelf.run(lambda session: change_apartment(session, home_id, replace(home, active=False), actor=STAFF))
    assert shelf.run(lambda session: search_apartments(session, "mango cou")) == []


def test_windows_are_planned_changed_and_ended(shelf: Shelf) -> None:
    def plan(session: Session) -> None:
        now = read_now(session)
        zone_id = add_zone(session, ZONE, actor=STAFF).id
        hours = Window(time(8), time(10), 5, 60)
        assert add_pattern(session, zone_id, [0, 1, 2, 3, 4, 5, 6], hours, actor=STAFF, now=now) >= 13
        pattern = session.execute(text("SELECT max(id) FROM slot_patterns")).scalar_one()
        assert change_pattern(session, pattern, 9, 30, actor=STAFF, now=now) >= 1
        day = business_day(now, get_settings().zone) + timedelta(days=20)
        slot_id = add_window(session, zone_id, day, Window(time(18), time(20), 3, 60), actor=STAFF, now=now)
        set_cutoff(session, slot_id, 90, actor=STAFF)
        assert end_pattern(session, pattern, actor=STAFF, now=now) == []
        assert (
            session.execute(
                text("SELECT count(*) FROM delivery_slots WHERE closed_reason = 'pattern-ended'")
            ).scalar_one()
            >= 1
        )
        for wrong, code in (
            (lambda: add_pattern(session, zone_id, [0], hours, actor=STAFF, now=now), "pattern-taken"),
            (lambda: add_pattern(session, zone_id, [], hours, actor=STAFF, now=now), "weekday-missing"),
            (
                lambda: add_window(session, zone_id, day, replace(hours, ends=time(7)), actor=STAFF, now=now),
                "window-unclear",
            ),
            (lambda: end_pattern(session, pattern, actor=STAFF, now=now), "pattern-unknown"),
            (lambda: add_window(session, zone_id, DAY - timedelta(900), hours, actor=STAFF, now=now), "window-past"),
            (lambda: add_window(session, zone_id, day + timedelta(400), hours, actor=STAFF, now=now), "window-too-far"),
            (lambda: add_window(session, 999, day, hours, actor=STAFF, now=now), "zone-unknown"),
            (lambda: add_pattern(session, 999, [0], hours, actor=STAFF, now=now), "zone-unknown"),
            (
                lambda: add_window(session, zone_id, day, Window(time(18), time(19), 3, 60), actor=STAFF, now=now),
                "window-taken",
            ),
        ):
            with pytest.raises(Refusal) as caught:
                wrong()
            assert caught.value.code == code

    shelf.run(plan)


def test_a_window_is_cleared_whole_and_again_it_does_nothing(shelf: Shelf) -> None:
    slot_id = shelf.slot()
    orders = [shelf.place(buyer) for buyer in shelf.buyers(3, slot_id=slot_id)]

    def clear(remedy: Remedy, of: int = slot_id) -> Any:
        return lambda session: clear_windows(
            session, [of], remedy, cause=Cause.RAIN, actor=STAFF, now=read_now(session)
        )

    done = shelf.run(clear(Remedy.MOVE))
    assert (len(done.moved), done.refused, done.left) == (3, {}, 0)
    assert shelf.places(slot_id)[1] == 0
    again = shelf.run(clear(Remedy.REFUND))
    assert (again.moved, again.refunded) == ({}, {})
    assert shelf.told(shelf.order(orders[0]).customer_id).count("window-moved") == 1
    packed = shelf.order(orders[1])
    shelf.change("UPDATE delivery_slots SET open = false")
    stuck = shelf.run(clear(Remedy.MOVE, packed.slot_id))
    assert {refusal.code for refusal in stuck.refused.values()} == {"no-other-window"}
    assert shelf.order(orders[1]).slot_id == packed.slot_id
    ended = shelf.run(clear(Remedy.REFUND, packed.slot_id))
    assert packed.code in ended.refunded
    shelf.assert_sound()


@pytest.mark.parametrize(
    "deed",
    [
        lambda session: add_product(session, FRUIT, BaseUnit.PIECE, actor=PACKER),
        lambda session: set_price(session, 1, 100, actor=PACKER),
        lambda session: add_zone(session, ZONE, actor=PACKER),
        lambda session: add_apartment(session, HOME, actor=PACKER),
        lambda session: clear_windows(session, [1], Remedy.MOVE, cause=Cause.RAIN, actor=PACKER, now=read_now(session)),
        lambda session: set_low_level(session, 1, 5, actor=PACKER),
    ],
)
def test_nobody_edits_without_the_right(shelf: Shelf, deed: Any) -> None:
    assert refused(shelf, deed) == "not-allowed"
