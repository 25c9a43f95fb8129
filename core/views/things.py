"""What an audit line was done to, by the names that people know it by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement


class Thing(NamedTuple):
    """One thing: `said` is a code or a person's name, `names` and `more` are words by language, `unit` what fruit is
    counted in, `parent` the id of what it belongs to, `starts_at` and `ends_at` a window's."""

    id: int
    said: str = ""
    names: dict[str, str] | None = None
    more: dict[str, str] | None = None
    unit: str = ""
    parent: int = 0
    starts_at: datetime | None = None
    ends_at: datetime | None = None


class _Found(NamedTuple):
    """A row with what a `Thing` has of it."""

    id: int
    facts: dict[str, Any]


ORDERS = Statement("SELECT id, jsonb_build_object('said', code) AS facts FROM orders WHERE id = ANY(:ids)", _Found)
PAYMENTS = Statement(
    """
    SELECT p.id, jsonb_build_object('said', o.code) AS facts
      FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.id = ANY(:ids)
    """,
    _Found,
)
REFUNDS = Statement(
    """
    SELECT r.id, jsonb_build_object('said', o.code) AS facts FROM refunds r
      JOIN payments p ON p.id = r.payment_id JOIN orders o ON o.id = p.order_id WHERE r.id = ANY(:ids)
    """,
    _Found,
)
PRODUCTS = Statement(
    "SELECT id, jsonb_build_object('names', names, 'unit', base_unit) AS facts FROM products WHERE id = ANY(:ids)",
    _Found,
)
PACKS = Statement(
    """
    SELECT k.id, jsonb_build_object('names', p.names, 'more', k.labels, 'unit', p.base_unit, 'parent', p.id) AS facts
      FROM packs k JOIN products p ON p.id = k.product_id WHERE k.id = ANY(:ids)
    """,
    _Found,
)
FRUIT = Statement(
    """
    SELECT i.id, jsonb_build_object('names', p.names, 'unit', p.base_unit) AS facts
      FROM inventory i JOIN products p ON p.id = i.product_id WHERE i.id = ANY(:ids)
    """,
    _Found,
)
WINDOWS = Statement(
    """
    SELECT s.id, jsonb_build_object('names', z.names, 'starts_at', s.starts_at, 'ends_at', s.ends_at) AS facts
      FROM delivery_slots s JOIN zones z ON z.id = s.zone_id WHERE s.id = ANY(:ids)
    """,
    _Found,
)
PATTERNS = Statement(
    """
    SELECT s.id, jsonb_build_object('names', z.names, 'said', CAST(s.weekday AS text)) AS facts
      FROM slot_patterns s JOIN zones z ON z.id = s.zone_id WHERE s.id = ANY(:ids)
    """,
    _Found,
)
ZONES = Statement("SELECT id, jsonb_build_object('names', names) AS facts FROM zones WHERE id = ANY(:ids)", _Found)
APARTMENTS = Statement(
    """
    SELECT id, jsonb_build_object('names', jsonb_build_object('en', name) || other_names) AS facts
      FROM apartments WHERE id = ANY(:ids)
    """,
    _Found,
)
STAFF = Statement("SELECT id, jsonb_build_object('said', name) AS facts FROM staff WHERE id = ANY(:ids)", _Found)
CUSTOMERS = Statement("SELECT id, jsonb_build_object('said', name) AS facts FROM users WHERE id = ANY(:ids)", _Found)
CHATS = Statement(
    """
    SELECT c.id, jsonb_build_object('said', u.name) AS facts
      FROM chats c JOIN users u ON u.id = c.customer_id WHERE c.id = ANY(:ids)
    """,
    _Found,
)
RUNS = Statement(
    """
    SELECT r.id, jsonb_build_object('said', s.name) AS facts
      FROM runs r JOIN staff s ON s.id = r.rider_id WHERE r.id = ANY(:ids)
    """,
    _Found,
)
STALLS = Statement("SELECT id, jsonb_build_object('said', name) AS facts FROM stalls WHERE id = ANY(:ids)", _Found)
TILLS = Statement(
    """
    SELECT d.id, jsonb_build_object('said', s.name, 'parent', s.id) AS facts
      FROM devices d JOIN stalls s ON s.id = d.stall_id WHERE d.id = ANY(:ids)
    """,
    _Found,
)
SHIFTS = Statement(
    """
    SELECT h.id, jsonb_build_object('said', s.name) AS facts
      FROM shifts h JOIN stalls s ON s.id = h.stall_id WHERE h.id = ANY(:ids)
    """,
    _Found,
)
SALES = Statement(
    """
    SELECT a.id, jsonb_build_object('said', s.name, 'parent', h.id) AS facts FROM stall_sales a
      JOIN shifts h ON h.id = a.shift_id JOIN stalls s ON s.id = h.stall_id WHERE a.id = ANY(:ids)
    """,
    _Found,
)
# By the first word of a subject of the log.
KINDS = {
    "order": ORDERS, "payment": PAYMENTS, "refund": REFUNDS, "product": PRODUCTS, "pack": PACKS, "inventory": FRUIT,
    "slot": WINDOWS, "slot-pattern": PATTERNS, "zone": ZONES, "apartment": APARTMENTS, "staff": STAFF,
    "customer": CUSTOMERS, "chat": CHATS, "run": RUNS, "stall": STALLS, "device": TILLS, "shift": SHIFTS,
    "sale": SALES,
}  # fmt: skip


def find_things(session: Session, subjects: Iterable[str]) -> dict[str, Thing]:
    """What is known of each subject of the log; those of other kinds, and those that are gone, are not there."""
    wanted: defaultdict[str, set[int]] = defaultdict(set)
    for subject in subjects:
        kind, _, number = subject.partition(":")
        if kind in KINDS and number.isascii() and number.isdecimal() and len(number) < 19:
            wanted[kind].add(int(number))
    return {
        f"{kind}:{found.id}": _thing(found)
        for kind, ids in wanted.items()
        for found in KINDS[kind].all(session, {"ids": sorted(ids)})
    }


def _thing(found: _Found) -> Thing:
    facts: dict[str, Any] = {
        name: datetime.fromisoformat(value) if name.endswith("_at") else value
        for name, value in found.facts.items()
        if value is not None
    }
    return Thing(found.id, **facts)
