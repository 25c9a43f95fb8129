"""What became of a bulk move."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.bulk.rules import BulkAction, can_be_undone
from core.query import Statement


class _Move(NamedTuple):
    action: str
    began_at: datetime
    undone_by: int | None
    slot_id: int | None


class Tried(NamedTuple):
    """An order of the move. `refusal` is empty when it moved, or was not tried yet (`is_tried`)."""

    order_id: int
    code: str
    is_tried: bool
    refusal: str
    refusal_values: dict[str, Any]


MOVE = Statement(
    """
    SELECT m.action, m.began_at, u.id AS undone_by, m.slot_id
      FROM bulk_moves m LEFT JOIN bulk_moves u ON u.undoes_id = m.id WHERE m.id = :bulk_move_id
    """,
    _Move,
)
ORDERS = Statement(
    """
    SELECT l.order_id, o.code, l.tried_at IS NOT NULL AS is_tried, l.refusal, l.refusal_values
      FROM bulk_move_orders l JOIN orders o ON o.id = l.order_id WHERE l.bulk_move_id = :bulk_move_id
     ORDER BY l.order_id
    """,
    Tried,
)


@dataclass(frozen=True)
class BulkResult:
    """A bulk move as it stands: `left` are the ids that nobody tried yet."""

    action: BulkAction
    slot_id: int | None
    done: list[Tried]
    refused: list[Tried]
    left: list[int]
    can_undo: bool
    undone_by: int | None


def read_bulk(session: Session, bulk_move_id: int, now: datetime) -> BulkResult | None:
    """How far a bulk move has come; None for one that does not exist."""
    move = MOVE.first(session, {"bulk_move_id": bulk_move_id})
    if move is None:
        return None
    orders = ORDERS.all(session, {"bulk_move_id": bulk_move_id})
    action, done = BulkAction(move.action), [each for each in orders if each.is_tried and not each.refusal]
    return BulkResult(
        action=action,
        slot_id=move.slot_id,
        done=done,
        refused=[each for each in orders if each.refusal],
        left=[each.order_id for each in orders if not each.is_tried],
        can_undo=bool(done) and move.undone_by is None and can_be_undone(action, move.began_at, now),
        undone_by=move.undone_by,
    )
