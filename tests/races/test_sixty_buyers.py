"""Sixty buyers tap the same window at once, through Meta's door and a worker's turns (invariants I1 and I3).

The tap keeps the fruit and the place. A control shows each race first: the same people, the same door and the same
turns, with the condition out of our statement and no CHECK behind it.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from types import ModuleType
from typing import Any

import pytest
from sqlmodel import Session

import core.inventory.actions
import core.orders.placing
import core.slots.actions
import jamango.worker
from core.db import transaction
from core.invariants import find_violations
from core.inventory.actions import Short, read_left
from core.query import Query
from tests.support.chat import Said
from tests.support.crowd import Crowd, gather
from tests.support.patience import PATIENCE_SECONDS
from tests.support.shelf import DOZEN, Shelf
from tests.support.wording_match import says
from tests.support.world import World

BUYERS = 60
FEW = 20  # are enough where nothing is guarded
BOXES = 5
# Of each there is enough for a quarter of the crowd, and each pack is worth a delivery by itself.
VARIETIES = {"alphonso": 12, "kesar": 12, "banganapalli": 3000, "langra": 3000}
TURNS = 4  # that one worker has under way at the same moment (`jamango.worker`)
NEW_ORDERS = "SELECT count(*) FROM orders WHERE status = :status AND id > :before"


class Market:
    """The demo shop with a crowd before it: everybody has a pack in the cart and the list of windows on the screen."""

    def __init__(self, world: World, shelf: Shelf, packs: Sequence[int], size: int) -> None:
        world.switch(statuses=False)
        self.size = size
        self.world, self.shelf, self.slot = world, shelf, shelf.slot()
        self.crowd: Crowd = gather(world, size, packs)
        self._orders_before = shelf.read("SELECT max(id) FROM orders")
        self.crowd.write("checkout")
        for said in self.crowd.hear_one_answer_each():
            assert says(said.text, "en", "ordering-when", {}), said.text

    def make_room(self, places: int) -> None:
        """So many more orders fit into the window that everybody wants."""
        booked = self.shelf.places(self.slot)[1]
        self.shelf.change(f"UPDATE delivery_slots SET capacity = {booked + places} WHERE id = {self.slot}")

    def everybody_taps(self) -> list[Said]:
        """All tap the window, while the worker works; everybody's one answer."""
        self.crowd.tap(f"picks_slot:{self.slot}")
        return self.crowd.hear_one_answer_each()

    def everybody_taps_before_the_worker_comes(self) -> list[Said]:
        """All taps lie there when the worker begins, so that it always has as many turns under way as it can."""
        self.world.stop_worker()
        self.crowd.tap(f"picks_slot:{self.slot}")
        self.world.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
        assert self.shelf.read("SELECT count(*) FROM inbox WHERE status = 'pending'") == self.size
        self.world.start_worker()
        return self.crowd.hear_one_answer_each()

    def count_orders(self, status: str = "awaiting_payment") -> int:
        return int(self.shelf.read(NEW_ORDERS, status=status, before=self._orders_before))

    def broken_rules(self) -> list[str]:
        with transaction() as session:
            return [violation.rule for violation in find_violations(session)]


@pytest.fixture
def size() -> int:
    return BUYERS


@pytest.fixture
def market(world: World, shelf: Shelf, size: int) -> Market:
    """Everybody wants a box of a dozen, there is room for all of them, and there are five boxes."""
    made = Market(world, shelf, [shelf.pack()], size)
    made.make_room(size)
    shelf.leave(BOXES * DOZEN)
    return made


@pytest.fixture
def mixed_market(world: World, shelf: Shelf, size: int) -> Market:
    """There is fruit for everybody, of several varieties, so that turns do not wait for one another to get it."""
    return Market(world, shelf, [shelf.pack(*pack) for pack in VARIETIES.items()], size)


def count(answers: list[Said], key: str, **values: object) -> int:
    """How many of the answers say that."""
    return sum(says(said.text, "en", key, values) for said in answers)


def take_the_condition_out(monkeypatch: pytest.MonkeyPatch, actions: ModuleType, condition: str) -> None:
    assert condition in actions.HOLD.sql
    monkeypatch.setattr(actions, "HOLD", Query(actions.HOLD.sql.replace(condition, "")))


def sell_without_a_guard(monkeypatch: pytest.MonkeyPatch, shelf: Shelf) -> None:
    take_the_condition_out(monkeypatch, core.inventory.actions, " AND i.held + turn.quantity <= i.on_hand")
    shelf.change("ALTER TABLE inventory DROP CONSTRAINT inventory_never_oversold")


def book_without_a_guard(monkeypatch: pytest.MonkeyPatch, shelf: Shelf) -> None:
    take_the_condition_out(monkeypatch, core.slots.actions, " AND booked < capacity")
    shelf.change("ALTER TABLE delivery_slots DROP CONSTRAINT slot_never_overbooked")


