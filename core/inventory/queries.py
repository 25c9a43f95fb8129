"""What is known of the fruit that lies here."""

from __future__ import annotations

from datetime import date
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
