"""Fruit that leaves a place at once: sold over a counter, brought to another place, or found otherwise at a count.

Unlike an order's, it lies in no box that is packed later, so it leaves its lots in the same moment. The caller has
locked the rows (`core.inventory.actions.lock_inventory`) and asked for the right.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.errors import Refusal
from core.ids import new_suffix
from core.inventory.lots import shrink_lots
from core.inventory.tables import MovementReason
from core.query import Query, Statement


class Standing(NamedTuple):
    """Fruit of one product in one place: the base units that are there, and those that nobody has."""

    inventory_id: int
    product_id: int
    on_hand: int
    left: int


class LotPart(NamedTuple):
    """Some of an arrival: its days, and base units."""

    harvested_on: date
    ripe_by: date
    quantity: int


ADD_PLACE = Statement("INSERT INTO locations (code, name) VALUES (:code, :name) RETURNING id", int)
# One that is there is not locked by this: rows are locked in ascending id, by who changes them.
OPEN_ROWS = Query(
    """
    INSERT INTO inventory (product_id, location_id)
    SELECT wanted, l.id FROM unnest(CAST(:product_ids AS bigint[])) AS wanted, locations l
     WHERE l.code = :place ORDER BY wanted
    ON CONFLICT (product_id, location_id) DO NOTHING
    """
)
STANDING = Statement(
    """
    SELECT i.id AS inventory_id, i.product_id, i.on_hand, i.on_hand - i.held AS left
      FROM inventory i JOIN locations p ON p.id = i.location_id
     WHERE p.code = :place AND i.product_id = ANY(:product_ids) ORDER BY i.id
    """,
    Standing,
)
AT_PLACE = Statement(
    """
    SELECT i.id AS inventory_id, i.product_id, i.on_hand, i.on_hand - i.held AS left
      FROM inventory i JOIN locations p ON p.id = i.location_id WHERE p.code = :place AND i.on_hand > 0 ORDER BY i.id
    """,
    Standing,
)
TAKE = Query(
    """
    UPDATE inventory SET on_hand = on_hand - :quantity WHERE id = :id AND on_hand - held >= :quantity RETURNING id
    """
)
PUT = Query("UPDATE inventory SET on_hand = on_hand + :quantity WHERE id = :id")
NOTE_MOVEMENT = Query(
    """
    INSERT INTO stock_movements (inventory_id, delta, reason, stall_sale_id, actor, note)
    VALUES (:id, :delta, :reason, :sale_id, :actor, :note)
    """
)
# What the next base units of a row come from, first-expired first.
NEXT_LOTS = Statement(
    """
    SELECT harvested_on, ripe_by, least(remaining, :quantity - (so_far - remaining))::int AS quantity
      FROM (SELECT id, harvested_on, ripe_by, remaining, sum(remaining) OVER (ORDER BY ripe_by, id) AS so_far
              FROM lots WHERE inventory_id = :id AND remaining > 0) AS queue
     WHERE so_far - remaining < :quantity ORDER BY so_far
    """,
    LotPart,
)
ADD_LOT = Query(
    """
    INSERT INTO lots (inventory_id, received, remaining, harvested_on, ripe_by)
    VALUES (:id, :quantity, :quantity, :harvested_on, :ripe_by)
    """
)
LAST_LOT = Statement(
    """
    SELECT harvested_on, ripe_by, 0 AS quantity FROM lots l JOIN inventory i ON i.id = l.inventory_id
     WHERE i.product_id = (SELECT product_id FROM inventory WHERE id = :id) ORDER BY l.id DESC LIMIT 1
    """,
    LotPart,
)
SAME_FRUIT = Statement(
    """
    SELECT i.id FROM inventory i JOIN locations p ON p.id = i.location_id
     WHERE p.code = :place AND i.product_id = (SELECT product_id FROM inventory WHERE id = :id)
    """,
    int,
)


def add_place(session: Session, name: str) -> int:
    """A new place that fruit is sold from; its id."""
    return ADD_PLACE.one(session, {"code": f"stall-{new_suffix()}{new_suffix()}", "name": name})


def open_rows(session: Session, product_ids: list[int], place: str) -> None:
    """Have a row for each of these products in a place."""
    OPEN_ROWS.run(session, {"product_ids": sorted(product_ids), "place": place})


def standing_of(session: Session, product_ids: list[int], place: str) -> dict[int, Standing]:
    """What a place has of products, by product; none that it never had."""
    found = STANDING.all(session, {"product_ids": sorted(product_ids), "place": place})
    return {each.product_id: each for each in found}


def standing_at(session: Session, place: str) -> list[Standing]:
    """Everything that lies in a place."""
    return AT_PLACE.all(session, {"place": place})


def take_fruit(
    session: Session, inventory_id: int, quantity: int, *, sale_id: int | None, why: MovementReason, actor: Actor,
    note: str = "",
) -> None:  # fmt: skip
    """Take base units that nobody has out of a locked row and its lots. Raises Refusal `stall-too-few`(left) without
    enough of them: the statement asks once more, whatever its caller has read."""
    if not TAKE.run(session, {"id": inventory_id, "quantity": quantity}).count:
        raise Refusal("stall-too-few", left=0)
    shrink_lots(session, inventory_id, quantity)
    _note(session, inventory_id, -quantity, sale_id=sale_id, why=why, actor=actor, note=note)


def put_fruit(
    session: Session, inventory_id: int, quantity: int, *, sale_id: int | None, why: MovementReason, actor: Actor,
    today: date, note: str = "",
) -> None:  # fmt: skip
    """Put base units into a locked row, as a lot like the last one of that fruit."""
    last = LAST_LOT.first(session, {"id": inventory_id})
    days = (last.harvested_on, last.ripe_by) if last else (today, today)
    _put(session, inventory_id, [LotPart(*days, quantity)])
    _note(session, inventory_id, quantity, sale_id=sale_id, why=why, actor=actor, note=note)


def move_fruit(session: Session, inventory_id: int, quantity: int, place: str, *, actor: Actor, note: str) -> None:
    """Bring base units that nobody has to another place, which has a row for them; both rows are locked. Its lots come
    along with their days. Raises Refusal `stall-too-few`(left)."""
    parts = NEXT_LOTS.all(session, {"id": inventory_id, "quantity": quantity})
    take_fruit(session, inventory_id, quantity, sale_id=None, why=MovementReason.MOVED, actor=actor, note=note)
    target = SAME_FRUIT.one(session, {"id": inventory_id, "place": place})
    _put(session, target, parts)
    _note(session, target, quantity, sale_id=None, why=MovementReason.MOVED, actor=actor, note=note)


def _put(session: Session, inventory_id: int, parts: list[LotPart]) -> None:
    PUT.run(session, {"id": inventory_id, "quantity": sum(part.quantity for part in parts)})
    for part in parts:
        ADD_LOT.run(session, {"id": inventory_id, **part._asdict()})


def _note(
    session: Session, inventory_id: int, delta: int, *, sale_id: int | None, why: MovementReason, actor: Actor,
    note: str,
) -> None:  # fmt: skip
    values = {"id": inventory_id, "delta": delta, "reason": why.value, "sale_id": sale_id, "actor": str(actor)}
    NOTE_MOVEMENT.run(session, {**values, "note": note})
    note_change(session, Subject.STOCK, inventory_id)
