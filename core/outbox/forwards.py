"""Files and places of customers on their way to staff: leased, made ready outside any transaction, then a message.

They go only while the person's 24 h window is open, for no template can hold them; until then they wait.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.outbox.actions import enqueue, wake_senders
from core.outbox.tables import MessageClass, OutboxKind
from core.query import Query

# Longer than fetching a file and handing it in again may take.
LEASE_SECONDS = 60
WINDOW_HOURS = 24
SECONDS_UNTIL_NEXT_LOOK = 3600

CLAIM = Query(
    """
    UPDATE outbox AS item SET status = 'leased', attempts = item.attempts + 1,
        leased_until = jamango_now() + make_interval(secs => :lease)
    FROM chats WHERE chats.id = item.chat_id AND item.id = (
        SELECT id FROM outbox
         WHERE kind = 'forward' AND status IN ('pending', 'leased') AND next_attempt_at <= (SELECT jamango_now())
           AND (status = 'pending' OR leased_until <= (SELECT jamango_now()))
         ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING item.id, item.chat_id, item.body, item.attempts,
        coalesce(chats.last_inbound_at > jamango_now() - make_interval(hours => :window), false) AS may_go
    """
)
END = text(
    """
    UPDATE outbox SET status = :status, done_at = jamango_now(), leased_until = NULL, error = :error
    WHERE id = :id AND status = 'leased' AND attempts = :attempts RETURNING id
    """
)
PUT_BACK = text(
    """
    UPDATE outbox SET status = 'pending', leased_until = NULL, error = :error, attempts = attempts - :unburnt,
        next_attempt_at = jamango_now() + make_interval(secs => :wait)
    WHERE id = :id AND status = 'leased' AND attempts = :attempts
    """
)
RELEASE = text(
    """
    UPDATE outbox SET next_attempt_at = jamango_now()
    WHERE chat_id = :chat_id AND kind = 'forward' AND status = 'pending' AND next_attempt_at > jamango_now()
    """
)


@dataclass(frozen=True)
class Forward:
    """One leased file or place, see `core.notices.forward_to_founders` for its `body`; `attempts` counts this try."""

    id: int
    chat_id: int
    body: dict[str, Any]
    attempts: int
    may_go: bool


def claim_forward(session: Session) -> Forward | None:
    """Lease the one that has been due longest; the caller commits before any call."""
    row = CLAIM.run(session, {"lease": LEASE_SECONDS, "window": WINDOW_HOURS}).mappings().first()
    return None if row is None else Forward(**row)


def let_it_go(session: Session, forward: Forward, message: dict[str, Any]) -> None:
    """It is ready: from here on it is a message like any other; a reply to it finds its customer."""
    if _end(session, forward, "done", ""):
        body = {"message": message, "about_chat_id": forward.body.get("about_chat_id")}
        enqueue(session, OutboxKind.MESSAGE, body, message_class=MessageClass.STAFF, chat_id=forward.chat_id)
        wake_senders(session)


def give_up(session: Session, forward: Forward, reason: str) -> bool:
    """It cannot be sent on; False when somebody else has ended it meanwhile."""
    return _end(session, forward, "dead", reason)


def try_later(session: Session, forward: Forward, *, wait: float, error: str, burn: bool) -> None:
    values = {"id": forward.id, "attempts": forward.attempts, "wait": wait, "error": error, "unburnt": int(not burn)}
    session.execute(PUT_BACK, values)


def release_forwards(session: Session, chat_id: int) -> None:
    """The person of this chat wrote, which opens the window: what waited for that goes now."""
    session.execute(RELEASE, {"chat_id": chat_id})
    wake_senders(session)


def _end(session: Session, forward: Forward, status: str, error: str) -> bool:
    values = {"id": forward.id, "attempts": forward.attempts, "status": status, "error": error[:500]}
    return session.execute(END, values).first() is not None
