"""Orders of the demo shop that are to be brought within the hour, so that its rider can start and its Delivery page has
something to do: `deliveries` of `templates/demo/catalog.toml`.

They were ordered by telephone, so that nobody without a phone in the simulator is written to; one is the regular's.
"""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, select

from core.actor import Role
from core.carts.actions import add_pack, choose_address, choose_slot
from core.catalog.tables import Pack, Product
from core.chats.opening import open_chat_of_customer
from core.checkout.basket import Channel
from core.clock import business_day
from core.customers.actions import create_customers, tell_phone
from core.customers.addresses import add_address, addresses_of
from core.delivery.planning import assign
from core.delivery.queries import recent_runs
from core.orders.actions import confirm_cash_order, pack_order, place_cart
from core.settings import get_settings
from core.slots.actions import close_slot
from core.staff.actions import members
from core.wording import FIRST_LANGUAGE
from core.zones.queries import list_apartments
from jamango.demo.seed import ACTOR, CATALOGUE, REGULAR

LENGTH = timedelta(hours=2)
SOON = timedelta(minutes=30)  # at least so long from now
# At half past an hour, when no weekly window of the catalogue begins.
OPEN_WINDOW = text(
    """
    INSERT INTO delivery_slots (zone_id, day, starts_at, ends_at, cutoff_at, capacity)
    SELECT id, :day, :starts_at, :ends_at, :starts_at, :capacity FROM zones WHERE slug = :zone
    ON CONFLICT (zone_id, starts_at) DO NOTHING RETURNING id
    """
)
SILENT = text("DELETE FROM outbox WHERE order_id = ANY(:order_ids) AND status = 'pending'")
OF_REGULAR = text("SELECT customer_id FROM identities WHERE kind = 'phone' AND value = :phone")


def seed_deliveries(session: Session, now: datetime) -> None:
    """Make the orders and the rider's run, unless there has been one in the last days."""
    wanted = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))["deliveries"]
    if recent_runs(session, now):
        return
    slot_id = _open_window(session, wanted["zone"], len(wanted["orders"]), now)
    rider = next((each.id for each in members(session) if each.role is Role.RIDER), None)
    if slot_id is None or rider is None:
        return
    orders = [(facts, _order(session, facts, slot_id, now)) for facts in wanted["orders"]]
    close_slot(session, slot_id, wanted["closed_reason"], ACTOR)
    assign(session, [each for facts, each in orders if facts["has_rider"]], rider, actor=ACTOR, now=now)
    session.execute(SILENT, {"order_ids": [each for _, each in orders]})


def _open_window(session: Session, zone: str, capacity: int, now: datetime) -> int | None:
    soon = (now + SOON).astimezone(get_settings().zone)
    starts_at = soon.replace(minute=30, second=0, microsecond=0)
    starts_at += timedelta(hours=1) if starts_at < soon else timedelta()
    values = {"zone": zone, "day": business_day(starts_at, get_settings().zone), "starts_at": starts_at,
              "ends_at": starts_at + LENGTH, "capacity": capacity}  # fmt: skip
    return session.execute(OPEN_WINDOW, values).scalar_one_or_none()


def _order(session: Session, facts: dict[str, Any], slot_id: int, now: datetime) -> int:
    customer_id = _meet(session, facts, now)
    pack = session.exec(
        select(Pack).join(Product).where(Product.slug == facts["product"], Pack.base_units == facts["units"])
    ).one()
    add_pack(session, customer_id, pack.id, facts["quantity"], now)
    choose_slot(session, customer_id, slot_id, now)
    order = place_cart(session, customer_id, Channel.WHATSAPP, now)
    confirm_cash_order(session, order.id, now)
    if facts["packed"]:
        pack_order(session, order.id, actor=ACTOR, now=now)
    return order.id


def _meet(session: Session, facts: dict[str, Any], now: datetime) -> int:
    """Whoever orders, with their home chosen."""
    if facts.get("regular"):
        regular = int(session.execute(OF_REGULAR, {"phone": REGULAR}).scalar_one())
        choose_address(session, regular, addresses_of(session, regular)[0].id, now)
        return regular
    (customer_id,) = create_customers(session, [facts["name"]], now)
    open_chat_of_customer(session, customer_id)  # in which nothing is said: they have no name on WhatsApp
    tell_phone(session, customer_id, facts["phone"])
    apartment = next(each for each in list_apartments(session) if each.names[FIRST_LANGUAGE] == facts["apartment"])
    address = add_address(session, customer_id, apartment.id, facts["line"], now)
    choose_address(session, customer_id, address.id, now)
    return customer_id
