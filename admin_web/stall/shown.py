"""What the till shows, as values: for its pages and for its JSON door alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from admin_web.stall.door import Keeper
from core.shop.queries import read_shop
from core.stalls.asides import open_asides
from core.stalls.queries import Tile, tiles
from core.stalls.rules import KEYS, VoidReason
from core.wording import pick
from pages.templates import asset
from pages.visit import Visit
from pages.wording import PAGES


def show_tiles(visit: Visit, session: Session, keeper: Keeper) -> list[dict[str, Any]]:
    """Every pack on sale, worded in the keeper's language; sums in paise, `photo` a path of ours."""
    return [_tile(visit, each) for each in tiles(session, keeper.till.device.place, visit.now(session))]


def _tile(visit: Visit, tile: Tile) -> dict[str, Any]:
    return {
        "pack": tile.pack_id,
        "slug": tile.slug,
        "name": pick(tile.names, visit.language),
        "label": pick(tile.labels, visit.language),
        "price": tile.price_paise,
        "photo": tile.picture or asset(f"mangoes/{tile.drawing}-square-240.webp"),
        "allotted": tile.allotted,
        "shared": tile.shared,
    }


def show_state(visit: Visit, session: Session, keeper: Keeper) -> Mapping[str, Any]:
    """The whole of `/stall/state` but its token."""
    shop, device, shift = read_shop(session), keeper.till.device, keeper.till.shift
    upi = {"pa": shop.upi_address, "pn": shop.name} if shop.upi_address else None
    return {
        "now": visit.now(session).isoformat(),
        "language": visit.language,
        "stall": {"id": device.stall_id, "name": device.stall},
        "device": {"id": device.id, "name": device.name},
        "keeper": {"id": keeper.id, "name": keeper.name},
        "shift": shift and {"id": shift.id, "opened_at": shift.opened_at.isoformat(), "float": shift.float_paise},
        "tiles": show_tiles(visit, session, keeper),
        "keys": list(KEYS),
        "upi": upi,
        "qr": visit.settings.razorpay_qr,
        "reasons": [{"key": each.value, "label": visit.t(f"stall-void-{each.value}")} for each in VoidReason],
        "aside": [{"id": each.uid, "why": say_why(visit, each.why)} for each in open_asides(session, device.id)],
    }


def say_why(visit: Visit, code: str) -> str:
    """Why something stepped aside, as far as that can be said without what the till had sent."""
    key = f"refused-{code}"
    plain = PAGES.has(key) and not PAGES.load()["en"].placeholders[key]
    return visit.t(key if plain else "stall-aside-kept")
