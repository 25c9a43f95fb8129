"""Reading Razorpay's entities, whose empty fields come as null, [] or {} by turns (RAZORPAY §1, §4)."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from core.outside import BIGINT_MOST, as_id, as_integer, as_object, as_text
from core.payments.gateway import LinkFacts, PaymentFacts, QrFacts, RefundFacts

LONGEST_ID = 40  # Razorpay's own are 14 letters and digits behind a prefix
SALE_IN_NOTES = "jamango_sale"  # of a QR code: the sale that it is for
LONGEST_CONTENT = 500  # what a QR code says
LONGEST_WORD = 40  # a status, a currency, a method


def read_link(entity: dict[str, Any]) -> LinkFacts:
    """A payment link. Raises KeyError, TypeError or ValueError when it is not one."""
    return LinkFacts(
        link_id=_id(entity, "plink_"),
        reference_id=as_id(entity, "reference_id", LONGEST_ID),
        status=_word(entity, "status"),
        amount=_amount(entity, "amount"),
        currency=as_text(entity, "currency", LONGEST_WORD),
        short_url=as_id(entity, "short_url"),
        payment_ids=tuple(
            _id(payment, "pay_", "payment_id") for payment in entity.get("payments") or [] if payment.get("payment_id")
        ),
        amount_paid=int(entity.get("amount_paid") or 0),
        expires_at=datetime.fromtimestamp(int(entity["expire_by"]), UTC) if entity.get("expire_by") else None,
    )


def read_order(entity: dict[str, Any], payments: Sequence[dict[str, Any]] = ()) -> LinkFacts:
    """Razorpay's order with the payments on it. Raises as `read_link`; a receipt that is no id of ours is empty.

    Its status is created, attempted or paid (RAZORPAY §2): one that was tried can still be paid.
    """
    status = _word(entity, "status")
    return LinkFacts(
        link_id=_id(entity, "order_"),
        reference_id=as_id(entity, "receipt", LONGEST_ID),
        status="created" if status == "attempted" else status,
        amount=_amount(entity, "amount"),
        currency=as_text(entity, "currency", LONGEST_WORD),
        short_url="",
        payment_ids=tuple(_id(payment, "pay_") for payment in payments if payment.get("status") == "captured"),
        amount_paid=int(entity.get("amount_paid") or 0),
    )


def read_payment(entity: dict[str, Any]) -> PaymentFacts:
    """A payment. Raises as `read_link`. What Razorpay gave back by itself was never captured."""
    return PaymentFacts(
        payment_id=_id(entity, "pay_"),
        status=_word(entity, "status"),
        captured=entity.get("captured") is True or entity["status"] == "captured",
        amount=_amount(entity, "amount"),
        currency=_word(entity, "currency"),
        refunded=as_integer(entity, "amount_refunded", BIGINT_MOST) or 0,
        method=as_text(entity, "method", LONGEST_WORD),
        created_at=datetime.fromtimestamp(int(entity["created_at"]), UTC),
        description=as_text(entity, "description"),
        notes=read_notes(entity),
        fee=int(entity.get("fee") or 0),
        fee_bearer=str(entity.get("fee_bearer") or ""),
        offer_id=str(entity.get("offer_id") or ""),
    )


def read_refund(entity: dict[str, Any]) -> RefundFacts:
    """A refund. Raises as `read_link`."""
    numbers = as_object(entity, "acquirer_data")
    return RefundFacts(
        refund_id=_id(entity, "rfnd_"),
        payment_id=_id(entity, "pay_", "payment_id"),
        status=_word(entity, "status"),
        amount=_amount(entity, "amount"),
        currency=as_text(entity, "currency", LONGEST_WORD),
        bank_reference=next(filter(None, (_reference(numbers, name) for name in ("arn", "rrn", "utr"))), ""),
        notes=read_notes(entity),
    )


def read_qr(entity: dict[str, Any]) -> QrFacts:
    """A QR code. Raises as `read_link`."""
    return QrFacts(
        qr_id=_id(entity, "qr_"),
        status=_word(entity, "status"),
        image_url=as_id(entity, "image_url"),
        content=as_text(entity, "image_content", LONGEST_CONTENT),
        closes_at=datetime.fromtimestamp(int(entity["close_by"]), UTC) if entity.get("close_by") else None,
    )


def read_notes(entity: dict[str, Any]) -> dict[str, str]:
    """The notes as words; empty when Razorpay sends null or a list."""
    notes = entity.get("notes")
    if not isinstance(notes, dict):
        return {}
    words = {name: str(value) for name, value in notes.items()}
    return {as_text({"name": name}, "name", 512): as_text(words, name, 512) for name in words}


def _id(entity: dict[str, Any], prefix: str, name: str = "id") -> str:
    value = as_id(entity, name, LONGEST_ID)
    if not value.startswith(prefix):
        raise ValueError(f"{name} does not begin with {prefix}")
    return value


def _word(entity: dict[str, Any], name: str) -> str:
    value = as_id(entity, name, LONGEST_WORD)
    if not value:
        raise ValueError(f"{name} is no word")
    return value


def _amount(entity: dict[str, Any], name: str) -> int:
    """In the smallest unit of its currency."""
    value = as_integer(entity, name, BIGINT_MOST)
    if value is None:
        raise ValueError(f"{name} is no amount")
    return value


def _reference(numbers: dict[str, Any], name: str) -> str:
    return as_text({name: str(numbers.get(name) or "")}, name, LONGEST_WORD)
