"""Finding (or opening) the chat of a sender whom the door did not know, and following those who got other names."""

from datetime import datetime

import structlog
from sqlmodel import Session

from core.alerts.actions import raise_alert
from core.clock import read_now
from core.db import is_trouble_of_the_database
from core.inbox.claims import record_failure
from core.inbox.senders import read_change, read_sender
from core.inbox.strangers import Stranger, give_chat, note_followed, set_aside, take_strangers
from core.outside import as_object, load
from core.recognition.actions import recognise
from core.recognition.changes import follow_change

log = structlog.get_logger(__name__)

SENDERS_AT_ONCE = 50

Sender = tuple[str | None, str | None]


def route_unknown_senders(session: Session) -> int:
    """Give every message without a chat the chat of its sender; returns how many were looked at.

    A message that names nobody cannot be answered: it is set aside as dead, with an alert. One whose sender cannot be
    recognised for a fault of ours is tried again later, five times in all, and holds nobody else up.
    """
    strangers = take_strangers(session, SENDERS_AT_ONCE)
    if not strangers:
        return 0
    now = read_now(session)
    chats: dict[Sender, int | None] = {}
    for stranger in strangers:
        if stranger.is_nameless:
            _take_nameless(session, stranger, now)
            continue
        sender = (stranger.phone, stranger.user_id)
        if sender not in chats:
            chats[sender] = _find_chat(session, stranger, now)
        chat_id = chats[sender]
        if chat_id is not None:
            give_chat(session, stranger.id, chat_id)
    return len(strangers)


def _find_chat(session: Session, stranger: Stranger, now: datetime) -> int | None:
    """The chat of a message's sender, opened if need be; None when that fails, which is noted on the message."""
    try:
        with session.begin_nested():
            letter = load(bytes(stranger.payload))
            sender = read_sender(as_object(letter, "message"), as_object(letter, "contact"))
            return recognise(
                session,
                phone=stranger.phone,
                user_id=stranger.user_id,
                parent_user_id=sender.parent_user_id,
                name=sender.name,
                now=now,
            ).chat_id
    except Exception as error:
        _note_failure(session, stranger, error, now)
        return None


def _take_nameless(session: Session, stranger: Stranger, now: datetime) -> None:
    """News of a change of names is followed and makes nobody; anything else without a sender is set aside."""
    try:
        with session.begin_nested():
            change = read_change(as_object(load(bytes(stranger.payload)), "message"))
            if change is None:
                set_aside(session, stranger.id)
                raise_alert(session, "message-without-sender", "whatsapp", event=stranger.id)
            else:
                error = "" if follow_change(session, change) else "nobody followed"
                note_followed(session, stranger.id, error)
    except Exception as error:
        _note_failure(session, stranger, error, now)


def _note_failure(session: Session, stranger: Stranger, error: Exception, now: datetime) -> None:
    if is_trouble_of_the_database(error):
        raise error
    log.error("sender_not_recognised", inbox=stranger.id, exc_info=error)
    if record_failure(session, stranger.id, type(error).__name__, now):
        raise_alert(session, "message-without-sender", "whatsapp", event=stranger.id)
