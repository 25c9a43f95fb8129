"""Two customers who are one person: a guest who signs in, or two whom staff know to be the same."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.carts.actions import take_over_cart
from core.chats.locks import lock_chat_of
from core.customers.actions import said_stop, stop_marketing
from core.customers.addresses import take_over_homes
from core.customers.guests import join, keep_told_name
from core.customers.notes import take_over_notes
from core.errors import Refusal
from core.identities.actions import join_names
from core.orders.owners import take_over_orders
from core.orders.queries import open_unpaid_order
from core.query import Statement
from core.sessions.actions import end_all_sessions
from core.sessions.queries import Owner
from core.staff.rules import Right, require
from core.waitlist.actions import stop_waiting_for_all, wait_instead

BY_STAFF = "joined"  # the source of a stop that came along
KNOWN = Statement("SELECT id FROM users WHERE id = ANY(:ids) AND joined_id IS NULL", int)


def take_over(session: Session, guest_id: int, customer_id: int, now: datetime) -> None:
    """Give a customer the name, the homes, the cart and the orders of a guest.

    Of one pack the larger number stays. An order that still waits for its payment stays the guest's until it is paid
    or over: it may be the second unpaid one, and its page is open to whoever has its link anyway.
    """
    _take_over(session, guest_id, customer_id, now)
    keep_told_name(session, guest_id, customer_id)


def _take_over(session: Session, guest_id: int, customer_id: int, now: datetime) -> None:
    for each in sorted((guest_id, customer_id)):
        lock_chat_of(session, each)
    take_over_orders(session, guest_id, customer_id)
    homes = take_over_homes(session, guest_id, customer_id)
    take_over_cart(session, guest_id, customer_id, homes, now)
    join(session, guest_id, customer_id)
    record(session, actor=Actor.customer(customer_id), action="guest-joined", subject=str(Actor.customer(guest_id)))


def merge_customers(session: Session, gone_id: int, customer_id: int, *, actor: Actor, now: datetime) -> None:
    """Make one customer of two: orders, homes, cart, notes, numbers and places in line become those of `customer_id`.

    Of a kind of name that both have, the one who stays keeps hers, and whoever writes by the other is somebody new. If
    either said stop to offers, it holds. Consents and messages stay where they were said. Raises Refusal `not-allowed`,
    `customer-unknown`, `same-customer`, `unpaid-order-open`(order_code) while the one who goes has still to pay.
    """
    require(actor, Right.CHANGE_CUSTOMERS)
    if gone_id == customer_id:
        raise Refusal("same-customer")
    _refuse_unknown(session, gone_id, customer_id)
    for each in sorted((gone_id, customer_id)):
        lock_chat_of(session, each)
    _refuse_unknown(session, gone_id, customer_id)  # whoever was first has joined one of them meanwhile
    unpaid = open_unpaid_order(session, gone_id)
    if unpaid is not None:
        raise Refusal("unpaid-order-open", order_code=unpaid.code)
    _take_over(session, gone_id, customer_id, now)
    let_go = join_names(session, gone_id, customer_id)
    take_over_notes(session, gone_id, customer_id)
    wait_instead(session, gone_id, customer_id)
    stop_waiting_for_all(session, gone_id)
    if said_stop(session, gone_id) and not said_stop(session, customer_id):
        stop_marketing(session, customer_id, BY_STAFF)
    end_all_sessions(session, Owner(customer_id=gone_id), now)
    subject = str(Actor.customer(customer_id))
    record(session, actor=actor, action="customers-joined", subject=subject, gone=gone_id, names_let_go=let_go)


def _refuse_unknown(session: Session, *customer_ids: int) -> None:
    if len(KNOWN.all(session, {"ids": list(customer_ids)})) != len(customer_ids):
        raise Refusal("customer-unknown")
