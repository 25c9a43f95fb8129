"""What is on sale now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session, col, select

from core.catalog.tables import BaseUnit, Pack, Product
from core.clock import business_day
from core.inventory.tables import MAIN
from core.media.rules import PictureShape
from core.query import Query, Rows
from core.settings import get_settings

# A variety without fruit at `main` is still on sale, with nothing left; one without a pack is not.
ON_SALE = Query(
    """
    SELECT p.id, p.slug, p.names, p.stories, p.aliases, p.photo, p.grade, p.base_unit,
           p.ripe_after_days, p.ripe_until_days, p.good_for, coalesce(f.quantity, 0) AS available, packs.packs,
           q.digest, q.width, q.height
      FROM products p
      LEFT JOIN pictures q ON q.id = p.picture_id
      JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_array(k.id, k.labels, k.base_units, k.price_paise) ORDER BY k.position, k.id)
               AS packs FROM packs k WHERE k.product_id = p.id AND k.active
      ) AS packs ON packs.packs IS NOT NULL
      LEFT JOIN LATERAL fruit_left(p.id, :place, NULL) f ON true
     WHERE p.active AND :day BETWEEN p.season_begins_on AND p.season_ends_on
       AND coalesce(p.id = CAST(:product_id AS bigint), true)
     ORDER BY p.position, p.id
    """
)
NAMES = Query("SELECT id, slug, names, aliases FROM products WHERE active")
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
    """A variety in season with its packs, in the shop's order; `available` counts base units (0 = sold out).

    `photo` names our drawing of it, `picture` is the founder's own.
    """

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
    good_for: tuple[str, ...] = ()
    picture: PictureShape | None = None

    @property
    def sold_out(self) -> bool:
        """Whether not one whole pack is left."""
        return not any(pack.left for pack in self.packs)


def on_sale(session: Session, now: datetime) -> list[Offer]:
    """Every variety in season on this business day, sold-out ones included, in the shop's order."""
    return [_read_offer(row) for row in _on_sale(session, now, product_id=None)]


def find_offer(session: Session, product_id: int, now: datetime) -> Offer | None:
    """One variety, or None when it is not on sale today."""
    row = _on_sale(session, now, product_id=product_id).one_or_none()
    return None if row is None else _read_offer(row)


def _on_sale(session: Session, now: datetime, *, product_id: int | None) -> Rows:
    day = business_day(now, get_settings().zone)
    return ON_SALE.run(session, {"day": day, "place": MAIN, "product_id": product_id})


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
        good_for=tuple(row.good_for),
        picture=PictureShape(row.digest, row.width, row.height) if row.digest else None,
    )


def names_of_fruit(session: Session) -> tuple[tuple[str, int], ...]:
    """Every name and alias of the shop's varieties with the variety's id, in season or not."""
    return tuple((name, row.id) for row in NAMES.run(session, {}) for name in (*row.names.values(), *row.aliases))


def slugs_of_fruit(session: Session) -> dict[int, str]:
    """The short name of every variety by its id."""
    return {row.id: row.slug for row in NAMES.run(session, {})}


def seasons(session: Session, product_id: int | None = None) -> list[Season]:
    """The seasons of all varieties that we sell at some time, or of one, the earliest first."""
    rows = SEASONS.run(session, {"product_id": product_id})
    return [Season(row.id, row.names, row.season_begins_on, row.season_ends_on) for row in rows]


def find_product(session: Session, product_id: int) -> Product | None:
    """A variety, on sale or not."""
    return session.get(Product, product_id)


def find_packs(session: Session, product_id: int, *, also_unsold: bool = False) -> list[Pack]:
    """The packs that a variety is sold in, in the shop's order, season or not."""
    statement = select(Pack).where(Pack.product_id == product_id).order_by(col(Pack.position), col(Pack.id))
    return list(session.exec(statement if also_unsold else statement.where(col(Pack.active))))


def find_pack(session: Session, pack_id: int) -> Pack | None:
    """A pack, sold or not."""
    return session.get(Pack, pack_id)


def list_products(session: Session) -> list[Product]:
    """Every variety, sold or not, in the shop's order."""
    return list(session.exec(select(Product).order_by(col(Product.position), col(Product.id))))
