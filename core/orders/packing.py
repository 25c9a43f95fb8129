"""Packing an order: its fruit is taken from the lots, first-expired first."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.errors import Refusal
from core.inventory.stock import return_to_lots, take_from_lots
from core.orders.lifecycle import OrderEvent
from core.orders.locks import lock_order
from core.orders.moves import move_order
from core.orders.tables import Order
from core.staff.rules import Right, require


def pack_order(session: Session, order_id: int, *, actor: Actor, now: datetime) -> Order:
    """Note that a confirmed order is packed. Raises Refusal `order-not-packable`(order_code), `not-allowed`."""
    require(actor, Right.PACK_ORDERS)
    order = lock_order(session, order_id)
    if move_order(session, order_id, OrderEvent.PACK, actor=actor, now=now) is None:
        raise Refusal("order-not-packable", order_code=order.code)
    take_from_lots(session, order_id, now)
    return order


def unpack_order(session: Session, order_id: int, *, actor: Actor, now: datetime) -> Order:
    """Take back that an order is packed, before it goes out: its fruit lies in the lots again and stays sold.

    Raises Refusal `order-not-packed`(order_code), `not-allowed`.
    """
    require(actor, Right.PACK_ORDERS)
    order = lock_order(session, order_id)
    if move_order(session, order_id, OrderEvent.UNPACK, actor=actor, now=now) is None:
        raise Refusal("order-not-packed", order_code=order.code)
    return_to_lots(session, order_id)
    return order
