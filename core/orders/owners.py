"""Whose orders they are: a guest's become the customer's who signs in on that browser."""

from __future__ import annotations

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.query import Query

TAKEN_OVER = "order-taken-over"

GIVE = Query(
    """
    UPDATE orders SET customer_id = :customer_id, is_quiet = false, version = version + 1
     WHERE customer_id = :guest_id AND status <> 'awaiting_payment' RETURNING id
    """
)

# Where it was brought, as far as tax and the zone's sums need it; nobody's name or door.
ERASE = Query(
    """
    UPDATE orders SET address = address || '{"name": "", "line": "", "tower": "", "floor": null, "flat": ""}', note = ''
     WHERE customer_id = :customer_id
    """
)


def erase_names_on_orders(session: Session, customer_id: int) -> None:
    """Take a customer's name, home and words off their orders: a part of erasing them."""
    ERASE.run(session, {"customer_id": customer_id})


def take_over_orders(session: Session, guest_id: int, customer_id: int) -> int:
    """Give a customer the orders of a guest but one that still waits for its payment; returns how many.

    From now on there is somebody to tell.
    """
    given = GIVE.run(session, {"guest_id": guest_id, "customer_id": customer_id}).all()
    for row in given:
        actor = Actor.customer(customer_id)
        record(session, actor=actor, action=TAKEN_OVER, subject=f"order:{row.id}")
    return len(given)
