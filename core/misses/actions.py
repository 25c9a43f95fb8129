"""Keeping what was not understood, and forgetting it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.misses.rules import KEPT, mask, unknown_words, what_it_says, words_in
from core.query import Query, Statement
from core.reading.lexicon import load_lexicon

MOST_OF_ONE = 200  # different ones of a customer; who sends more is no teacher

KEEP = Query(
    """
    INSERT INTO misses AS kept (customer_id, said, sample, step, language, first_at, last_at)
    SELECT :customer_id, :said, :sample, :step, :language, :now, :now
     WHERE (SELECT count(*) FROM misses WHERE customer_id = :customer_id) < :most
    ON CONFLICT ON CONSTRAINT misses_counted_once DO UPDATE
       SET times = kept.times + 1, sample = EXCLUDED.sample, language = EXCLUDED.language, last_at = EXCLUDED.last_at
    """
)
# The word of a name that somebody has: a customer who told it to WhatsApp, or a member of staff.
NAMES_AMONG = Statement(
    """
    SELECT word FROM unnest(CAST(:words AS text[])) AS word
     WHERE EXISTS (SELECT FROM users u WHERE string_to_array(lower(u.name), ' ') @> ARRAY[word])
        OR EXISTS (SELECT FROM staff s WHERE string_to_array(lower(s.name), ' ') @> ARRAY[word])
    """,
    str,
)
FORGET_OF = Query("DELETE FROM misses WHERE customer_id = :customer_id")
FORGET_SAID = Query("DELETE FROM misses WHERE said = :said")
PRUNE = Query(
    """
    DELETE FROM misses WHERE id IN (
        SELECT id FROM misses WHERE last_at < :before ORDER BY last_at LIMIT :most FOR UPDATE SKIP LOCKED)
    """
)


def keep_miss(
    session: Session, customer_id: int, typed: str, *, name: str, step: str, language: str, now: datetime
) -> None:
    """Keep words that we did not understand, without what tells who wrote them; equal ones are counted.

    `name` is the customer's, masked whatever it means; names of others are masked where they mean nothing else.
    """
    lexicon = load_lexicon()
    unknown = sorted(unknown_words(typed, lexicon))
    names = words_in(name) | set(NAMES_AMONG.all(session, {"words": unknown}) if unknown else ())
    sample = mask(typed, names)
    said = what_it_says(sample, lexicon)
    if said:
        values = {"customer_id": customer_id, "said": said, "sample": sample, "step": step, "language": language}
        KEEP.run(session, {**values, "now": now, "most": MOST_OF_ONE})


def forget_misses_of(session: Session, customer_id: int) -> int:
    """Forget all that a customer wrote and we did not understand: a part of erasing them. Returns how many."""
    return FORGET_OF.run(session, {"customer_id": customer_id}).count


def forget_said(session: Session, said: str) -> int:
    """Forget the misses that say this (as `what_it_says` spells it), which is understood from now on."""
    return FORGET_SAID.run(session, {"said": said}).count


def prune_misses(session: Session, now: datetime, *, limit: int) -> int:
    """Forget what was last written more than thirty days ago; returns how many."""
    return PRUNE.run(session, {"before": now - KEPT, "most": limit}).count
