"""What the founder hears in the evening: how the day was, and what each window of tomorrow holds."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlmodel import Session

from core.alerts.actions import tell_news
from core.clock import business_day
from core.query import Statement

KIND = "evening-summary"
FROM_HOUR = time(19, 30)


class DaySold(NamedTuple):
    """The orders confirmed on a day that still stand, and their total."""

    orders: int
    paise: int


class WindowHolds(NamedTuple):
    """A window with orders: how many, how many packs, and the cash to collect."""

    starts_at: datetime
    ends_at: datetime
    orders: int
    packs: int
    due_paise: int


SOLD = Statement(
    """
    SELECT count(*) AS orders, coalesce(sum(total_paise), 0)::bigint AS paise FROM orders
     WHERE confirmed_at >= :since AND status NOT IN ('cancelled', 'expired')
    """,
    DaySold,
)
HOLDS = Statement(
    """
    SELECT s.starts_at, s.ends_at, count(*) AS orders, sum(i.packs)::int AS packs,
           sum(o.total_paise - o.prepaid_paise)::bigint AS due_paise
      FROM delivery_slots s
      JOIN orders o ON o.slot_id = s.id AND o.status IN ('confirmed', 'packed')
     CROSS JOIN LATERAL (SELECT sum(quantity) AS packs FROM order_items WHERE order_id = o.id) i
     WHERE s.day = CAST(:day AS date) GROUP BY s.starts_at, s.ends_at ORDER BY s.starts_at
    """,
    WindowHolds,
)


def tell_evening_summary(session: Session, now: datetime, zone: ZoneInfo) -> bool:
    """Tell it once on each day, from half past seven in the evening on; whether it is that late."""
    if now.astimezone(zone).time() < FROM_HOUR:
        return False
    today = business_day(now, zone)
    tell_news(session, KIND, summary_of(session, today, zone), path="/admin", dedupe_key=f"{KIND}:{today}")
    return True


def summary_of(session: Session, today: date, zone: ZoneInfo) -> dict[str, object]:
    """The values of the notice, free of language."""
    sold = SOLD.one(session, {"since": datetime.combine(today, time(), zone)})
    windows = HOLDS.all(session, {"day": today + timedelta(days=1)})
    shown = [
        {"starts_at": each.starts_at.isoformat(), "ends_at": each.ends_at.isoformat(), "orders": each.orders,
         "packs": each.packs, "due_paise": each.due_paise}
        for each in windows
    ]  # fmt: skip
    return {"orders": sold.orders, "revenue_paise": sold.paise, "windows": shown}
