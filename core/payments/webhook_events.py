"""What a webhook of Razorpay means: "look". Nothing it says is believed; it only names what to ask about.

Bodies are signed but their shapes vary (RAZORPAY §4), so everything is read as if a stranger had written it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import func, text
from sqlmodel import Session, col, select

from core.alerts.actions import raise_alert
from core.outbox.actions import wake_senders
from core.payments.gateway_reading import read_notes
from core.payments.refunds import KEY_IN_NOTES
from core.payments.rules import LONGEST_REFERENCE
from core.payments.settling import ask_for_look
from core.payments.tables import Payment, PaymentLink
from core.payments.webhook_watch import note_webhook

log = structlog.get_logger(__name__)

LONGEST_ID = 64
# One payment causes all of these; once it is recorded the others say nothing new.
ABOUT_ONE_PAYMENT = {"payment.authorized", "payment.captured", "order.paid", "payment_link.paid"}

LOOK_AT_REFUND = text(
    """
    UPDATE refunds SET next_look_at = LEAST(COALESCE(next_look_at, :now), :now)
    WHERE (provider_refund_id = :refund_id OR idempotency_key = :key) AND status IN ('requested', 'pending')
    """
)


@dataclass
class EventIds:
    """What an event names. Any may be absent."""

    link_ids: set[str] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    payment_ids: set[str] = field(default_factory=set)
    refund_id: str = ""
    refund_key: str = ""


def handle_webhook_event(session: Session, event: dict[str, Any], now: datetime) -> None:
    """Have everything that the event names looked at now; what concerns nothing of ours rings the founder."""
    note_webhook(session, now)
    kind = str(event.get("event", ""))[:60]
    ids = read_event_ids(event)
    if kind in ABOUT_ONE_PAYMENT and _all_recorded(session, ids.payment_ids):
        return
    if kind.startswith("payment.dispute."):
        subject = next(iter(sorted(ids.payment_ids)), "unknown")
        raise_alert(session, "payment-dispute", subject, event=kind)
    link_ids = find_links(session, ids)
    for link_id in link_ids:
        ask_for_look(session, link_id, now, sorted(ids.payment_ids))
    if ids.refund_id:
        session.execute(LOOK_AT_REFUND, {"refund_id": ids.refund_id, "key": ids.refund_key, "now": now})
        wake_senders(session)
    is_ours = bool(link_ids) or _all_recorded(session, ids.payment_ids)
    if not is_ours and ids.payment_ids and not kind.startswith(("payment.failed", "payment.dispute.")):
        log.warning("payment_unknown", kind=kind)
        raise_alert(session, "payment-unknown", min(ids.payment_ids), event=kind)


def _all_recorded(session: Session, payment_ids: set[str]) -> bool:
    statement = select(func.count(col(Payment.id))).where(col(Payment.provider_payment_id).in_(payment_ids))
    return bool(payment_ids) and session.exec(statement).one() == len(payment_ids)


def find_links(session: Session, ids: EventIds) -> list[int]:
    """Our links that an event concerns, in ascending order, so that two events never wait for each other."""
    statement = select(PaymentLink.id).where(
        col(PaymentLink.provider_link_id).in_(ids.link_ids) | col(PaymentLink.reference_id).in_(ids.references)
    )
    by_payment = select(Payment.link_id).where(
        col(Payment.provider_payment_id).in_(ids.payment_ids), col(Payment.link_id).is_not(None)
    )
    found = {*session.exec(statement).all(), *session.exec(by_payment).all()}
    return sorted(link_id for link_id in found if link_id is not None)


def read_event_ids(event: dict[str, Any]) -> EventIds:
    """Every id, reference and note in an event by which it may be attributed; empty for an unknown shape."""
    ids = EventIds()
    for name, entity in entities_of(event).items():
        own_id = _id(entity.get("id"))
        if name == "payment_link":
            ids.link_ids.add(own_id)
            ids.references.add(_id(entity.get("reference_id"), LONGEST_REFERENCE))
        elif name == "payment":
            ids.payment_ids.add(own_id)
            ids.link_ids.add(_id(entity.get("order_id")))
            description = _id(entity.get("description"))
            if description.startswith("#"):
                ids.link_ids.add("plink_" + description[1:])
        elif name == "order":
            ids.link_ids.add(own_id)
            ids.references.add(_id(entity.get("receipt"), LONGEST_REFERENCE))
        elif name == "refund":
            ids.refund_id = own_id
            ids.refund_key = _id(read_notes(entity).get(KEY_IN_NOTES))
        ids.payment_ids.add(_id(entity.get("payment_id")))
        _read_our_notes(entity, ids)
    for found in (ids.link_ids, ids.references, ids.payment_ids):
        found.discard("")
    return ids


def _read_our_notes(entity: dict[str, Any], ids: EventIds) -> None:
    notes = read_notes(entity)
    if "jamango_order" in notes and "attempt" in notes:
        ids.references.add(_id(f"{notes['jamango_order']}-{notes['attempt']}", LONGEST_REFERENCE))


def entities_of(event: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What an event is about, by name; empty for an unknown shape."""
    payload = event.get("payload")
    if not isinstance(payload, dict):
        return {}
    wrapped = {str(name): part.get("entity") for name, part in payload.items() if isinstance(part, dict)}
    return {name: entity for name, entity in wrapped.items() if isinstance(entity, dict)}


def _id(value: object, longest: int = LONGEST_ID) -> str:
    """An id as we may store and compare it: short, without control characters; otherwise empty."""
    if not isinstance(value, str) or len(value) > longest or not value.isascii() or not value.isprintable():
        return ""
    return value
