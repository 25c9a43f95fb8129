"""Changing an order with its money put right: the one way, for its customer and for staff, until it is packed.

    less, and paid for      the difference goes back the way it came
    more, and paid for      the difference is due at the door within the cap for cash, or by a link (`pay_online`);
                            beyond the cap by a link that is sent at once, up to what is paid already (`by_link`)
    to be paid at the door  another sum is due there, within the cap
    not paid yet            another sum is due; a link that asks for the old one is withdrawn, and a new one is sent

docs/decisions/0025-an-order-is-changed-in-place.md says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from core.actor import Actor
from core.checkout.basket import BasketLine
from core.errors import Refusal
from core.notices import notify_founders
from core.orders.delivering import reschedule_order
from core.orders.lifecycle import OrderStatus
from core.orders.locks import lock_order
from core.orders.revising import revise_order
from core.orders.revision import Change, Revision
from core.orders.tables import Order
from core.orders.telling import tell_customer
from core.outbox.actions import wake_senders
from core.payments.actions import SMALLEST_PAISE, add_link, keep_for, link_time, pay_online
from core.payments.link_cancelling import withdraw_links
from core.payments.locks import keep_while_payable, live_link_of
from core.payments.refunds import give_back
from core.payments.tables import PaymentLink
from core.slots.queries import Window, windows_of
from core.staff.rules import Right, require
from core.wording import FIRST_LANGUAGE

# Each new link keeps fruit for its own time: so often an order that nobody has paid may become another sum.
MOST_WITHDRAWN = 3


@dataclass(frozen=True)
class Shown:
    """What somebody agreed to: the order as it was then, by its version, and the sum that it would come to."""

    version: int
    total_paise: int


@dataclass(frozen=True)
class Content:
    """An order's content, free of rows: lines, home, window (UTC) and note, and what it costs, in paise."""

    lines: tuple[BasketLine, ...]
    home: str
    apartment: dict[str, str]
    starts_at: datetime
    ends_at: datetime
    note: str
    fee_paise: int
    total_paise: int
    due_paise: int


@dataclass(frozen=True)
class Outcome:
    """What a change did, or would do: `refund_paise` goes back; `asks_anew` when a link for another sum is sent.

    `version` is the order's before it.
    """

    order_id: int
    code: str
    version: int
    status: OrderStatus
    before: Content
    after: Content
    refund_paise: int
    asks_anew: bool

    @property
    def is_nothing(self) -> bool:
        return self.before == self.after


def change_order(
    session: Session,
    order_id: int,
    change: Change,
    *,
    actor: Actor,
    now: datetime,
    shown: Shown | None = None,
    because: str = "",
) -> Outcome:
    """Change an order that nobody has packed yet, and put its money right; a second time changes nothing.

    With `shown` only what was agreed to is done; `because` is the cause that its customer is told of a window that is
    not delivered. Anybody but the customer himself makes the shop tell him, and the
    founder hears when what she packs becomes other. A Refusal leaves everything as it was: what `revise_order` raises,
    `not-allowed`, what `pay_online` raises when a link asks for the difference, `change-stale`(order_code) when it is
    not what was shown any more, `change-too-often`(order_code) when too many links were withdrawn,
    `amount-too-small`, `refund-too-much`(left_paise).
    """
    with session.begin_nested():
        order = lock_order(session, order_id)
        require(actor, Right.CHANGE_ORDERS, owner=order.customer_id)
        outcome = _change(session, order, change, actor=actor, now=now)
        agreed = None if shown is None else (shown.version, shown.total_paise)
        if agreed not in {None, (outcome.version, outcome.after.total_paise)}:
            raise Refusal("change-stale", order_code=order.code)
        if not outcome.is_nothing:
            _tell(session, order, outcome, actor, because)
    return outcome


def bring_in_window(session: Session, order_id: int, slot_id: int, *, actor: Actor, now: datetime) -> None:
    """Bring an order in another window of its zone: one that nobody packed, or one that came back.

    Raises what `change_order` and `reschedule_order` raise.
    """
    order = lock_order(session, order_id)
    require(actor, Right.CHANGE_ORDERS, owner=order.customer_id)
    if order.status is OrderStatus.DELIVERY_FAILED:
        reschedule_order(session, order_id, slot_id, actor=actor, now=now)
    else:
        change_order(session, order_id, Change(slot_id=slot_id), actor=actor, now=now)


