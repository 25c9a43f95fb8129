"""The shop's money as the office looks after it: payments, refunds under way, what is parked or to be collected."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.payments.lifecycle import PaymentStatus
from core.query import Statement
from core.views.search import find_fitting


class ListedPayment(NamedTuple):
    """A payment, in the smallest unit of its currency, and its order's code, or the stall whose code it came by."""

    id: int
    provider_payment_id: str
    status: str
    amount_paise: int
    currency: str
    method: str
    refund_reserved_paise: int
    recorded_at: datetime
    code: str | None
    customer: str | None
    stall: str | None


class OpenRefund(NamedTuple):
    """A refund that has not arrived: asked for, under way or failed; of an order, or of a stall's sale."""

    id: int
    amount_paise: int
    currency: str
    status: str
    reason: str
    asked_at: datetime
    code: str | None
    stall: str | None


class Collect(NamedTuple):
    """What is still to be paid at doors, in paise, and by how many orders."""

    orders: int
    due_paise: int


class SettlementSum(NamedTuple):
    """A settlement by its report: what it says, in paise, and how many of its lines we know otherwise or not at all."""

    settlement_id: str
    utr: str
    settled_at: str
    lines: int
    net_paise: int
    charge_paise: int
    differing: int
    unknown: int


class Mismatch(NamedTuple):
    """A line of a report that differs from what we have (`ours_paise`), None when we know nothing of it."""

    entity_id: str
    kind: str
    reported_paise: int
    ours_paise: int | None


class Unreported(NamedTuple):
    """A payment of ours that should stand in a report by now and does not."""

    provider_payment_id: str
    amount_paise: int
    recorded_at: datetime
    code: str | None


# The stall by whose code a payment `p` came.
STALL = """
    (SELECT l.name FROM stall_qrs q JOIN devices d ON d.id = q.device_id JOIN stalls l ON l.id = d.stall_id
      WHERE q.payment_id = p.id)"""
PAYMENTS = Statement(
    f"""
    SELECT p.id, p.provider_payment_id, p.status, p.amount_paise, p.currency, p.method, p.refund_reserved_paise,
           p.recorded_at, o.code, u.name AS customer, {STALL} AS stall
      FROM payments p LEFT JOIN orders o ON o.id = p.order_id LEFT JOIN users u ON u.id = o.customer_id
     WHERE (CAST(:status AS text) IS NULL OR p.status = :status)
       AND (CAST(:provider AS text) IS NULL OR p.provider_payment_id = :provider)
       AND (CAST(:customer_ids AS bigint[]) IS NULL OR o.customer_id = ANY(:customer_ids) OR o.code = :code)
       AND (CAST(:words AS text) IS NULL OR to_tsvector('simple', u.name) @@ to_tsquery('simple', :words))
       AND (CAST(:before AS bigint) IS NULL OR p.id < :before)
     ORDER BY p.id DESC LIMIT :most
    """,  # noqa: S608 - SQL of this file
    ListedPayment,
    plans_anew=True,
)
REFUNDS = Statement(
    f"""
    SELECT r.id, r.amount_paise, p.currency, r.status, r.reason, r.asked_at, o.code, {STALL} AS stall
      FROM refunds r JOIN payments p ON p.id = r.payment_id LEFT JOIN orders o ON o.id = p.order_id
     WHERE r.status <> 'processed' ORDER BY r.status = 'failed' DESC, r.id LIMIT :most
    """,  # noqa: S608 - SQL of this file
    OpenRefund,
)
COLLECT = Statement(
    """
    SELECT count(*)::int AS orders, coalesce(sum(total_paise - prepaid_paise), 0)::bigint AS due_paise FROM orders
     WHERE status IN ('confirmed', 'packed', 'out_for_delivery', 'delivery_failed') AND payment_method = 'cod'
    """,
    Collect,
)
# What we have of a line: a payment's amount, a refund's; adjustments are Razorpay's own.
OURS = """
    settlement_lines l
      LEFT JOIN payments p ON l.kind = 'payment' AND p.provider_payment_id = l.entity_id
      LEFT JOIN refunds r ON l.kind = 'refund' AND r.provider_refund_id = l.entity_id"""
