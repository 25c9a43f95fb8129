"""What somebody has just added to the shop is ordered in chat at once, with nothing started anew."""

from __future__ import annotations

from datetime import date

from core.catalog.editing import ProductFacts, add_pack, add_product
from core.catalog.tables import BaseUnit
from core.db import transaction
from core.inventory.stock import receive_lot
from core.zones.editing import ApartmentFacts, add_apartment
from core.zones.queries import list_zones
from tests.support.actors import STAFF
from tests.support.chat import Person, show_said
from tests.support.world import World

DAY = date(2099, 1, 1)


def test_a_new_mango_goes_to_a_new_home(chat: Person, world: World) -> None:
    facts = ProductFacts({"en": "Raspuri"}, {"en": "Soft and sweet."}, "A", 1, 3, date(2020, 1, 1), DAY, ["juice"])
    with transaction() as session:
        product = add_product(session, facts, BaseUnit.PIECE, actor=STAFF)
        add_pack(session, product.id, {"en": "1 dozen"}, 12, 125000, actor=STAFF)
        receive_lot(session, product.id, 60, harvested_on=DAY, ripe_by=DAY, actor=STAFF)
        zone = next(each for each in list_zones(session) if each.slug == "lakeside")
        home = ApartmentFacts(zone.id, {"en": "Mango Court"}, ["MC"], ["A", "B"], "Lakeside", "999101", 16.5, 77.5)
        add_apartment(session, home, actor=STAFF)
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.says("raspuri")
    chat.hears("ordering-variety", name="Raspuri")
    chat.taps("1 dozen")
    assert "[Mango Court | Lakeside]" in show_said(chat.hears("ordering-cart-total"))
    chat.says("Mango Court A-101")
    chat.hears("ordering-when")
    chat.taps("Tomorrow")
    chat.hears("ordering-summary")
    chat.taps("Cash on delivery")
    assert "Raspuri" in chat.hears("notices-order-confirmed").text
    world.assert_sound()
