"""What is on sale now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from core.catalog.tables import BaseUnit
from core.clock import business_day
from core.inventory.queries import LAPSED_FRUIT
from core.query import Query
from core.settings import get_settings

# A variety without fruit at `main` is still on sale, with nothing left; one without a pack is not.
OFFERS = """
    SELECT p.id, p.slug, p.names, p.stories, p.aliases, p.photo, p.grade, p.base_unit,
           p.ripe_after_days, p.ripe_until_days, coalesce(i.on_hand - i.held + {lapsed}, 0) AS available, packs.packs
      FROM products p
      JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_array(k.id, k.labels, k.base_units, k.price_paise) ORDER BY k.position, k.id)
               AS packs FROM packs k WHERE k.product_id = p.id AND k.active
      ) AS packs ON packs.packs IS NOT NULL
      LEFT JOIN inventory i ON i.product_id = p.id
            AND i.location_id = (SELECT id FROM locations WHERE code = 'main')
     WHERE p.active AND :day BETWEEN p.season_begins_on AND p.season_ends_on {condition}
     ORDER BY p.position, p.id
"""
ON_SALE = Query(OFFERS.format(lapsed=LAPSED_FRUIT, condition=""))
ONE_ON_SALE = Query(OFFERS.format(lapsed=LAPSED_FRUIT, condition="AND p.id = :product_id"))
NAMES = Query("SELECT id, names, aliases FROM products WHERE active")
SEASONS = Query(
    """
    SELECT id, names, season_begins_on, season_ends_on FROM products
     WHERE active AND coalesce(id = CAST(:product_id AS bigint), true) ORDER BY season_begins_on, position, id
    """
)


@dataclass(frozen=True)
class Season:
    """When a variety is sold: its first and last business day."""

    product_id: int
    names: dict[str, str]
    begins_on: date
    ends_on: date


@dataclass(frozen=True)
class PackOffer:
    """A pack, its price in paise, the base units it takes, and how many whole packs are left."""

    pack_id: int
    labels: dict[str, str]
    base_units: int
    price_paise: int
    left: int


@dataclass(frozen=True)
class Offer:
    """A variety in season with its packs, in the shop's order; `available` counts base units (0 = sold out)."""

    product_id: int
    slug: str
    names: dict[str, str]
    stories: dict[str, str]
    aliases: list[str]
    photo: str
    grade: str
    base_unit: BaseUnit
    ripe_after_days: int
    ripe_until_days: int
    available: int
    packs: list[PackOffer]

    @property
    def sold_out(self) -> bool:
        """Whether not one whole pack is left."""
        return not any(pack.left for pack in self.packs)


def on_sale(session: Session, now: datetime) -> list[Offer]:
    """Every variety in season on this business day, sold-out ones included, in the shop's order."""
    parameters = {"day": business_day(now, get_settings().zone), "now": now}
    return [_read_offer(row) for row in ON_SALE.run(session, parameters)]


def find_offer(session: Session, product_id: int, now: datetime) -> Offer | None:
    """One variety, or None when it is not on sale today."""
    parameters = {"day": business_day(now, get_settings().zone), "now": now, "product_id": product_id}
    row = ONE_ON_SALE.run(session, parameters).one_or_none()
    return None if row is None else _read_offer(row)


def _read_offer(row: Row[Any]) -> Offer:
    return Offer(
        product_id=row.id,
        slug=row.slug,
        names=row.names,
        stories=row.stories,
        aliases=row.aliases,
        photo=row.photo,
        grade=row.grade,
        base_unit=BaseUnit(row.base_unit),
        ripe_after_days=row.ripe_after_days,
        ripe_until_days=row.ripe_until_days,
        available=row.available,
        packs=[
            PackOffer(pack_id, labels, base_units, price_paise, left=row.available // base_units)
            for pack_id, labels, base_units, price_paise in row.packs
        ],
    )


def names_of_fruit(session: Session) -> tuple[tuple[str, int], ...]:
    """Every name and alias of the shop's varieties with the variety's id, in season or not."""
    return tuple((name, row.id) for row in NAMES.run(session, {}) for name in (*row.names.values(), *row.aliases))


def seasons(session: Session, product_id: int | None = None) -> list[Season]:
    """The seasons of all varieties that we sell at some time, or of one, the earliest first."""
    rows = SEASONS.run(session, {"product_id": product_id})
    return [Season(row.id, row.names, row.season_begins_on, row.season_ends_on) for row in rows]
