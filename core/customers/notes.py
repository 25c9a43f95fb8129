"""What staff should know of a customer. It goes with them when they are erased, and stands in their own file."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.errors import Refusal
from core.names import clean_line
from core.query import Query
from core.staff.rules import Right, require

LONGEST = 500

WRITE = Query(
    """
    INSERT INTO customer_notes (customer_id, text, actor, written_at) VALUES (:customer_id, :text, :actor, :now)
    RETURNING id
    """
)
FORGET = Query("DELETE FROM customer_notes WHERE id = :id AND customer_id = :customer_id RETURNING id")
ERASE = Query("DELETE FROM customer_notes WHERE customer_id = :customer_id")
TAKE_OVER = Query("UPDATE customer_notes SET customer_id = :customer_id WHERE customer_id = :gone_id")


def write_note_about(session: Session, customer_id: int, text: str, *, actor: Actor, now: datetime) -> None:
    """Raises Refusal `not-allowed`, `note-missing`, `note-too-long`(longest, length)."""
    require(actor, Right.CHANGE_CUSTOMERS)
    words = clean_line(text)
    if not words:
        raise Refusal("note-missing")
    if len(words) > LONGEST:
        raise Refusal("note-too-long", longest=LONGEST, length=len(words))
    values = {"customer_id": customer_id, "text": words, "actor": str(actor), "now": now}
    WRITE.run(session, values)
    record(session, actor=actor, action="customer-noted", subject=f"customer:{customer_id}")


def forget_note_about(session: Session, customer_id: int, note_id: int, *, actor: Actor) -> None:
    """Raises Refusal `not-allowed`; a note of somebody else stays."""
    require(actor, Right.CHANGE_CUSTOMERS)
    if FORGET.run(session, {"id": note_id, "customer_id": customer_id}).first() is not None:
        record(session, actor=actor, action="customer-note-forgotten", subject=f"customer:{customer_id}")


def erase_notes(session: Session, customer_id: int) -> None:
    """A part of erasing them."""
    ERASE.run(session, {"customer_id": customer_id})


def take_over_notes(session: Session, gone_id: int, customer_id: int) -> None:
    """A part of making one customer of two."""
    TAKE_OVER.run(session, {"gone_id": gone_id, "customer_id": customer_id})
