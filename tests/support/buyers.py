"""Customers with a home and orders of the test variety, made by core's verbs within one session."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from core.carts.actions import add_pack, choose_address, choose_slot
from core.catalog.tables import Pack, Product
from core.checkout.basket import Channel
from core.clock import business_day, read_now
from core.customers.addresses import add_address
from core.inventory.stock import correct_stock
from core.inventory.tables import Inventory
from core.orders.actions import place_cart
from core.recognition.actions import recognise
from core.settings import get_settings
from core.slots.queries import open_slots
from core.zones.tables import Apartment
from tests.support.actors import STAFF

FRUIT = "alphonso"
BOX = 12


def count_fruit(session: Session, units: int) -> None:
    """Correct the test variety's stock to so many units."""
    row = session.exec(select(Inventory).join(Product).where(Product.slug == FRUIT)).one()
    today = business_day(read_now(session), get_settings().zone)
    correct_stock(session, row.id, units - row.on_hand, reason="counted", actor=STAFF, today=today)


def make_customer(session: Session, number: int, now: datetime) -> int:
    """A customer with a home in the first apartment society."""
    phone = f"91000000{1000 + number}"
    person = recognise(session, phone=phone, user_id=None, parent_user_id=None, name=f"Buyer {number}", now=now)
    assert person.customer_id is not None
    apartment = session.exec(select(Apartment).order_by(col(Apartment.id)).limit(1)).one()
    address = add_address(session, person.customer_id, apartment.id, f"A-{100 + number}", now)
    choose_address(session, person.customer_id, address.id, now)
    return person.customer_id


def make_order(session: Session, customer_id: int, now: datetime, *, boxes: int = 1) -> int:
    """An order of so many boxes, in a window at least a day ahead."""
    apartment = session.exec(select(Apartment).order_by(col(Apartment.id)).limit(1)).one()
    pack = session.exec(select(Pack).join(Product).where(Product.slug == FRUIT, Pack.base_units == BOX)).first()
    assert pack is not None
    slots = open_slots(session, apartment.zone_id, limit=40)
    slot = next(slot for slot in slots if slot.starts_at > now + timedelta(days=1))
    add_pack(session, customer_id, pack.id, boxes, now)
    choose_slot(session, customer_id, slot.slot_id, now)
    return place_cart(session, customer_id, Channel.WHATSAPP, now).id
