"""The shop's riders and what they bring: orders packed for one window, made by core's verbs.

In a running world each customer has a phone, and greets the shop in the morning, so that it may write to them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from sqlalchemy import text

from core.actor import Actor, Role
from core.clock import read_now
from core.db import transaction
from core.delivery.duties import look_after_deliveries
from core.delivery.planning import assign
from core.delivery.queries import StopView, run_of_rider, stops_of
from core.delivery.riding import start_run
from core.errors import Refusal
from core.ledger.queries import read_holding
from core.ledger.rules import Account
from core.orders.actions import confirm_cash_order, pack_order
from core.payments.actions import pay_online
from core.payments.gateway import LinkFacts, PaymentFacts
from core.payments.settling import settle
from core.payments.tables import PaymentLink
from core.staff.actions import add_staff
from tests.support.actors import STAFF
from tests.support.chat import Person
from tests.support.shelf import HOME, Shelf
from tests.support.world import World

DUE = 124_000  # paise: a dozen Alphonso, brought to Palm Grove
Result = TypeVar("Result")


class Rounds:
    """Two riders and one window. Verbs are done by the founder unless an actor is named."""

    def __init__(self, shelf: Shelf, world: World | None = None) -> None:
        self.shelf, self.world = shelf, world
        self.people: dict[int, Person] = {}
        self.slot_id = shelf.slot()
        self.ravi = int(shelf.read("SELECT id FROM staff WHERE role = 'rider'"))
        self.imran = shelf.run(lambda session: add_staff(
            session, "Imran", "910000000205", role=Role.RIDER, language="en", actor=STAFF, now=read_now(session)
        )).id  # fmt: skip

    def rider(self, rider_id: int) -> Actor:
        return Actor.staff(rider_id, Role.RIDER)

    def do(self, verb: Callable[..., Result], *arguments: Any, **named: Any) -> Result:
        """Do one thing now, in a transaction of its own."""
        named = {"actor": STAFF, **named}
        return self.shelf.run(lambda session: verb(session, *arguments, now=read_now(session), **named))

    def code_of(self, verb: Callable[..., Any], *arguments: Any, **named: Any) -> str:
        """Why it is refused."""
        with pytest.raises(Refusal) as caught:
            self.do(verb, *arguments, **named)
        return caught.value.code

    def orders(self, count: int, *, packed: bool = True, home: str = HOME) -> list[int]:
        """Orders for cash in the window."""
        placed = [self.shelf.place(buyer) for buyer in self.shelf.buyers(count, slot_id=self.slot_id, home=home)]
        for order_id in placed:
            if self.world is not None:
                self.people[order_id] = self.gets_a_phone(self._number_of(order_id), f"customer-{order_id}")
            self.do(lambda session, order_id, now, actor: confirm_cash_order(session, order_id, now), order_id)
            if packed:
                self.do(pack_order, order_id)
        return placed

    def the_morning_comes(self) -> None:
        """It is an hour before the window."""
        left = self.shelf.read(
            "SELECT starts_at - jamango_now() - interval '1 hour' FROM delivery_slots WHERE id = :id", id=self.slot_id
        )
        seconds = left / timedelta(seconds=1)
        if self.world is None:
            self.shelf.wait(seconds=seconds)
            return
        self.world.advance(seconds=seconds)
        for person in self.people.values():
            self.greets(person)

    def greets(self, person: Person) -> None:
        """Somebody writes, so that we may write to them, and reads all that came."""
        person.says("hi")
        person.count_heard()
        while person.unheard:
            person.hears_anything()

    def _number_of(self, order_id: int) -> str:
        return str(self.shelf.read(
            "SELECT i.value FROM identities i JOIN orders o ON o.customer_id = i.customer_id"
            " WHERE o.id = :id AND i.kind = 'phone'", id=order_id
        ))  # fmt: skip

    def gets_a_phone(self, number: str, name: str, language: str = "en") -> Person:
        """A phone of the pretend WhatsApp with this number."""
        assert self.world is not None
        self.world.outside.post("/sim/phones", json={"id": name, "phone": number, "name": "Asha"}).raise_for_status()
        return Person(self.world, name, language=language)

    def phone_of(self, order_id: int) -> Person:
        """Whoever ordered it."""
        return self.people[order_id]

    def duties(self) -> None:
        """What comes round comes round."""
        self.shelf.run(lambda session: look_after_deliveries(session, read_now(session), limit=50))

    def run_under_way(self, count: int) -> int:
        """So many orders are on their way with Ravi; the run's id."""
        orders = self.orders(count)
        self.the_morning_comes()
        return self.set_out(orders, self.ravi)

    def set_out(self, orders: list[int], rider_id: int) -> int:
        """A rider leaves with packed orders; the run's id."""
        (run_id,) = self.do(assign, orders, rider_id)
        self.do(start_run, run_id, actor=self.rider(rider_id))
        return run_id

    def stops(self, run_id: int) -> list[StopView]:
        return self.shelf.run(lambda session: stops_of(session, run_id))

    def next_stop(self, run_id: int) -> StopView:
        return next(stop for stop in self.stops(run_id) if stop.status == "planned")

    def run_status(self, run_id: int) -> str:
        return str(self.shelf.read("SELECT status FROM runs WHERE id = :id", id=run_id))

    def carried_by(self, rider_id: int) -> list[int]:
        """The orders in the run that a rider has now, or next."""

        def look(session: Any) -> list[int]:
            run = run_of_rider(session, rider_id)
            return [stop.order_id for stop in stops_of(session, run.run_id)] if run else []

        return self.shelf.run(look)

    def holds(self, rider_id: int) -> int:
        """Paise that a rider carries, by the ledger."""
        return self.shelf.run(lambda session: read_holding(session, Account.RIDER_CASH, rider_id))

    def pays(self, link: PaymentLink, number: int = 1) -> None:
        """Razorpay says that a link is paid."""
        facts = LinkFacts(f"plink_{link.id}", link.reference_id, "paid", link.amount_paise, "INR",
                          "https://razorpay.invalid/l", (f"pay_{link.id}_{number}",))  # fmt: skip
        with transaction() as session:
            now = read_now(session)
            payment = PaymentFacts(f"pay_{link.id}_{number}", "captured", True, link.amount_paise, "INR", 0, "upi", now)
            settle(session, link.id, facts, [payment], now)

    def pay_before(self, order_id: int) -> None:
        """A confirmed order is paid by a link, so that nothing is due at its door."""
        self.pays(self.shelf.run(lambda session: pay_online(session, order_id, read_now(session))))

    def told(self, order_id: int) -> list[str]:
        """The keys of what its customer heard of deliveries, in order."""
        heard = self.shelf.told(self.shelf.order(order_id).customer_id)
        ours = {"out-for-delivery", "order-delivered", "delivery-failed", "window-postponed"}
        return [key for key in heard if key in ours]

    def rider_heard(self, rider_id: int) -> list[str]:
        query = text(
            "SELECT x.body ->> 'key' FROM outbox x JOIN chats c ON c.id = x.chat_id WHERE c.staff_id = :id"
            " ORDER BY x.id"
        )
        with transaction() as session:
            return list(session.execute(query, {"id": rider_id}).scalars())
