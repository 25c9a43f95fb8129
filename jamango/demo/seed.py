"""A stocked demo shop from `templates/demo/catalog.toml`: fruit, zones, homes, windows and four people."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import text
from sqlmodel import Session, SQLModel, select

from core.actor import Actor, Role
from core.answers.actions import set_answer
from core.answers.queries import answers_for
from core.carts.actions import add_pack, choose_address, choose_slot
from core.catalog.tables import Pack, Product
from core.checkout.basket import Channel
from core.clock import business_day
from core.customers.addresses import add_address
from core.db import add_row
from core.inventory.stock import receive_lot
from core.inventory.tables import Inventory
from core.orders.actions import confirm_cash_order, deliver_order, dispatch_order, pack_order, place_cart
from core.orders.rules import Collected
from core.recognition.actions import recognise
from core.settings import get_settings
from core.shop.tables import Shop
from core.slots.actions import generate_slots
from core.slots.queries import next_slot
from core.slots.tables import SlotPattern
from core.staff.actions import add_staff
from core.wording import FIRST_LANGUAGE
from core.zones.tables import Apartment, Zone

CATALOGUE = Path(__file__).parents[2] / "templates" / "demo" / "catalog.toml"
FOUNDER = "910000000104"
RIDER = "910000000103"
REGULAR = "910000000102"
ACTOR = Actor.system("seed")
HARVESTED_DAYS_AGO = 2
DAYS_SINCE_LAST_ORDER = 4

# The regular's order was made by today's verbs; it happened some days ago, in a window of that day.
MOVE_BACK = text(
    """
    WITH earlier AS (
        INSERT INTO delivery_slots (zone_id, day, starts_at, ends_at, cutoff_at, capacity, booked, open, closed_reason)
        SELECT zone_id, day - shift.days, starts_at - shift.length, ends_at - shift.length, cutoff_at - shift.length,
               capacity, 1, false, 'over'
          FROM delivery_slots,
               (SELECT d.day - CAST(:day AS date) AS days, make_interval(days => d.day - CAST(:day AS date)) AS length
                  FROM delivery_slots d WHERE d.id = :slot_id) AS shift
         WHERE id = :slot_id
        RETURNING id, starts_at
    ), counted AS (UPDATE delivery_slots SET booked = booked - 1 WHERE id = :slot_id
    ), booking AS (UPDATE slot_bookings SET slot_id = earlier.id FROM earlier WHERE order_id = :order_id
    ), silent AS (DELETE FROM outbox WHERE order_id = :order_id)
    UPDATE orders SET slot_id = earlier.id, placed_at = earlier.starts_at - interval '1 day',
           kept_since = earlier.starts_at - interval '1 day',
           held_until = earlier.starts_at - interval '23 hours', confirmed_at = earlier.starts_at - interval '1 day',
           ended_at = earlier.starts_at + interval '1 hour'
      FROM earlier WHERE orders.id = :order_id
    """
)

Row = TypeVar("Row", bound=SQLModel)


def seed_demo(session: Session, now: datetime) -> None:
    """Stock the shop. Run again it adds only what is missing, and new windows as days go by.

    Seasons are set around today, so that the shop is open in any month. The new customer of the demo
    (910000000101) is not made here: they introduce themselves by their first message.
    """
    catalogue = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
    today = business_day(now, get_settings().zone)
    _describe_shop(session)
    for position, variety in enumerate(catalogue["varieties"]):
        _stock_variety(session, variety, position, today)
    for zone in catalogue["zones"]:
        _open_zone(session, zone)
    for apartment in catalogue["apartments"]:
        _add_apartment(session, apartment)
    for answer in catalogue["answers"]:
        _write_answer(session, answer, now)
    generate_slots(session, now)
    _meet_people(session, now)


def _describe_shop(session: Session) -> None:
    shop = session.get_one(Shop, 1)
    shop.legal_name = shop.legal_name or "Jamango Demo Fruit"
    shop.address = shop.address or "1 Orchard Lane, Lakeside 999101"
    shop.fssai = shop.fssai or "00000000000000"
    shop.upi_address = shop.upi_address or "jamango@example"
    shop.contact_phone = shop.contact_phone or FOUNDER


def _find(session: Session, table: type[Row], column: Any, value: object) -> Row | None:
    return session.exec(select(table).where(column == value)).first()


def _stock_variety(session: Session, variety: dict[str, Any], position: int, today: date) -> None:
    if _find(session, Product, Product.slug, variety["slug"]):
        return
    season = variety["on_sale_offset_days"]
    product = Product(
        slug=variety["slug"],
        names=variety["name"],
        stories=variety["story"],
        aliases=variety["aliases"],
        grade=variety["grade"],
        base_unit=variety["base_unit"],
        ripe_after_days=variety["ripe_from_days"],
        ripe_until_days=variety["ripe_to_days"],
        good_for=variety.get("good_for", []),
        season_begins_on=today + timedelta(days=season["first"]),
        season_ends_on=today + timedelta(days=season["last"]),
        photo=variety["slug"],
        position=position,
    )
    add_row(session, product)
    _add_packs(session, product.id, variety["packs"])
    _receive(session, product.id, variety, today)


def _add_packs(session: Session, product_id: int, packs: list[dict[str, Any]]) -> None:
    for position, pack in enumerate(packs):
        session.add(
            Pack(
                product_id=product_id,
                labels=pack["label"],
                base_units=pack["units"],
                price_paise=pack["price"],
                position=position,
            )
        )


def _receive(session: Session, product_id: int, variety: dict[str, Any], today: date) -> None:
    lot = receive_lot(
        session,
        product_id,
        variety["stock"],
        harvested_on=today - timedelta(days=HARVESTED_DAYS_AGO),
        ripe_by=today + timedelta(days=variety["ripe_to_days"]),
        actor=ACTOR,
    )
    session.get_one(Inventory, lot.inventory_id).low_level = variety["low_stock"]


def _open_zone(session: Session, facts: dict[str, Any]) -> None:
    if _find(session, Zone, Zone.slug, facts["slug"]):
        return
    zone = Zone(
        slug=facts["slug"],
        names=facts["name"],
        fee_paise=facts["fee"],
        free_above_paise=facts["free_above"],
        minimum_paise=facts["minimum"],
        cod_cap_paise=facts["cod_cap"],
        cod_cap_new_paise=facts["cod_cap_new"],
    )
    add_row(session, zone)
    for window in facts["slots"]:
        _add_pattern(session, zone.id, window)


def _add_pattern(session: Session, zone_id: int, window: dict[str, Any]) -> None:
    for weekday in window["days"]:
        session.add(
            SlotPattern(
                zone_id=zone_id,
                weekday=weekday,
                starts=time.fromisoformat(window["start"]),
                ends=time.fromisoformat(window["end"]),
                capacity=window["capacity"],
                cutoff_minutes=window["cut_off_minutes"],
            )
        )


def _add_apartment(session: Session, facts: dict[str, Any]) -> None:
    zone = _find(session, Zone, Zone.slug, facts["zone"])
    name = facts["name"][FIRST_LANGUAGE]
    if zone is None or _find(session, Apartment, Apartment.name, name):
        return
    session.add(
        Apartment(
            zone_id=zone.id,
            name=name,
            other_names={language: said for language, said in facts["name"].items() if language != FIRST_LANGUAGE},
            aliases=[*facts["aliases"], *(facts["name"][language] for language in facts["name"] if language != "en")],
            towers=facts["towers"],
            locality=zone.names["en"],
            pincode=facts["pincode"],
            latitude=facts["latitude"],
            longitude=facts["longitude"],
        )
    )


def _write_answer(session: Session, answer: dict[str, Any], now: datetime) -> None:
    """What somebody has changed since stays."""
    if not answers_for(session, [answer["key"]]):
        for language, said in answer["text"].items():
            set_answer(session, answer["key"], language, said, actor=ACTOR, now=now)


def _meet_people(session: Session, now: datetime) -> None:
    if _is_free(session, FOUNDER):
        add_staff(session, "Lakshmi", FOUNDER, role=Role.FOUNDER, language="en", actor=ACTOR, now=now)
    if _is_free(session, RIDER):
        add_staff(session, "Ravi", RIDER, role=Role.RIDER, language="hi", actor=ACTOR, now=now)
    if _is_free(session, REGULAR):
        _deliver_to_regular(session, now)


def _is_free(session: Session, phone: str) -> bool:
    """Whether the phone is nobody's yet."""
    known = session.execute(text("SELECT 1 FROM identities WHERE kind = 'phone' AND value = :phone"), {"phone": phone})
    return known.first() is None


