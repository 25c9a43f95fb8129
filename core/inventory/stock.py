"""Fruit that comes in, and counts that were wrong."""

from __future__ import annotations

from datetime import date, datetime
from typing import NoReturn

from sqlalchemy import text
from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.db import add_row
from core.errors import Refusal
from core.inventory.actions import lock_inventory
from core.inventory.tables import Lot
from core.staff.rules import Right, require

OPEN_ROW = text(
    """
    INSERT INTO inventory (product_id, location_id)
    SELECT :product_id, id FROM locations WHERE code = :location
    ON CONFLICT (product_id, location_id) DO UPDATE SET product_id = EXCLUDED.product_id RETURNING id
    """
)
ADD = text("UPDATE inventory SET on_hand = on_hand + :quantity WHERE id = :id")
MOVEMENT = text(
    """
    INSERT INTO stock_movements (inventory_id, delta, reason, lot_id, actor, note)
    VALUES (:inventory_id, :delta, :reason, :lot_id, :actor, :note)
    """
)
CHANGE = text(
    """
    UPDATE inventory SET on_hand = on_hand + :delta WHERE id = :id AND on_hand + :delta >= held
    RETURNING on_hand, held
    """
)
STATE = text("SELECT on_hand, held FROM inventory WHERE id = :id")
AFFECTED = text("SELECT order_id FROM holds WHERE inventory_id = :id AND status = 'active' ORDER BY order_id")
# What is left of each lot after the loss has eaten through them, first-expired first.
SHRINK_LOTS = text(
    """
    WITH queue AS (SELECT id, remaining, sum(remaining) OVER (ORDER BY ripe_by, id) AS so_far
                     FROM lots WHERE inventory_id = :id AND remaining > 0)
    UPDATE lots SET remaining = lots.remaining - least(queue.remaining, :loss - (queue.so_far - queue.remaining))
      FROM queue WHERE lots.id = queue.id AND queue.so_far - queue.remaining < :loss
    """
)
# The same backwards: the fruit goes into the lot that packing was at, and the ones that it had emptied before.
FILL_LOTS = text(
    """
    WITH queue AS (SELECT id, received - remaining AS room,
                          sum(received - remaining) OVER (ORDER BY ripe_by DESC, id DESC) AS so_far
                     FROM lots WHERE inventory_id = :id AND remaining < received)
    UPDATE lots SET remaining = lots.remaining + least(queue.room, :find - (queue.so_far - queue.room))
      FROM queue WHERE lots.id = queue.id AND queue.so_far - queue.room < :find
    """
)
PACKED_FOR = text(
    "SELECT inventory_id, quantity FROM holds WHERE order_id = :order_id AND status = 'consumed'"
    " AND packed_at IS NOT NULL ORDER BY inventory_id"
)
NOTE_UNPACKED = text("UPDATE holds SET packed_at = NULL WHERE order_id = :order_id AND status = 'consumed'")
SOLD_TO = text(
    "SELECT inventory_id, quantity FROM holds WHERE order_id = :order_id AND status = 'consumed' AND packed_at IS NULL"
    " ORDER BY inventory_id"
)
NOTE_PACKED = text("UPDATE holds SET packed_at = :now WHERE order_id = :order_id AND status = 'consumed'")
LAST_LOT = text("SELECT harvested_on, ripe_by FROM lots WHERE inventory_id = :id ORDER BY id DESC LIMIT 1")


def receive_lot(
    session: Session,
    product_id: int,
    quantity: int,
    *,
    harvested_on: date,
    ripe_by: date,
    actor: Actor,
    location: str = "main",
    note: str = "",
) -> Lot:
    """Take in an arrival of `quantity` base units. Raises Refusal `not-allowed`, `quantity-unclear` below one."""
    require(actor, Right.RECEIVE_FRUIT)
    if quantity < 1:
        raise Refusal("quantity-unclear")
    parameters = {"product_id": product_id, "location": location}
    inventory_id = int(session.execute(OPEN_ROW, parameters).scalar_one())
    session.execute(ADD, {"id": inventory_id, "quantity": quantity})
    lot = _add_lot(session, inventory_id, quantity, harvested_on, ripe_by)
    parameters = {"inventory_id": inventory_id, "delta": quantity, "lot_id": lot.id, "actor": str(actor), "note": note}
    session.execute(MOVEMENT, {**parameters, "reason": "received"})
    note_change(session, Subject.STOCK, inventory_id)
    return lot


