"""What the founder does to the shop in a test, through core."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.clock import business_day, read_now
from core.db import transaction
from core.inventory.stock import correct_stock
from core.orders.actions import expire_lapsed_orders
from core.settings import get_settings
from core.slots.actions import close_slot, set_capacity
from tests.support.actors import STAFF


def leave_pieces(slug: str, left: int) -> None:
    """Correct the stock of a variety so that so many base units are for sale."""
    with transaction() as session:
        row = session.execute(
            text(
                "SELECT i.id, i.on_hand - i.held AS free FROM inventory i JOIN products p ON p.id = i.product_id"
                " WHERE p.slug = :slug"
            ),
            {"slug": slug},
        ).one()
        today = business_day(read_now(session), get_settings().zone)
        correct_stock(session, row.id, left - row.free, reason="test", actor=STAFF, today=today)


def fill_next_slot() -> None:
    """Nobody else fits into the next window of any zone."""
    with transaction() as session:
        for slot in _next_slots(session):
            if slot.booked:
                set_capacity(session, slot.id, slot.booked, STAFF)
            else:
                close_slot(session, slot.id, "full", STAFF)


def _next_slots(session: Session) -> Sequence[Any]:
    return session.execute(
        text(
            "SELECT DISTINCT ON (zone_id) id, booked FROM delivery_slots WHERE open AND booked < capacity"
            " AND cutoff_at > jamango_now() ORDER BY zone_id, starts_at"
        )
    ).all()


def leave_one_place() -> None:
    """The next window of each zone has room for one more order."""
    with transaction() as session:
        for slot in _next_slots(session):
            set_capacity(session, slot.id, slot.booked + 1, STAFF)


def pack(code: str) -> None:
    """The packer has the box ready."""
    from core.orders.packing import pack_order  # noqa: PLC0415

    with transaction() as session:
        order_id = session.execute(text("SELECT id FROM orders WHERE code = :code"), {"code": code}).scalar_one()
        pack_order(session, order_id, actor=STAFF, now=read_now(session))


def end_lapsed_holds() -> None:
    """What the periodic job does."""
    with transaction() as session:
        expire_lapsed_orders(session, read_now(session))


def change_price(slug: str, add_paise: int) -> None:
    with transaction() as session:
        session.execute(
            text(
                "UPDATE packs SET price_paise = price_paise + :more WHERE product_id ="
                " (SELECT id FROM products WHERE slug = :slug)"
            ),
            {"more": add_paise, "slug": slug},
        )


def stop_selling(slug: str) -> None:
    with transaction() as session:
        session.execute(text("UPDATE products SET active = false WHERE slug = :slug"), {"slug": slug})


def ask_one(statement: str, **values: object) -> object:
    """One value from the database."""
    with transaction() as session:
        return session.execute(text(statement), values).scalar()


def let_the_next_windows(become: str) -> None:
    """What happens to the windows that were offered first, one in each zone: `full`, `closed` or `past`."""
    what = {"full": "capacity = booked", "closed": "open = false", "past": "cutoff_at = jamango_now()"}[become]
    with transaction() as session:
        ids = [slot.id for slot in _next_slots(session)]
        session.execute(text(f"UPDATE delivery_slots SET {what} WHERE id = ANY(:ids)"), {"ids": ids})
