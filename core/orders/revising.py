"""What an order may become while nobody has packed it: other fruit, another window, another home, another note.

All of it is one step: priced by `core.checkout`, kept under the locks of `core.chats.locks`, written with what was
before and after into the audit log. Money follows in `core.payments.changing`, which asks for the right.
"""

from __future__ import annotations

import json
from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.carts.actions import follow_order
from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.checkout.basket import OF_THE_CART
from core.checkpoints import Checkpoint, reach
from core.entities import EntityQuery
from core.errors import Refusal
from core.inventory.actions import consume_fruit, hold_fruit, lock_inventory, put_back, release_fruit
from core.orders.cash import refuse_more_cash
from core.orders.lapsing import Wanted, with_reclaim
from core.orders.lifecycle import OrderStatus
from core.orders.revision import Change, Revision, plan_revision, read_revision
from core.orders.tables import Order
from core.orders.writing import LINE_COLUMNS, LINE_RECORD, write_lines
from core.query import Query
from core.slots.actions import book_place, hold_place, lock_slots, release_place

# Where an order may still be changed.
CHANGEABLE = frozenset({OrderStatus.AWAITING_PAYMENT, OrderStatus.CONFIRMED})
CHANGED = "order-changed"

TIMES_OVER = Query(
    """
    SELECT o.held_until <= jamango_now() AS hold_over, s.ends_at <= jamango_now() AS window_over
      FROM orders o JOIN delivery_slots s ON s.id = o.slot_id WHERE o.id = :order_id
    """
)
REVISE = EntityQuery(
    """
    WITH revised AS (
        UPDATE orders
           SET version = version + 1, address_id = :address_id, address = CAST(:address AS jsonb),
               apartment_id = :apartment_id, zone_id = :zone_id, slot_id = :slot_id,
               items_paise = :items_paise, discount_paise = :discount_paise,
               delivery_fee_paise = :delivery_fee_paise, total_paise = :total_paise, note = :note,
               prepaid_paise = least(prepaid_paise, :total_paise),
               payment_method = CASE WHEN confirmed_at IS NULL THEN payment_method
                   WHEN prepaid_paise < :total_paise THEN 'cod' ELSE 'online' END
         WHERE id = :order_id AND status = ANY(CAST(:changeable AS text[]))
        RETURNING *
    ), noted AS (
        INSERT INTO audit_log (actor, action, subject, details)
        SELECT :actor, :action, 'order:' || id, CAST(:details AS jsonb) || jsonb_build_object('version', version)
          FROM revised
    )
    SELECT * FROM revised
    """,
    Order,
)
REPLACE_LINES = Query(
    f"""
    WITH gone AS (DELETE FROM order_items WHERE order_id = :order_id)
    INSERT INTO order_items (order_id, {LINE_COLUMNS})
    SELECT :order_id, {LINE_COLUMNS} FROM jsonb_to_recordset(CAST(:lines AS jsonb)) AS line ({LINE_RECORD})
    """  # noqa: S608 - columns of core.orders.writing
)


def revise_order(
    session: Session, order: Order, change: Change, *, actor: Actor, now: datetime
) -> tuple[Revision, Revision]:
    """Make a locked order what it shall be; what it was, and what it is. A change of nothing changes nothing.

    Fruit and places are taken and given back at once. Prices of what stays are the order's, of what is added today's;
    fee and minimum are computed anew when fruit or zone change. A Refusal leaves everything as it was, but that lapsed
    holds may have ended: `order-not-changeable`, `hold-ended`, `money-is-here`, `order-would-be-empty` (order_code),
    `quantity-unclear`, `not-for-sale`(names), `too-many`, `below-minimum`, `address-unknown`, `slot-missing` when the
    other zone has no window at that time, `slot-full`, `slot-closed`, `slot-past`, `slot-unknown`, `sold-out`,
    `note-too-long`, `change-over-cap`(order_code, cap_paise, open_paise, due_paise), `unpaid-too-often`.
    """
    refuse_unchangeable(session, order, change)
    before = read_revision(session, order)
    after = plan_revision(session, order, before, change, now)
    if after == before:
        return before, after
    wanted = Wanted(
        frozenset({*before.demand, *after.demand}), frozenset({before.terms["slot_id"], after.terms["slot_id"]})
    )
    with_reclaim(
        session,
        wanted,
        now,
        lambda: _apply(session, order, before, after, by_link=change.by_link, actor=actor, now=now),
    )
    reach(Checkpoint.ORDER_CHANGED)
    return before, after


