"""Taking fruit out of its lots, first-expired first, and putting it back."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.inventory.actions import lock_inventory
from core.query import Query, Statement


class Sold(NamedTuple):
    """Base units of one inventory row that an order has bought."""

    inventory_id: int
    quantity: int


# How much each lot gives when so many base units are taken, first-expired first.
GIVES = """
    queue AS (SELECT id, remaining, sum(remaining) OVER (ORDER BY ripe_by, id) AS so_far
                FROM lots WHERE inventory_id = :id AND remaining > 0),
    part AS (SELECT id, least(remaining, :quantity - (so_far - remaining))::int AS quantity FROM queue
              WHERE so_far - remaining < :quantity)"""
SHRINK = Query(
    f"""
    WITH {GIVES}
    UPDATE lots SET remaining = lots.remaining - part.quantity FROM part WHERE lots.id = part.id
    """  # noqa: S608 - SQL of this file
)
TAKE = Query(
    f"""
    WITH {GIVES},
    shrunk AS (UPDATE lots SET remaining = lots.remaining - part.quantity FROM part WHERE lots.id = part.id)
    INSERT INTO lot_takings (order_id, lot_id, quantity) SELECT :order_id, id, quantity FROM part
    """  # noqa: S608 - SQL of this file
)
SOLD_TO = Statement(
    """
    SELECT inventory_id, quantity FROM holds WHERE order_id = :order_id AND status = 'consumed' AND packed_at IS NULL
     ORDER BY inventory_id
    """,
    Sold,
)
NOTE_PACKED = Query("UPDATE holds SET packed_at = :now WHERE order_id = :order_id AND status = 'consumed'")
PACKED = Statement(
    """
    SELECT h.inventory_id, h.quantity - coalesce(sum(t.quantity), 0)::int AS quantity FROM holds h
      LEFT JOIN (lot_takings t JOIN lots l ON l.id = t.lot_id)
             ON t.order_id = h.order_id AND l.inventory_id = h.inventory_id
     WHERE h.order_id = :order_id AND h.status = 'consumed' AND h.packed_at IS NOT NULL
     GROUP BY h.id ORDER BY h.inventory_id
    """,
    Sold,
)
PUT_BACK = Query(
    """
    WITH unpacked AS (UPDATE holds SET packed_at = NULL WHERE order_id = :order_id AND status = 'consumed'),
         taken AS (DELETE FROM lot_takings WHERE order_id = :order_id RETURNING lot_id, quantity)
    UPDATE lots SET remaining = lots.remaining + taken.quantity FROM taken WHERE lots.id = taken.lot_id
    """
)


def shrink_lots(session: Session, inventory_id: int, loss: int) -> None:
    """Let a loss eat through the lots of a row that was changed just now, first-expired first."""
    SHRINK.run(session, {"id": inventory_id, "quantity": loss})


def take_from_lots(session: Session, order_id: int, now: datetime) -> None:
    """Take an order's sold fruit out of the lots, first-expired first, because it is packed: a box goes out once."""
    sold = SOLD_TO.all(session, {"order_id": order_id})
    lock_inventory(session, [row.inventory_id for row in sold])
    for row in sold:
        TAKE.run(session, {"id": row.inventory_id, "quantity": row.quantity, "order_id": order_id})
    if sold:
        NOTE_PACKED.run(session, {"order_id": order_id, "now": now})


def put_into_lots(session: Session, order_id: int) -> bool:
    """Put a packed order's fruit back into the lots it came from; False, and nothing done, when those are not known."""
    packed = PACKED.all(session, {"order_id": order_id})
    lock_inventory(session, [row.inventory_id for row in packed])
    if not packed or any(row.quantity for row in packed):
        return False
    PUT_BACK.run(session, {"order_id": order_id})
    return True
