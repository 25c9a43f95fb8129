"""The word of a login: asked for by a browser, sent in a chat, confirmed by a number that only that browser shows."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.ids import new_login_numbers, new_login_word
from core.logins.lifecycle import LIFECYCLE, WordEvent, WordStatus
from core.logins.rules import LASTS, hash_word
from core.query import Query, Statement
from core.sessions.queries import Owner

KEEP = timedelta(days=1)
SIGN_IN = Actor.system("sign-in")


class AskedWord(NamedTuple):
    """What a browser shows."""

    word: str
    number: int
    ends_at: datetime


class HeardWord(NamedTuple):
    """What the chat asks about: the browser that shows the word, and three numbers, one of which it shows."""

    word_id: int
    browser: str
    numbers: list[int]


class WordState(NamedTuple):
    """How far a browser's word is, for the page that waits."""

    word_id: int
    status: WordStatus
    ends_at: datetime


MOVE = "UPDATE login_words SET status = :target {sets} WHERE {which} AND status = ANY(CAST(:sources AS text[]))"
DROP = Query(MOVE.format(sets="", which="session_id = :session_id"))
ASK = Query(
    """
    INSERT INTO login_words (session_id, word_hash, shown_number, numbers, browser, asked_at, ends_at)
    VALUES (:session_id, :word_hash, :shown, :numbers, :browser, :now, :ends_at)
    """
)
# A customer's word opens the shop, a member's the office: nobody is handed the other's link.
HEAR = Statement(
    MOVE.format(
        sets=", customer_id = :customer_id, staff_id = :staff_id, heard_at = :now",
        which="word_hash = :word_hash AND ends_at > :now"
        " AND EXISTS (SELECT FROM sessions s WHERE s.id = session_id"
        " AND (s.area = 'office') = (CAST(:staff_id AS bigint) IS NOT NULL))",
    )
    + " RETURNING id AS word_id, browser, numbers",
    HeardWord,
)
TAP = Query(
    MOVE.format(
        sets="",
        which="id = :id AND (customer_id = :customer_id OR staff_id = :staff_id) AND ends_at > :now"
        " AND (shown_number = :number) = :right",
    )
    + " RETURNING id"
)
USE = Statement(
    MOVE.format(sets="", which="session_id = :session_id AND ends_at > :now") + " RETURNING customer_id, staff_id",
    Owner,
)
STATE = Statement(
    """
    SELECT id, status, ends_at FROM login_words WHERE session_id = :session_id ORDER BY id DESC LIMIT 1
    """,
    lambda word_id, status, ends_at: WordState(word_id, WordStatus(status), ends_at),
)
PRUNE = Query("DELETE FROM login_words WHERE id IN (SELECT id FROM login_words WHERE ends_at < :before LIMIT :most)")


def ask_for_word(session: Session, session_id: int, browser: str, now: datetime) -> AskedWord:
    """A new word for a browser, instead of the one before; it lives five minutes and signs in once."""
    DROP.run(session, {"session_id": session_id, **LIFECYCLE.values(WordEvent.ASKED_ANEW)})
    word, (numbers, shown) = new_login_word(), new_login_numbers()
    values = {"session_id": session_id, "word_hash": hash_word(word), "shown": shown, "numbers": numbers}
    ASK.run(session, {**values, "browser": browser, "now": now, "ends_at": now + LASTS})
    return AskedWord(word, shown, now + LASTS)


def hear_word(session: Session, word: str, owner: Owner, now: datetime) -> HeardWord | None:
    """Somebody sent a word; None for one that we did not give, is over, was sent before or opens another door."""
    values = {"word_hash": hash_word(word), **asdict(owner), "now": now}
    return HEAR.first(session, {**values, **LIFECYCLE.values(WordEvent.SENT)})


def tap_number(session: Session, word_id: int, owner: Owner, number: int | None, now: datetime) -> bool | None:
    """Whoever sent the word taps a number, None for *Not me*: whether it is the browser's own.

    One try: a wrong one ends the word. None when there was nothing to decide any more.
    """
    for is_right, event in ((True, WordEvent.TAPPED_RIGHT), (False, WordEvent.TAPPED_WRONG)):
        values = {"id": word_id, **asdict(owner), "number": number or 0, "right": is_right, "now": now}
        if TAP.run(session, {**values, **LIFECYCLE.values(event)}).first() is not None:
            who = Actor.customer(owner.customer_id) if owner.customer_id else SIGN_IN
            subject = str(who) if owner.customer_id else f"staff:{owner.staff_id}"
            record(session, actor=who, action=f"login-{event.value.replace(' ', '-')}", subject=subject)
            return is_right
    return None


def use_word(session: Session, session_id: int, now: datetime) -> Owner | None:
    """Whom a browser's word has proved, once; None while it has not."""
    return USE.first(session, {"session_id": session_id, "now": now, **LIFECYCLE.values(WordEvent.SIGNED_IN)})


def word_of(session: Session, session_id: int) -> WordState | None:
    """How far the newest word of a browser is."""
    return STATE.first(session, {"session_id": session_id})


def prune_words(session: Session, now: datetime, *, limit: int) -> int:
    """Forget words that ended more than a day ago; returns how many."""
    return PRUNE.run(session, {"before": now - KEEP, "most": limit}).count
