"""Messages whose sender has no chat yet: taken by the router, given a chat, or set aside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import text
from sqlmodel import Session

from core.inbox.lifecycle import InboxAct
from core.inbox.moves import move
from core.query import Query, Statement


class Stranger(NamedTuple):
    """One message, locked. `payload` is its JSON as bytes; without phone and user id nobody is named."""

    id: int
    phone: str | None
    user_id: str | None
    payload: bytes

    @property
    def is_nameless(self) -> bool:
        return self.phone is None and self.user_id is None


ROUTING_LOCK = 7_266_022
# One router at a time: two of them would make two customers of one person's first two messages.
LOCK = Query(
    """
    SELECT pg_try_advisory_xact_lock(:lock) AS ours WHERE EXISTS (
        SELECT FROM inbox WHERE status = 'pending' AND kind = 'message' AND chat_id IS NULL
           AND (next_attempt_at IS NULL OR next_attempt_at <= jamango_now()))
    """
)

# Somebody's new number writes as soon as it is theirs: news of a change, which come without a sender, take effect
# before the strangers of the same second are met.
UNROUTED = Statement(
    """
    SELECT id, sender_phone AS phone, sender_user_id AS user_id, payload FROM inbox
    WHERE status = 'pending' AND kind = 'message' AND chat_id IS NULL
      AND (next_attempt_at IS NULL OR next_attempt_at <= jamango_now())
    ORDER BY sent_at, (sender_phone IS NULL AND sender_user_id IS NULL) DESC, id LIMIT :most FOR UPDATE SKIP LOCKED
    """,
    Stranger,
)
GIVE_CHATS = Query(
    """
    UPDATE inbox SET chat_id = found.chat_id
      FROM unnest(CAST(:ids AS bigint[]), CAST(:chat_ids AS bigint[])) AS found (id, chat_id)
     WHERE inbox.id = found.id
    """
)
FOLLOWED = text(move(InboxAct.HANDLE, "item.id = :id", error=":error", sets="kind = 'news'"))
SET_ASIDE = text(move(InboxAct.SET_ASIDE, "item.id = :id", error="'no sender'"))


def take_strangers(session: Session, most: int) -> list[Stranger]:
    """Lock the oldest of them, if there are any and no other router is at work."""
    if not LOCK.run(session, {"lock": ROUTING_LOCK}).scalar():
        return []
    return UNROUTED.all(session, {"most": most})


def give_chats(session: Session, chats: Mapping[int, int]) -> None:
    """Each message (by its id) waits in its chat's line from now on."""
    if chats:
        GIVE_CHATS.run(session, {"ids": list(chats), "chat_ids": list(chats.values())})


def note_followed(session: Session, event_id: int, error: str) -> None:
    """It was news of a change of names, and is done."""
    session.execute(FOLLOWED, {"id": event_id, "error": error})


def set_aside(session: Session, event_id: int) -> None:
    """It names nobody who could be answered."""
    session.execute(SET_ASIDE, {"id": event_id})
