"""Taking a sale back within its shift. After the shift is closed, money only goes back as a refund of the founder's.

What came by Razorpay's code and was credited goes back by itself; all other money by the keeper's hand.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.checkpoints import Checkpoint, reach
from core.clock import business_day
from core.errors import Refusal
from core.inventory.actions import lock_inventory
from core.inventory.selling import put_fruit, standing_of
from core.inventory.tables import MAIN, MovementReason
from core.query import Query, Statement
from core.settings import get_settings
from core.staff.rules import Right, require
from core.stalls.crediting import return_credit
from core.stalls.devices import KnownDevice
from core.stalls.discrepancies import settle_of_sale
from core.stalls.lifecycle import ShiftStatus
from core.stalls.postings import post_void
from core.stalls.rules import Payment, VoidReason, WayBack, way_back
from core.stalls.shifts import lock_shift


class VoidableSale(NamedTuple):
    """A sale as far as it matters here."""

    id: int
    shift_id: int
    payment: str
    paid_paise: int
    is_void: bool
    is_credited: bool


class Voided(NamedTuple):
    """A sale that is taken back; not new when it was before. `back` is how its money goes back."""

    is_new: bool
    back: WayBack


class TakenUnits(NamedTuple):
    """Base units of a product that a sale took, of the stall's own and of the shared fruit."""

    product_id: int
    own: int
    shared: int


FIND = Statement(
    """
    SELECT s.id, s.shift_id, s.payment, s.paid_paise,
           EXISTS (SELECT FROM stall_voids v WHERE v.sale_id = s.id) AS is_void,
           EXISTS (SELECT FROM stall_qrs q WHERE q.sale_id = s.id) AS is_credited FROM stall_sales s WHERE s.uid = :uid
    """,
    VoidableSale,
)
ADD = Query(
    """
    INSERT INTO stall_voids (sale_id, reason, made_at, received_at, actor)
    VALUES (:sale_id, :reason, :made_at, :now, :actor) ON CONFLICT (sale_id) DO NOTHING RETURNING sale_id
    """
)
TAKEN = Statement(
    """
    SELECT product_id, sum(own_units)::int AS own, sum(shared_units)::int AS shared FROM stall_sale_lines
     WHERE sale_id = :sale_id GROUP BY product_id ORDER BY product_id
    """,
    TakenUnits,
)


def void_sale(
    session: Session,
    device: KnownDevice,
    uid: str,
    reason: VoidReason,
    made_at: datetime,
    *,
    actor: Actor,
    now: datetime,
) -> Voided:
    """Take a device's sale back: its fruit is there again, its money is given back. A second time changes nothing.

    Raises Refusal `sale-unknown`, `shift-elsewhere`, `shift-over` once its shift is closed, `not-allowed`.
    """
    require(actor, Right.SELL_AT_STALL)
    sale = FIND.first(session, {"uid": uid})
    if sale is None:
        raise Refusal("sale-unknown")
    shift = lock_shift(session, sale.shift_id, to_sell=True)
    if shift.device_id != device.id:
        raise Refusal("shift-elsewhere")
    if sale.is_void:
        return _voided(session, uid, is_new=False)
    if shift.status != ShiftStatus.OPEN:
        raise Refusal("shift-over")
    values = {"sale_id": sale.id, "reason": reason.value, "made_at": made_at, "now": now, "actor": str(actor)}
    if not ADD.run(session, values).count:
        return _voided(session, uid, is_new=False)
    _put_back(session, device, sale.id, actor, now)
    post_void(session, sale.id, Payment(sale.payment), sale.paid_paise, stall_id=shift.stall_id)
    return_credit(session, uid, actor=actor)
    settle_of_sale(session, sale.id, actor=actor, now=now)
    record(session, actor=actor, action="stall-voided", subject=f"sale:{sale.id}", reason=reason.value)
    reach(Checkpoint.SALE_VOIDED)
    return _voided(session, uid, is_new=True)


def _voided(session: Session, uid: str, *, is_new: bool) -> Voided:
    """Read anew: its code may have been credited until it was locked."""
    sale = FIND.one(session, {"uid": uid})
    return Voided(is_new, way_back(Payment(sale.payment), is_credited=sale.is_credited))


def find_way_back(session: Session, uid: str) -> WayBack | None:
    """How the money of a sale that was taken back goes back; None for one that was not."""
    sale = FIND.first(session, {"uid": uid})
    return _voided(session, uid, is_new=False).back if sale is not None and sale.is_void else None


def _put_back(session: Session, device: KnownDevice, sale_id: int, actor: Actor, now: datetime) -> None:
    taken = TAKEN.all(session, {"sale_id": sale_id})
    products = [each.product_id for each in taken]
    own, shared = (standing_of(session, products, place) for place in (device.place, MAIN))
    lock_inventory(session, [row.inventory_id for rows in (own, shared) for row in rows.values()])
    today = business_day(now, get_settings().zone)
    for each in taken:
        for units, rows in ((each.own, own), (each.shared, shared)):
            if units:
                put_fruit(session, rows[each.product_id].inventory_id, units, sale_id=sale_id,
                          why=MovementReason.RETURNED, actor=actor, today=today)  # fmt: skip
