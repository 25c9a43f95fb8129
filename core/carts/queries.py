"""Reading a cart as it would be ordered now: prices, what is left, address, fee and slot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from core.clock import business_day
from core.inventory.tables import MAIN
from core.query import Query
from core.settings import get_settings
from core.slots.queries import OpenSlot
from core.wording import FIRST_LANGUAGE
from core.zones.rules import delivery_fee, missing_for_free

# One row for each line (one with nulls when there is none), the cart's own facts on every row. What the customer's
# own unpaid order keeps counts as left for them, because that order goes when they place this cart.
READ = Query(
    """
    SELECT c.note, c.slot_id,
           a.id AS address_id, a.line, a.tower, a.floor, a.flat, u.name AS customer_name,
           b.id AS apartment_id, b.name AS apartment, b.other_names, b.locality, b.pincode,
           z.id AS zone_id, z.names AS zone_names, z.fee_paise, z.free_above_paise, z.minimum_paise,
           s.starts_at, s.ends_at, room.places AS places_left,
           s.open AND s.cutoff_at > :now AND s.zone_id = z.id AS slot_open,
           k.id AS pack_id, k.product_id, k.labels, k.base_units, k.price_paise, l.quantity, p.names,
           k.active AND p.active AND :day BETWEEN p.season_begins_on AND p.season_ends_on AS for_sale,
           fruit.inventory_id, coalesce(fruit.quantity, 0) AS available
      FROM carts c
      JOIN users u ON u.id = c.customer_id
      LEFT JOIN addresses a ON a.id = c.address_id
      LEFT JOIN apartments b ON b.id = a.apartment_id AND b.active
      LEFT JOIN zones z ON z.id = b.zone_id AND z.active
      LEFT JOIN delivery_slots s ON s.id = c.slot_id
      LEFT JOIN LATERAL places_left(s.id, c.customer_id) room ON true
      LEFT JOIN cart_items l ON l.cart_id = c.id
      LEFT JOIN packs k ON k.id = l.pack_id
      LEFT JOIN products p ON p.id = k.product_id
      LEFT JOIN LATERAL fruit_left(p.id, :place, c.customer_id) fruit ON true
     WHERE c.customer_id = :customer_id ORDER BY l.id
    """
)


@dataclass(frozen=True)
class CartLine:
    """A pack in the cart at today's price (paise); `left` is how many whole packs could be had."""

    pack_id: int
    product_id: int
    names: dict[str, str]
    labels: dict[str, str]
    quantity: int
    base_units: int
    unit_price_paise: int
    left: int
    inventory_id: int | None

    @property
    def line_paise(self) -> int:
        return self.unit_price_paise * self.quantity


@dataclass(frozen=True)
class AddressView:
    """A home as it is written on an order."""

    address_id: int
    apartment_id: int
    apartment: str
    apartment_names: dict[str, str]
    locality: str
    pincode: str
    line: str
    tower: str
    floor: int | None
    flat: str
    customer_name: str


@dataclass(frozen=True)
class ZoneFacts:
    """What delivery to the cart's address costs; amounts in paise."""

    zone_id: int
    names: dict[str, str]
    fee_paise: int
    free_above_paise: int
    minimum_paise: int


@dataclass(frozen=True)
class CartView:
    """A cart as it stands now. `dropped` are lines no longer for sale; they are not in the amounts.

    `address` is None until chosen, or when we no longer deliver there. `slot_id` is what was chosen, `slot` is that
    window while it can still be had.
    """

    lines: list[CartLine]
    dropped: list[CartLine]
    address: AddressView | None
    zone: ZoneFacts | None
    slot_id: int | None
    slot: OpenSlot | None
    note: str

    @property
    def items_paise(self) -> int:
        return sum(line.line_paise for line in self.lines)

    @property
    def fee_paise(self) -> int:
        """The delivery fee; 0 as long as the zone is unknown."""
        return delivery_fee(self.zone, self.items_paise) if self.zone else 0

    @property
    def missing_for_free_paise(self) -> int:
        return missing_for_free(self.zone, self.items_paise) if self.zone else 0

    @property
    def minimum_paise(self) -> int:
        return self.zone.minimum_paise if self.zone else 0

    @property
    def missing_for_minimum_paise(self) -> int:
        return max(self.minimum_paise - self.items_paise, 0)

    @property
    def total_paise(self) -> int:
        return self.items_paise + self.fee_paise


EMPTY = CartView(lines=[], dropped=[], address=None, zone=None, slot_id=None, slot=None, note="")


def read_cart(session: Session, customer_id: int, now: datetime) -> CartView:
    """The customer's cart; an empty one when there is none."""
    day = business_day(now, get_settings().zone)
    rows = READ.run(session, {"customer_id": customer_id, "now": now, "day": day, "place": MAIN}).all()
    if not rows:
        return EMPTY
    first = rows[0]
    return CartView(
        lines=_read_lines(row for row in rows if row.pack_id is not None and row.for_sale),
        dropped=_read_lines(row for row in rows if row.pack_id is not None and not row.for_sale),
        address=None if first.zone_id is None else _read_address(first),
        zone=None if first.zone_id is None else _read_zone(first),
        slot_id=first.slot_id,
        slot=_read_slot(first),
        note=first.note,
    )


def _read_lines(rows: Iterable[Row[Any]]) -> list[CartLine]:
    return [
        CartLine(
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
    ]


def _read_address(row: Row[Any]) -> AddressView:
    return AddressView(
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


def _read_zone(row: Row[Any]) -> ZoneFacts:
    return ZoneFacts(row.zone_id, row.zone_names, row.fee_paise, row.free_above_paise, row.minimum_paise)


def _read_slot(row: Row[Any]) -> OpenSlot | None:
    if row.slot_id is None or not row.slot_open or row.places_left < 1:
        return None
    return OpenSlot(row.slot_id, row.starts_at, row.ends_at, row.places_left)
