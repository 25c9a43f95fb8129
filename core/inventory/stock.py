"""Fruit that comes in, counts that were wrong, and fruit that is thrown away."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NoReturn

from sqlalchemy import text
from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record, record_change
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.db import add_row, edit_row
from core.errors import Refusal
from core.inventory.lots import shrink_lots
from core.inventory.tables import Inventory, Lot, MovementReason
from core.staff.rules import Right, require
from core.undos.actions import note_undo

OPEN_ROW = text(
    """
    INSERT INTO inventory (product_id, location_id)
    SELECT :product_id, id FROM locations WHERE code = :location
    ON CONFLICT (product_id, location_id) DO UPDATE SET product_id = EXCLUDED.product_id RETURNING id
    """
)
ADD = text("UPDATE inventory SET on_hand = on_hand + :quantity WHERE id = :id RETURNING on_hand")
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
SHRINK_LOT = text(
    "UPDATE lots SET remaining = remaining - :loss WHERE id = :lot_id AND inventory_id = :id AND remaining >= :loss"
    " RETURNING id"
)
LEFT_OF_LOT = text("SELECT remaining FROM lots WHERE id = :lot_id AND inventory_id = :id")
KEEPS = timedelta(days=120)  # no mango is fit to eat so long after it was picked
MOST_UNITS = 10_000_000  # base units; ten tons of fruit by the gram
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
    cost_paise: int | None = None,
) -> Lot:
    """Take in an arrival of `quantity` base units, and what all of it cost when that is known.

    Raises Refusal `not-allowed`, `quantity-unclear` below one, `lot-days-unclear` when it is ripe before it was picked,
    `lot-days-far`(days) when that is said of a fruit that keeps longer than any does.
    """
    require(actor, Right.RECEIVE_FRUIT)
    if not 1 <= quantity <= MOST_UNITS:
        raise Refusal("quantity-unclear")
    if ripe_by < harvested_on:
        raise Refusal("lot-days-unclear")
    if ripe_by - harvested_on > KEEPS:
        raise Refusal("lot-days-far", days=KEEPS.days)
    parameters = {"product_id": product_id, "location": location}
    inventory_id = int(session.execute(OPEN_ROW, parameters).scalar_one())
    on_hand = int(session.execute(ADD, {"id": inventory_id, "quantity": quantity}).scalar_one())
    lot = _add_lot(session, inventory_id, quantity, harvested_on=harvested_on, ripe_by=ripe_by, cost_paise=cost_paise)
    _note_movement(session, inventory_id, quantity, why=MovementReason.RECEIVED, lot_id=lot.id, actor=actor, note=note)
    record(session, actor=actor, action="fruit-received", subject=f"inventory:{inventory_id}", lot=lot.id,
           before={"on_hand": on_hand - quantity}, after={"on_hand": on_hand})  # fmt: skip
    _note_way_back(session, inventory_id, quantity, actor)
    return lot


def correct_stock(
    session: Session,
    inventory_id: int,
    delta: int,
    *,
    reason: str,
    actor: Actor,
    today: date,
    lot_id: int | None = None,
) -> int:
    """Correct a count by `delta` base units, with the reason said by whom; returns what is on hand now.

    A loss is taken from the lot that is named, else from all first-expired first; a find becomes a lot like the last
    one. Raises Refusal `not-allowed`, `quantity-unclear` for 0, `lot-too-small`(left), and below what is kept
    `stock-held`(held, on_hand, order_ids) (F91).
    """
    require(actor, Right.CORRECT_STOCK)
    why = MovementReason.CORRECTED
    return _correct(session, inventory_id, delta, why=why, note=reason, actor=actor, today=today, lot_id=lot_id)


def waste_fruit(
    session: Session,
    inventory_id: int,
    quantity: int,
    *,
    reason: str,
    actor: Actor,
    today: date,
    lot_id: int | None = None,
) -> int:
    """Take out base units that nobody will eat; what is on hand now. Raises as `correct_stock`."""
    require(actor, Right.CORRECT_STOCK)
    if quantity < 1:
        raise Refusal("quantity-unclear")
    why = MovementReason.WASTED
    return _correct(session, inventory_id, -quantity, why=why, note=reason, actor=actor, today=today, lot_id=lot_id)


def _correct(
    session: Session,
    inventory_id: int,
    delta: int,
    *,
    why: MovementReason,
    note: str,
    actor: Actor,
    today: date,
    lot_id: int | None,
) -> int:
    if delta == 0 or abs(delta) > MOST_UNITS:
        raise Refusal("quantity-unclear")
    row = session.execute(CHANGE, {"id": inventory_id, "delta": delta}).one_or_none()
    if row is None:
        _refuse_below_held(session, inventory_id)
    if delta > 0:
        lot_id = _add_found_lot(session, inventory_id, delta, today).id
    elif lot_id is None:
        shrink_lots(session, inventory_id, -delta)
    else:
        _shrink_lot(session, inventory_id, lot_id, -delta)
    _note_movement(session, inventory_id, delta, why=why, lot_id=lot_id, actor=actor, note=note)
    on_hand = int(row.on_hand)
    record(session, actor=actor, action=f"stock-{why.value}", subject=f"inventory:{inventory_id}", delta=delta,
           before={"on_hand": on_hand - delta}, after={"on_hand": on_hand}, reason=note)  # fmt: skip
    _note_way_back(session, inventory_id, delta, actor)
    return on_hand


def set_low_level(session: Session, inventory_id: int, low_level: int, *, actor: Actor) -> None:
    """From how many base units on fruit counts as low; 0: never. Raises Refusal `quantity-unclear`,
    `inventory-unknown`, `not-allowed`."""
    require(actor, Right.CORRECT_STOCK)
    if not 0 <= low_level <= MOST_UNITS:
        raise Refusal("quantity-unclear")
    row = session.get(Inventory, inventory_id, with_for_update={"key_share": True})
    if row is None:
        raise Refusal("inventory-unknown")
    after = {"low_level": low_level}
    before = edit_row(session, row, after)
    note_change(session, Subject.STOCK, inventory_id)
    subject = f"inventory:{inventory_id}"
    record_change(session, actor=actor, action="low-level-set", subject=subject, before=before, after=after)


def _refuse_below_held(session: Session, inventory_id: int) -> NoReturn:
    state = session.execute(STATE, {"id": inventory_id}).one_or_none()
    if state is None:
        raise Refusal("inventory-unknown")
    order_ids = list(session.execute(AFFECTED, {"id": inventory_id}).scalars())
    raise Refusal("stock-held", held=state.held, on_hand=state.on_hand, order_ids=order_ids)


def _shrink_lot(session: Session, inventory_id: int, lot_id: int, loss: int) -> None:
    values = {"id": inventory_id, "lot_id": lot_id, "loss": loss}
    if session.execute(SHRINK_LOT, values).one_or_none() is None:
        left = session.execute(LEFT_OF_LOT, values).scalar_one_or_none()
        raise Refusal("lot-too-small", left=left or 0)


def _add_found_lot(session: Session, inventory_id: int, quantity: int, today: date) -> Lot:
    last = session.execute(LAST_LOT, {"id": inventory_id}).one_or_none()
    harvested_on, ripe_by = (today, today) if last is None else (last.harvested_on, last.ripe_by)
    return _add_lot(session, inventory_id, quantity, harvested_on=harvested_on, ripe_by=ripe_by)


def _add_lot(
    session: Session,
    inventory_id: int,
    quantity: int,
    *,
    harvested_on: date,
    ripe_by: date,
    cost_paise: int | None = None,
) -> Lot:
    lot = Lot(
        inventory_id=inventory_id,
        received=quantity,
        remaining=quantity,
        harvested_on=harvested_on,
        ripe_by=ripe_by,
        cost_paise=cost_paise,
    )
    return add_row(session, lot)


def _note_movement(
    session: Session, inventory_id: int, delta: int, *, why: MovementReason, lot_id: int | None, actor: Actor, note: str
) -> None:
    parameters = {"inventory_id": inventory_id, "delta": delta, "lot_id": lot_id, "actor": str(actor), "note": note}
    session.execute(MOVEMENT, {**parameters, "reason": why.value})
    note_change(session, Subject.STOCK, inventory_id)


def _note_way_back(session: Session, inventory_id: int, delta: int, actor: Actor) -> None:
    back = {"inventory_id": inventory_id, "delta": delta}
    note_undo(session, "stock", f"inventory:{inventory_id}", back, actor=actor)
