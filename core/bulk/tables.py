"""Bulk moves and what became of each of their orders."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import SQLModel

from core.actor import WRITTEN
from core.bulk.rules import BulkAction
from core.columns import choice, document, key, moment, recorded_at, refers_to, words


class BulkMove(SQLModel, table=True):
    """One move of many orders. `slot_id` is where to, of a reschedule; `undoes_id` which move it takes back."""

    __tablename__ = "bulk_moves"
    __table_args__ = (
        CheckConstraint(f"actor ~ '{WRITTEN}'", name="bulk_move_names_an_actor"),
        CheckConstraint("(action = 'reschedule') = (slot_id IS NOT NULL)", name="bulk_move_goes_somewhere"),
        Index("bulk_moves_undone_once", "undoes_id", unique=True, postgresql_where=text("undoes_id IS NOT NULL")),
    )

    id: int = key()
    actor: str = words()
    action: BulkAction = choice(BulkAction)
    slot_id: int | None = refers_to("delivery_slots.id", optional=True)
    undoes_id: int | None = refers_to("bulk_moves.id", optional=True, indexed=False)
    began_at: Any = recorded_at()


class BulkMoveOrder(SQLModel, table=True):
    """One order of a bulk move. It was tried at `tried_at`; `refusal` is why it stayed, empty when it moved."""

    __tablename__ = "bulk_move_orders"
    __table_args__ = (
        UniqueConstraint("bulk_move_id", "order_id"),
        CheckConstraint("tried_at IS NOT NULL OR refusal = ''", name="bulk_move_is_tried_before_it_is_refused"),
    )

    id: int = key()
    bulk_move_id: int = refers_to("bulk_moves.id", indexed=False)
    order_id: int = refers_to("orders.id")
    tried_at: datetime | None = moment(optional=True)
    refusal: str = words(default="")
    refusal_values: dict[str, Any] = document()
