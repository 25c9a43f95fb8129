"""What is known of the fruit that lies here."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from sqlmodel import Session

from core.inventory.tables import MAIN
from core.query import Statement


class Batch(NamedTuple):
    """The fruit of a product that is sold next: when it was picked, and by when it is ripe."""

    product_id: int
    harvested_on: date
    ripe_by: date


# First-expired first, as packing takes them.
NEXT = Statement(
    """
    SELECT DISTINCT ON (i.product_id) i.product_id, l.harvested_on, l.ripe_by
      FROM lots l JOIN inventory i ON i.id = l.inventory_id JOIN locations p ON p.id = i.location_id
     WHERE l.remaining > 0 AND p.code = :place ORDER BY i.product_id, l.ripe_by, l.id
    """,
    Batch,
)


def next_batches(session: Session) -> dict[int, Batch]:
    """The arrival from which the next order of each product is filled, by product."""
    return {batch.product_id: batch for batch in NEXT.all(session, {"place": MAIN})}


class LotLeft(NamedTuple):
    """An arrival with what came, what is left of it (base units), its days, and what all of it cost, in paise."""

    id: int
    received: int
    remaining: int
    harvested_on: date
    ripe_by: date
    cost_paise: int | None


class Moved(NamedTuple):
    """One change of what is on hand, in base units: why, when (UTC), by whom, and what was said about it."""

    id: int
    at: datetime
    delta: int
    reason: str
    actor: str
    note: str


LOTS = Statement(
    """
    SELECT id, received, remaining, harvested_on, ripe_by, cost_paise FROM lots
     WHERE inventory_id = :inventory_id AND remaining > 0 ORDER BY ripe_by, id
    """,
    LotLeft,
)
MOVEMENTS = Statement(
    """
    SELECT id, at, delta, reason, actor, note FROM stock_movements
     WHERE inventory_id = :inventory_id AND coalesce(id < CAST(:before AS bigint), true) ORDER BY id DESC LIMIT :limit
    """,
    Moved,
)


def lots_of(session: Session, inventory_id: int) -> list[LotLeft]:
    """Arrivals of which something is left, first-expired first."""
    return LOTS.all(session, {"inventory_id": inventory_id})


def movements_of(session: Session, inventory_id: int, before: int | None, *, limit: int) -> list[Moved]:
    """What happened to fruit, the newest first, older than a movement when one is named."""
    return MOVEMENTS.all(session, {"inventory_id": inventory_id, "before": before, "limit": limit})
