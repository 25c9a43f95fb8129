"""A QR code of Razorpay's for a sale that is being paid: asked for, looked at, and dropped.

It says by itself that it was paid. What it never does is stand in a keeper's way: where it is switched off, or Razorpay
does not answer at once, the plain code of our own address is shown instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.checkpoints import Checkpoint, reach
from core.outbox.actions import wake_senders
from core.query import Query, Statement
from core.staff.rules import Right, require
from core.stalls.devices import KnownDevice
from core.stalls.lifecycle import QrStatus
from core.stalls.rules import QR_LASTS, QrState

SMALLEST = 100  # paise that Razorpay takes


class KnownQr(NamedTuple):
    """A code as it is; `payment_id` is what came by it, and `sale_id` the sale that claimed that. `credited_paise` and
    the payment's id at Razorpay are None when nothing came, or it went back."""

    id: int
    uid: str
    stall: str
    status: str
    amount_paise: int
    provider_id: str | None
    image_url: str
    content: str
    closes_at: datetime
    dropped_at: datetime | None
    payment_id: int | None
    sale_id: int | None
    credited_paise: int | None
    provider_payment_id: str | None
    created_at: datetime

    @property
    def state(self) -> QrState:
        return QrState(QrStatus(self.status), self.amount_paise, self.credited_paise, self.dropped_at is not None,
                       self.created_at, self.closes_at)  # fmt: skip


KNOWN = """
    SELECT q.id, q.uid, l.name AS stall, q.status, q.amount_paise, q.provider_id, q.image_url, q.content, q.closes_at,
           q.dropped_at, q.payment_id, q.sale_id, p.amount_paise AS credited_paise, p.provider_payment_id,
           q.created_at
      FROM stall_qrs q JOIN devices d ON d.id = q.device_id JOIN stalls l ON l.id = d.stall_id
      LEFT JOIN payments p ON p.id = q.payment_id AND p.status <> 'returned'"""
OF_DEVICE = Statement(f"{KNOWN} WHERE q.uid = :uid AND q.device_id = :device_id", KnownQr)
BY_ID = Statement(f"{KNOWN} WHERE q.id = :id", KnownQr)
# Read anew once it is ours: a join that waited for a lock would show the payment as it was before.
LOCK = Query("SELECT id FROM stall_qrs WHERE id = :id FOR NO KEY UPDATE")
LOCK_OF_SALE = Statement("SELECT id FROM stall_qrs WHERE uid = :uid FOR NO KEY UPDATE", int)
ASK = Query(
    """
    INSERT INTO stall_qrs (uid, device_id, shift_id, amount_paise, closes_at, next_look_at)
    VALUES (:uid, :device_id, :shift_id, :amount, :closes_at, :now) ON CONFLICT (uid) DO NOTHING RETURNING id
    """
)
# The condition says only which may be dropped: what was paid meanwhile is found by the look that this causes.
DROP = Query(
    """
    UPDATE stall_qrs SET dropped_at = :now, next_look_at = :now
     WHERE id IN (SELECT id FROM stall_qrs
                   WHERE device_id = :device_id AND coalesce(uid = CAST(:uid AS text), true)
                     AND coalesce(uid <> CAST(:other_than AS text), true)
                     AND dropped_at IS NULL AND payment_id IS NULL ORDER BY id FOR NO KEY UPDATE)
    RETURNING id
    """
)
LOOK_SOON = Query(
    """
    UPDATE stall_qrs SET next_look_at = least(coalesce(next_look_at, :now), :now),
           named_payments = ARRAY(SELECT DISTINCT unnest(named_payments || CAST(:payment_ids AS text[])) LIMIT 20)
     WHERE provider_id = :provider_id OR uid = :uid RETURNING id
    """
)
LOOK_AT_LIKELY = Query(
    """
    UPDATE stall_qrs SET next_look_at = least(coalesce(next_look_at, :now), :now)
     WHERE id IN (SELECT id FROM stall_qrs WHERE payment_id IS NULL AND provider_id IS NOT NULL
                     AND amount_paise = :amount AND created_at > CAST(:now AS timestamptz) - interval '1 day'
                   ORDER BY id FOR NO KEY UPDATE)
    RETURNING id
    """
)


def ask_for_qr(
    session: Session, device: KnownDevice, uid: str, paise: int, *, shift_id: int, actor: Actor, now: datetime
) -> None:
    """Have Razorpay asked for a code of this sum, once for a sale's id; the device's other codes are dropped.

    Nothing happens for less than Razorpay takes. Raises Refusal `not-allowed`.
    """
    require(actor, Right.SELL_AT_STALL)
    _drop(session, device, now, other_than=uid)
    if paise >= SMALLEST:
        values = {"uid": uid, "device_id": device.id, "shift_id": shift_id, "amount": paise, "now": now}
        ASK.run(session, {**values, "closes_at": now + QR_LASTS})
    wake_senders(session)
    reach(Checkpoint.QR_ASKED)


def find_qr(session: Session, device: KnownDevice, uid: str) -> KnownQr | None:
    """A device's code for a sale."""
    return OF_DEVICE.first(session, {"uid": uid, "device_id": device.id})


def drop_qr(session: Session, device: KnownDevice, uid: str, *, actor: Actor, now: datetime) -> bool:
    """Nobody should pay a device's code any more: it is closed at Razorpay. False for one that was paid, or is over.

    Raises Refusal `not-allowed`.
    """
    require(actor, Right.SELL_AT_STALL)
    return _drop(session, device, now, uid=uid)


def drop_qrs(session: Session, device: KnownDevice, now: datetime) -> None:
    """The same for all of a device's: its shift is over."""
    _drop(session, device, now)


def _drop(
    session: Session, device: KnownDevice, now: datetime, *, uid: str | None = None, other_than: str | None = None
) -> bool:
    dropped = DROP.run(session, {"device_id": device.id, "uid": uid, "other_than": other_than, "now": now}).count
    if dropped:
        wake_senders(session)
    return dropped > 0


def look_soon(session: Session, provider_id: str, uid: str, payment_ids: Sequence[str], now: datetime) -> bool:
    """Have Razorpay asked about a code now, by its id or its sale's, and about these payments by id; False for none of
    ours."""
    values = {"provider_id": provider_id, "uid": uid, "payment_ids": list(payment_ids), "now": now}
    return _wake(session, LOOK_SOON.run(session, values).count)


def look_at_likely(session: Session, paise: int, now: datetime) -> bool:
    """Have Razorpay asked about every unpaid code of this sum; False where there is none."""
    return _wake(session, LOOK_AT_LIKELY.run(session, {"amount": paise, "now": now}).count)


def _wake(session: Session, found: int) -> bool:
    if found:
        wake_senders(session)
    return found > 0
