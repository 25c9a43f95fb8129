"""What becomes of a chat: who speaks in it, who waits, and where it stands.

Parked: a person speaks, and the bot is silent until `parked_until`. Waiting: a customer has said something that no
person has answered since `waits_since`, whether the bot speaks meanwhile or not.
"""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session

from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.chats.state import ChatState
from core.query import Query, one_of

SAVE = Query(
    f"""
    UPDATE chats SET script = said.script, step = said.step, memory = said.memory, turn = said.turn,
        last_inbound_at = said.last_inbound_at, served_at = said.served_at, parked_until = said.parked_until,
        waits_since = said.waits_since
    FROM jsonb_to_recordset(CAST(:chats AS jsonb)) AS said (id bigint, script text, step text, memory jsonb, turn int,
        last_inbound_at timestamptz, served_at timestamptz, parked_until timestamptz, waits_since timestamptz)
    WHERE chats.id = said.id AND chats.id = {one_of("ids")}
    """  # noqa: S608 - a list of ids
)
FORGET_TALK = Query(
    "UPDATE chats SET script = 'ordering', step = 'menu', memory = '{}', parked_until = NULL, waits_since = NULL"
    " WHERE id = :chat_id"
)
# One statement each on a chat that is not the turn's own: that one is locked already, and nobody may wait in a circle.
NOTE_ANSWER = text(
    """
    UPDATE chats SET waits_since = NULL, parked_until = greatest(parked_until, :until)
     WHERE id = :id AND customer_id IS NOT NULL
    """
)
SILENCE = text(
    """
    UPDATE chats SET parked_until = greatest(parked_until, :until) WHERE id = :id AND customer_id IS NOT NULL
    RETURNING id
    """
)
HAND_BACK = text(
    """
    UPDATE chats SET parked_until = NULL, waits_since = NULL
     WHERE id = :id AND (parked_until > :now OR waits_since IS NOT NULL) RETURNING id
    """
)

WRITTEN = ("id", "script", "step", "memory", "turn", "last_inbound_at", "served_at", "parked_until", "waits_since")


def save_chats(session: Session, chats: Sequence[ChatState]) -> None:
    """Write the whole state of chats whose rows are locked: once a turn, and apart from what the session watches, so
    that whoever locks and reads the same row meanwhile undoes nothing."""
    ids = [chat.id for chat in chats]
    states = [{name: getattr(chat, name) for name in WRITTEN} for chat in chats]
    SAVE.run(session, {"chats": json.dumps(states, default=datetime.isoformat), "ids": ids})
    note_change(session, Subject.CHAT, *ids)


def park(chat: ChatState, *, hours: int, now: datetime) -> None:
    """The customer of a turn's chat wants a person: the bot is silent for so long, and they wait."""
    chat.parked_until = now + timedelta(hours=hours)
    begin_to_wait(chat, now)


def begin_to_wait(chat: ChatState, now: datetime) -> None:
    """The customer of a turn's chat waits for a person, since the first thing that nobody has answered."""
    chat.waits_since = chat.waits_since or now


def bring_bot_back(chat: ChatState) -> None:
    """The bot speaks again in a turn's chat; the customer's place with the founder stays."""
    chat.parked_until = None


def silence_bot(session: Session, chat_id: int, *, hours: int, now: datetime) -> bool:
    """A person speaks in this customer's chat for so long at least; False when it is no customer's."""
    note_change(session, Subject.CHAT, chat_id)
    return session.execute(SILENCE, {"id": chat_id, "until": now + timedelta(hours=hours)}).first() is not None


def note_answer(session: Session, chat_id: int, *, hours: int, now: datetime) -> None:
    """A person has answered this customer: they wait no more, and the bot is silent for so long at least."""
    session.execute(NOTE_ANSWER, {"id": chat_id, "until": now + timedelta(hours=hours)})
    note_change(session, Subject.CHAT, chat_id)


def hand_back(session: Session, chat_id: int, now: datetime) -> bool:
    """The bot speaks again and nobody waits; False when that was so already."""
    note_change(session, Subject.CHAT, chat_id)
    return session.execute(HAND_BACK, {"id": chat_id, "now": now}).first() is not None


def forget_talk(session: Session, chat_id: int) -> None:
    """Forget where a conversation stood and what it remembered: a part of erasing somebody."""
    FORGET_TALK.run(session, {"chat_id": chat_id})
    note_change(session, Subject.CHAT, chat_id)
