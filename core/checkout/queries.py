"""Reading a basket as it would be ordered now: today's prices, what is left, the home, its zone and the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.checkout.basket import Basket, BasketLine, Channel, DeliveryAddress, Discount, ZoneTerms
from core.checkout.rules import clean_note
from core.clock import business_day
from core.errors import Refusal
from core.inventory.tables import MAIN
from core.query import Statement
from core.settings import get_settings
from core.slots.rules import OpenSlot
from core.wording import FIRST_LANGUAGE


class BasketRow(NamedTuple):
    """One line of a basket, or none, beside the facts of the whole, which are the same on every row.

    Without a home we deliver to `zone_id` is None, without a window `slot_id`, without a line `pack_id`; then all that
    belongs to it is None as well.
    """

    note: str | None
    slot_id: int | None
    customer_name: str
    phone: str
    address_id: int | None
    line: str
    tower: str
    floor: int | None
    flat: str
    apartment_id: int
    apartment: str
    other_names: dict[str, str]
    locality: str
    pincode: str
    zone_id: int | None
    zone_names: dict[str, str]
    fee_paise: int
    free_above_paise: int
    minimum_paise: int
    starts_at: datetime
    ends_at: datetime
    places_left: int
    slot_open: bool | None
    pack_id: int | None
    product_id: int | None
    labels: dict[str, str]
    base_units: int
    price_paise: int
    quantity: int
    names: dict[str, str]
    for_sale: bool
    inventory_id: int | None
    available: int


# What the customer's own unpaid order keeps counts as left for them, because that order goes when they order again.
READ = """
    SELECT w.note, w.slot_id, u.name AS customer_name, coalesce(nullif(u.contact_phone, ''), (
               SELECT n.value FROM identities n WHERE n.customer_id = u.id AND n.kind = 'phone' LIMIT 1), '') AS phone,
           a.id AS address_id, a.line, a.tower, a.floor, a.flat,
           b.id AS apartment_id, b.name AS apartment, b.other_names, b.locality, b.pincode,
           z.id AS zone_id, z.names AS zone_names, z.fee_paise, z.free_above_paise, z.minimum_paise,
           s.starts_at, s.ends_at, room.places AS places_left,
           s.open AND s.cutoff_at > :now AND s.zone_id = z.id AS slot_open,
           l.pack_id, k.product_id, k.labels, k.base_units, k.price_paise, l.quantity, p.names,
           k.active AND p.active AND :day BETWEEN p.season_begins_on AND p.season_ends_on AS for_sale,
           fruit.inventory_id, coalesce(fruit.quantity, 0) AS available
      FROM users u {source}
      LEFT JOIN addresses a ON a.id = w.address_id AND a.customer_id = u.id AND a.line <> '– ' || a.id
      LEFT JOIN apartments b ON b.id = a.apartment_id AND b.active
      LEFT JOIN zones z ON z.id = b.zone_id AND z.active
      LEFT JOIN delivery_slots s ON s.id = w.slot_id
      LEFT JOIN LATERAL places_left(s.id, u.id) room ON true
      LEFT JOIN packs k ON k.id = l.pack_id
      LEFT JOIN products p ON p.id = k.product_id
      LEFT JOIN LATERAL fruit_left(p.id, :place, u.id) fruit ON true
     WHERE u.id = :customer_id ORDER BY l.id
"""
SELECTED = """
    CROSS JOIN (SELECT CAST(:address_id AS bigint) AS address_id, CAST(:slot_id AS bigint) AS slot_id,
                       CAST(:note AS text) AS note) w
    LEFT JOIN unnest(CAST(:pack_ids AS bigint[]), CAST(:quantities AS int[])) WITH ORDINALITY
              AS l (pack_id, quantity, id) ON true
