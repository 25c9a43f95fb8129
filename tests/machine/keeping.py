"""Rules: what the founder does to the shop by core's own verbs."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import strategies as some
from hypothesis.stateful import rule
from sqlalchemy import text
from sqlmodel import Session

from core.clock import business_day
from core.errors import Refusal
from core.inventory.stock import correct_stock, receive_lot
from core.orders.packing import pack_order
from core.payments.actions import cancel_order
from core.settings import get_settings
from core.slots.actions import close_slot, open_slot, set_capacity
from tests.machine.machine import Stage, small, then
from tests.support.actors import STAFF

# The varieties that people meet first are those whose fruit runs out.
SHELF = "SELECT i.id, i.product_id, i.on_hand, i.held FROM inventory i ORDER BY i.id LIMIT 3"
SLOTS = "SELECT id, capacity FROM delivery_slots WHERE cutoff_at > jamango_now() ORDER BY starts_at, id LIMIT 6"
ORDERS = "SELECT id, code FROM orders WHERE id > :before ORDER BY id DESC LIMIT 5"
PRICE = text("UPDATE packs SET price_paise = :paise WHERE id = (SELECT id FROM packs ORDER BY id OFFSET :row LIMIT 1)")
ON_SALE = text("UPDATE products SET active = :on WHERE id = (SELECT id FROM products ORDER BY id OFFSET :row LIMIT 1)")


class Keeping(Stage):
    """The shop changes under its customers."""

    @rule(row=small, quantity=some.sampled_from((1, 12, 60)))
    def fruit_comes_in(self, row: int, quantity: int) -> None:
        shelf = self.shop.read(SHELF)
        fruit = shelf[row % len(shelf)]

        def receive(session: Session, now: datetime) -> None:
            today = business_day(now, get_settings().zone)
            receive_lot(
                session, fruit.product_id, quantity, harvested_on=today, ripe_by=today + timedelta(days=5), actor=STAFF
            )

        self.shop.do(receive)
        self.model.fruit[fruit.id] += quantity

    @rule(row=small, left=some.sampled_from((0, 6, 13)))
    def fruit_runs_short(self, row: int, left: int) -> None:
        """A count says that so much more than what is kept for orders is left."""
        shelf = self.shop.read(SHELF)
        fruit = shelf[row % len(shelf)]
        self._correct(fruit.id, fruit.held + left - fruit.on_hand)

    @rule(row=small, delta=some.sampled_from((-7, -500, 5)))
    def fruit_is_counted(self, row: int, delta: int) -> None:
        shelf = self.shop.read(SHELF)
        self._correct(shelf[row % len(shelf)].id, delta)

    def _correct(self, inventory_id: int, delta: int) -> None:
        def correct(session: Session, now: datetime) -> None:
            today = business_day(now, get_settings().zone)
            correct_stock(session, inventory_id, delta, reason="counted", actor=STAFF, today=today)

        try:
            self.shop.do(correct)
        except Refusal:
            return
        self.model.fruit[inventory_id] += delta

    @rule(row=small, closes=some.booleans())
    def a_window_closes_or_opens(self, row: int, closes: bool) -> None:
        slots = self.shop.read(SLOTS)
        slot_id = slots[row % len(slots)].id
        if closes:
            self.shop.do(lambda session, now: close_slot(session, slot_id, "rain", STAFF))
        else:
            self.shop.do(lambda session, now: open_slot(session, slot_id, STAFF))

    @rule(row=small, capacity=some.sampled_from((0, 1, 2, 20)))
    def a_window_changes_size(self, row: int, capacity: int) -> None:
        slots = self.shop.read(SLOTS)
        slot_id = slots[row % len(slots)].id
        try:
            self.shop.do(lambda session, now: set_capacity(session, slot_id, capacity, STAFF))
        except Refusal:
            return
        self.model.places[slot_id] = capacity

    @rule(row=small, paise=some.sampled_from((100, 65000, 99900)))
    def a_price_changes(self, row: int, paise: int) -> None:
        self.shop.do(lambda session, now: session.execute(PRICE, {"paise": paise, "row": row}))

    @rule(row=some.integers(0, 3), active=some.booleans())
    def a_variety_goes_off_or_on_sale(self, row: int, active: bool) -> None:
        self.shop.do(lambda session, now: session.execute(ON_SALE, {"on": active, "row": row}))

    @rule(row=small, then=then)
    def staff_cancel_an_order(self, row: int, then: str) -> None:
        orders = self.shop.read(ORDERS, before=self.model.orders_before)
        if not orders:
            return
        order = orders[row % len(orders)]
        try:
            self.shop.do(lambda session, now: cancel_order(session, order.id, reason="too ripe", actor=STAFF, now=now))
        except Refusal:
            return
        self.model.cancelled_by_staff.add(order.code)
        self.follow(then)

    @rule(row=small)
    def an_order_is_packed(self, row: int) -> None:
        orders = self.shop.read(ORDERS, before=self.model.orders_before)
        if orders:
            order = orders[row % len(orders)]
            try:
                self.shop.do(lambda session, now: pack_order(session, order.id, actor=STAFF, now=now))
            except Refusal:
                return
            self.model.packed.add(order.code)
