"""Erasing somebody: names, numbers, homes and words go; what tax law has us keep (orders, payments) stays, nameless.

It is not done at once: the answer must still reach them, and an order under way needs its address (fault F102).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.carts.actions import forget_carts
from core.chats.actions import forget_talk
from core.chats.locks import lock_chat_of
from core.customers.actions import erase_person
from core.customers.addresses import erase_homes
from core.customers.guests import guests_of
from core.customers.notes import erase_notes
from core.delivery.coming_back import erase_instructions
from core.identities.actions import forget_names_of_customer
from core.inbox.pruning import forget_payloads_of
from core.media.attachments import forget_attachments_of
from core.misses.actions import forget_misses_of
from core.orders.owners import erase_names_on_orders
from core.outbox.pruning import forget_bodies_of
from core.query import Query, Statement
from core.sessions.actions import end_all_sessions
from core.sessions.queries import Owner
from core.staff.rules import Right, require
from core.waitlist.actions import stop_waiting_for_all

WAITS = timedelta(hours=1)

ASK = Query(
    """
    INSERT INTO erasures (customer_id, asked_at) VALUES (:customer_id, :now)
    ON CONFLICT (customer_id) DO UPDATE SET asked_at = EXCLUDED.asked_at, erased_at = NULL RETURNING id
    """
)
TAKE_BACK = Query("DELETE FROM erasures WHERE customer_id = :customer_id AND erased_at IS NULL RETURNING id")
IS_ASKED = Query("SELECT id FROM erasures WHERE customer_id = :customer_id AND erased_at IS NULL")
DUE = Statement(
    """
    SELECT e.customer_id FROM erasures e JOIN chats c ON c.customer_id = e.customer_id
     WHERE e.erased_at IS NULL AND e.asked_at < :before
       AND NOT EXISTS (SELECT FROM orders o WHERE o.customer_id = e.customer_id
                        AND o.status NOT IN ('delivered', 'expired', 'cancelled'))
       AND NOT EXISTS (SELECT FROM orders o WHERE o.customer_id = e.customer_id AND o.parked <> '{}')
       AND NOT EXISTS (SELECT FROM refunds r JOIN payments p ON p.id = r.payment_id JOIN orders o ON o.id = p.order_id
                        WHERE o.customer_id = e.customer_id AND r.status NOT IN ('processed', 'failed'))
       AND NOT EXISTS (SELECT FROM outbox m WHERE m.chat_id = c.id AND m.status IN ('pending', 'leased'))
       AND NOT EXISTS (SELECT FROM inbox i WHERE i.chat_id = c.id AND i.status = 'pending')
     ORDER BY e.asked_at LIMIT :most FOR UPDATE OF e SKIP LOCKED
    """,
    int,
)
DONE = Query("UPDATE erasures SET erased_at = :now WHERE customer_id = :customer_id AND erased_at IS NULL")


def ask_to_be_erased(session: Session, customer_id: int, now: datetime) -> None:
    """Note that a customer wants to be erased; asked twice is asked once."""
    ASK.run(session, {"customer_id": customer_id, "now": now})
    actor = Actor.customer(customer_id)
    record(session, actor=actor, action="erasure-asked", subject=str(actor))


def have_erased(session: Session, customer_id: int, *, actor: Actor, now: datetime) -> None:
    """The same on a customer's word to staff. Raises Refusal `not-allowed`."""
    require(actor, Right.ERASE_CUSTOMERS)
    ASK.run(session, {"customer_id": customer_id, "now": now})
    record(session, actor=actor, action="erasure-asked", subject=str(Actor.customer(customer_id)))


def keep_after_all(session: Session, customer_id: int) -> bool:
    """Take the request back; False when there is none that could be."""
    return TAKE_BACK.run(session, {"customer_id": customer_id}).first() is not None


def is_to_be_erased(session: Session, customer_id: int) -> bool:
    return IS_ASKED.run(session, {"customer_id": customer_id}).first() is not None


def erase_due(session: Session, now: datetime, *, limit: int) -> int:
    """Erase those who asked more than an hour ago and of whom nothing is under way; returns how many."""
    due = DUE.all(session, {"before": now - WAITS, "most": limit})
    for customer_id in due:
        erase(session, customer_id, now)
    return len(due)


def erase(session: Session, customer_id: int, now: datetime) -> None:
    """Erase one customer in every noun. Consents and the audit stay: they prove what was agreed and done."""
    chat_id = lock_chat_of(session, customer_id)
    end_all_sessions(session, Owner(customer_id=customer_id), now)
    forget_carts(session, [customer_id])
    forget_misses_of(session, customer_id)
    stop_waiting_for_all(session, customer_id)
    forget_talk(session, chat_id)
    forget_payloads_of(session, chat_id)
    forget_bodies_of(session, chat_id)
    forget_attachments_of(session, chat_id)
    for each in (customer_id, *guests_of(session, customer_id)):
        erase_names_on_orders(session, each)
        erase_instructions(session, each)
        erase_homes(session, each)
        erase_person(session, each)
        erase_notes(session, each)
    forget_names_of_customer(session, customer_id)
    DONE.run(session, {"customer_id": customer_id, "now": now})
    record(session, actor=Actor.job("erasing"), action="customer-erased", subject=str(Actor.customer(customer_id)))
