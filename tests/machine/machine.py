"""A machine that does anything in any order at the shop's public doors, and looks after every step that all is well."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from typing import ClassVar

from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant

from core.db import transaction
from tests.machine.model import Model
from tests.machine.people import Human
from tests.machine.reckoning import Reckoning, come_to_rest
from tests.machine.shop import Shop
from tests.support.books import assert_in_order

CUSTOMERS = ("new-customer", "regular", "shy")
LONGEST_WALK = 9
SHY = {"id": "shy", "name": "Kabir", "role": "customer", "phone": "910000000151", "hide_phone": True}

who = some.sampled_from(CUSTOMERS)
pay = some.sampled_from(("online", "cash"))
small = some.integers(0, 11)
# What happens after somebody has acted: mostly all that follows, sometimes only the arrival, sometimes nothing yet.
then = some.sampled_from(("live", "live", "live", "deliver", "leave"))

# A message that did not take effect was tried and failed, or was set aside.
FAILED = "SELECT id, kind, status, error, payload FROM inbox WHERE attempts > 0 OR status = 'dead'"


class Stage(RuleBasedStateMachine):
    """One shop, its people and the model; the rules are in the classes that build on this."""

    open_shop: ClassVar[Callable[[], AbstractContextManager[Shop]]]  # set by the fixture `machine`

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        self.shop = self._open.enter_context(type(self).open_shop())
        self.shop.ask("POST", "/sim/phones", SHY)
        self.people = {name: Human(self.shop, name) for name in (*CUSTOMERS, "founder")}
        self.model = Model()
        self._take_stock()

    def _take_stock(self) -> None:
        model, read = self.model, self.shop.read
        sold = "SELECT coalesce(sum(quantity), 0) FROM holds WHERE inventory_id = i.id AND status = 'consumed'"
        model.fruit = {row.id: row.fruit for row in read(f"SELECT id, on_hand + ({sold}) AS fruit FROM inventory i")}
        model.places = {row.id: row.capacity for row in read("SELECT id, capacity FROM delivery_slots")}
        model.orders_before = read("SELECT coalesce(max(id), 0) AS last FROM orders")[0].last

    def follow(self, what: str) -> None:
        """What comes after somebody has acted."""
        if what == "live":
            self.shop.live()
        elif what == "deliver":
            self.shop.deliver()

    def walk(self, name: str, pay: str, choice: int, steps: int) -> None:
        """Somebody goes so many steps towards an order, at most to its link or its confirmation."""
        human = self.people[name]
        for _ in range(steps):
            told = len(human.look())
            human.goes_on(pay, choice)
            self.shop.live()
            if any(heard.said.url or "n:" in str(heard.said.choices) for heard in human.look()[told:]):
                return

    def pay(self, name: str, link: str, how: dict[str, object]) -> None:
        """Somebody pays at a link, if the payment page lets them."""
        answer = self.shop.try_ask(f"/sim/links/{link}/pay", {"method": "upi", **how})
        if answer is not None:
            self.model.note_payments(name, link, answer["payments"])

    @invariant()
    def the_books_are_sound(self) -> None:
        with transaction() as session:
            assert_in_order(session)

    @invariant()
    def every_message_can_be_handled(self) -> None:
        failed = self.shop.read(FAILED)
        assert failed == [], failed

    def teardown(self) -> None:
        """Everything ends: the books of both worlds and the model must agree, unless something has failed before."""
        with self._open:
            if sys.exc_info()[0] is not None:
                return
            come_to_rest(self.shop)
            self.note_what_was_sent()
            self.the_books_are_sound()
            Reckoning(self.shop, self.model).check()

    def close(self) -> None:
        """Leave the shop as it is."""
        self._open.close()

    def note_what_was_sent(self) -> None:
        for message in self.shop.ask("GET", "/sim/books")["inbound"]:
            self.model.sent.add(message["id"])
