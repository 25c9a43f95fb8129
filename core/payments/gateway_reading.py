"""Reading Razorpay's entities, whose empty fields come as null, [] or {} by turns (RAZORPAY §1, §4)."""

from datetime import UTC, datetime
from typing import Any

from core.payments.gateway import LinkFacts, PaymentFacts, RefundFacts


def read_link(entity: dict[str, Any]) -> LinkFacts:
    """A payment link. Raises KeyError, TypeError or ValueError when it is not one."""
    return LinkFacts(
        link_id=_id(entity, "plink_"),
        reference_id=str(entity.get("reference_id") or ""),
        status=str(entity["status"]),
        amount=int(entity["amount"]),
        currency=str(entity.get("currency") or ""),
        short_url=str(entity.get("short_url") or ""),
        payment_ids=tuple(
            str(payment["payment_id"]) for payment in entity.get("payments") or [] if payment.get("payment_id")
        ),
        amount_paid=int(entity.get("amount_paid") or 0),
        expires_at=datetime.fromtimestamp(int(entity["expire_by"]), UTC) if entity.get("expire_by") else None,
    )


def read_payment(entity: dict[str, Any]) -> PaymentFacts:
    """A payment. Raises as `read_link`. What Razorpay gave back by itself was never captured."""
    return PaymentFacts(
        payment_id=_id(entity, "pay_"),
        status=str(entity["status"]),
        captured=entity.get("captured") is True or entity["status"] == "captured",
        amount=int(entity["amount"]),
        currency=str(entity["currency"]),
        refunded=int(entity.get("amount_refunded") or 0),
        method=str(entity.get("method") or ""),
        created_at=datetime.fromtimestamp(int(entity["created_at"]), UTC),
        description=str(entity.get("description") or ""),
        notes=read_notes(entity),
        fee=int(entity.get("fee") or 0),
        fee_bearer=str(entity.get("fee_bearer") or ""),
        offer_id=str(entity.get("offer_id") or ""),
    )


def read_refund(entity: dict[str, Any]) -> RefundFacts:
    """A refund. Raises as `read_link`."""
    numbers = entity.get("acquirer_data") or {}
    return RefundFacts(
        refund_id=_id(entity, "rfnd_"),
        payment_id=str(entity["payment_id"]),
        status=str(entity["status"]),
        amount=int(entity["amount"]),
        currency=str(entity.get("currency") or ""),
        bank_reference=next((str(numbers[name]) for name in ("arn", "rrn", "utr") if numbers.get(name)), ""),
        notes=read_notes(entity),
    )


def read_notes(entity: dict[str, Any]) -> dict[str, str]:
    """The notes as words; empty when Razorpay sends null or a list."""
    notes = entity.get("notes")
    return {str(name): str(value) for name, value in notes.items()} if isinstance(notes, dict) else {}


def _id(entity: dict[str, Any], prefix: str) -> str:
    value = str(entity["id"])
    if not value.startswith(prefix):
        raise ValueError(f"{value[:40]!r} does not begin with {prefix}")
    return value
