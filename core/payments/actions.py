"""What the shop does about money for an order: ask to be paid online, cancel with the exact refund, end a hold."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from core.actor import Actor
from core.alerts.actions import resolve_alert
from core.audit.actions import record
from core.checkpoints import Checkpoint, reach
from core.db import add_row
from core.errors import Refusal
from core.money import RUPEES, Sums
from core.orders.actions import cancel_order_row, confirm_for_cash, expire_order, take_from_cart
from core.orders.keeping import note_payable
from core.orders.lifecycle import LIFECYCLE, OrderEvent, OrderStatus
from core.orders.locks import lock_order
from core.orders.tables import Order, PaymentMethod
from core.orders.telling import tell_customer
from core.outbox.actions import enqueue, wake_senders
from core.outbox.tables import OutboxKind
from core.payments.lifecycle import LinkKind, LinkStatus
from core.payments.link_cancelling import enqueue_cancel, withdraw_links
from core.payments.locks import live_link_of
from core.payments.money_here import money_of
from core.payments.moves import move_link
from core.payments.refunds import return_all
from core.payments.rules import (
    PATIENCE_AT_HOLD_END,
    SHORTEST_LINK,
    hold_end,
    next_link_look,
    reference_for,
    sooner_look,
)
from core.payments.tables import PaymentLink
from core.shop.tables import Shop
from core.slots.tables import DeliverySlot
from core.staff.rules import Right, require

SMALLEST_PAISE = 100
# Somebody may ask for a link for what is due at the door, as long as nobody is on the way to it.
ASKED_TO_PREPAY = frozenset({OrderStatus.CONFIRMED, OrderStatus.PACKED})
# Nothing is delivered of these, so money that is here for them can only go back (or be accepted for an expired one).
WITHOUT_FRUIT = frozenset({OrderStatus.EXPIRED, OrderStatus.CANCELLED})


@dataclass(frozen=True)
class CancelOutcome:
    """What a cancellation gave back: sums on their way to the customer, none when nothing had been paid."""

    order_id: int
    code: str
    sums: Sums

    @property
    def refund_paise(self) -> int:
        """The rupees of it."""
        return self.sums.paise


def pay_online(
    session: Session, order_id: int, now: datetime, kind: LinkKind = LinkKind.LINK, *, instead: bool = False
) -> PaymentLink:
    """Ask Razorpay for a payment link, or return the one that is live: two taps make one link (invariant I16).

    `instead`: one of the other kind, which is then withdrawn, is no answer: the browser cannot open it.

    The link of an unpaid order can be paid at least as long as was promised, and the hold is stretched, once, to five
    minutes more. An order that is to be paid at the door stands whether the link for what is due is paid or not. When
    the link exists it is sent as the notice `pay-here` or `prepay-here`. Raises Refusal `order-not-payable`,
    `hold-ended`, `money-is-here`, `slot-past` or `amount-too-small`.
    """
    order = lock_order(session, order_id)
    is_unpaid = order.status is OrderStatus.AWAITING_PAYMENT
    if not is_unpaid and (order.status not in ASKED_TO_PREPAY or not order.due_paise):
        raise Refusal("order-not-payable", order_code=order.code)
    live = live_link_of(session, order_id)
    if live is not None and (live.kind is kind or not instead):
        return live
    if live is not None:
        expires_at = live.expires_at
        withdraw_for_another(session, live, now)
    else:
        refuse_unpayable(session, order, now)
        promised = order.promised_until if is_unpaid else now
        expires_at = max(now + link_time(session), promised)
    link = add_link(session, order, expires_at, kind)
    if is_unpaid:
        keep_for(session, order, link)
        resolve_alert(session, "link-cancelled", f"order:{order.id}", now)
    return link


def keep_for(session: Session, order: Order, link: PaymentLink) -> None:
    """Keep what an unpaid order has for as long as its link can be paid."""
    order.payment_method = PaymentMethod.ONLINE
    order.held_until = hold_end(link.expires_at)
    note_payable(session, order, payable=True)


def refuse_unpayable(session: Session, order: Order, now: datetime) -> None:
    """Raise Refusal when no link can be made: the hold is over, was stretched before, or Razorpay takes no such sum.

    Only a link that ended in its own time has stretched the hold: we cancel none while its order waits, so whoever
    cancelled it at Razorpay did not mean the customer to lose the order.
    """
    used = select(PaymentLink.id).where(PaymentLink.order_id == order.id, PaymentLink.status == LinkStatus.EXPIRED)
    is_unpaid = order.status is OrderStatus.AWAITING_PAYMENT
    if is_unpaid and (now >= order.held_until or session.exec(used).first() is not None):
        raise Refusal("hold-ended", order_code=order.code)
    if money_of(session, order.id).parked:
        raise Refusal("money-is-here", order_code=order.code)
    if now >= session.get_one(DeliverySlot, order.slot_id).ends_at:
        raise Refusal("slot-past")
    if order.due_paise < SMALLEST_PAISE:
        raise Refusal("amount-too-small", order_code=order.code)


def withdraw_for_another(session: Session, link: PaymentLink, now: datetime) -> None:
    """Give up an attempt because its order is asked for in another way; what is still paid on it is judged as twice."""
    move_link(session, link, LinkStatus.CANCELLED)
    enqueue_cancel(session, link, now)


def add_link(
    session: Session,
    order: Order,
    expires_at: datetime,
    kind: LinkKind = LinkKind.LINK,
    *,
    amount_paise: int | None = None,
) -> PaymentLink:
    """Write the intent of one more link for a locked order, for all that is due unless a part is named.

    The worker makes the call.
    """
    amount = order.due_paise if amount_paise is None else amount_paise
    attempt = session.exec(select(func.count(col(PaymentLink.id))).where(PaymentLink.order_id == order.id)).one() + 1
    link = PaymentLink(
        order_id=order.id,
        reference_id=reference_for(order.code, attempt),
        kind=kind,
        amount_paise=amount,
        is_part=amount < order.due_paise,
        currency=RUPEES,
        expires_at=expires_at,
    )
    add_row(session, link)
    body = {"link_id": link.id}
    enqueue(session, OutboxKind.CREATE_LINK, body, order_id=order.id, dedupe_key=f"create-link:{link.id}")
    record(
        session,
        actor=Actor.customer(order.customer_id),
        action="link-asked",
        subject=f"order:{order.id}",
        reference=link.reference_id,
    )
    wake_senders(session)
    reach(Checkpoint.LINK_INTENT_WRITTEN)
    return link


def link_time(session: Session) -> timedelta:
    """How long a new link can be paid; never less than Razorpay takes."""
    minutes = session.exec(select(Shop.link_minutes)).one()
    return max(timedelta(minutes=minutes), SHORTEST_LINK)


def pay_cash(session: Session, order_id: int, now: datetime) -> Order:
    """Have it paid at the door: an unpaid order is confirmed by that, and no link is wanted any more.

    Raises as `confirm_cash_order`.
    """
    order = lock_order(session, order_id)
    withdraw_links(session, order_id, now)
    confirm_for_cash(session, order, now)
    return order


def cancel_order(
    session: Session, order_id: int, *, reason: str, actor: Actor, now: datetime, because: str = ""
) -> CancelOutcome:
    """Cancel until packed, or after a failed delivery; all money that is here for it goes back, parked or not.

    An order that has ended already stays what it is, and its money goes back all the same. Anybody but
    the customer himself makes the shop tell him, with the cause (`because`) of a window that is not delivered. Raises
    Refusal `order-packed` once it is packed or further, `order-ended` when it is cancelled, expired or delivered and no
    money is here, `not-allowed`.
    """
    order = lock_order(session, order_id)
    require(actor, Right.CANCEL_ORDERS, owner=order.customer_id)
    is_over = order.status in WITHOUT_FRUIT and bool(money_of(session, order_id).here)
    if not is_over:
        refuse_uncancellable(order)
        withdraw_links(session, order_id, now)
        if order.status is OrderStatus.AWAITING_PAYMENT:
            take_from_cart(session, order)
        cancel_order_row(session, order, reason, actor, now)
    sums = return_all(session, order_id, reason=f"cancelled: {reason}"[:200], actor=actor)
    if actor != Actor.customer(order.customer_id) and not is_over:
        values = {"code": order.code, **sums.values("refund")}
        if because:
            tell_customer(session, order, "window-cancelled", {**values, "cause": because})
        else:
            tell_customer(session, order, "order-cancelled", values)
        wake_senders(session)
    return CancelOutcome(order.id, order.code, sums)


def refuse_uncancellable(order: Order) -> None:
    """Raise Refusal for an order that the lifecycle does not let go."""
    if order.status in LIFECYCLE.sources_of(OrderEvent.CANCEL):
        return
    if order.status in {OrderStatus.PACKED, OrderStatus.OUT_FOR_DELIVERY}:
        raise Refusal("order-packed", order_code=order.code)
    raise Refusal("order-ended", order_code=order.code)


def end_hold(session: Session, order_id: int, now: datetime) -> bool:
    """End a hold whose time is over; True when the order has expired by this call.

    A live link is cancelled first, because it may have been paid this very second; the answer ends the hold or settles
    the order. When Razorpay cannot be reached for two minutes, the hold ends all the same (invariant I13).
    """
    order = lock_order(session, order_id)
    if order.status is not OrderStatus.AWAITING_PAYMENT or now < order.held_until:
        return False
    link = live_link_of(session, order_id)
    if link is not None and now < order.held_until + PATIENCE_AT_HOLD_END:
        enqueue_cancel(session, link, now)
        return False
    expire_order(session, order_id, now)
    wake_senders(session)
    return True


def plan_link_look(order: Order, link: PaymentLink, now: datetime, *, claimed: datetime | None = None) -> None:
    """Set when Razorpay is asked about this link again. `claimed` as in `rules.sooner_look`."""
    settled = link.status is LinkStatus.PAID and order.status is not OrderStatus.AWAITING_PAYMENT
    planned = next_link_look(now, link.expires_at, settled=settled)
    link.next_look_at = sooner_look(link.next_look_at, claimed, planned)
