"""Opening a shift with its float, and closing it with what was counted. A difference is a fact, not an error."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.alerts.actions import raise_alert
from core.audit.actions import record
from core.checkpoints import Checkpoint, reach
from core.clock import business_day
from core.errors import Refusal
from core.inventory.actions import lock_inventory
from core.inventory.selling import Standing, open_rows, put_fruit, standing_at, standing_of, take_fruit
from core.inventory.tables import MAIN, MovementReason
from core.ledger.actions import post
from core.ledger.rules import Account, Entry, Source
from core.query import Query, Statement
from core.settings import get_settings
from core.staff.rules import Right, require
from core.stalls.devices import KnownDevice
from core.stalls.lifecycle import ShiftStatus
from core.stalls.moves import Counted, close
from core.stalls.places import bring
from core.stalls.qrs import drop_qrs
from core.stalls.rules import MOST_PAISE, cash_of

MOST_UNITS = 10_000_000


class LockedShift(NamedTuple):
    """A shift as it is under its lock."""

    id: int
    stall_id: int
    device_id: int
    status: str
    float_paise: int
    opened_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True)
class Count:
    """What a keeper found at the end: how many of each note (by its paise), what the UPI app and the card machine say
    in paise, and for each product the base units that are left and those that nobody will eat.

    A product that is not named has what it should have. `waiting` is how many sales the till has not sent.
    """

    notes: Mapping[int, int]
    upi_paise: int = 0
    card_paise: int = 0
    left_over: Mapping[int, int] = field(default_factory=dict)
    wasted: Mapping[int, int] = field(default_factory=dict)
    waiting: int = 0


OPEN = Query(
    """
    INSERT INTO shifts (stall_id, device_id, keeper_id, float_paise, opened_at)
    SELECT :stall_id, d.id, :keeper_id, :float, :now FROM devices d WHERE d.id = :device_id AND d.revoked_at IS NULL
    ON CONFLICT (device_id) WHERE status = 'open' DO NOTHING RETURNING id
    """
)
NOTE_OPENED = Query(
    """
    INSERT INTO shift_stock (shift_id, product_id, opened) VALUES (:shift_id, :product_id, :opened)
    ON CONFLICT (shift_id, product_id) DO NOTHING
    """
)
NOTE_CLOSED = Query(
    """
    INSERT INTO shift_stock (shift_id, product_id, left_over, wasted, difference)
    VALUES (:shift_id, :product_id, :left_over, :wasted, :difference)
    ON CONFLICT (shift_id, product_id) DO UPDATE
       SET left_over = EXCLUDED.left_over, wasted = EXCLUDED.wasted, difference = EXCLUDED.difference
    """
)
LOCK = Statement(
    "SELECT id, stall_id, device_id, status, float_paise, opened_at, closed_at FROM shifts WHERE id = :id"
    " FOR NO KEY UPDATE",
    LockedShift,
)
# Many sales at once, but none while the shift is being closed.
LOCK_TO_SELL = Statement(
    "SELECT id, stall_id, device_id, status, float_paise, opened_at, closed_at FROM shifts WHERE id = :id FOR SHARE",
    LockedShift,
)
CASH = Statement(
    """
    SELECT coalesce(sum(s.paid_paise), 0)::bigint FROM stall_sales s
     WHERE s.shift_id = :id AND s.payment = 'cash' AND NOT EXISTS (SELECT FROM stall_voids v WHERE v.sale_id = s.id)
    """,
    int,
)
OTHERS_OPEN = Statement("SELECT count(*) FROM shifts WHERE stall_id = :stall_id AND status = 'open' AND id <> :id", int)
# Who opens or closes: fruit is counted by the last, and noted by who comes after. Before the shift's own lock.
LOCK_STALL = Query("SELECT id FROM stalls WHERE id = :stall_id FOR NO KEY UPDATE")


def open_shift(
    session: Session, device: KnownDevice, keeper_id: int, float_paise: int, *, actor: Actor, now: datetime
) -> int:
    """Begin a shift at a device with so much change in the till; the stall's own fruit of this moment is noted.

    Raises Refusal `shift-is-open`, `amount-unclear`, `device-revoked`, `not-allowed`.
    """
    require(actor, Right.SELL_AT_STALL)
    if not 0 <= float_paise <= MOST_PAISE:
        raise Refusal("amount-unclear")
    if device.is_revoked:
        raise Refusal("device-revoked")
    LOCK_STALL.run(session, {"stall_id": device.stall_id})
    values = {"stall_id": device.stall_id, "device_id": device.id, "keeper_id": keeper_id, "float": float_paise}
    row = OPEN.run(session, {**values, "now": now}).first()
    if row is None:
        raise Refusal("shift-is-open")
    for each in standing_at(session, device.place):
        NOTE_OPENED.run(session, {"shift_id": row.id, "product_id": each.product_id, "opened": each.on_hand})
    if float_paise:
        entries = (Entry(Account.TILL_CASH, float_paise, device.stall_id), Entry(Account.BANK, -float_paise))
        post(session, Source.SHIFT, row.id, "opened", entries, order_id=None)
    record(session, actor=actor, action="shift-opened", subject=f"shift:{row.id}", float_paise=float_paise)
    reach(Checkpoint.SHIFT_OPENED)
    return int(row.id)


def lock_shift(session: Session, shift_id: int, *, to_sell: bool = False) -> LockedShift:
    """Lock and return a shift. Raises Refusal `shift-unknown`."""
    shift = (LOCK_TO_SELL if to_sell else LOCK).first(session, {"id": shift_id})
    if shift is None:
        raise Refusal("shift-unknown")
    return shift


def close_shift(
    session: Session, device: KnownDevice, shift_id: int, count: Count, *, actor: Actor, now: datetime
) -> int:
    """Close a device's shift with what was counted; how much cash differs, in paise (minus: missing).

    The last shift of a stall to close also counts the fruit: what is left goes back to all doors.
    Raises Refusal `till-waiting`(waiting) while sales are not sent, `cash-uncounted` when there should be cash and no
    note was counted, not even as none, `shift-over`, `shift-elsewhere` for another
    device's, `notes-unclear`, `amount-unclear`, `quantity-unclear`, `shift-unknown`, `not-allowed`.
    """
    require(actor, Right.CLOSE_STALL)
    if count.waiting:
        raise Refusal("till-waiting", waiting=count.waiting)
    if not 0 <= min(count.upi_paise, count.card_paise) <= max(count.upi_paise, count.card_paise) <= MOST_PAISE:
        raise Refusal("amount-unclear")
    cash = cash_of(count.notes)
    LOCK_STALL.run(session, {"stall_id": device.stall_id})
    shift = lock_shift(session, shift_id)
    if shift.device_id != device.id:
        raise Refusal("shift-elsewhere")
    expected = shift.float_paise + CASH.one(session, {"id": shift_id})
    if expected and not count.notes:
        raise Refusal("cash-uncounted")
    notes = json.dumps({str(note): number for note, number in count.notes.items() if number})
    counted = Counted(notes, cash, expected, count.upi_paise, count.card_paise)
    if shift.status != ShiftStatus.OPEN or not close(session, shift_id, counted, actor=actor, now=now):
        raise Refusal("shift-over")
    drop_qrs(session, device, now)
    _post_count(session, shift, cash=cash, expected=expected)
    if not OTHERS_OPEN.one(session, {"stall_id": shift.stall_id, "id": shift_id}):
        _count_fruit(session, device, shift_id, count, actor=actor, now=now)
    record(session, actor=actor, action="shift-closed", subject=f"shift:{shift_id}", counted_paise=cash,
           difference_paise=cash - expected)  # fmt: skip
    if cash != expected:
        raise_alert(session, "stall-cash-difference", f"shift:{shift_id}", shift=shift_id, stall=device.stall,
                    difference_paise=abs(cash - expected), missing=cash < expected)  # fmt: skip
    reach(Checkpoint.SHIFT_CLOSED)
    return cash - expected


def _post_count(session: Session, shift: LockedShift, *, cash: int, expected: int) -> None:
    """The cash goes to the founder as it was counted; the till of this shift holds nothing any more."""
    sides = ((Account.BANK, cash, None), (Account.CASH_DIFFERENCES, expected - cash, None),
             (Account.TILL_CASH, -expected, shift.stall_id))  # fmt: skip
    entries = [Entry(account, paise, holder) for account, paise, holder in sides if paise]
    if entries:
        post(session, Source.SHIFT, shift.id, "closed", entries, order_id=None)


def _count_fruit(
    session: Session, device: KnownDevice, shift_id: int, count: Count, *, actor: Actor, now: datetime
) -> None:
    """What lies at the stall, and what was counted there though nobody knows of it."""
    products = sorted(
        {*count.left_over, *count.wasted, *(each.product_id for each in standing_at(session, device.place))}
    )
    for place in (MAIN, device.place):
        open_rows(session, products, place)
    lock_inventory(session, [each.inventory_id for place in (MAIN, device.place)
                             for each in standing_of(session, products, place).values()])  # fmt: skip
    today = business_day(now, get_settings().zone)
    for each in standing_of(session, products, device.place).values():
        _count_one(session, device, shift_id, each, count=count, actor=actor, today=today)


def _count_one(
    session: Session, device: KnownDevice, shift_id: int, there: Standing, *, count: Count, actor: Actor, today: date
) -> None:
    product, wasted = there.product_id, count.wasted.get(there.product_id, 0)
    left = count.left_over.get(product, max(there.on_hand - wasted, 0))
    if not 0 <= min(left, wasted) <= max(left, wasted) <= MOST_UNITS:
        raise Refusal("quantity-unclear")
    difference, note = left + wasted - there.on_hand, f"shift:{shift_id}"
    if difference > 0:
        put_fruit(session, there.inventory_id, difference, sale_id=None, why=MovementReason.CORRECTED, actor=actor,
                  today=today, note=note)  # fmt: skip
    elif difference < 0:
        take_fruit(session, there.inventory_id, -difference, sale_id=None, why=MovementReason.CORRECTED, actor=actor,
                   note=note)  # fmt: skip
    if wasted:
        take_fruit(session, there.inventory_id, wasted, sale_id=None, why=MovementReason.WASTED, actor=actor,
                   note=note)  # fmt: skip
    if left:
        bring(session, product, left, device.place, MAIN, actor=actor, note=note)
    values = {"shift_id": shift_id, "product_id": product, "left_over": left, "wasted": wasted}
    NOTE_CLOSED.run(session, {**values, "difference": difference})
