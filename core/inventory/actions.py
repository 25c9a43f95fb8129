"""Fruit kept, sold, received and corrected. Every verb is one statement per step and locks rows in ascending id.

`CHECK (0 <= held AND held <= on_hand)` stands behind each of them; each change of `on_hand` is a movement.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.inventory.lifecycle import HOLDS, HoldEvent
from core.query import Query

# The CTE locks in ascending id; the UPDATE then asks the newest version of each row, after any wait (invariant I1).
HOLD = Query(
    """
    WITH demand AS (SELECT unnest(CAST(:ids AS bigint[])) AS id, unnest(CAST(:quantities AS int[])) AS quantity),
         turn AS (SELECT i.id, d.quantity FROM inventory i JOIN demand d ON d.id = i.id
                   ORDER BY i.id FOR NO KEY UPDATE OF i),
         kept AS (UPDATE inventory i SET held = i.held + turn.quantity FROM turn
                   WHERE i.id = turn.id AND i.held + turn.quantity <= i.on_hand
                  RETURNING i.id, turn.quantity)
    INSERT INTO holds (order_id, customer_id, inventory_id, quantity, lapses_at)
    SELECT :order_id, :customer_id, id, quantity, :until FROM kept
    ON CONFLICT (order_id, inventory_id) DO UPDATE
       SET status = :target, quantity = EXCLUDED.quantity, held_at = EXCLUDED.held_at, ended_at = NULL,
           lapses_at = EXCLUDED.lapses_at
     WHERE holds.status = ANY(CAST(:sources AS text[]))
    RETURNING inventory_id
    """
)
LEFT = Query("SELECT i.on_hand - i.held AS units FROM inventory i WHERE i.id = :id")
KEEP = Query("UPDATE holds SET lapses_at = :until WHERE order_id = :order_id AND status = 'active'")
LOCK = Query("SELECT id FROM inventory WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE")

RELEASE = Query(
    """
    WITH ended AS (UPDATE holds SET status = :target, ended_at = :now
                    WHERE order_id = :order_id AND status = ANY(CAST(:sources AS text[]))
                   RETURNING inventory_id, quantity),
         turn AS (SELECT i.id, ended.quantity FROM inventory i JOIN ended ON ended.inventory_id = i.id
                   ORDER BY i.id FOR NO KEY UPDATE OF i)
    UPDATE inventory i SET held = i.held - turn.quantity FROM turn WHERE i.id = turn.id RETURNING i.id AS inventory_id
    """
)
CONSUME = Query(
    """
    WITH ended AS (UPDATE holds SET status = :target, ended_at = :now
                    WHERE order_id = :order_id AND status = ANY(CAST(:sources AS text[]))
                   RETURNING inventory_id, quantity),
         turn AS (SELECT i.id, ended.quantity FROM inventory i JOIN ended ON ended.inventory_id = i.id
                   ORDER BY i.id FOR NO KEY UPDATE OF i),
         sold AS (UPDATE inventory i SET on_hand = i.on_hand - turn.quantity, held = i.held - turn.quantity
                    FROM turn WHERE i.id = turn.id RETURNING i.id, turn.quantity)
    INSERT INTO stock_movements (inventory_id, delta, reason, order_id, actor)
    SELECT id, -quantity, 'sold', :order_id, :actor FROM sold RETURNING inventory_id
    """
)
PUT_BACK = Query(
    """
    WITH ended AS (UPDATE holds SET status = :target, ended_at = :now
                    WHERE order_id = :order_id AND status = ANY(CAST(:sources AS text[])) AND packed_at IS NULL
                   RETURNING inventory_id, quantity),
         turn AS (SELECT i.id, ended.quantity FROM inventory i JOIN ended ON ended.inventory_id = i.id
                   ORDER BY i.id FOR NO KEY UPDATE OF i),
         back AS (UPDATE inventory i SET on_hand = i.on_hand + turn.quantity
                    FROM turn WHERE i.id = turn.id RETURNING i.id, turn.quantity)
    INSERT INTO stock_movements (inventory_id, delta, reason, order_id, actor)
    SELECT id, quantity, 'returned', :order_id, :actor FROM back RETURNING inventory_id
    """
)


@dataclass(frozen=True)
class Short:
    """An inventory row that has too little, and how many base units it has."""

    inventory_id: int
    left: int


def hold_fruit(
    session: Session, order_id: int, demand: dict[int, int], *, customer_id: int, until: datetime
) -> list[Short]:
    """Keep fruit for a customer's order until then: base units by inventory id, already summed per row (fault F86).

    Returns the rows that have too little, nothing when all is kept. The caller undoes the rest then.
    """
    ids = sorted(demand)
    parameters = {
        **HOLDS.values(HoldEvent.HOLD_AGAIN),
        "order_id": order_id,
        "customer_id": customer_id,
        "until": until,
        "ids": ids,
        "quantities": [demand[row] for row in ids],
    }
    kept = {row.inventory_id for row in HOLD.run(session, parameters)}
    note_change(session, Subject.STOCK, *kept)
    return [Short(row, read_left(session, row)) for row in ids if row not in kept]


def keep_fruit(session: Session, order_id: int, until: datetime | None) -> None:
    """Keep what an order holds until then; until somebody says so when None (`Hold.lapses_at`)."""
    KEEP.run(session, {"order_id": order_id, "until": until})


def read_left(session: Session, inventory_id: int) -> int:
    """Base units that nobody has."""
    return int(LEFT.run(session, {"id": inventory_id}).scalar_one())


def lock_inventory(session: Session, inventory_ids: Collection[int]) -> None:
    """Lock rows in ascending id, for who must change several in more than one statement."""
    LOCK.run(session, {"ids": sorted(inventory_ids)})


def release_fruit(session: Session, order_id: int, now: datetime) -> int:
    """Give an order's kept fruit back to everybody; returns how many rows. A second time does nothing."""
    return _end_holds(session, RELEASE, HoldEvent.RELEASE, order_id=order_id, now=now)


def consume_fruit(session: Session, order_id: int, now: datetime, actor: Actor) -> int:
    """Turn kept fruit into sold fruit; returns how many rows. A second time does nothing."""
    return _end_holds(session, CONSUME, HoldEvent.CONSUME, order_id=order_id, now=now, actor=str(actor))


def put_back(session: Session, order_id: int, now: datetime, actor: Actor) -> int:
    """Sold fruit that was never packed goes back on sale; returns how many rows. A second time does nothing."""
    return _end_holds(session, PUT_BACK, HoldEvent.PUT_BACK, order_id=order_id, now=now, actor=str(actor))


def _end_holds(session: Session, statement: Query, event: HoldEvent, **values: object) -> int:
    """How many inventory rows a statement has changed: it returns their ids."""
    changed = [row.inventory_id for row in statement.run(session, {**HOLDS.values(event), **values})]
    note_change(session, Subject.STOCK, *changed)
    return len(changed)
