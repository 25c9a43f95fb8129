"""Ringing when little is left of a fruit in season, and falling silent when there is enough again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.alerts.actions import open_subjects, raise_alert, resolve_alert
from core.query import Statement

CODE = "low-stock"


class Low(NamedTuple):
    """Fruit of which so much is nobody's yet, in base units."""

    inventory_id: int
    names: dict[str, Any]
    base_unit: str
    left: int


LOW = Statement(
    """
    SELECT i.id AS inventory_id, p.names, p.base_unit, i.on_hand - i.held AS left
      FROM inventory i JOIN products p ON p.id = i.product_id
     WHERE i.low_level > 0 AND i.on_hand - i.held <= i.low_level AND p.active
       AND CAST(:today AS date) BETWEEN p.season_begins_on AND p.season_ends_on ORDER BY i.id
    """,
    Low,
)


def ring_for_low_stock(session: Session, now: datetime, today: date) -> int:
    """Raise a matter for each fruit that runs low and settle those that do not any more; returns how many are low."""
    low = {f"inventory:{each.inventory_id}": each for each in LOW.all(session, {"today": today})}
    for subject, each in low.items():
        raise_alert(session, "low-stock", subject, name=each.names, left=each.left, unit=each.base_unit)
    for subject in set(open_subjects(session, CODE)) - set(low):
        resolve_alert(session, CODE, subject, now)
    return len(low)
