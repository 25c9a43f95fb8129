"""Finding (or opening) the chat of a sender whom the door did not know, and following those who got other names."""

from collections.abc import Sequence
from datetime import datetime

import structlog
from sqlmodel import Session

from core.alerts.actions import raise_alert
from core.clock import read_now
from core.db import is_trouble_of_the_database
from core.identities.names import Names
from core.inbox.claims import record_failure
from core.inbox.senders import read_change, read_sender
from core.inbox.strangers import Stranger, give_chats, note_followed, set_aside, take_strangers
from core.outside import as_object, load
from core.recognition.actions import recognise
from core.recognition.changes import follow_change
from core.recognition.newcomers import Newcomer, meet_newcomers

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
    # News among them are of the names that the others have: then one after another, in the order of sending.
    has_news = any(stranger.is_nameless for stranger in strangers)
    chats = {} if has_news else _meet_all(session, strangers, now)
    found: dict[int, int] = {}
    for stranger in strangers:
        if stranger.is_nameless:
            _take_nameless(session, stranger, now)
            continue
        sender = _sender_of(stranger)
        if sender not in chats:
            chats[sender] = _find_chat(session, stranger, now)
        chat_id = chats[sender]
        if chat_id is not None:
            found[stranger.id] = chat_id
    give_chats(session, found)
    return len(strangers)


def _sender_of(stranger: Stranger) -> Sender:
    return stranger.phone, stranger.user_id


def _meet_all(session: Session, strangers: Sequence[Stranger], now: datetime) -> dict[Sender, int | None]:
    """The chats of those who are new beyond doubt, opened together; nobody's when that fails."""
    newcomers: dict[Sender, Newcomer] = {}
    try:
        for stranger in strangers:
            if _sender_of(stranger) not in newcomers:
                newcomers[_sender_of(stranger)] = _read_newcomer(stranger)
        with session.begin_nested():
            chats = meet_newcomers(session, list(newcomers.values()), now)
    except Exception as error:
        if is_trouble_of_the_database(error):
            raise
        log.warning("strangers_met_one_by_one", strangers=len(strangers), error=type(error).__name__)
        return {}
    return {sender: chats[newcomer] for sender, newcomer in newcomers.items() if newcomer in chats}


def _read_newcomer(stranger: Stranger) -> Newcomer:
    letter = load(bytes(stranger.payload))
    sender = read_sender(as_object(letter, "message"), as_object(letter, "contact"))
    return Newcomer(Names(stranger.phone, stranger.user_id, sender.parent_user_id), sender.name)


def _find_chat(session: Session, stranger: Stranger, now: datetime) -> int | None:
    """The chat of a message's sender, opened if need be; None when that fails, which is noted on the message."""
    try:
        with session.begin_nested():
            names, name = _read_newcomer(stranger)
            return recognise(
                session,
                phone=names.phone,
                user_id=names.user_id,
                parent_user_id=names.parent_user_id,
                name=name,
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
