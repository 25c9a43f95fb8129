"""People who shop in a browser before we know them: customers without a name on WhatsApp."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.chats.opening import open_chat_of_customer
from core.query import Query, Statement

# Whoever had joined the one that goes is of the other from now on.
JOIN = Query("UPDATE users SET joined_id = :customer_id WHERE id = :guest_id OR joined_id = :guest_id")
# Whoever is new by this very sign-in speaks as the guest did: nothing else is known of their language yet.
SPEAK_ALIKE = Query(
    """
    UPDATE users c SET language = g.language FROM users g
     WHERE c.id = :customer_id AND g.id = :guest_id AND c.created_at > g.created_at
       AND NOT EXISTS (SELECT FROM users other WHERE other.joined_id = c.id)
    """
)
# The number that they told the rider before they signed in, unless one is told already.
TELL_ALIKE = Query(
    """
    UPDATE users c SET contact_phone = g.contact_phone FROM users g
     WHERE c.id = :customer_id AND g.id = :guest_id AND c.contact_phone = '' AND g.contact_phone <> ''
    """
)
# What they typed themselves for the rider is newer than what WhatsApp calls them.
NAME_ALIKE = Query(
    """
    UPDATE users c SET name = g.name FROM users g WHERE c.id = :customer_id AND g.id = :guest_id AND g.name <> ''
    """
)
JOINED = Statement("SELECT id FROM users WHERE joined_id = :customer_id ORDER BY id", int)
FORGET_HOMES = Query("DELETE FROM addresses WHERE customer_id = ANY(:customer_ids)")
FORGET = Query("DELETE FROM users WHERE id = ANY(:customer_ids)")
MAKE = Statement("INSERT INTO users (language, created_at) VALUES (:language, :now) RETURNING id", int)


def make_guest(session: Session, language: str, now: datetime) -> int:
    """A customer whom nobody can write to; returns the id.

    Nothing is consented to, and no identity is noted: until they write to us they are heard of here alone. Their chat
    exists because every action about a customer locks it first (`core.chats.locks`).
    """
    guest_id = MAKE.one(session, {"language": language, "now": now})
    open_chat_of_customer(session, guest_id)
    return guest_id


def join(session: Session, guest_id: int, customer_id: int) -> None:
    """Note whose a guest's things are from now on."""
    for take_along in (SPEAK_ALIKE, TELL_ALIKE):
        take_along.run(session, {"customer_id": customer_id, "guest_id": guest_id})
    JOIN.run(session, {"guest_id": guest_id, "customer_id": customer_id})


def keep_told_name(session: Session, guest_id: int, customer_id: int) -> None:
    """Call a customer who has just signed in what they said as a guest that they are called, if they said it."""
    NAME_ALIKE.run(session, {"guest_id": guest_id, "customer_id": customer_id})


def guests_of(session: Session, customer_id: int) -> list[int]:
    """The guests that a customer was before signing in."""
    return JOINED.all(session, {"customer_id": customer_id})


def forget_guests(session: Session, customer_ids: list[int]) -> None:
    """Remove guests with their homes. Nothing else may refer to them any more."""
    FORGET_HOMES.run(session, {"customer_ids": customer_ids})
    FORGET.run(session, {"customer_ids": customer_ids})