SETTLEMENTS = Statement(
    f"""
    SELECT l.settlement_id, max(l.utr) AS utr, coalesce(max(l.settled_on)::text, '') AS settled_at,
           count(*)::int AS lines, sum(CASE WHEN l.kind = 'payment' THEN l.amount_paise - l.charge_paise - l.tax_paise
                                            ELSE -l.amount_paise END)::bigint AS net_paise,
           sum(l.charge_paise + l.tax_paise)::bigint AS charge_paise,
           count(*) FILTER (WHERE coalesce(p.amount_paise, r.amount_paise) <> l.amount_paise)::int AS differing,
           count(*) FILTER (WHERE l.kind IN ('payment', 'refund') AND p.id IS NULL AND r.id IS NULL)::int AS unknown
      FROM {OURS} GROUP BY l.settlement_id ORDER BY max(l.settled_on) DESC NULLS LAST, l.settlement_id LIMIT :most
    """,  # noqa: S608 - SQL of this file
    SettlementSum,
)
MISMATCHES = Statement(
    f"""
    SELECT l.entity_id, l.kind, l.amount_paise AS reported_paise, coalesce(p.amount_paise, r.amount_paise) AS ours_paise
      FROM {OURS} WHERE l.kind IN ('payment', 'refund')
       AND coalesce(p.amount_paise, r.amount_paise) IS DISTINCT FROM l.amount_paise ORDER BY l.id LIMIT :most
    """,  # noqa: S608 - SQL of this file
    Mismatch,
)
# Of the days that the reports speak of: what they should have named and did not.
UNREPORTED = Statement(
    """
    SELECT p.provider_payment_id, p.amount_paise, p.recorded_at, o.code FROM payments p
      LEFT JOIN orders o ON o.id = p.order_id
     WHERE p.currency = 'INR' AND p.status <> 'parked'
       AND p.recorded_at >= (SELECT min(m.recorded_at) FROM settlement_lines l
                               JOIN payments m ON m.provider_payment_id = l.entity_id)
       AND p.recorded_at < (SELECT max(m.recorded_at) FROM settlement_lines l
                              JOIN payments m ON m.provider_payment_id = l.entity_id)
       AND NOT EXISTS (SELECT FROM settlement_lines l WHERE l.entity_id = p.provider_payment_id)
     ORDER BY p.id LIMIT :most
    """,
    Unreported,
)


def list_payments(
    session: Session, status: PaymentStatus | None, text: str, *, before: int | None, most: int
) -> list[ListedPayment]:
    """Payments, the newest first; a text is Razorpay's id, an order's code or its customer."""
    typed = text.strip()
    provider = typed if typed.startswith("pay_") else None
    found = None if provider else find_fitting(session, typed)
    values = {
        "status": status,
        "provider": provider,
        "customer_ids": found.customer_ids if found else None,
        "words": found.words if found else None,
        "code": found.code if found else None,
        "before": before,
        "most": most,
    }
    return PAYMENTS.all(session, values)


def open_refunds(session: Session, *, most: int) -> list[OpenRefund]:
    """What should go back and has not arrived; those that failed first."""
    return REFUNDS.all(session, {"most": most})


def to_collect(session: Session) -> Collect:
    """What riders have still to bring."""
    return COLLECT.one(session, {})


def settlements(session: Session, *, most: int) -> list[SettlementSum]:
    """The settlements that reports spoke of, the newest first."""
    return SETTLEMENTS.all(session, {"most": most})


def mismatches(session: Session, *, most: int) -> list[Mismatch]:
    """Where a report and we differ."""
    return MISMATCHES.all(session, {"most": most})


def unreported(session: Session, *, most: int) -> list[Unreported]:
    """Payments of the days that the reports speak of, which none of them names."""
    return UNREPORTED.all(session, {"most": most})
