"""Carrying a cart between the web and the chat: a word that stands for its lines, for half an hour, once.

Nothing else goes along. Whoever has the word could be anybody: a home or a name would be shown to strangers, and a
stranger's home would be brought fruit that somebody else pays for.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from core.carts.actions import copy_lines, empty_cart
from core.carts.rules import hash_word
from core.ids import new_login_word
from core.query import Query, Statement

LASTS = timedelta(minutes=30)
KEEP = timedelta(days=1)

FORGET_OLD = Query("DELETE FROM cart_links WHERE customer_id = :customer_id AND used_at IS NULL")
LEND = Query("INSERT INTO cart_links (word_hash, customer_id, ends_at) VALUES (:word_hash, :customer_id, :ends_at)")
LENT = Statement(
    "SELECT customer_id FROM cart_links WHERE word_hash = :word_hash AND used_at IS NULL AND ends_at > :now", int
)
TAKE = Statement(
    """
    UPDATE cart_links SET used_at = :now WHERE word_hash = :word_hash AND used_at IS NULL AND ends_at > :now
    RETURNING customer_id
    """,
    int,
)
PRUNE = Query("DELETE FROM cart_links WHERE id IN (SELECT id FROM cart_links WHERE ends_at < :before LIMIT :most)")


def lend_cart(session: Session, customer_id: int, now: datetime) -> str:
    """A word for a cart, instead of the one before that nobody used."""
    word = new_login_word()
    FORGET_OLD.run(session, {"customer_id": customer_id})
    LEND.run(session, {"word_hash": hash_word(word), "customer_id": customer_id, "ends_at": now + LASTS})
    return word


def lender_of(session: Session, word: str, now: datetime) -> int | None:
    """Whose cart a word still stands for."""
    return LENT.first(session, {"word_hash": hash_word(word), "now": now})


def take_cart(session: Session, word: str, customer_id: int, now: datetime, *, moved: bool) -> bool:
    """Put the lines of a word's cart into a customer's, of one pack the larger number; False for a word that is over.

    `moved` empties the cart that they came from: whoever goes on elsewhere does not order twice.
    """
    lender = TAKE.first(session, {"word_hash": hash_word(word), "now": now})
    if lender is None:
        return False
    if lender != customer_id:
        copy_lines(session, lender, customer_id, now)
        if moved:
            empty_cart(session, lender, now)
    return True


def prune_cart_links(session: Session, now: datetime, *, limit: int) -> int:
    """Forget words that ended more than a day ago; returns how many."""
    return PRUNE.run(session, {"before": now - KEEP, "most": limit}).count
