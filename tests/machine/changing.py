"""Rules: placed orders become other orders, by their customers and by staff, and cash orders are paid online."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hypothesis import strategies as some
from hypothesis.stateful import rule
from sqlmodel import Session

from core.actor import Actor
from core.errors import Refusal
from core.orders.revision import Change
from core.payments.actions import pay_cash, pay_online
from core.payments.changing import change_order
from tests.machine.machine import Stage, small, then
from tests.support.actors import STAFF

ORDERS = "SELECT id, code, customer_id, zone_id FROM orders WHERE id > :before ORDER BY id DESC LIMIT 5"
PACKS = (
    "SELECT pack_id, sum(quantity)::int AS quantity FROM order_items WHERE order_id = :order_id GROUP BY 1 ORDER BY 1"
)
ALL_PACKS = "SELECT id FROM packs ORDER BY id LIMIT 6"
SLOTS = "SELECT slot_id FROM open_slots() WHERE zone_id = :zone_id ORDER BY starts_at LIMIT 6"
HOMES = "SELECT id FROM addresses WHERE customer_id = :customer_id ORDER BY id"


class Changing(Stage):
    """What was ordered becomes something else."""

    @rule(row=small, choice=small, count=some.integers(0, 3), then=then)
    def a_customer_wants_other_fruit(self, row: int, choice: int, count: int, then: str) -> None:
        """More or less of a line, none of it, or another pack."""
        for order in self._order(row):
            packs = {each.pack_id: each.quantity for each in self.shop.read(PACKS, order_id=order.id)}
            known = [*packs, *(each.id for each in self.shop.read(ALL_PACKS))]
            wanted = Change(packs={**packs, known[choice % len(known)]: count})
            self._change(order, wanted, Actor.customer(order.customer_id), then)

    @rule(row=small, choice=small, by_staff=some.booleans(), then=then)
    def an_order_comes_another_time(self, row: int, choice: int, by_staff: bool, then: str) -> None:
        for order in self._order(row):
            slots = self.shop.read(SLOTS, zone_id=order.zone_id)
            if slots:
                actor = STAFF if by_staff else Actor.customer(order.customer_id)
                self._change(order, Change(slot_id=slots[choice % len(slots)].slot_id), actor, then)

    @rule(row=small, choice=small, then=then)
    def an_order_goes_elsewhere(self, row: int, choice: int, then: str) -> None:
        for order in self._order(row):
            homes = self.shop.read(HOMES, customer_id=order.customer_id)
            wanted = Change(address_id=homes[choice % len(homes)].id, note="ring twice" if choice % 2 else "")
            self._change(order, wanted, Actor.customer(order.customer_id), then)

    @rule(row=small, online=some.booleans(), then=then)
    def an_order_is_paid_another_way(self, row: int, online: bool, then: str) -> None:
        for order in self._order(row):
            pay = pay_online if online else pay_cash
            try:
                self.shop.do(lambda session, now, order=order, pay=pay: pay(session, order.id, now))
            except Refusal:
                return
            self.follow(then)

    def _order(self, row: int) -> list[Any]:
        orders = self.shop.read(ORDERS, before=self.model.orders_before)
        return [orders[row % len(orders)]] if orders else []

    def _change(self, order: Any, wanted: Change, actor: Actor, then: str) -> None:
        def change(session: Session, now: datetime) -> bool:
            return change_order(session, order.id, wanted, actor=actor, now=now).is_nothing

        try:
            is_nothing = self.shop.do(change)
        except Refusal:
            return
        self.model.changed_by_staff[order.code] += actor == STAFF and not is_nothing
        self.follow(then)