"""


def basket_query(source: str) -> Statement[BasketRow]:
    """The statement that reads a basket from where it is kept.

    `source` joins, beside the customer `u`, what was chosen as `w` (address_id, slot_id, note) and its packs as `l`
    (id, pack_id, quantity).
    """
    return Statement(READ.format(source=source), BasketRow)


OF_SELECTION = basket_query(SELECTED)


@dataclass(frozen=True)
class Selection:
    """What somebody chose for a customer, where no cart keeps it: `packs` are how many of each, by the pack's id."""

    customer_id: int
    channel: Channel
    packs: Mapping[int, int]
    address_id: int | None = None
    slot_id: int | None = None
    note: str = ""
    offers: tuple[Discount, ...] = ()


def make_basket(session: Session, selection: Selection, now: datetime) -> Basket:
    """The basket of a phone order, of the office, of a weekly box: the same as a cart with that in it.

    A home of somebody else is no home. Raises Refusal `quantity-unclear` for a quantity below one,
    `note-too-long`(longest, length), and what `read_basket` raises.
    """
    if any(quantity < 1 for quantity in selection.packs.values()):
        raise Refusal("quantity-unclear")
    values = {
        "address_id": selection.address_id,
        "slot_id": selection.slot_id,
        "note": clean_note(selection.note),
        "pack_ids": list(selection.packs),
        "quantities": list(selection.packs.values()),
    }
    basket = read_basket(session, OF_SELECTION, selection.customer_id, selection.channel, now=now, values=values)
    return replace(basket, offers=selection.offers)


def read_basket(
    session: Session,
    query: Statement[BasketRow],
    customer_id: int,
    channel: Channel,
    *,
    now: datetime,
    values: Mapping[str, Any] | None = None,
) -> Basket:
    """The basket that a `basket_query` finds. Raises Refusal `customer-unknown`, or `not-for-sale`: no such pack."""
    day = business_day(now, get_settings().zone)
    parameters = {"customer_id": customer_id, "now": now, "day": day, "place": MAIN, **(values or {})}
    rows = query.all(session, parameters)
    if not rows:
        raise Refusal("customer-unknown")
    chosen = [row for row in rows if row.pack_id is not None]
    if any(row.product_id is None for row in chosen):
        raise Refusal("not-for-sale")
    first = rows[0]
    return Basket(
        customer_id=customer_id,
        channel=channel,
        lines=_read_lines(row for row in chosen if row.for_sale),
        dropped=_read_lines(row for row in chosen if not row.for_sale),
        address=_read_address(first),
        zone=_read_zone(first),
        slot_id=first.slot_id,
        slot=_read_slot(first),
        note=first.note or "",
        has_phone=bool(first.phone),
        phone=first.phone,
    )


def _read_lines(rows: Iterable[BasketRow]) -> list[BasketLine]:
    return [
        BasketLine(
            pack_id=row.pack_id,
            product_id=row.product_id,
            names=row.names,
            labels=row.labels,
            quantity=row.quantity,
            base_units=row.base_units,
            unit_price_paise=row.price_paise,
            left=row.available // row.base_units,
            inventory_id=row.inventory_id,
        )
        for row in rows
        if row.pack_id is not None and row.product_id is not None
    ]


def _read_address(row: BasketRow) -> DeliveryAddress | None:
    if row.address_id is None or row.zone_id is None:
        return None
    return DeliveryAddress(
        address_id=row.address_id,
        apartment_id=row.apartment_id,
        apartment=row.apartment,
        apartment_names={FIRST_LANGUAGE: row.apartment, **row.other_names},
        locality=row.locality,
        pincode=row.pincode,
        line=row.line,
        tower=row.tower,
        floor=row.floor,
        flat=row.flat,
        customer_name=row.customer_name,
    )


def _read_zone(row: BasketRow) -> ZoneTerms | None:
    if row.zone_id is None:
        return None
    return ZoneTerms(row.zone_id, row.zone_names, row.fee_paise, row.free_above_paise, row.minimum_paise)


def _read_slot(row: BasketRow) -> OpenSlot | None:
    if row.slot_id is None or not row.slot_open or row.places_left < 1:
        return None
    return OpenSlot(row.slot_id, row.starts_at, row.ends_at, row.places_left)
