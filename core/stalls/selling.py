"""A sale: one record, made by a till after it was paid, that takes effect once however often it is sent.

What happened is accepted as it was told. Fruit that was there according to nobody, or another sum than our prices come
to, is a discrepancy that somebody deals with afterwards; only a sale whose customer still stands there (`is_live`) is
refused for want of fruit, so that it and an order for the same last box cannot both win.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.chats.locks import lock_chat_of
from core.checkout.basket import Basket, BasketLine, Channel
from core.checkout.rules import price
from core.checkpoints import Checkpoint, reach
from core.errors import Refusal
from core.query import Query, Statement
from core.recognition.actions import recognise
from core.staff.rules import Right, require
from core.stalls.crediting import claim_credit
from core.stalls.devices import KnownDevice
from core.stalls.discrepancies import note_price, note_short
from core.stalls.fruit import Taken, take_for_sale
from core.stalls.lifecycle import ShiftStatus
from core.stalls.postings import post_sale
from core.stalls.receipts import send_receipt
from core.stalls.rules import Sale, SoldLine, digest_of, refuse_nonsense, within_shift
from core.stalls.shifts import LockedShift, lock_shift


class Recorded(NamedTuple):
    """What became of a sale: its row, whether it was there already, whether its shift was closed when it came, and what
    our prices come to in paise."""

    sale_id: int
    is_new: bool
    is_late: bool
    priced_paise: int


class Known(NamedTuple):
    """A sale that is there."""

    sale_id: int
    digest: str
    is_late: bool
    priced_paise: int


class SoldPack(NamedTuple):
    """A pack as it is sold, or was: no longer being on sale does not undo what was sold."""

    id: int
    product_id: int
    names: dict[str, str]
    labels: dict[str, str]
    base_units: int
    price_paise: int


KNOWN = Statement("SELECT id AS sale_id, digest, is_late, priced_paise FROM stall_sales WHERE uid = :uid", Known)
PACKS = Statement(
    """
    SELECT k.id, k.product_id, p.names, k.labels, k.base_units, k.price_paise
      FROM packs k JOIN products p ON p.id = k.product_id WHERE k.id = ANY(:ids)
    """,
    SoldPack,
)
# Who comes with the same id while it is under way waits here for the end of that.
ADD = Query(
    """
    INSERT INTO stall_sales (uid, digest, shift_id, keeper_id, customer_id, payment, priced_paise, paid_paise,
                             given_paise, is_late, made_at, received_at)
    VALUES (:uid, :digest, :shift_id, :keeper_id, :customer_id, :payment, :priced, :paid, :given, :is_late, :made_at,
            :now)
    ON CONFLICT (uid) DO NOTHING RETURNING id
    """
)
ADD_LINE = Query(
    """
    INSERT INTO stall_sale_lines (sale_id, pack_id, product_id, quantity, base_units, unit_price_paise, line_paise,
                                  own_units, shared_units, explained_units, short_units)
    VALUES (:sale_id, :pack_id, :product_id, :quantity, :base_units, :unit_price, :line, :own, :shared, :explained,
            :short)
    """
)


def record_sale(
    session: Session, device: KnownDevice, sale: Sale, *, is_live: bool, keeper_id: int, actor: Actor, now: datetime
) -> Recorded:
    """Record what a device sold. The same record again changes nothing.

    Raises Refusal `sale-differs` for a known id with other words, `shift-unknown`, `shift-elsewhere` for a shift of
    another device, `shift-over` for a live sale in a closed shift, `pack-unknown`, `stall-too-few`(names, left: packs)
    for a live sale without fruit, what `refuse_nonsense` refuses, `not-allowed`.
    """
    require(actor, Right.SELL_AT_STALL)
    refuse_nonsense(sale)
    known = find_recorded(session, sale)
    if known is not None:
        return known
    customer_id = _meet(session, sale.phone, now)
    shift = _lock_shift(session, device, sale, is_live=is_live)
    is_late = shift.status != ShiftStatus.OPEN
    priced = price_of(lines := read_lines(session, sale.lines))
    made_at = within_shift(sale.made_at, shift.opened_at, shift.closed_at or now)
    values = {"uid": sale.uid, "digest": digest_of(sale), "shift_id": shift.id, "keeper_id": keeper_id, "now": now,
              "customer_id": customer_id, "payment": sale.payment.value, "priced": priced, "paid": sale.paid_paise,
              "given": sale.given_paise, "is_late": is_late, "made_at": made_at}  # fmt: skip
    row = ADD.run(session, values).first()
    if row is None:
        known = find_recorded(session, sale)
        assert known is not None, "whoever was first has committed"
        return known
    sale_id = int(row.id)
    taken = take_for_sale(session, device.place, sale_id, lines, shift_id=shift.id, is_live=is_live, is_late=is_late,
                          actor=actor, now=now)  # fmt: skip
    _add_lines(session, sale_id, taken)
    post_sale(session, sale_id, sale, stall_id=shift.stall_id, is_late=is_late)
    note_short(session, sale_id, taken, device=device, now=now)
    note_price(session, sale_id, paid_paise=sale.paid_paise, priced_paise=priced, device=device, now=now)
    claim_credit(session, sale.uid, now)
    send_receipt(session, sale_id, customer_id, sale, lines=lines, stall=device.stall)
    record(session, actor=actor, action="stall-sold", subject=f"sale:{sale_id}", shift=shift.id,
           paid_paise=sale.paid_paise, payment=sale.payment.value, late=is_late)  # fmt: skip
    reach(Checkpoint.STALL_SOLD)
    return Recorded(sale_id, is_new=True, is_late=is_late, priced_paise=priced)


def find_recorded(session: Session, sale: Sale) -> Recorded | None:
    """A sale that is recorded already. Raises Refusal `sale-differs` for one with its id and other words."""
    known = KNOWN.first(session, {"uid": sale.uid})
    if known is None:
        return None
    if known.digest != digest_of(sale):
        raise Refusal("sale-differs")
    return Recorded(known.sale_id, is_new=False, is_late=known.is_late, priced_paise=known.priced_paise)


def _lock_shift(session: Session, device: KnownDevice, sale: Sale, *, is_live: bool) -> LockedShift:
    shift = lock_shift(session, sale.shift_id, to_sell=True)
    if shift.device_id != device.id:
        raise Refusal("shift-elsewhere")
    if is_live and shift.status != ShiftStatus.OPEN:
        raise Refusal("shift-over")
    return shift


def _meet(session: Session, phone: str | None, now: datetime) -> int | None:
    """The customer who wants a receipt, their chat locked; a colleague's phone makes nobody a customer."""
    if phone is None:
        return None
    person = recognise(session, phone=phone, user_id=None, parent_user_id=None, name="", now=now, source="stall")
    if person.customer_id is not None:
        lock_chat_of(session, person.customer_id)
    return person.customer_id


