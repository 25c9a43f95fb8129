"""What was taken on a business day, and which days are closed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlmodel import Session

from core.clock import business_day
from core.query import Statement
from core.settings import get_settings


class Takings(NamedTuple):
    """What came in on a day, in paise: at doors in cash and by UPI, online; and what went back."""

    orders: int
    cash_paise: int
    upi_paise: int
    online_paise: int
    refunded_paise: int


class ClosedDay(NamedTuple):
    """A closed day; `staff` is who counted, by name."""

    day: date
    expected_paise: int
    counted_paise: int
    note: str
    staff: str | None
    closed_at: datetime


class StillOpen(NamedTuple):
    """What may still bring cash on a day: its orders that are neither brought nor over, its windows that take more."""

    orders: int
    windows: int

    @property
    def is_open(self) -> bool:
        return bool(self.orders or self.windows)


STILL_OPEN = Statement(
    """
    SELECT (SELECT count(*)::int FROM orders o JOIN delivery_slots s ON s.id = o.slot_id WHERE s.day = :day
               AND o.status IN ('awaiting_payment', 'confirmed', 'packed', 'out_for_delivery')) AS orders,
           (SELECT count(*)::int FROM delivery_slots WHERE day = :day AND open AND cutoff_at > :now) AS windows
    """,
    StillOpen,
)
TAKINGS = Statement(
    """
    SELECT d.orders, d.cash_paise, d.upi_paise, p.online_paise, r.refunded_paise FROM (
        SELECT count(*)::int AS orders, coalesce(sum(cash_paise), 0)::bigint AS cash_paise,
               coalesce(sum(upi_paise), 0)::bigint AS upi_paise
          FROM orders WHERE status = 'delivered' AND ended_at >= :begins AND ended_at < :ends) d,
      (SELECT coalesce(sum(amount_paise), 0)::bigint AS online_paise FROM payments
        WHERE currency = 'INR' AND recorded_at >= :begins AND recorded_at < :ends) p,
      (SELECT coalesce(sum(f.amount_paise), 0)::bigint AS refunded_paise FROM refunds f
         JOIN payments m ON m.id = f.payment_id
        WHERE m.currency = 'INR' AND f.status = 'processed' AND f.finished_at >= :begins AND f.finished_at < :ends) r
    """,
    Takings,
)
CLOSED = Statement(
    """
    SELECT c.day, c.expected_paise, c.counted_paise, c.note, s.name AS staff, c.closed_at
      FROM day_closes c LEFT JOIN staff s ON c.actor LIKE 'staff:%' AND CAST(s.id AS text) = split_part(c.actor, ':', 2)
     WHERE c.day BETWEEN :first AND :last ORDER BY c.day DESC
    """,
    ClosedDay,
)


def read_takings(session: Session, day: date) -> Takings:
    """What came in and went back on a business day."""
    begins = datetime.combine(day, time.min, get_settings().zone)
    return TAKINGS.one(session, {"begins": begins, "ends": begins + timedelta(days=1)})


def still_under_way(session: Session, day: date, now: datetime) -> StillOpen:
    """What may still bring cash on a business day. A day that has passed is over, whatever lies about of it."""
    if day < business_day(now, get_settings().zone):
        return StillOpen(0, 0)
    return STILL_OPEN.one(session, {"day": day, "now": now})


def closed_days(session: Session, first: date, last: date) -> list[ClosedDay]:
    """The closed ones of these business days, the newest first."""
    return CLOSED.all(session, {"first": first, "last": last})
