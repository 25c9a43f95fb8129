"""What was taken on a business day, and which days are closed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlmodel import Session

from core.clock import business_day
from core.query import Statement
from core.settings import get_settings

LOOK_BACK = timedelta(days=31)


class Takings(NamedTuple):
    """What came in on a day, in paise: at doors in cash and by UPI, at stalls, online; and what went back.

    `till_paise` is the cash of the shifts that were closed, as counted and less the change they had begun with;
    `open_tills` were not counted yet, and come into the close of the day when they are. UPI and cards at stalls are
    without what came by Razorpay, which stands in `online_paise`. `carried_paise` came (minus: went) after the close
    of an earlier day.
    """

    orders: int
    cash_paise: int
    till_paise: int
    carried_paise: int
    upi_paise: int
    stall_upi_paise: int
    stall_card_paise: int
    online_paise: int
    refunded_paise: int
    open_tills: int

    @property
    def taken_paise(self) -> int:
        """The cash of this day itself."""
        return self.cash_paise + self.till_paise

    @property
    def expected_paise(self) -> int:
        """The cash that should be there."""
        return self.taken_paise + self.carried_paise


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
# The cash of doors and tills between two moments.
AT_DOORS = "FROM orders WHERE status = 'delivered' AND ended_at >= {begins} AND ended_at < {ends}"
AT_TILLS = "FROM shifts WHERE status = 'closed' AND closed_at >= {begins} AND closed_at < {ends}"
OF_DAY = {"begins": "(c.day::timestamp AT TIME ZONE :zone)", "ends": "((c.day + 1)::timestamp AT TIME ZONE :zone)"}
BETWEEN = {"begins": ":begins", "ends": ":ends"}
# By closed days of the last weeks, what doors and tills of each say now and no close has had.
MISSED = f"""
    SELECT c.day, (SELECT coalesce(sum(cash_paise), 0) {AT_DOORS.format(**OF_DAY)})
                  + (SELECT coalesce(sum(cash_paise - float_paise), 0) {AT_TILLS.format(**OF_DAY)})
                  - c.taken_paise - c.carried_paise AS paise
      FROM day_closes c WHERE c.day > :since AND c.taken_paise IS NOT NULL"""  # noqa: S608 - SQL of this file
TAKINGS = Statement(
    f"""
    SELECT d.orders, d.cash_paise, t.till_paise, m.carried_paise, d.upi_paise, s.upi_paise AS stall_upi_paise,
           s.card_paise AS stall_card_paise, p.online_paise, r.refunded_paise, o.open_tills
      FROM (SELECT count(*)::int AS orders, coalesce(sum(cash_paise), 0)::bigint AS cash_paise,
               coalesce(sum(upi_paise), 0)::bigint AS upi_paise {AT_DOORS.format(**BETWEEN)}) d,
      (SELECT coalesce(sum(cash_paise - float_paise), 0)::bigint AS till_paise {AT_TILLS.format(**BETWEEN)}) t,
      (SELECT coalesce(sum(paise), 0)::bigint AS carried_paise FROM ({MISSED}) m) m,
      (SELECT coalesce(sum(x.paid_paise) FILTER (WHERE payment = 'upi'), 0)::bigint AS upi_paise,
              coalesce(sum(x.paid_paise) FILTER (WHERE payment = 'card'), 0)::bigint AS card_paise
         FROM stall_sales x WHERE x.received_at >= :begins AND x.received_at < :ends
          AND NOT EXISTS (SELECT FROM stall_voids v WHERE v.sale_id = x.id)
          AND NOT EXISTS (SELECT FROM stall_qrs q WHERE q.sale_id = x.id)) s,
      (SELECT count(*)::int AS open_tills FROM shifts WHERE status = 'open' AND opened_at < :ends) o,
      (SELECT coalesce(sum(amount_paise), 0)::bigint AS online_paise FROM payments
        WHERE currency = 'INR' AND recorded_at >= :begins AND recorded_at < :ends) p,
      (SELECT coalesce(sum(f.amount_paise), 0)::bigint AS refunded_paise FROM refunds f
         JOIN payments m ON m.id = f.payment_id
        WHERE m.currency = 'INR' AND f.status = 'processed' AND f.finished_at >= :begins AND f.finished_at < :ends) r
    """,  # noqa: S608 - SQL of this file
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
    zone = get_settings().zone
    begins, ends = (datetime.combine(each, time.min, zone) for each in (day, day + timedelta(days=1)))
    values = {"begins": begins, "ends": ends, "zone": zone.key, "since": since(day)}
    return TAKINGS.one(session, values)


def since(day: date) -> date:
    """From when on closed days are looked at for what came after their close."""
    return day - LOOK_BACK


def still_under_way(session: Session, day: date, now: datetime) -> StillOpen:
    """What may still bring cash on a business day. A day that has passed is over, whatever lies about of it."""
    if day < business_day(now, get_settings().zone):
        return StillOpen(0, 0)
    return STILL_OPEN.one(session, {"day": day, "now": now})


def closed_days(session: Session, first: date, last: date) -> list[ClosedDay]:
    """The closed ones of these business days, the newest first."""
    return CLOSED.all(session, {"first": first, "last": last})
