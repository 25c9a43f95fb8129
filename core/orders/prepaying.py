"""Money that comes online for an order that was to be paid at its door: less is due there, mostly nothing."""

from __future__ import annotations

from sqlmodel import Session

from core.actor import Actor
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.checkpoints import Checkpoint, reach
from core.entities import EntityQuery
from core.errors import Fault
from core.orders.lifecycle import OrderStatus
from core.orders.tables import Order

# Until it is handed over, somebody may still pay for it.
PREPAYABLE = frozenset(
    {OrderStatus.CONFIRMED, OrderStatus.PACKED, OrderStatus.OUT_FOR_DELIVERY, OrderStatus.DELIVERY_FAILED}
)
PREPAID = "order-prepaid"

NOTE = EntityQuery(
    """
    WITH prepaid AS (
        UPDATE orders
           SET version = version + 1, prepaid_paise = prepaid_paise + :paise,
               payment_method = CASE WHEN prepaid_paise + :paise = total_paise THEN 'online' ELSE payment_method END
         WHERE id = :order_id AND status = ANY(CAST(:payable AS text[])) AND prepaid_paise + :paise <= total_paise
        RETURNING *
    ), noted AS (
        INSERT INTO audit_log (actor, action, subject, details)
        SELECT :actor, :action, 'order:' || id,
               jsonb_build_object('version', version, 'paise', CAST(:paise AS bigint)) FROM prepaid
    )
    SELECT * FROM prepaid
    """,
    Order,
)


def note_prepaid(session: Session, order: Order, paise: int, *, actor: Actor) -> None:
    """So much less is due at the door of a locked order. Raises Fault when that is more than is due."""
    parameters = {
        "order_id": order.id,
        "paise": paise,
        "payable": sorted(PREPAYABLE),
        "actor": str(actor),
        "action": PREPAID,
    }
    if NOTE.one_or_none(session, parameters) is None:
        raise Fault(f"Order {order.code}, {order.status}, cannot take {paise} paise: {order.due_paise} are due.")
    note_change(session, Subject.ORDER, order.id)
    reach(Checkpoint.ORDER_PREPAID)