def read_lines(session: Session, sold: Sequence[SoldLine]) -> list[BasketLine]:
    """Lines at today's prices, in the order given. Raises Refusal `pack-unknown`."""
    packs = {pack.id: pack for pack in PACKS.all(session, {"ids": sorted(line.pack_id for line in sold)})}
    if any(line.pack_id not in packs for line in sold):
        raise Refusal("pack-unknown")
    return [_line(packs[line.pack_id], line.quantity) for line in sold]


def _line(pack: SoldPack, quantity: int) -> BasketLine:
    return BasketLine(pack_id=pack.id, product_id=pack.product_id, names=pack.names, labels=pack.labels,
                      quantity=quantity, base_units=pack.base_units, unit_price_paise=pack.price_paise, left=0,
                      inventory_id=None)  # fmt: skip


def price_of(lines: list[BasketLine]) -> int:
    """What lines come to at a stall, where nothing is brought: in paise, as every basket is priced.

    It is no order, so it is no customer's and its channel is never written.
    """
    basket = Basket(customer_id=0, channel=Channel.OFFICE, lines=lines, dropped=[], address=None, zone=None,
                    slot_id=None, slot=None, note="", has_phone=False)  # fmt: skip
    return price(basket, None).total_paise


def _add_lines(session: Session, sale_id: int, taken: Sequence[Taken]) -> None:
    for line, parts in taken:
        values = {"sale_id": sale_id, "pack_id": line.pack_id, "product_id": line.product_id,
                  "quantity": line.quantity, "base_units": line.base_units, "unit_price": line.unit_price_paise,
                  "line": line.line_paise}  # fmt: skip
        ADD_LINE.run(session, {**values, **parts._asdict()})
