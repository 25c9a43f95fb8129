"""The only writer of what shifts and QR codes are."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.query import Query
from core.stalls.lifecycle import QRS, SHIFTS, QrEvent, ShiftEvent

CLOSE = Query(
    """
    UPDATE shifts SET status = CAST(:target AS text), closed_at = :now, closed_by = :actor,
           notes = CAST(:notes AS jsonb), cash_paise = :cash, expected_paise = :expected, upi_paise = :upi,
           card_paise = :card
     WHERE id = :id AND status = ANY(CAST(:sources AS text[])) RETURNING id
    """
)

MAKE_QR = Query(
    """
    UPDATE stall_qrs SET status = CAST(:target AS text), provider_id = :provider_id, image_url = :image_url,
           content = :content, closes_at = :closes_at
     WHERE id = :id AND status = ANY(CAST(:sources AS text[])) RETURNING id
    """
)
END_QR = Query(
    """
    UPDATE stall_qrs SET status = CAST(:target AS text)
     WHERE id = :id AND status = ANY(CAST(:sources AS text[])) RETURNING id
    """
)


class Counted(NamedTuple):
    """What a shift came to, in paise: cash as counted and as it should be, UPI and card as the keeper read them.
    `notes` is JSON: how many of each note and coin."""

    notes: str
    cash: int
    expected: int
    upi: int
    card: int


def close(session: Session, shift_id: int, counted: Counted, *, actor: Actor, now: datetime) -> bool:
    """Close a shift with its count; False when its table does not allow it now."""
    values = {"id": shift_id, "now": now, "actor": str(actor), **counted._asdict()}
    return CLOSE.run(session, {**values, **SHIFTS.values(ShiftEvent.CLOSE)}).count > 0


class MadeQr(NamedTuple):
    """A code as Razorpay made it."""

    provider_id: str
    image_url: str
    content: str
    closes_at: datetime


def make_qr(session: Session, qr_id: int, made: MadeQr) -> bool:
    """A code can be paid; False when its table does not allow it now."""
    return MAKE_QR.run(session, {"id": qr_id, **made._asdict(), **QRS.values(QrEvent.MAKE)}).count > 0


def end_qr(session: Session, qr_id: int, event: QrEvent) -> bool:
    """A code came not to be, or can no longer be paid; False as above."""
    return END_QR.run(session, {"id": qr_id, **QRS.values(event)}).count > 0
