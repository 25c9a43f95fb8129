"""Files and places of customers on their way to staff: leased, made ready outside any transaction, then a message.

They go only while the person's 24 h window is open, for no template can hold them; until then they wait.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.outbox.actions import enqueue, wake_senders
from core.outbox.leases import Lease, finish, lease_statement
from core.outbox.tables import MessageClass, OutboxKind
from core.query import Query

# Longer than fetching a file and handing it in again may take.
LEASE_SECONDS = 60
WINDOW_HOURS = 24
SECONDS_UNTIL_NEXT_LOOK = 3600

CLAIM = Query(
    lease_statement(
        (OutboxKind.FORWARD,),
        joined="JOIN chats ON chats.id = head.chat_id",
        returning="""item.id, item.edition, item.attempts, item.chat_id, item.body,
        coalesce(chats.last_inbound_at > jamango_now() - make_interval(hours => :window), false) AS may_go""",
    )
)
LET_GO = text(
    """
    UPDATE outbox SET next_attempt_at = jamango_now()
    WHERE chat_id = :chat_id AND kind = 'forward' AND status = 'pending' AND next_attempt_at > jamango_now()
    """
)


@dataclass(frozen=True, slots=True)
class Forward(Lease):
    """One leased file or place, see `core.notices.forward_to_founders` for its `body`."""

    chat_id: int
    body: dict[str, Any]
    may_go: bool


def claim_forward(session: Session) -> Forward | None:
    """Lease the one that has been due longest; the caller commits before any call."""
    row = CLAIM.run(session, {"lease_seconds": LEASE_SECONDS, "window": WINDOW_HOURS}).first()
    return None if row is None else Forward(**row._asdict())


def let_it_go(session: Session, forward: Forward, message: dict[str, Any]) -> None:
    """It is ready: from here on it is a message like any other; a reply to it finds its customer."""
    if finish(session, forward):
        body = {"message": message, "about_chat_id": forward.body.get("about_chat_id")}
        enqueue(session, OutboxKind.MESSAGE, body, message_class=MessageClass.STAFF, chat_id=forward.chat_id)
        wake_senders(session)


def release_forwards(session: Session, chat_id: int) -> None:
    """The person of this chat wrote, which opens the window: what waited for that goes now."""
    session.execute(LET_GO, {"chat_id": chat_id})
    wake_senders(session)
