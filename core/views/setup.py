"""How far a new shop is set up."""

from __future__ import annotations

from typing import NamedTuple

from sqlmodel import Session

from core.query import Statement


class Standing(NamedTuple):
    """Whether the shop says who it is, has zones, windows to come, apartments, products with a price (one is enough of
    each) and fruit, and whether anybody has ordered yet."""

    has_facts: bool
    zones: int
    windows: int
    apartments: int
    products: int
    fruit: int
    has_ordered: bool


STANDING = Statement(
    """
    SELECT (SELECT legal_name <> '' AND address <> '' AND contact_phone <> '' AND fssai <> '' FROM shop WHERE id = 1)
               AS has_facts,
           (SELECT count(*) FROM (SELECT FROM zones WHERE active LIMIT 1) z) AS zones,
           (SELECT count(*) FROM (SELECT FROM delivery_slots WHERE open AND ends_at > jamango_now() LIMIT 1) w)
               AS windows,
           (SELECT count(*) FROM (SELECT FROM apartments WHERE active LIMIT 1) a) AS apartments,
           (SELECT count(*) FROM (SELECT FROM products p WHERE active
               AND EXISTS (SELECT FROM packs k WHERE k.product_id = p.id AND k.active) LIMIT 1) p) AS products,
           (SELECT count(*) FROM (SELECT FROM inventory WHERE on_hand > 0 LIMIT 1) i) AS fruit,
           EXISTS (SELECT FROM orders) AS has_ordered
    """,
    Standing,
)


def read_standing(session: Session) -> Standing:
    """What is there."""
    return STANDING.one(session, {})