def meet_between_looking_and_taking(monkeypatch: pytest.MonkeyPatch) -> None:
    """All turns of the worker come together when they have seen that there is enough, and only then does each take.

    That the window has room was seen when it was chosen; whether there is fruit is looked at here, as a shop would
    that relies on it.
    """
    monkeypatch.setattr(jamango.worker, "SECONDS_OF_TURNS_ALONE", 0.0)  # else one thread mostly takes all of them
    meeting, take = threading.Barrier(TURNS), core.inventory.actions.hold_fruit

    def look_meet_and_take(session: Session, order_id: int, demand: dict[int, int], **keeping: Any) -> list[Short]:
        short = [Short(row, left) for row in demand if (left := read_left(session, row)) < demand[row]]
        if not short:
            meeting.wait(PATIENCE_SECONDS)
        return short or take(session, order_id, demand, **keeping)

    monkeypatch.setattr(core.orders.placing, "hold_fruit", look_meet_and_take)


# --- five boxes


@pytest.mark.parametrize("size", [FEW])
def test_control_without_the_condition_five_boxes_are_sold_to_everybody(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    sell_without_a_guard(monkeypatch, market.shelf)
    assert count(market.everybody_taps(), "ordering-summary") == market.count_orders() == market.size
    assert market.shelf.stock() == (BOXES * DOZEN, market.size * DOZEN)
    assert market.broken_rules() == ["inventory-never-oversold"]


def test_control_turns_that_look_and_then_take_sell_five_boxes_to_eight(
    market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    sell_without_a_guard(monkeypatch, market.shelf)
    meet_between_looking_and_taking(monkeypatch)
    answers = market.everybody_taps_before_the_worker_comes()
    assert count(answers, "ordering-summary") == market.count_orders() == 2 * TURNS > BOXES
    assert market.broken_rules() == ["inventory-never-oversold"]


def assert_five_were_sold(market: Market, answers: list[Said]) -> None:
    assert count(answers, "ordering-summary") == market.count_orders() == BOXES
    assert count(answers, "errors-sold-out", left=0) == market.size - BOXES
    assert market.shelf.stock() == (BOXES * DOZEN, BOXES * DOZEN)
    market.world.assert_sound()


def test_the_same_turns_with_our_statement_sell_five(market: Market, monkeypatch: pytest.MonkeyPatch) -> None:
    meet_between_looking_and_taking(monkeypatch)
    assert_five_were_sold(market, market.everybody_taps_before_the_worker_comes())


def test_sixty_buyers_and_five_boxes_make_five_orders(market: Market) -> None:
    assert_five_were_sold(market, market.everybody_taps())


def test_every_tap_delivered_twice_sells_five_boxes_which_are_then_paid_in_cash(market: Market) -> None:
    market.world.switch(duplicate_webhooks=1.0)
    assert_five_were_sold(market, market.everybody_taps())
    taps = market.world.books()["inbound"][-BUYERS:]
    assert [(tap["type"], tap["deliveries"]) for tap in taps] == [("interactive", 2)] * BUYERS

    winners = market.crowd.with_choice("pays_cash")
    market.crowd.tap("pays_cash", winners)
    assert count(market.crowd.hear_one_answer_each(winners), "notices-order-confirmed") == BOXES
    assert (market.count_orders(), market.count_orders("confirmed")) == (0, BOXES)
    assert market.shelf.stock() == (0, 0)
    market.world.assert_sound()


# --- five places, and the last one


def test_control_without_the_condition_the_last_place_is_given_to_four(
    mixed_market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    mixed_market.make_room(1)
    book_without_a_guard(monkeypatch, mixed_market.shelf)
    meet_between_looking_and_taking(monkeypatch)
    answers = mixed_market.everybody_taps_before_the_worker_comes()
    assert count(answers, "ordering-summary") == mixed_market.count_orders() == TURNS
    assert mixed_market.broken_rules() == ["slot-never-overbooked"]


def assert_so_many_got_in(market: Market, answers: list[Said], places: int) -> None:
    assert count(answers, "ordering-summary") == market.count_orders() == places
    assert count(answers, "ordering-when") == count(answers, "errors-slot-full") == market.size - places
    capacity, booked = market.shelf.places(market.slot)
    assert booked == capacity
    assert market.shelf.read("SELECT count(*) FROM holds WHERE status = 'active'") == places, "and no fruit without one"
    assert len(market.crowd.with_choice("picks_slot")) == market.size - places, "the others are shown windows again"
    assert market.crowd.with_choice(f"picks_slot:{market.slot}") == [], "which are free"
    market.world.assert_sound()


def test_the_same_turns_with_our_statement_give_the_last_place_to_one(
    mixed_market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    mixed_market.make_room(1)
    meet_between_looking_and_taking(monkeypatch)
    answers = mixed_market.everybody_taps_before_the_worker_comes()
    assert_so_many_got_in(mixed_market, answers, 1)


@pytest.mark.parametrize("places", [5, 1])
def test_sixty_buyers_make_as_many_orders_as_the_window_has_places(mixed_market: Market, places: int) -> None:
    mixed_market.make_room(places)
    assert_so_many_got_in(mixed_market, mixed_market.everybody_taps(), places)
