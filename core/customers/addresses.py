"""Where customers live."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session, select

from core.customers.tables import Address
from core.entities import EntityQuery
from core.errors import Refusal
from core.query import Query
from core.reading.lexicon import load_lexicon
from core.zones.homes import LONGEST_LINE, Home, Missing, name_home, read_home
from core.zones.queries import find_apartment

SAVE = text(
    """
    INSERT INTO addresses (customer_id, apartment_id, line, tower, floor, flat, last_used_at)
    VALUES (:customer_id, :apartment_id, :line, :tower, :floor, :flat, :now)
    ON CONFLICT (customer_id, apartment_id, line) DO UPDATE SET last_used_at = EXCLUDED.last_used_at
    RETURNING *
    """
)
OF_CUSTOMER = EntityQuery(
    "SELECT * FROM addresses WHERE customer_id = :customer_id AND line <> '– ' || id"
    " ORDER BY last_used_at DESC NULLS LAST, id DESC",
    Address,
)
# A home of the guest that the customer has already stays with the guest, emptied; every other one moves.
TAKE_HOMES = Query(
    """
    UPDATE addresses g SET customer_id = :customer_id
     WHERE customer_id = :guest_id AND NOT EXISTS (
           SELECT FROM addresses c WHERE c.customer_id = :customer_id AND c.apartment_id = g.apartment_id
                                     AND c.line = g.line)
    RETURNING id
    """
)
TWINS = Query(
    """
    SELECT g.id AS guests, c.id AS own FROM addresses g
      JOIN addresses c ON c.customer_id = :customer_id AND c.apartment_id = g.apartment_id AND c.line = g.line
     WHERE g.customer_id = :guest_id
    """
)
# Orders refer to their homes, so the rows stay, with nothing in them: `– 7` is home 7, which is nobody's any more.
ERASE = Query(
    """
    UPDATE addresses SET line = '– ' || id, tower = '', floor = NULL, flat = '', last_used_at = NULL
     WHERE customer_id = :customer_id AND id = coalesce(CAST(:address_id AS bigint), id) RETURNING id
    """
)
USE = Query("UPDATE addresses SET last_used_at = :now WHERE id = :address_id")
ZONE = text("SELECT b.zone_id FROM addresses a JOIN apartments b ON b.id = a.apartment_id WHERE a.id = :address_id")


def add_address(session: Session, customer_id: int, apartment_id: int, line: str, now: datetime) -> Address:
    """Note a home ("B-1203"), or find it again.

    Raises Refusal `apartment-unknown`, or what `check_home` raises: a home is a home at every door.
    """
    apartment = find_apartment(session, apartment_id)
    if apartment is None:
        raise Refusal("apartment-unknown")
    home = read_home(line, apartment.towers, load_lexicon())
    check_home(home, apartment.towers)
    parameters = {
        "customer_id": customer_id,
        "apartment_id": apartment_id,
        "line": name_home(home),
        "tower": home.tower,
        "floor": home.floor,
        "flat": home.flat,
        "now": now,
    }
    statement = select(Address).from_statement(SAVE).execution_options(populate_existing=True)
    address: Address = session.scalars(statement, parameters).one()
    return address


def zone_of_address(session: Session, address_id: int) -> int | None:
    """The zone that a home lies in; None for a home that does not exist."""
    found: int | None = session.execute(ZONE, {"address_id": address_id}).scalar_one_or_none()
    return found


def take_over_homes(session: Session, guest_id: int, customer_id: int) -> dict[int, int]:
    """Give a customer the homes of a guest; returns the customer's address for each of the guest's."""
    both = {"guest_id": guest_id, "customer_id": customer_id}
    twins = {row.guests: row.own for row in TWINS.run(session, both)}
    moved = {row.id: row.id for row in TAKE_HOMES.run(session, both)}
    erase_homes(session, guest_id)
    return {**twins, **moved}


def erase_homes(session: Session, customer_id: int) -> None:
    """Empty a customer's homes: a part of erasing them."""
    ERASE.run(session, {"customer_id": customer_id, "address_id": None})


def erase_home(session: Session, customer_id: int, address_id: int) -> None:
    """Empty one of them. Raises Refusal `address-unknown` for a home of somebody else."""
    if not ERASE.run(session, {"customer_id": customer_id, "address_id": address_id}).first():
        raise Refusal("address-unknown")


def use_address(session: Session, address_id: int, now: datetime) -> None:
    """Note that something is to be brought to this home."""
    USE.run(session, {"address_id": address_id, "now": now})


def check_home(home: Home, towers: Sequence[str]) -> None:
    """Raise Refusal `home-too-long`(longest, length), `tower-missing`(towers), `tower-unknown`(tower, towers) for one
    that the society does not have, `flat-missing`, or `home-unclear` for what is no home at all."""
    if home.missing is not Missing.SENSE and home.is_too_long:
        raise Refusal("home-too-long", longest=LONGEST_LINE, length=len(home.line))
    match home.missing:
        case Missing.TOWER if home.odd_tower:
            raise Refusal("tower-unknown", tower=home.odd_tower, towers=", ".join(towers))
        case Missing.TOWER:
            raise Refusal("tower-missing", towers=", ".join(towers))
        case Missing.FLAT:
            raise Refusal("flat-missing")
        case Missing.SENSE:
            raise Refusal("home-unclear")


def addresses_of(session: Session, customer_id: int) -> list[Address]:
    """A customer's homes, the last used first."""
    return OF_CUSTOMER.all(session, {"customer_id": customer_id})
