"""The way to the door: an order goes out, arrives with its money or comes back with a reason, and is brought again.

A member of staff with the right moves any order. A rider moves those of his own open run alone, which whoever plans
runs reads and locks before (`Run`).
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor, ActorKind
from core.checkpoints import Checkpoint, reach
from core.errors import Refusal
from core.ledger.actions import post
from core.ledger.rules import Account, Entry, Source
from core.orders.lifecycle import LIFECYCLE, OrderEvent, OrderStatus
from core.orders.locks import lock_order
from core.orders.moves import move_order
from core.orders.rules import (
    NOTHING_COLLECTED,
    WINDOW_POSTPONED,
    Collected,
    FailureReason,
    Run,
    check_collected,
    check_run,
)
from core.orders.tables import Order
from core.slots.actions import book_place, hold_place, lock_slots, release_place
from core.staff.rules import Right, require


def dispatch_order(session: Session, order_id: int, *, actor: Actor, now: datetime, run: Run | None = None) -> Order:
    """Note that a packed order is on its way. Raises Refusal `order-not-packed`(order_code), `not-allowed`,
    `not-your-run`(order_code)."""
    require(actor, Right.DELIVER)
    order = _lock_for(session, order_id, actor, run)
    if move_order(session, order_id, OrderEvent.DISPATCH, actor=actor, now=now) is None:
        raise Refusal("order-not-packed", order_code=order.code)
    return order


def deliver_order(
    session: Session,
    order_id: int,
    *,
    actor: Actor,
    now: datetime,
    collected: Collected = NOTHING_COLLECTED,
    run: Run | None = None,
) -> Order:
    """Note that an order was handed over, and what was paid at the door for it: all that is due, or nothing.

    Cash of an order that no rider has (`run`) is in the office's box, and UPI at our bank: whoever notes it took it.
    Due is what was not paid online before; of that the order holds the money (`jamango fsck`). Raises Refusal
    `cash-not-exact`(order_code, due_paise, collected_paise), `order-not-on-its-way`(order_code), `not-allowed`,
    `not-your-run`(order_code).
    """
    require(actor, Right.DELIVER)
    order = _lock_for(session, order_id, actor, run)
    if order.status not in LIFECYCLE.sources_of(OrderEvent.DELIVER):
        raise Refusal("order-not-on-its-way", order_code=order.code)
    check_collected(collected, due_paise=order.due_paise, order_code=order.code)
    move_order(session, order_id, OrderEvent.DELIVER, actor=actor, now=now, collected=collected)
    if run is None:
        _post_collected(session, order_id, collected)
    reach(Checkpoint.ORDER_DELIVERED)
    return order


def _post_collected(session: Session, order_id: int, collected: Collected) -> None:
    sides = ((Account.OFFICE_CASH, collected.cash_paise), (Account.BANK, collected.upi_paise),
             (Account.SALES, -collected.cash_paise - collected.upi_paise))  # fmt: skip
    entries = [Entry(account, paise) for account, paise in sides if paise]
    if entries:
        post(session, Source.ORDER, order_id, "collected", entries, order_id=order_id)


def fail_delivery(
    session: Session, order_id: int, reason: FailureReason, *, actor: Actor, now: datetime, run: Run | None = None
) -> Order:
    """Note that an order could not be handed over, and why.

    Raises Refusal `order-not-on-its-way`(order_code), `not-allowed`, `not-your-run`(order_code).
    """
    require(actor, Right.DELIVER)
    order = _lock_for(session, order_id, actor, run)
    if move_order(session, order_id, OrderEvent.FAIL, actor=actor, now=now, reason=reason.value) is None:
        raise Refusal("order-not-on-its-way", order_code=order.code)
    return order


def resume_delivery(session: Session, order_id: int, *, actor: Actor, now: datetime, run: Run | None = None) -> Order:
    """Have the rider go to a door again in the same run: staff take a report back, a customer says who takes it.

    What was collected is collected no more. A customer may do so only with what came back. Raises Refusal
    `order-not-resumable`(order_code), `not-allowed`, `not-your-run`(order_code).
    """
    if actor.kind is ActorKind.CUSTOMER:
        order = lock_order(session, order_id)
        require(actor, Right.CHANGE_ORDERS, owner=order.customer_id)
        may = order.status is OrderStatus.DELIVERY_FAILED
    else:
        require(actor, Right.DELIVER)
        order, may = _lock_for(session, order_id, actor, run), True
    if not may or move_order(session, order_id, OrderEvent.RESUME, actor=actor, now=now) is None:
        raise Refusal("order-not-resumable", order_code=order.code)
    return order


def postpone_order(session: Session, order_id: int, *, actor: Actor, now: datetime) -> Order | None:
    """Note that an order does not come in its window, which is postponed; None when it is none that was to come.

    Raises Refusal `not-allowed`.
    """
    require(actor, Right.MANAGE_SLOTS)
    lock_order(session, order_id)
    return move_order(session, order_id, OrderEvent.POSTPONE, actor=actor, now=now, reason=WINDOW_POSTPONED)


def reschedule_order(session: Session, order_id: int, slot_id: int, *, actor: Actor, now: datetime) -> Order:
    """Bring an order that came back in another window of its zone, whose place is booked at once; all else stays.

    The customer may wish it, or staff on their word. A Refusal leaves everything as it was: `order-not-failed`
    (order_code), `slot-full`, `slot-closed`, `slot-past`, `slot-unknown`, `not-allowed`.
    """
    order = lock_order(session, order_id)
    require(actor, Right.CHANGE_ORDERS, owner=order.customer_id)
    with session.begin_nested():
        lock_slots(session, {order.slot_id, slot_id})
        release_place(session, order_id)
        if move_order(session, order_id, OrderEvent.RESCHEDULE, actor=actor, now=now, slot_id=slot_id) is None:
            raise Refusal("order-not-failed", order_code=order.code)
        hold_place(session, order_id, slot_id, zone_id=order.zone_id, customer_id=order.customer_id, until=now)
        book_place(session, order_id)
    return order


def _lock_for(session: Session, order_id: int, actor: Actor, run: Run | None) -> Order:
    order = lock_order(session, order_id)
    check_run(actor, run, order_id=order_id, order_code=order.code)
    return order