def quote_change(session: Session, order_id: int, change: Change, *, actor: Actor, now: datetime) -> Outcome:
    """What a change would do: it is done and undone, so that nothing else can come of it. Raises as `change_order`."""
    savepoint = session.begin_nested()
    try:
        order = lock_order(session, order_id)
        require(actor, Right.CHANGE_ORDERS, owner=order.customer_id)
        return _change(session, order, change, actor=actor, now=now)
    finally:
        savepoint.rollback()
        session.expire_all()


def _change(session: Session, order: Order, change: Change, *, actor: Actor, now: datetime) -> Outcome:
    version, prepaid, due = order.version, order.prepaid_paise, order.due_paise
    was, becomes = revise_order(session, order, change, actor=actor, now=now)
    refund = prepaid - order.prepaid_paise
    if refund:
        give_back(session, order, refund, actor=actor)
    asks_anew = order.due_paise != due and _ask_anew(session, order, now)
    if change.by_link and order.due_paise > due and order.status is OrderStatus.CONFIRMED:
        asks_anew = pay_online(session, order.id, now) is not None
    if order.status is OrderStatus.AWAITING_PAYMENT and becomes != was:
        keep_while_payable(session, order)
    windows = {each.slot_id: each for each in windows_of(session, {was.terms["slot_id"], becomes.terms["slot_id"]})}
    return Outcome(
        order_id=order.id,
        code=order.code,
        version=version,
        status=order.status,
        before=_content(was, windows[was.terms["slot_id"]], due),
        after=_content(becomes, windows[becomes.terms["slot_id"]], order.due_paise),
        refund_paise=refund,
        asks_anew=asks_anew,
    )


def _ask_anew(session: Session, order: Order, now: datetime) -> bool:
    """A live link for a sum that is not due any more is withdrawn, and another asked for; whether it was."""
    live = live_link_of(session, order.id)
    if live is None or live.amount_paise == order.due_paise:
        return False
    withdraw_links(session, order.id, now)
    if not order.due_paise:
        return False
    if order.due_paise < SMALLEST_PAISE:
        raise Refusal("amount-too-small", order_code=order.code)
    is_unpaid = order.status is OrderStatus.AWAITING_PAYMENT
    if is_unpaid and _count_withdrawn(session, order.id) > MOST_WITHDRAWN:
        raise Refusal("change-too-often", order_code=order.code)
    until = now + link_time(session)
    link = add_link(session, order, max(until, order.promised_until) if is_unpaid else until, live.kind)
    if is_unpaid:
        keep_for(session, order, link)
    return True


def _count_withdrawn(session: Session, order_id: int) -> int:
    withdrawn = select(func.count(col(PaymentLink.id))).where(
        PaymentLink.order_id == order_id, col(PaymentLink.withdrawn_at).is_not(None)
    )
    return session.exec(withdrawn).one()


def _content(revision: Revision, window: Window, due_paise: int) -> Content:
    terms, address = revision.terms, revision.terms["address"]
    return Content(
        lines=tuple(revision.lines),
        home=str(address["line"]),
        apartment=address.get("apartment_names") or {FIRST_LANGUAGE: str(address["apartment"])},
        starts_at=window.starts_at,
        ends_at=window.ends_at,
        note=terms["note"],
        fee_paise=terms["delivery_fee_paise"],
        total_paise=terms["total_paise"],
        due_paise=due_paise,
    )


def _tell(session: Session, order: Order, outcome: Outcome, actor: Actor, because: str) -> None:
    if actor != Actor.customer(order.customer_id):
        values = {**_values(outcome), "refund_paise": outcome.refund_paise}
        if because:
            tell_customer(session, order, "window-moved", {**values, "cause": because})
        else:
            tell_customer(session, order, "order-changed", values)
        wake_senders(session)
    if outcome.status is OrderStatus.CONFIRMED and not because:
        notify_founders(session, "alert-order-changed", {"subject": outcome.code, **_values(outcome)})


def _values(outcome: Outcome) -> dict[str, Any]:
    content = outcome.after
    return {
        "code": outcome.code,
        "items": [{"names": line.names, "labels": line.labels, "quantity": line.quantity} for line in content.lines],
        "home": content.home,
        "apartment": content.apartment,
        "starts_at": content.starts_at.isoformat(),
        "ends_at": content.ends_at.isoformat(),
        "total_paise": content.total_paise,
        "due_paise": content.due_paise,
    }
