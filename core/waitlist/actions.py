"""Joining and leaving the line for a variety."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.query import Query

JOIN = Query(
    """
    INSERT INTO waitlist (customer_id, product_id, said, waits_since) VALUES (:customer_id, :product_id, :said, :now)
    ON CONFLICT ON CONSTRAINT waitlist_once_each DO UPDATE SET said = EXCLUDED.said,
        waits_since = CASE WHEN waitlist.told_at IS NULL THEN waitlist.waits_since ELSE EXCLUDED.waits_since END,
        told_at = NULL
    """
)
LEAVE = Query("DELETE FROM waitlist WHERE customer_id = :customer_id AND product_id = :product_id")
LEAVE_ALL = Query("DELETE FROM waitlist WHERE customer_id = :customer_id")
INSTEAD = Query(
    """
    UPDATE waitlist w SET customer_id = :customer_id WHERE w.customer_id = :gone_id AND NOT EXISTS (
           SELECT FROM waitlist o WHERE o.customer_id = :customer_id AND o.product_id = w.product_id)
    """
)
IS_IN = Query(
    "SELECT id FROM waitlist WHERE customer_id = :customer_id AND product_id = :product_id AND told_at IS NULL"
)


def wait_for(session: Session, customer_id: int, product_id: int, said: str, now: datetime) -> None:
    """Keep that somebody wants to hear when a variety can be had; `said` is the sentence they agreed to.

    Who waits already keeps their place.
    """
    JOIN.run(session, {"customer_id": customer_id, "product_id": product_id, "said": said, "now": now})


def stop_waiting(session: Session, customer_id: int, product_id: int) -> None:
    """Withdraw it, at once."""
    LEAVE.run(session, {"customer_id": customer_id, "product_id": product_id})


def wait_instead(session: Session, gone_id: int, customer_id: int) -> None:
    """A customer waits for what another one waited for: a part of making one of two."""
    INSTEAD.run(session, {"gone_id": gone_id, "customer_id": customer_id})


def stop_waiting_for_all(session: Session, customer_id: int) -> None:
    """Withdraw all of it: a part of erasing somebody, and of their word to stop."""
    LEAVE_ALL.run(session, {"customer_id": customer_id})


def is_waiting(session: Session, customer_id: int, product_id: int) -> bool:
    return IS_IN.run(session, {"customer_id": customer_id, "product_id": product_id}).first() is not None
