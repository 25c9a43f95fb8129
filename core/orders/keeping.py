"""Until when an unpaid order keeps its fruit and its place from others. The rows that are kept know it themselves."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.inventory.actions import keep_fruit
from core.orders.tables import Order
from core.slots.actions import keep_place


def note_payable(session: Session, order: Order, *, payable: bool) -> None:
    """Say whether a locked, unpaid order may be paid at this moment, so that its time alone does not give it away."""
    until: datetime | None = None if payable else order.held_until
    keep_fruit(session, order.id, until)
    keep_place(session, order.id, until)
