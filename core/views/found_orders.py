"""Orders as the founder looks for them in her chat: by the beginning of a code, by a society, by days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from sqlmodel import Session

from core.errors import Refusal
from core.query import Statement


class FoundOrder(NamedTuple):
    """An order in a line; the window is UTC. `in_all` counts everything that fits, also beyond the limit."""

    order_id: int
    code: str
    status: str
    name: str
    home: str
    apartment: dict[str, str]
    starts_at: datetime
    ends_at: datetime
    total_paise: int
    due_paise: int
    in_all: int


COLUMNS = """
    o.id AS order_id, o.code, o.status, u.name, o.address ->> 'line' AS home,
    coalesce(o.address -> 'apartment_names', jsonb_build_object('en', o.address ->> 'apartment')) AS apartment,
    s.starts_at, s.ends_at, o.total_paise, o.total_paise - o.prepaid_paise AS due_paise, count(*) OVER () AS in_all
      FROM orders o JOIN users u ON u.id = o.customer_id JOIN delivery_slots s ON s.id = o.slot_id
"""
BY_CODE = Statement(
    f"""
    SELECT {COLUMNS} WHERE o.code >= :code AND o.code < :after ORDER BY o.id DESC LIMIT :limit
    """,
    FoundOrder,
)
# Those that are still to be done, or of days that were named.
OPEN_ONES = Statement(
    f"""
    SELECT {COLUMNS} LEFT JOIN addresses a ON a.id = o.address_id
     WHERE o.status IN ('awaiting_payment', 'confirmed', 'packed', 'out_for_delivery', 'delivery_failed')
       AND (CAST(:apartment_ids AS bigint[]) = '{{}}' OR a.apartment_id = ANY(:apartment_ids))
       AND (CAST(:days AS date[]) = '{{}}' OR s.day = ANY(:days))
       AND coalesce(o.zone_id = CAST(:zone_id AS bigint), true)
     ORDER BY s.starts_at, o.id LIMIT :limit
    """,
    FoundOrder,
)


CODES = Statement("SELECT code FROM orders WHERE id = ANY(:order_ids) ORDER BY id", str)


def with_codes(session: Session, refusal: Refusal) -> Refusal:
    """A refusal that is about orders, with their codes under `orders` for the sentence."""
    if "order_ids" not in refusal.values:
        return refusal
    codes = CODES.all(session, {"order_ids": refusal.values["order_ids"]})
    kept = {name: value for name, value in refusal.values.items() if name != "order_ids"}
    return Refusal(refusal.code, **kept, orders=", ".join(codes))


def orders_by_code(session: Session, code: str, *, limit: int) -> list[FoundOrder]:
    """Orders whose code begins so, the newest first."""
    return BY_CODE.all(session, {"code": code, "after": f"{code}~", "limit": limit})


def open_orders(
    session: Session, *, apartment_ids: Collection[int], days: Collection[date], zone_id: int | None, limit: int
) -> list[FoundOrder]:
    """Orders that are still to be done, of these societies and days, or of any; the soonest first."""
    values = {"apartment_ids": sorted(apartment_ids), "days": sorted(days), "zone_id": zone_id, "limit": limit}
    return OPEN_ONES.all(session, values)
