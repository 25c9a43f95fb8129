"""Whose orders they are: a guest's become the customer's who signs in on that browser."""

from __future__ import annotations

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.query import Query

GIVE = Query(
    """
    UPDATE orders SET customer_id = :customer_id, version = version + 1
     WHERE customer_id = :guest_id AND status <> 'awaiting_payment' RETURNING id
    """
)


def take_over_orders(session: Session, guest_id: int, customer_id: int) -> int:
    """Give a customer the orders of a guest but one that still waits for its payment; returns how many."""
    given = GIVE.run(session, {"guest_id": guest_id, "customer_id": customer_id}).all()
    for row in given:
        actor = Actor.customer(customer_id)
        record(session, actor=actor, action="order-taken-over", subject=f"order:{row.id}")
    return len(given)
