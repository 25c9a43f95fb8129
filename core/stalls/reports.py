"""What a shift came to: sales by payment and pack, what was taken back or came late, fruit and cash as counted."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from sqlmodel import Session

from core.query import Statement


class ShiftFacts(NamedTuple):
    """A shift from its opening to its count. Sums in paise; `difference_paise` is None until it is closed, minus when
    cash was missing. `late_paise` is cash of sales that came after the count, and had lain in it."""

    id: int
    stall_id: int
    stall: str
    device_id: int
    device: str
    keeper: str
    status: str
    opened_at: datetime
    closed_at: datetime | None
    float_paise: int
    cash_paise: int | None
    expected_paise: int | None
    difference_paise: int | None
    upi_paise: int | None
    card_paise: int | None
    late_paise: int


class ByPayment(NamedTuple):
    """How many sales were paid in one way, and what they came to in paise; `late` and `voided` are among them apart."""

    payment: str
    sales: int
    paise: int
    late: int
    late_paise: int
    voided: int
    voided_paise: int


class ByPack(NamedTuple):
    """How many of a pack were sold and not taken back, and what they came to at our prices, in paise."""

    names: dict[str, str]
    labels: dict[str, str]
    quantity: int
    paise: int


class FruitOfShift(NamedTuple):
    """Base units of a product in a shift; `sold` are the stall's own that were sold. See `ShiftStock`."""

    product_id: int
    names: dict[str, str]
    base_unit: str
    opened: int
    sold: int
    left_over: int | None
    wasted: int | None
    difference: int | None
    explained: int


class StallDay(NamedTuple):
    """What one stall took on one business day, voided sales left out, in paise by payment."""

    day: date
    stall_id: int
    stall: str
    sales: int
    cash_paise: int
    upi_paise: int
    card_paise: int


FACTS = """
    SELECT s.id, s.stall_id, l.name AS stall, s.device_id, d.name AS device, k.name AS keeper, s.status, s.opened_at,
           s.closed_at, s.float_paise, s.cash_paise, s.expected_paise,
           s.cash_paise - s.expected_paise AS difference_paise, s.upi_paise, s.card_paise,
           (SELECT coalesce(sum(x.paid_paise), 0)::bigint FROM stall_sales x
             WHERE x.shift_id = s.id AND x.is_late AND x.payment = 'cash') AS late_paise
      FROM shifts s JOIN stalls l ON l.id = s.stall_id JOIN devices d ON d.id = s.device_id
      JOIN staff k ON k.id = s.keeper_id"""
FIND = Statement(f"{FACTS} WHERE s.id = :id", ShiftFacts)
RECENT = Statement(
    f"{FACTS} WHERE coalesce(s.id < CAST(:before AS bigint), true) ORDER BY s.id DESC LIMIT :most", ShiftFacts
)
# A sale and whether it counts: what was taken back does not.
SOLD = """
    SELECT s.*, EXISTS (SELECT FROM stall_voids v WHERE v.sale_id = s.id) AS is_void FROM stall_sales s"""
# When a sale `x` of a shift `h` was made: its till's clock is believed between our moments of opening and receiving.
MADE_AT = "greatest(least(x.made_at, x.received_at), h.opened_at)"
BY_PAYMENT = Statement(
    f"""
    SELECT payment, count(*) FILTER (WHERE NOT is_void)::int AS sales,
           coalesce(sum(paid_paise) FILTER (WHERE NOT is_void), 0)::bigint AS paise,
           count(*) FILTER (WHERE is_late)::int AS late,
           coalesce(sum(paid_paise) FILTER (WHERE is_late), 0)::bigint AS late_paise,
           count(*) FILTER (WHERE is_void)::int AS voided,
           coalesce(sum(paid_paise) FILTER (WHERE is_void), 0)::bigint AS voided_paise
      FROM ({SOLD} WHERE s.shift_id = :id) AS sold GROUP BY payment ORDER BY payment
    """,  # noqa: S608 - SQL of this file
    ByPayment,
)
BY_PACK = Statement(
    f"""
    SELECT p.names, k.labels, sum(l.quantity)::int AS quantity, sum(l.worth)::bigint AS paise
      FROM ({SOLD} WHERE s.shift_id = :id) AS sold
      JOIN (SELECT sale_id, pack_id, product_id, quantity, line_paise AS worth FROM stall_sale_lines) l
        ON l.sale_id = sold.id
      JOIN packs k ON k.id = l.pack_id JOIN products p ON p.id = l.product_id
     WHERE NOT sold.is_void GROUP BY p.id, k.id ORDER BY p.position, k.position, k.id
    """,  # noqa: S608 - SQL of this file
    ByPack,
)
FRUIT = Statement(
    """
    SELECT f.product_id, p.names, p.base_unit, f.opened,
           (SELECT coalesce(sum(l.own_units), 0)::int FROM stall_sale_lines l JOIN stall_sales s ON s.id = l.sale_id
             WHERE s.shift_id = f.shift_id AND l.product_id = f.product_id
               AND NOT EXISTS (SELECT FROM stall_voids v WHERE v.sale_id = s.id)) AS sold,
           f.left_over, f.wasted, f.difference, f.explained
      FROM shift_stock f JOIN products p ON p.id = f.product_id WHERE f.shift_id = :id ORDER BY p.position, p.id
    """,
    FruitOfShift,
)
DAYS = Statement(
    f"""
    SELECT CAST({MADE_AT} AT TIME ZONE :zone AS date) AS day, l.id AS stall_id, l.name AS stall,
           count(*)::int AS sales,
           coalesce(sum(paid_paise) FILTER (WHERE payment = 'cash'), 0)::bigint AS cash_paise,
           coalesce(sum(paid_paise) FILTER (WHERE payment = 'upi'), 0)::bigint AS upi_paise,
           coalesce(sum(paid_paise) FILTER (WHERE payment = 'card'), 0)::bigint AS card_paise
      FROM ({SOLD}) AS x JOIN shifts h ON h.id = x.shift_id JOIN stalls l ON l.id = h.stall_id
     WHERE NOT x.is_void AND x.received_at >= :since GROUP BY 1, l.id ORDER BY 1 DESC, l.id LIMIT 100
    """,  # noqa: S608 - SQL of this file
    StallDay,
)


def find_shift(session: Session, shift_id: int) -> ShiftFacts | None:
    """One shift."""
    return FIND.first(session, {"id": shift_id})


def recent_shifts(session: Session, before: int | None = None, *, most: int = 50) -> list[ShiftFacts]:
    """Shifts, the newest first, older than one when it is named."""
    return RECENT.all(session, {"before": before, "most": most})


def sales_by_payment(session: Session, shift_id: int) -> list[ByPayment]:
    """A shift's sales by how they were paid."""
    return BY_PAYMENT.all(session, {"id": shift_id})


def sales_by_pack(session: Session, shift_id: int) -> list[ByPack]:
    """A shift's sales by what was sold."""
    return BY_PACK.all(session, {"id": shift_id})


def fruit_of_shift(session: Session, shift_id: int) -> list[FruitOfShift]:
    """A shift's fruit, opened, sold, left and wasted."""
    return FRUIT.all(session, {"id": shift_id})


def sales_by_stall(session: Session, since: datetime, zone: str) -> list[StallDay]:
    """What each stall took on each business day (by IANA's name of the zone), the newest first."""
    return DAYS.all(session, {"since": since, "zone": zone})
