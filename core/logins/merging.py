"""What a guest had in a browser becomes the customer's who signed in there."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.carts.actions import take_over_cart
from core.chats.locks import lock_chat_of
from core.customers.addresses import take_over_homes
from core.customers.guests import join
from core.orders.owners import take_over_orders


def take_over(session: Session, guest_id: int, customer_id: int, now: datetime) -> None:
    """Give a customer the homes, the cart and the orders of a guest.

    Of one pack the larger number stays. An order that still waits for its payment stays the guest's until it is paid
    or over: it may be the second unpaid one, and its page is open to whoever has its link anyway.
    """
    for each in sorted((guest_id, customer_id)):
        lock_chat_of(session, each)
    take_over_orders(session, guest_id, customer_id)
    homes = take_over_homes(session, guest_id, customer_id)
    take_over_cart(session, guest_id, customer_id, homes, now)
    join(session, guest_id, customer_id)
    record(session, actor=Actor.customer(customer_id), action="guest-joined", subject=str(Actor.customer(guest_id)))
