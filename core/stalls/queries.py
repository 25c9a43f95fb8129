"""What the till shows: its shift, and what can be sold now."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.catalog.queries import on_sale
from core.inventory.selling import standing_of
from core.media.queries import jpeg_path
from core.query import Statement
from core.stalls.rules import Payment, WayBack, way_back


class OpenShift(NamedTuple):
    """The shift that is open at a device; `keeper` is who opened it."""

    id: int
    keeper_id: int
    keeper: str
    opened_at: datetime
    float_paise: int


class Tile(NamedTuple):
    """A pack that is sold today. `allotted` and `shared` are how many whole packs the stall has of its own, and all
    doors share; `picture` is the path of the founder's photo, `drawing` the name of ours."""

    pack_id: int
    product_id: int
    slug: str
    names: dict[str, str]
    labels: dict[str, str]
    base_unit: str
    base_units: int
    price_paise: int
    drawing: str
    picture: str | None
    allotted: int
    shared: int


class RungUp(NamedTuple):
    """A sale of a shift, the newest first."""

    sale_id: int
    uid: str
    made_at: datetime
    payment: str
    paid_paise: int
    given_paise: int | None
    is_void: bool
    packs: int
    is_credited: bool

    @property
    def back(self) -> WayBack:
        """How its money goes back when it is taken back."""
        return way_back(Payment(self.payment), is_credited=self.is_credited)


class PackSlug(NamedTuple):
    """A pack by a name for addresses and machines: its variety's, and how many base units it takes."""

    slug: str
    pack_id: int


PACK_SLUGS = Statement(
    """
    SELECT p.slug || '-' || k.base_units AS slug, min(k.id) AS pack_id
      FROM packs k JOIN products p ON p.id = k.product_id
     GROUP BY 1
    """,
    PackSlug,
)
OPEN = Statement(
    """
    SELECT s.id, s.keeper_id, k.name AS keeper, s.opened_at, s.float_paise
      FROM shifts s JOIN staff k ON k.id = s.keeper_id
     WHERE s.device_id = :device_id AND s.status = 'open'
    """,
    OpenShift,
)
RUNG_UP = Statement(
    """
    SELECT s.id AS sale_id, s.uid, s.made_at, s.payment, s.paid_paise, s.given_paise,
           EXISTS (SELECT FROM stall_voids v WHERE v.sale_id = s.id) AS is_void,
           (SELECT sum(l.quantity)::int FROM stall_sale_lines l WHERE l.sale_id = s.id) AS packs,
           EXISTS (SELECT FROM stall_qrs q WHERE q.sale_id = s.id) AS is_credited
      FROM stall_sales s WHERE s.shift_id = :shift_id ORDER BY s.id DESC LIMIT :most
    """,
    RungUp,
)


def open_shift_at(session: Session, device_id: int) -> OpenShift | None:
    """The shift that is open at a device, if there is one."""
    return OPEN.first(session, {"device_id": device_id})


def tiles(session: Session, place: str, now: datetime) -> list[Tile]:
    """Every pack on sale, in the shop's order, with what a stall has of it."""
    offers = on_sale(session, now)
    own = standing_of(session, [offer.product_id for offer in offers], place)
    left = {product: each.left for product, each in own.items()}
    return [
        Tile(
            pack.pack_id, offer.product_id, f"{offer.slug}-{pack.base_units}", offer.names, pack.labels,
            offer.base_unit.value, pack.base_units, pack.price_paise, offer.photo,
            jpeg_path(offer.picture) if offer.picture else None,
            left.get(offer.product_id, 0) // pack.base_units, pack.left,
        )
        for offer in offers for pack in offer.packs
    ]  # fmt: skip


def packs_by_slug(session: Session) -> dict[str, int]:
    """Every pack, sold or not, by the slug of its tile."""
    return dict(PACK_SLUGS.all(session, {}))


def rung_up(session: Session, shift_id: int, *, most: int = 50) -> list[RungUp]:
    """The newest sales of a shift."""
    return RUNG_UP.all(session, {"shift_id": shift_id, "most": most})