def correct_stock(session: Session, inventory_id: int, delta: int, *, reason: str, actor: Actor, today: date) -> int:
    """Correct a count by `delta` base units, with the reason said by whom; returns what is on hand now.

    A loss is taken from the lots first-expired first; a find becomes a lot like the last one. Raises Refusal
    `not-allowed`, `quantity-unclear` for 0, `stock-held`(held, on_hand, order_ids) below what is kept (F91).
    """
    require(actor, Right.CORRECT_STOCK)
    if delta == 0:
        raise Refusal("quantity-unclear")
    row = session.execute(CHANGE, {"id": inventory_id, "delta": delta}).one_or_none()
    if row is None:
        _refuse_below_held(session, inventory_id)
    lot_id = None
    if delta < 0:
        session.execute(SHRINK_LOTS, {"id": inventory_id, "loss": -delta})
    else:
        lot_id = _add_found_lot(session, inventory_id, delta, today).id
    parameters = {"inventory_id": inventory_id, "delta": delta, "lot_id": lot_id, "actor": str(actor), "note": reason}
    session.execute(MOVEMENT, {**parameters, "reason": "corrected"})
    note_change(session, Subject.STOCK, inventory_id)
    record(session, actor=actor, action="stock-corrected", subject=f"inventory:{inventory_id}", delta=delta)
    return int(row.on_hand)


def take_from_lots(session: Session, order_id: int, now: datetime) -> None:
    """Take an order's sold fruit out of the lots, first-expired first, because it is packed: a box goes out once."""
    sold = session.execute(SOLD_TO, {"order_id": order_id}).all()
    lock_inventory(session, [row.inventory_id for row in sold])
    for row in sold:
        session.execute(SHRINK_LOTS, {"id": row.inventory_id, "loss": row.quantity})
    if sold:
        session.execute(NOTE_PACKED, {"order_id": order_id, "now": now})


def return_to_lots(session: Session, order_id: int) -> None:
    """Put what was packed for an order back into the lots that it came from, because it is to be packed again."""
    packed = session.execute(PACKED_FOR, {"order_id": order_id}).all()
    lock_inventory(session, [row.inventory_id for row in packed])
    for row in packed:
        session.execute(FILL_LOTS, {"id": row.inventory_id, "find": row.quantity})
    if packed:
        session.execute(NOTE_UNPACKED, {"order_id": order_id})


def _refuse_below_held(session: Session, inventory_id: int) -> NoReturn:
    state = session.execute(STATE, {"id": inventory_id}).one_or_none()
    if state is None:
        raise Refusal("inventory-unknown")
    order_ids = list(session.execute(AFFECTED, {"id": inventory_id}).scalars())
    raise Refusal("stock-held", held=state.held, on_hand=state.on_hand, order_ids=order_ids)


def _add_found_lot(session: Session, inventory_id: int, quantity: int, today: date) -> Lot:
    last = session.execute(LAST_LOT, {"id": inventory_id}).one_or_none()
    harvested_on, ripe_by = (today, today) if last is None else (last.harvested_on, last.ripe_by)
    return _add_lot(session, inventory_id, quantity, harvested_on, ripe_by)


def _add_lot(session: Session, inventory_id: int, quantity: int, harvested_on: date, ripe_by: date) -> Lot:
    lot = Lot(
        inventory_id=inventory_id,
        received=quantity,
        remaining=quantity,
        harvested_on=harvested_on,
        ripe_by=ripe_by,
    )
    return add_row(session, lot)
