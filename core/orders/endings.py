"""Orders that come to nothing: cancelled, or their hold has ended."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.bills.actions import cancel_bill
from core.checkout.basket import OF_THE_CART
from core.checkpoints import Checkpoint, reach
from core.errors import Refusal
from core.inventory.actions import put_back, release_fruit
from core.orders.lapsing import end_hold_of
from core.orders.lifecycle import OrderEvent, OrderStatus
from core.orders.locks import lock_order
from core.orders.moves import move_order
from core.orders.tables import Order
from core.query import Query
from core.slots.actions import release_place

# As many as were ordered leave the cart; what the customer has put in since stays.
TAKE_FROM_CART = Query(
    """
    WITH ordered AS (SELECT pack_id, sum(quantity) AS quantity FROM order_items WHERE order_id = :order_id GROUP BY 1),
         cart AS (SELECT id FROM carts WHERE customer_id = :customer_id),
         fewer AS (UPDATE cart_items l SET quantity = l.quantity - ordered.quantity FROM cart, ordered
                    WHERE l.cart_id = cart.id AND l.pack_id = ordered.pack_id AND l.quantity > ordered.quantity)
    DELETE FROM cart_items l USING cart, ordered
     WHERE l.cart_id = cart.id AND l.pack_id = ordered.pack_id AND l.quantity <= ordered.quantity
    """
)
HOLD_IS_OVER = Query("SELECT held_until <= jamango_now() AS is_over FROM orders WHERE id = :order_id")


def expire_order(session: Session, order_id: int, now: datetime) -> bool:
    """End the hold of an unpaid order whose time is over, and tell the customer; False when there is nothing to end.

    Whoever calls it has made sure that no payment link of the order is live (`core.payments.actions.end_hold`).
    """
    order = lock_order(session, order_id)
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        return False
    if not HOLD_IS_OVER.run(session, {"order_id": order_id}).scalar_one():
        return False
    return end_hold_of(session, order_id, now)


def take_from_cart(session: Session, order: Order) -> None:
    """What a customer cancels unpaid leaves the cart, where it lies until an order is confirmed."""
    if order.channel not in OF_THE_CART:
        return
    TAKE_FROM_CART.run(session, {"order_id": order.id, "customer_id": order.customer_id})


def cancel_order_row(session: Session, order: Order, reason: str, actor: Actor, now: datetime) -> None:
    """Cancel a locked order and give back what it has: kept fruit, sold fruit that is not packed yet, its place.

    Fruit that was packed is not put back by itself: somebody looks at it first. Money is not touched
    (`core.payments.actions.cancel_order` does all of it, and asks for the right; a payment that came too late for its
    window cancels as well). Raises Refusal `order-ended` when it may not be cancelled.
    """
    before = order.status
    if move_order(session, order.id, OrderEvent.CANCEL, actor=actor, now=now, reason=reason) is None:
        raise Refusal("order-ended", order_code=order.code)
    if before is OrderStatus.AWAITING_PAYMENT:
        release_fruit(session, order.id, now)
    elif before in {OrderStatus.CONFIRMED, OrderStatus.DELIVERY_FAILED}:
        put_back(session, order.id, now, actor)
    release_place(session, order.id)
    cancel_bill(session, order.id, now)  # of an order that was packed before
    reach(Checkpoint.ORDER_CANCELLED)
