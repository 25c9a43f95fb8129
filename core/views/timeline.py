"""What happened to an order, told in the order in which it happened: the audit log's rows with who did it by name."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement


class Event(NamedTuple):
    """One thing that happened (UTC). `actor` is as `core.actor` writes it, `staff` the name of a member of staff.

    `details` are the log's; of a refund that arrived they are its amount and the bank's reference.
    """

    at: datetime
    actor: str
    action: str
    details: dict[str, Any]
    staff: str | None


# The log names a refund by its payment; that it has arrived stands in the refund itself.
OF_ORDER = Statement(
    """
    SELECT e.at, e.actor, e.action, e.details, s.name AS staff FROM (
        SELECT at, id, actor, action, details FROM audit_log WHERE subject = 'order:' || CAST(:order_id AS text)
         UNION ALL
        SELECT a.at, a.id, a.actor, a.action, a.details FROM payments p
          JOIN audit_log a ON a.subject = 'payment:' || p.id WHERE p.order_id = :order_id
         UNION ALL
        SELECT r.finished_at, r.id, 'razorpay', 'refund-' || r.status,
               jsonb_build_object('amount_paise', r.amount_paise, 'bank_reference', r.bank_reference)
          FROM payments p JOIN refunds r ON r.payment_id = p.id
         WHERE p.order_id = :order_id AND r.finished_at IS NOT NULL
    ) AS e LEFT JOIN staff s ON e.actor LIKE 'staff:%' AND CAST(s.id AS text) = split_part(e.actor, ':', 2)
     ORDER BY e.at, e.id
    """,
    Event,
)


def timeline_of(session: Session, order_id: int) -> list[Event]:
    """The whole life of an order, the oldest first."""
    return OF_ORDER.all(session, {"order_id": order_id})
