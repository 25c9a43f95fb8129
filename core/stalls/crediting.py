"""What came by a QR code, and the sale that it paid: whichever of the two is known first waits for the other.

Both lock the code's row before they look for the other, the sale after it was written, so that neither is missed.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.alerts.actions import raise_alert, resolve_alert
from core.checkpoints import Checkpoint, reach
from core.money import RUPEES
from core.outbox.actions import wake_senders
from core.payments.counter import UNCLAIMED, claim_for_sale, record_at_counter, return_of_sale
from core.payments.gateway import PaymentFacts
from core.query import Query, Statement
from core.stalls.discrepancies import note_credit
from core.stalls.qrs import BY_ID, LOCK, LOCK_OF_SALE, KnownQr
from core.stalls.rules import PATIENCE_WITH_SALE


class PaidSale(NamedTuple):
    """A sale that says it was paid by UPI, and was not taken back."""

    id: int
    paid_paise: int


SALE = Statement(
    """
    SELECT s.id, s.paid_paise FROM stall_sales s
     WHERE s.uid = :uid AND s.payment = 'upi' AND NOT EXISTS (SELECT FROM stall_voids v WHERE v.sale_id = s.id)
    """,
    PaidSale,
)
NOTE_PAYMENT = Query("UPDATE stall_qrs SET payment_id = :payment_id WHERE id = :id AND payment_id IS NULL RETURNING id")
NOTE_SALE = Query("UPDATE stall_qrs SET sale_id = :sale_id WHERE id = :id AND sale_id IS NULL RETURNING id")
GIVE_UP = Query(
    """
    UPDATE stall_qrs SET dropped_at = coalesce(dropped_at, :now), next_look_at = :now
     WHERE id = :id AND payment_id IS NULL AND status IN ('asking', 'open') RETURNING id
    """
)


def lock_qr(session: Session, qr_id: int) -> KnownQr:
    """A code as it is now, locked."""
    LOCK.run(session, {"id": qr_id})
    return BY_ID.one(session, {"id": qr_id})


def take_credit(session: Session, qr: KnownQr, facts: PaymentFacts, now: datetime) -> None:
    """Record what came by a locked code, once. A second payment, and one in another currency or that is going back,
    pays no sale: the founder hears of it."""
    payment = record_at_counter(session, facts)
    if payment is None:
        return
    resolve_alert(session, "payment-unknown", facts.payment_id, now)  # it was told of before its code was
    is_good = facts.currency == RUPEES and not facts.refunded
    if is_good and NOTE_PAYMENT.run(session, {"id": qr.id, "payment_id": payment.id}).count:
        _match(session, lock_qr(session, qr.id), now)
    else:
        _raise_unclaimed(session, qr, facts.payment_id, facts.amount)


def claim_credit(session: Session, uid: str, now: datetime) -> None:
    """A sale was written: what came by its code is its money. A code that was not paid is not wanted any more."""
    qr_id = LOCK_OF_SALE.first(session, {"uid": uid})
    if qr_id is None:
        return
    _match(session, lock_qr(session, qr_id), now)
    if GIVE_UP.run(session, {"id": qr_id, "now": now}).count:
        wake_senders(session)


def return_credit(session: Session, uid: str, *, actor: Actor) -> None:
    """A sale was taken back: what came by its code and it had claimed goes back by itself.

    What comes by the code after this is claimed by nobody: the founder sends it back.
    """
    qr_id = LOCK_OF_SALE.first(session, {"uid": uid})
    if qr_id is None:
        return
    qr = lock_qr(session, qr_id)
    if qr.sale_id is not None and qr.payment_id is not None:
        return_of_sale(session, qr.payment_id, actor=actor)


def ring_when_unclaimed(session: Session, qr: KnownQr, now: datetime) -> None:
    """Money is here, and its till has told of no sale for too long."""
    is_late = now >= qr.created_at + PATIENCE_WITH_SALE
    if qr.credited_paise is not None and qr.sale_id is None and is_late:
        assert qr.provider_payment_id is not None, "it is of the same row"
        _raise_unclaimed(session, qr, qr.provider_payment_id, qr.credited_paise)


def _raise_unclaimed(session: Session, qr: KnownQr, subject: str, paise: int) -> None:
    raise_alert(session, UNCLAIMED, subject, stall=qr.stall, paid_paise=paise)


def _match(session: Session, qr: KnownQr, now: datetime) -> None:
    sale = SALE.first(session, {"uid": qr.uid})
    if sale is None or qr.payment_id is None or qr.sale_id is not None:
        return
    credited = 0  # of money that the founder has sent back meanwhile
    if claim_for_sale(session, qr.payment_id):
        NOTE_SALE.run(session, {"id": qr.id, "sale_id": sale.id})
        reach(Checkpoint.CREDIT_CLAIMED)
        credited = qr.credited_paise or 0
    note_credit(session, sale.id, credited_paise=credited, paid_paise=sale.paid_paise, stall=qr.stall, now=now)
    resolve_alert(session, UNCLAIMED, qr.provider_payment_id or "", now)