def _deliver_to_regular(session: Session, now: datetime) -> None:
    """Arjun, who had a dozen Alphonso at Palm Grove some days ago and paid cash."""
    person = recognise(session, phone=REGULAR, user_id=None, parent_user_id=None, name="Arjun", now=now)
    apartment = _find(session, Apartment, Apartment.name, "Palm Grove")
    pack = session.exec(select(Pack).join(Product).where(Product.slug == "alphonso", Pack.base_units == 12)).first()
    slot = next_slot(session, apartment.zone_id) if apartment else None
    if person.customer_id is None or apartment is None or pack is None or slot is None:
        return
    address = add_address(session, person.customer_id, apartment.id, "B-1203", now)
    choose_address(session, person.customer_id, address.id, now)
    add_pack(session, person.customer_id, pack.id, 1, now)
    choose_slot(session, person.customer_id, slot.slot_id, now)
    order = place_cart(session, person.customer_id, Channel.WHATSAPP, now)
    confirm_cash_order(session, order.id, now)
    pack_order(session, order.id, actor=ACTOR, now=now)
    dispatch_order(session, order.id, actor=ACTOR, now=now)
    deliver_order(session, order.id, collected=Collected(cash_paise=order.total_paise), actor=ACTOR, now=now)
    day = business_day(now, get_settings().zone) - timedelta(days=DAYS_SINCE_LAST_ORDER)
    session.execute(MOVE_BACK, {"order_id": order.id, "slot_id": slot.slot_id, "day": day})
    session.refresh(order)
