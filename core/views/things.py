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
    counted in, `parent` the id of what it belongs to, `starts_at` and `ends_at` a window's (UTC)."""

    id: int
    said: str | None = None
    names: dict[str, Any] | None = None
    more: dict[str, Any] | None = None
    unit: str | None = None
    parent: int | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None


def _find(*, said: str = "NULL::text", names: str = "NULL::jsonb", more: str = "NULL::jsonb", unit: str = "NULL::text",
          parent: str = "NULL::bigint", starts: str = "NULL::timestamptz", ends: str = "NULL::timestamptz",
          of: str) -> Statement[Thing]:  # fmt: skip
    """A statement that finds the things `t` of some ids."""
    columns = f"{said} AS said, {names} AS names, {more} AS more, {unit} AS unit, {parent} AS parent"
    return Statement(
        f"SELECT t.id, {columns}, {starts} AS starts_at, {ends} AS ends_at"  # noqa: S608 - SQL of this module
        f" FROM {of} WHERE t.id = ANY(:ids)",
        Thing,
    )


KINDS: dict[str, Statement[Thing]] = {
    "order": _find(said="t.code", of="orders t"),
    "payment": _find(said="o.code", of="payments t JOIN orders o ON o.id = t.order_id"),
    "refund": _find(
        said="o.code",
        of="refunds t JOIN payments p ON p.id = t.payment_id JOIN orders o ON o.id = p.order_id",
    ),
    "product": _find(names="t.names", unit="t.base_unit", of="products t"),
    "pack": _find(
        names="p.names",
        more="t.labels",
        unit="p.base_unit",
        parent="p.id",
        of="packs t JOIN products p ON p.id = t.product_id",
    ),
    "inventory": _find(names="p.names", unit="p.base_unit", of="inventory t JOIN products p ON p.id = t.product_id"),
    "slot": _find(
        names="z.names",
        starts="t.starts_at",
        ends="t.ends_at",
        of="delivery_slots t JOIN zones z ON z.id = t.zone_id",
    ),
    "slot-pattern": _find(said="t.weekday::text", names="z.names", of="slot_patterns t JOIN zones z ON z.id = t.zone_id"
    ),
    "zone": _find(names="t.names", of="zones t"),
    "apartment": _find(names="jsonb_build_object('en', t.name) || t.other_names", of="apartments t"),
    "staff": _find(said="t.name", of="staff t"),
    "customer": _find(said="t.name", of="users t"),
    "chat": _find(said="u.name", of="chats t JOIN users u ON u.id = t.customer_id"),
    "run": _find(said="s.name", of="runs t JOIN staff s ON s.id = t.rider_id"),
}  # fmt: skip


def find_things(session: Session, subjects: Iterable[str]) -> dict[str, Thing]:
    """What is known of each subject of the log; those of other kinds, and those that are gone, are not there."""
    wanted: defaultdict[str, set[int]] = defaultdict(set)
    for subject in subjects:
        kind, _, number = subject.partition(":")
        if kind in KINDS and number.isascii() and number.isdecimal() and len(number) < 19:
            wanted[kind].add(int(number))
    return {
        f"{kind}:{thing.id}": thing
        for kind, ids in wanted.items()
        for thing in KINDS[kind].all(session, {"ids": sorted(ids)})
    }
