"""People who shop in a browser before we know them: customers without a name on WhatsApp."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.chats.opening import open_chat_of_customer
from core.query import Query, Statement

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


def forget_guests(session: Session, customer_ids: list[int]) -> None:
    """Remove guests with their homes. Nothing else may refer to them any more."""
    FORGET_HOMES.run(session, {"customer_ids": customer_ids})
    FORGET.run(session, {"customer_ids": customer_ids})
