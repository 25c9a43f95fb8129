"""Fruit that comes in, and counts that were wrong."""

from __future__ import annotations

from datetime import date
from typing import NoReturn

from sqlalchemy import text
from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.db import add_row
from core.errors import Refusal
from core.inventory.lots import shrink_lots
from core.inventory.tables import Lot
from core.staff.rules import Right, require
from core.undos.actions import note_undo

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
        shrink_lots(session, inventory_id, -delta)
    else:
        lot_id = _add_found_lot(session, inventory_id, delta, today).id
    parameters = {"inventory_id": inventory_id, "delta": delta, "lot_id": lot_id, "actor": str(actor), "note": reason}
    session.execute(MOVEMENT, {**parameters, "reason": "corrected"})
    note_change(session, Subject.STOCK, inventory_id)
    record(session, actor=actor, action="stock-corrected", subject=f"inventory:{inventory_id}", delta=delta)
    back = {"inventory_id": inventory_id, "delta": delta}
    note_undo(session, "stock", f"inventory:{inventory_id}", back, actor=actor)
    return int(row.on_hand)


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