def refuse_unchangeable(session: Session, order: Order, change: Change) -> None:
    """Raise Refusal for an order that stays what it is: packed or over, its hold at its end, its money not judged yet.

    One whose window has passed can still be given another.
    """
    if order.status not in CHANGEABLE:
        raise Refusal("order-not-changeable", order_code=order.code)
    if order.status is OrderStatus.AWAITING_PAYMENT and order.parked:
        raise Refusal("money-is-here", order_code=order.code)
    times = TIMES_OVER.run(session, {"order_id": order.id}).one()
    if order.status is OrderStatus.AWAITING_PAYMENT and times.hold_over:
        raise Refusal("hold-ended", order_code=order.code)
    if times.window_over and change.slot_id is None:
        raise Refusal("slot-past")


def _apply(
    session: Session, order: Order, before: Revision, after: Revision, *, by_link: bool, actor: Actor, now: datetime
) -> None:
    """Write it and keep what it needs; raises Refusal in the middle, the caller's savepoint undoes it."""
    lock_inventory(session, {*before.demand, *after.demand})
    lock_slots(session, {before.terms["slot_id"], after.terms["slot_id"]})
    had_due = order.due_paise
    if after.terms["slot_id"] != before.terms["slot_id"]:
        _take_other_place(session, order, after)
    revised = _write(session, order.id, before, after, actor)
    if revised is None:
        raise Refusal("order-not-changeable", order_code=order.code)
    if after.lines != before.lines:
        REPLACE_LINES.run(session, {"order_id": order.id, "lines": write_lines(after.lines)})
    if after.demand != before.demand:
        _take_other_fruit(session, revised, after, actor=actor, now=now)
    if revised.status is OrderStatus.CONFIRMED and revised.due_paise > had_due:
        refuse_more_cash(session, revised, had_due_paise=had_due, by_link=by_link)
    if revised.status is OrderStatus.AWAITING_PAYMENT and revised.channel in OF_THE_CART:
        _tell_the_cart(session, revised, before, after, now)


def _write(session: Session, order_id: int, before: Revision, after: Revision, actor: Actor) -> Order | None:
    parameters = {
        **after.terms,
        "address": json.dumps(after.terms["address"]),
        "order_id": order_id,
        "changeable": sorted(CHANGEABLE),
        "actor": str(actor),
        "action": CHANGED,
        "details": json.dumps({"before": before.as_audited(), "after": after.as_audited()}),
    }
    revised = REVISE.one_or_none(session, parameters)
    note_change(session, Subject.ORDER, order_id)
    return revised


def _take_other_fruit(session: Session, order: Order, after: Revision, *, actor: Actor, now: datetime) -> None:
    """All of it is given back and taken anew, under the lock of every row."""
    is_sold = order.status is OrderStatus.CONFIRMED
    if is_sold:
        put_back(session, order.id, now, actor)
    else:
        release_fruit(session, order.id, now)
    customer_id, until = order.customer_id, order.held_until
    for short in hold_fruit(session, order.id, after.demand, customer_id=customer_id, until=until):
        line = next(line for line in after.lines if line.inventory_id == short.inventory_id)
        raise Refusal("sold-out", names=line.names, left=short.left // line.base_units)
    if is_sold:
        consume_fruit(session, order.id, now, actor)


def _take_other_place(session: Session, order: Order, after: Revision) -> None:
    release_place(session, order.id)
    slot_id, zone_id = after.terms["slot_id"], after.terms["zone_id"]
    hold_place(session, order.id, slot_id, zone_id=zone_id, customer_id=order.customer_id, until=order.held_until)
    if order.status is OrderStatus.CONFIRMED:
        book_place(session, order.id)


def _tell_the_cart(session: Session, order: Order, before: Revision, after: Revision, now: datetime) -> None:
    """The cart that an unpaid order was made of goes with it: it is ordered again when the hold has ended."""
    packs = {pack: after.packs.get(pack, 0) for pack in {*before.packs, *after.packs}}
    follow_order(
        session,
        order.customer_id,
        packs,
        address_id=order.address_id,
        slot_id=order.slot_id,
        note=order.note,
        now=now,
    )
