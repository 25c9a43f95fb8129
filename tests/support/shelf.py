"""The demo shop's shelf for tests of core's verbs: customers who fill carts and order, with no chat and no doors."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any, TypeVar

from sqlalchemy import text
from sqlmodel import Session, select

from core.carts.actions import add_pack, choose_address, choose_slot
from core.catalog.tables import Pack, Product
from core.checkout.basket import Channel
from core.clock import business_day, move_clock, read_now, read_offset
from core.customers.addresses import add_address
from core.db import in_transaction, transaction
from core.errors import Refusal
from core.inventory.stock import correct_stock, receive_lot
from core.inventory.tables import MAIN, Inventory, Location
from core.orders.actions import place_cart
from core.orders.tables import Order
from core.recognition.actions import recognise
from core.settings import get_settings
from core.slots.queries import open_slots
from core.slots.tables import DeliverySlot
from core.zones.tables import Apartment, Zone
from tests.support.actors import STAFF
from tests.support.books import assert_in_order
from tests.support.patience import PATIENCE_SECONDS

Result = TypeVar("Result")
HOME = "Palm Grove"
DOZEN = 12


AT_MAIN = select(Inventory).join(Product).join(Location).where(Location.code == MAIN)


class Shelf:
    """The shop's stock and its customers. Customers, packs and slots are named by their ids."""

    def __init__(self) -> None:
        self._buyers = 0

    def meet(self, home: str = HOME) -> int:
        """A new customer with a home in Palm Grove, or in the apartment named."""
        self._buyers += 1
        phone = f"910000001{self._buyers:03d}"
        with transaction() as session:
            now = read_now(session)
            person = recognise(session, phone=phone, user_id=None, parent_user_id=None, name="Asha", now=now)
            assert person.customer_id is not None
            apartment = session.exec(select(Apartment).where(Apartment.name == home)).one()
            address = add_address(session, person.customer_id, apartment.id, f"A-{100 + self._buyers}", now)
            choose_address(session, person.customer_id, address.id, now)
            return person.customer_id

    def pack(self, slug: str = "alphonso", base_units: int = DOZEN) -> int:
        with transaction() as session:
            statement = select(Pack).join(Product).where(Product.slug == slug, Pack.base_units == base_units)
            return session.exec(statement).one().id

    def slot(self) -> int:
        """A window a day or more ahead in the zone of Palm Grove."""
        with transaction() as session:
            now = read_now(session)
            zone = session.exec(select(Zone).where(Zone.slug == "lakeside")).one()
            slots = open_slots(session, zone.id, limit=40)
            return next(slot.slot_id for slot in slots if slot.starts_at > now + timedelta(days=1))

    def fill_cart(self, customer_id: int, packs: dict[int, int] | None = None, slot_id: int | None = None) -> int:
        """Put packs (a dozen Alphonso unless said) into the cart and choose a slot; returns the customer again."""
        packs = packs or {self.pack(): 1}
        slot_id = slot_id or self.slot()
        with transaction() as session:
            now = read_now(session)
            for pack_id, quantity in packs.items():
                add_pack(session, customer_id, pack_id, quantity, now)
            choose_slot(session, customer_id, slot_id, now)
        return customer_id

    def buyers(
        self, count: int, packs: dict[int, int] | None = None, slot_id: int | None = None, home: str = HOME
    ) -> list[int]:
        """Customers with full carts."""
        packs = packs or {self.pack(): 1}
        slot_id = slot_id or self.slot()
        return [self.fill_cart(self.meet(home), packs, slot_id) for _ in range(count)]

    def place(self, customer_id: int | None = None) -> int:
        """An order awaiting payment, of a new customer unless one with a full cart is given."""
        customer_id = customer_id or self.fill_cart(self.meet())
        with transaction() as session:
            return place_cart(session, customer_id, Channel.WHATSAPP, read_now(session)).id

    def order(self, order_id: int) -> Order:
        with transaction() as session:
            return session.get_one(Order, order_id)

    def inventory_id(self, slug: str = "alphonso") -> int:
        with transaction() as session:
            return session.exec(AT_MAIN.where(Product.slug == slug)).one().id

    def stock(self, slug: str = "alphonso") -> tuple[int, int]:
        """(on hand, held)."""
        with transaction() as session:
            row = session.exec(AT_MAIN.where(Product.slug == slug)).one()
            return row.on_hand, row.held

    def leave(self, units: int, slug: str = "alphonso") -> None:
        """Count the fruit again: exactly so many base units are there that nobody holds."""
        on_hand, held = self.stock(slug)
        inventory_id = self.inventory_id(slug)
        with transaction() as session:
            today = business_day(read_now(session), get_settings().zone)
            delta = units + held - on_hand
            if delta:
                correct_stock(session, inventory_id, delta, reason="counted", actor=STAFF, today=today)

    def receive(self, slug: str, units: int) -> None:
        """An arrival of so many base units."""
        with transaction() as session:
            product = session.exec(select(Product).where(Product.slug == slug)).one()
            today = business_day(read_now(session), get_settings().zone)
            receive_lot(session, product.id, units, harvested_on=today, ripe_by=today, actor=STAFF)

    def places(self, slot_id: int) -> tuple[int, int]:
        """(capacity, booked)."""
        with transaction() as session:
            slot = session.get_one(DeliverySlot, slot_id)
            return slot.capacity, slot.booked

    def wait(self, **time: float) -> None:
        """Let time pass: `wait(minutes=11)`."""
        with transaction() as session:
            move_clock(session, read_offset(session) + timedelta(**time))

    def run(self, work: Callable[[Session], Result]) -> Result:
        """Do one thing in a transaction of its own."""
        return in_transaction(work)

    def read(self, query: str, **values: Any) -> Any:
        """One value out of the database."""
        with transaction() as session:
            return session.execute(text(query), values).scalar_one()

    def change(self, *statements: str) -> None:
        """Do what only a broken program or a test does."""
        with transaction() as session:
            for statement in statements:
                session.execute(text(statement))

    def told(self, customer_id: int) -> list[str]:
        """The keys of all notices to a customer, in order."""
        query = text(
            "SELECT x.body ->> 'key' FROM outbox x JOIN chats c ON c.id = x.chat_id"
            " WHERE x.kind = 'notice' AND c.customer_id = :customer_id ORDER BY x.id"
        )
        with transaction() as session:
            return list(session.execute(query, {"customer_id": customer_id}).scalars())

    def assert_sound(self) -> None:
        """No row breaks a rule."""
        with transaction() as session:
            assert_in_order(session)


def race(deeds: Sequence[Callable[[Session], Result]]) -> list[Result | Exception]:
    """Do all of it at the same moment, each on a connection of its own; what each returned or raised, in order."""
    start = threading.Barrier(len(deeds))

    def run(deed: Callable[[Session], Result]) -> Result | Exception:
        try:
            with transaction() as session:
                session.execute(text("SELECT 1"))
                start.wait(PATIENCE_SECONDS)
                return deed(session)
        except Exception as error:
            return error

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(run, deeds))


def refused(results: Sequence[object]) -> list[str]:
    """The codes of all refusals among the results of a race; any other error is raised."""
    for result in results:
        if isinstance(result, Exception) and not isinstance(result, Refusal):
            raise result
    return [result.code for result in results if isinstance(result, Refusal)]
