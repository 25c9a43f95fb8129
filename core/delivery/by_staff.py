"""What staff in the office note of one order on its way: through the run that it stands in, so that its rider's list,
his cash and the order say the same. What no rider has in hand somebody of the house brings, and whoever notes it has
put its cash into the office's box."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.delivery.lifecycle import RunStatus
from core.delivery.riding import deliver_stop, fail_stop
from core.errors import Refusal
from core.orders.actions import deliver_order, dispatch_order, fail_delivery
from core.orders.locks import lock_order
from core.orders.rules import NOTHING_COLLECTED, Collected, FailureReason, check_collected
from core.orders.tables import Order
from core.query import Statement
from core.staff.rules import Right, require


class InHand(NamedTuple):
    """The stop in which an order waits, and whose it is."""

    stop_id: int
    run_status: str
    rider: str


IN_HAND = Statement(
    """
    SELECT a.id AS stop_id, r.status AS run_status, w.name AS rider FROM delivery_assignments a
      JOIN runs r ON r.id = a.run_id JOIN staff w ON w.id = r.rider_id
     WHERE a.order_id = :order_id AND a.status = 'planned'
    """,
    InHand,
)


def rider_of(session: Session, order_id: int) -> str | None:
    """The name of the rider in whose run an order waits or is on its way; None when it is brought by the house."""
    found = IN_HAND.first(session, {"order_id": order_id})
    return found.rider if found else None


def note_dispatched(session: Session, order_id: int, *, actor: Actor, now: datetime) -> Order:
    """An order goes out with somebody of the house. Raises Refusal `order-waits-in-run`(order_code, rider), and what
    `dispatch_order` raises."""
    require(actor, Right.DELIVER)
    _stop_under_way(session, order_id)
    return dispatch_order(session, order_id, actor=actor, now=now)


def note_delivered(
    session: Session, order_id: int, *, actor: Actor, now: datetime, collected: Collected = NOTHING_COLLECTED
) -> Order:
    """It was handed over. In a run the cash is its rider's to hand over, and UPI is what came by a link: none that is
    only said. Raises Refusal `order-waits-in-run`(order_code, rider), and what `deliver_stop` and `deliver_order`
    raise."""
    require(actor, Right.DELIVER)
    stop_id = _stop_under_way(session, order_id)
    if stop_id is None:
        return deliver_order(session, order_id, actor=actor, now=now, collected=collected)
    order = lock_order(session, order_id)
    if collected.upi_paise:
        check_collected(Collected(cash_paise=collected.cash_paise), due_paise=order.due_paise, order_code=order.code)
    return deliver_stop(session, stop_id, cash_paise=collected.cash_paise, actor=actor, now=now)


def note_failed(session: Session, order_id: int, reason: FailureReason, *, actor: Actor, now: datetime) -> Order:
    """It could not be handed over. Raises Refusal `order-waits-in-run`(order_code, rider), and what `fail_stop` and
    `fail_delivery` raise."""
    require(actor, Right.DELIVER)
    stop_id = _stop_under_way(session, order_id)
    if stop_id is None:
        return fail_delivery(session, order_id, reason, actor=actor, now=now)
    return fail_stop(session, stop_id, reason, actor=actor, now=now)


def _stop_under_way(session: Session, order_id: int) -> int | None:
    """The stop of the order in a run that has begun; None when no rider has it. The order is locked, so it stays so."""
    order = lock_order(session, order_id)
    found = IN_HAND.first(session, {"order_id": order_id})
    if found is not None and found.run_status != RunStatus.OPEN:
        raise Refusal("order-waits-in-run", order_code=order.code, rider=found.rider)
    return found.stop_id if found else None
