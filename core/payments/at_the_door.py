"""Paying by UPI at the door: a link for all that is due, or for the part that is not paid in cash."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.errors import Refusal
from core.orders.lifecycle import OrderStatus
from core.orders.locks import lock_order
from core.payments.actions import SMALLEST_PAISE, add_link, link_time
from core.payments.link_cancelling import withdraw_links
from core.payments.locks import live_link_of
from core.payments.tables import PaymentLink
from core.query import Query
from core.staff.rules import Right, require

# At one door people change their mind, but not for ever: each link is a call and a message.
MOST_LINKS = 8

ASKED = Query("SELECT count(*) FROM payment_links WHERE order_id = :order_id")


def ask_at_door(session: Session, order_id: int, amount_paise: int, *, actor: Actor, now: datetime) -> PaymentLink:
    """Send the customer a link for so much of what is due for an order on its way; a second time it is the same one.

    What is paid by it is due no more, and the judge of payments says so. Raises Refusal `order-not-on-its-way`
    (order_code), `cash-not-exact`(order_code, due_paise, collected_paise) for more than is due, `amount-too-small`,
    `link-too-often`(order_code), `not-allowed`.
    """
    require(actor, Right.DELIVER)
    order = lock_order(session, order_id)
    if order.status is not OrderStatus.OUT_FOR_DELIVERY:
        raise Refusal("order-not-on-its-way", order_code=order.code)
    if amount_paise > order.due_paise:
        raise Refusal("cash-not-exact", order_code=order.code, due_paise=order.due_paise, collected_paise=amount_paise)
    if amount_paise < SMALLEST_PAISE:
        raise Refusal("amount-too-small", order_code=order.code)
    live = live_link_of(session, order_id)
    if live is not None and live.amount_paise == amount_paise:
        return live
    if int(ASKED.run(session, {"order_id": order_id}).scalar_one()) >= MOST_LINKS:
        raise Refusal("link-too-often", order_code=order.code)
    withdraw_links(session, order_id, now)
    return add_link(session, order, now + link_time(session), amount_paise=amount_paise)
