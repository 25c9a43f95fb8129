"""Packing an order: its fruit is taken from the lots, first-expired first, and its bill gets the next number."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.bills.actions import issue_bill
from core.bills.rules import Seller
from core.clock import business_day
from core.errors import Refusal
from core.inventory.lots import put_into_lots, take_from_lots
from core.orders.lifecycle import OrderEvent
from core.orders.locks import lock_order
from core.orders.moves import move_order
from core.orders.tables import Order
from core.settings import get_settings
from core.shop.queries import read_shop
from core.staff.rules import Right, require


def pack_order(session: Session, order_id: int, *, actor: Actor, now: datetime) -> Order:
    """Note that a confirmed order is packed. Raises Refusal `order-not-packable`(order_code), `not-allowed`.

    An order that was unpacked, or came back, keeps the number of its bill.
    """
    require(actor, Right.PACK_ORDERS)
    order = lock_order(session, order_id)
    if move_order(session, order_id, OrderEvent.PACK, actor=actor, now=now) is None:
        raise Refusal("order-not-packable", order_code=order.code)
    take_from_lots(session, order_id, now)
    # Last, because whoever packs at this moment waits for the counter from here to the commit.
    issue_bill(session, order_id, _seller(session), business_day(now, get_settings().zone), now)
    return order


def _seller(session: Session) -> Seller:
    shop = read_shop(session)
    return Seller(shop.legal_name or shop.name, shop.address, shop.gstin, shop.fssai, shop.contact_phone)


def unpack_order(session: Session, order_id: int, *, actor: Actor, now: datetime) -> Order:
    """Take back that an order is packed: its fruit lies in the lots again that it came from.

    Raises Refusal `order-not-unpackable`(order_code) when it is not here, or was packed before lots were noted;
    `not-allowed`.
    """
    require(actor, Right.PACK_ORDERS)
    with session.begin_nested():
        order = lock_order(session, order_id)
        moved = move_order(session, order_id, OrderEvent.UNPACK, actor=actor, now=now)
        if moved is None or not put_into_lots(session, order_id):
            raise Refusal("order-not-unpackable", order_code=order.code)
    return order
