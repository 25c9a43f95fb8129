"""The only writer of an order's status: compare, set, count the version up, and note who did it, in one statement.

Private to this noun (an import contract): others call the verb of the move, which asks what the move takes.
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.alerts.actions import tell_news
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.entities import EntityQuery
from core.orders.lifecycle import ENDED, LIFECYCLE, OrderEvent, OrderStatus
from core.orders.rules import NOTHING_COLLECTED, Collected
from core.orders.tables import Order, PaymentMethod

# Event of an order → the news of it.
NEWS = {OrderEvent.CONFIRM: "order-new", OrderEvent.REVIVE: "order-new", OrderEvent.CANCEL: "order-cancelled"}
MOVE = EntityQuery(
    """
    WITH moved AS (
        UPDATE orders
           SET status = :target, version = version + 1, end_reason = :reason,
               payment_method = coalesce(CAST(:method AS text), payment_method),
               prepaid_paise = CASE WHEN :confirms AND coalesce(CAST(:method AS text), payment_method) = 'online'
                                    THEN total_paise ELSE prepaid_paise END,
               slot_id = coalesce(CAST(:slot_id AS bigint), slot_id), cash_paise = :cash_paise, upi_paise = :upi_paise,
               confirmed_at = CASE WHEN :confirms THEN coalesce(confirmed_at, :now) ELSE confirmed_at END,
               ended_at = CASE WHEN :ends THEN CAST(:now AS timestamptz) END
         WHERE id = :order_id AND status = ANY(CAST(:sources AS text[]))
        RETURNING *
    ), noted AS (
        INSERT INTO audit_log (actor, action, subject, details)
        SELECT :actor, :action, 'order:' || id, jsonb_build_object('version', version, 'reason', end_reason) FROM moved
    )
    SELECT * FROM moved
    """,
    Order,
)


def move_order(
    session: Session,
    order_id: int,
    event: OrderEvent,
    *,
    actor: Actor,
    now: datetime,
    reason: str = "",
    method: PaymentMethod | None = None,
    slot_id: int | None = None,
    collected: Collected = NOTHING_COLLECTED,
) -> Order | None:
    """Let an event happen to an order, if the lifecycle allows it now; None when somebody else was first.

    An `Order` of this session is refreshed by it.
    """
    target = LIFECYCLE.target_of(event)
    parameters = {
        "order_id": order_id,
        **LIFECYCLE.values(event),
        "confirms": target is OrderStatus.CONFIRMED,
        "ends": target in ENDED,
        "reason": reason,
        "method": method,
        "slot_id": slot_id,
        "cash_paise": collected.cash_paise,
        "upi_paise": collected.upi_paise,
        "now": now,
        "actor": str(actor),
        "action": f"order-{event.value}",
    }
    order = MOVE.one_or_none(session, parameters)
    if order is not None:
        note_change(session, Subject.ORDER, order.id)
        _tell_founders(session, order, event)
    return order


def _tell_founders(session: Session, order: Order, event: OrderEvent) -> None:
    """What she may want to hear of each order: it came, it is paid, it is off."""
    kind = NEWS.get(event)
    if kind == "order-new" and order.payment_method is PaymentMethod.ONLINE:
        kind = "order-paid"
    if kind is not None:
        values = {"code": order.code, "total_paise": order.total_paise}
        path = f"/admin/orders/{order.code}"
        tell_news(session, kind, values, path=path, dedupe_key=f"{kind}:{order.id}:{order.version}")
