"""What is on sale now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row, text
from sqlmodel import Session

from core.catalog.tables import BaseUnit
from core.clock import business_day
from core.inventory.queries import LAPSED_FRUIT
from core.settings import get_settings

# One row for each pack. A variety without fruit at `main` is still on sale, with nothing left.
OFFERS = """
    SELECT p.id AS product_id, p.slug, p.names, p.stories, p.aliases, p.photo, p.grade, p.base_unit,
           p.ripe_after_days, p.ripe_until_days, coalesce(i.on_hand - i.held + {lapsed}, 0) AS available,
           k.id AS pack_id, k.labels, k.base_units, k.price_paise
      FROM products p
      JOIN packs k ON k.product_id = p.id AND k.active
      LEFT JOIN inventory i ON i.product_id = p.id
            AND i.location_id = (SELECT id FROM locations WHERE code = 'main')
     WHERE p.active AND :day BETWEEN p.season_begins_on AND p.season_ends_on {condition}
     ORDER BY p.position, p.id, k.position, k.id
"""
ON_SALE = text(OFFERS.format(lapsed=LAPSED_FRUIT, condition=""))
ONE_ON_SALE = text(OFFERS.format(lapsed=LAPSED_FRUIT, condition="AND p.id = :product_id"))


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
    return list(_read_offers(session.execute(ON_SALE, {"day": business_day(now, get_settings().zone), "now": now})))


def find_offer(session: Session, product_id: int, now: datetime) -> Offer | None:
    """One variety, or None when it is not on sale today."""
    parameters = {"day": business_day(now, get_settings().zone), "now": now, "product_id": product_id}
    return next(_read_offers(session.execute(ONE_ON_SALE, parameters)), None)


def _read_offers(rows: Iterable[Row[Any]]) -> Iterator[Offer]:
    for _, group in groupby(rows, key=lambda row: row.product_id):
        packs = list(group)
        first = packs[0]
        yield Offer(
            product_id=first.product_id,
            slug=first.slug,
            names=first.names,
            stories=first.stories,
            aliases=first.aliases,
            photo=first.photo,
            grade=first.grade,
            base_unit=BaseUnit(first.base_unit),
            ripe_after_days=first.ripe_after_days,
            ripe_until_days=first.ripe_until_days,
            available=first.available,
            packs=[_read_pack(row) for row in packs],
        )


def _read_pack(row: Row[Any]) -> PackOffer:
    return PackOffer(row.pack_id, row.labels, row.base_units, row.price_paise, row.available // row.base_units)
