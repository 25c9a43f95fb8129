"""Remembering a browser, signing in and out. Doors hold the token; only its hash comes here."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session

from core.query import Query
from core.sessions.queries import Owner

KEEP = timedelta(days=30)  # ended ones, so that "where was I signed in" can still be answered

BEGIN = text(
    """
    INSERT INTO sessions (area, token_hash, customer_id, staff_id, browser, began_at, seen_at, ends_at)
    VALUES (:area, :token_hash, :customer_id, :staff_id, :browser, :now, :now, :ends_at)
    ON CONFLICT (token_hash) DO NOTHING
    """
)
# The same row, so that what a guest had (a cart) is hers after she signed in; the old token opens nothing any more.
ROTATE = Query(
    """
    UPDATE sessions SET token_hash = :token_hash, customer_id = :customer_id, staff_id = :staff_id, guest_id = NULL,
           browser = :browser, proved_at = NULL, began_at = :now, seen_at = :now, ends_at = :ends_at
     WHERE token_hash = :old_hash AND area = :area AND ended_at IS NULL AND customer_id IS NULL AND staff_id IS NULL
     RETURNING id
    """
)
SEE = text("UPDATE sessions SET seen_at = :now WHERE id = :id AND ended_at IS NULL AND seen_at < :now")
PROVE = text("UPDATE sessions SET proved_at = :now WHERE id = :id AND ended_at IS NULL")
# Two tabs that put something in at once fill one cart.
NOTE_GUEST = Query(
    """
    UPDATE sessions SET guest_id = coalesce(guest_id, :guest_id)
     WHERE id = :id AND customer_id IS NULL AND staff_id IS NULL RETURNING guest_id
    """
)
END = text("UPDATE sessions SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
END_BY_TOKEN = text(
    "UPDATE sessions SET ended_at = :now WHERE token_hash = :token_hash AND area = :area AND ended_at IS NULL"
)
END_ONE_OF = text(
    """
    UPDATE sessions SET ended_at = :now
     WHERE id = :id AND (customer_id = :customer_id OR staff_id = :staff_id) AND ended_at IS NULL
    """
)
END_ALL_OF = text(
    """
    UPDATE sessions SET ended_at = :now
     WHERE (customer_id = :customer_id OR staff_id = :staff_id) AND ended_at IS NULL AND id <> :except_id
    """
)
PRUNE = text(
    """
    DELETE FROM sessions WHERE id IN (
        SELECT id FROM sessions WHERE least(ends_at, ended_at) < :before LIMIT :most FOR UPDATE SKIP LOCKED
    )
    """
)


def begin_session(
    session: Session, area: str, token_hash: str, owner: Owner, *, browser: str, now: datetime, ends_at: datetime
) -> None:
    """Remember a browser under the hash of its token. One that is known stays what it is, be it over."""
    values = {"area": area, "token_hash": token_hash, "browser": browser, "now": now, "ends_at": ends_at}
    session.execute(BEGIN, {**values, "customer_id": owner.customer_id, "staff_id": owner.staff_id})


def sign_in(
    session: Session, area: str, owner: Owner, *, old_hash: str, token_hash: str, browser: str, now: datetime,
    ends_at: datetime,
) -> None:  # fmt: skip
    """Sign an owner in under a new token, whatever token the browser came with.

    A guest's session goes on as the owner's. One of an owner ends: nobody inherits what was somebody else's.
    """
    values = {"area": area, "old_hash": old_hash, "token_hash": token_hash, "browser": browser, "now": now}
    owned = {"customer_id": owner.customer_id, "staff_id": owner.staff_id, "ends_at": ends_at}
    if ROTATE.run(session, {**values, **owned}).one_or_none() is None:
        session.execute(END_BY_TOKEN, {"token_hash": old_hash, "area": area, "now": now})
        begin_session(session, area, token_hash, owner, browser=browser, now=now, ends_at=ends_at)


def note_guest(session: Session, session_id: int, guest_id: int) -> int:
    """Note in whose name a browser shops that nobody signed in on; returns who it is, for one that had somebody.

    Raises NoResultFound when somebody signed in meanwhile.
    """
    return int(NOTE_GUEST.run(session, {"id": session_id, "guest_id": guest_id}).scalar_one())


def note_seen(session: Session, session_id: int, now: datetime) -> None:
    """Note that a browser was here, which keeps its session from ending of idleness."""
    session.execute(SEE, {"id": session_id, "now": now})


def note_proof(session: Session, session_id: int, now: datetime) -> None:
    """Note that its owner has proved again who they are: for a while, what is asked of them then is open."""
    session.execute(PROVE, {"id": session_id, "now": now})


def end_session(session: Session, session_id: int, now: datetime) -> None:
    """Sign out: the token opens nothing from now on."""
    session.execute(END, {"id": session_id, "now": now})


def end_one_session(session: Session, owner: Owner, session_id: int, now: datetime) -> bool:
    """Sign an owner out on another browser of hers; False when that one is not hers, or is over."""
    values = {"id": session_id, "customer_id": owner.customer_id, "staff_id": owner.staff_id, "now": now}
    return session.connection().execute(END_ONE_OF, values).rowcount > 0


def end_all_sessions(session: Session, owner: Owner, now: datetime, *, except_id: int = 0) -> int:
    """Sign an owner out everywhere but on one browser; returns on how many."""
    values = {"customer_id": owner.customer_id, "staff_id": owner.staff_id, "except_id": except_id, "now": now}
    return session.connection().execute(END_ALL_OF, values).rowcount


def prune_sessions(session: Session, now: datetime, *, limit: int) -> int:
    """Forget sessions that ended more than thirty days ago; returns how many."""
    return session.connection().execute(PRUNE, {"before": now - KEEP, "most": limit}).rowcount
