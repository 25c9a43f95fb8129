"""Bringing a confirmed order to another home of the same zone: until it is packed, at the same price and time."""

from __future__ import annotations

from sqlalchemy import text
from sqlmodel import Session, select

from core.actor import Actor
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.errors import Refusal
from core.orders.lifecycle import OrderStatus
from core.orders.locks import lock_order
from core.orders.tables import Order
from core.staff.rules import Right, require
from core.wording import FIRST_LANGUAGE

# Where an order may still change its address. Before it is confirmed, the cart does (`core.carts`).
MOVABLE = frozenset({OrderStatus.CONFIRMED})
READDRESSED = "order-readdressed"

MOVED = text(
    """
    WITH moved AS (
        UPDATE orders o
           SET address_id = a.id, version = o.version + 1,
               address = jsonb_build_object('name', u.name, 'apartment', b.name,
                   'apartment_names', jsonb_build_object(CAST(:first AS text), b.name) || b.other_names,
                   'locality', b.locality,
                   'line', a.line, 'tower', a.tower, 'floor', a.floor, 'flat', a.flat, 'pincode', b.pincode)
          FROM addresses a JOIN apartments b ON b.id = a.apartment_id AND b.active JOIN users u ON u.id = a.customer_id
         WHERE o.id = :order_id AND a.id = :address_id AND a.customer_id = o.customer_id AND b.zone_id = o.zone_id
           AND o.status = ANY(CAST(:movable AS text[]))
        RETURNING o.*
    ), noted AS (
        INSERT INTO audit_log (actor, action, subject, details)
        SELECT :actor, :action, 'order:' || id,
               jsonb_build_object('version', version, 'from', CAST(:before AS bigint), 'to', address_id) FROM moved
    )
    SELECT * FROM moved
    """
)
MOVE = select(Order).from_statement(MOVED).execution_options(populate_existing=True)
PLACE = text(
    """
    SELECT b.name, b.other_names, b.zone_id FROM addresses a JOIN apartments b ON b.id = a.apartment_id AND b.active
     WHERE a.id = :address_id AND a.customer_id = :customer_id
    """
)


def change_address(session: Session, order_id: int, address_id: int, *, actor: Actor) -> Order:
    """Bring an order to another of its customer's homes; price, window and fruit stay. Moving it twice changes nothing.

    Raises Refusal `order-unknown`, `not-allowed`, `address-unknown`, `address-fixed`(order_code) once it is packed,
    cancelled or not paid yet, `order-in-other-zone`(order_code, apartment by language): prices and times differ there.
    """
    order = lock_order(session, order_id)
    require(actor, Right.CHANGE_ORDERS, owner=order.customer_id)
    if order.status not in MOVABLE:
        raise Refusal("address-fixed", order_code=order.code)
    check_zone(session, order, address_id)
    if order.address_id == address_id:
        return order
    parameters = {
        "order_id": order_id,
        "address_id": address_id,
        "before": order.address_id,
        "movable": sorted(MOVABLE),
        "first": FIRST_LANGUAGE,
        "actor": str(actor),
        "action": READDRESSED,
    }
    moved: Order = session.scalars(MOVE, parameters).one()
    note_change(session, Subject.ORDER, order_id)
    return moved


def check_zone(session: Session, order: Order, address_id: int) -> None:
    """Raise Refusal `address-unknown`, or `order-in-other-zone`(order_code, apartment by language)."""
    place = session.execute(PLACE, {"address_id": address_id, "customer_id": order.customer_id}).one_or_none()
    if place is None:
        raise Refusal("address-unknown")
    if place.zone_id != order.zone_id:
        names = {FIRST_LANGUAGE: place.name, **place.other_names}
        raise Refusal("order-in-other-zone", order_code=order.code, apartment=names)
