"""One turn of a chat: its oldest messages take effect, replies are written, rows are stamped, all or nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import structlog
from prometheus_client import Counter
from sqlmodel import Session

from bot.inbound import Inbound, InboundKind, parse_message
from bot.reply_senders import ReplySenders
from core.alerts.actions import raise_alert
from core.chats.actions import save_chat
from core.checkpoints import Checkpoint, reach
from core.clock import read_now
from core.db import is_trouble_of_the_database, transaction
from core.inbox.claims import ClaimedChat, PendingEvent, claim_turn, record_failure
from core.outbox.actions import wake_senders
from core.outbox.pictures import note_tap
from core.recognition.routing import route_unknown_senders
from flows.conversation import apologise_for_message, handle_message
from flows.edits import read_edits, typed_next
from jamango.worker_pool import Done

log = structlog.get_logger(__name__)

HANDLED = Counter("jamango_messages_handled_total", "Messages that took effect")
SET_ASIDE = Counter("jamango_messages_set_aside_total", "Messages that failed at every try")


@dataclass
class Handled:
    """Whether the customer now waits for something, the last message that can be shown as read (a call cannot), and
    whose buttons were tapped: Meta's ids of messages."""

    waits: bool = False
    last: str = ""
    tapped: list[str] = field(default_factory=list)


class TurnFailed(Exception):
    """A message could not be handled: carries which, so that the failure is counted on it."""

    def __init__(self, event_id: int, chat_id: int) -> None:
        super().__init__(event_id)
        self.event_id = event_id
        self.chat_id = chat_id


def take_turn(mark_read: Callable[[str, bool], None], reply_senders: ReplySenders | None = None) -> Done:
    """Handle one chat's oldest messages, or find chats for new senders.

    After the commit `reply_senders` send the answer (without them it waits in the outbox), and `mark_read` is told the
    last message handled, and whether the customer now waits.
    """
    reply = None
    try:
        with transaction() as session:
            turn = claim_turn(session)
            if turn is None:
                return Done.MORE if _route(session) else Done.NOTHING
            reach(Checkpoint.TURN_CLAIMED)
            handled = _handle(session, turn)
            if reply_senders and turn.events:
                reply = reply_senders.lease(session, turn.chat.id)
            for message_id in handled.tapped if reply is None else ():
                note_tap(session, turn.chat.id, message_id)
            reach(Checkpoint.TURN_NOT_COMMITTED)
    except TurnFailed as failure:
        _record(failure)
        return Done.MORE
    reach(Checkpoint.TURN_COMMITTED)
    if reply_senders and turn.events:
        reply_senders.send(turn.chat.id, reply)
    if handled.last:
        mark_read(handled.last, handled.waits)
    has_routed = False
    if turn.strangers_wait:
        with transaction() as session:
            has_routed = _route(session)
    return Done.MORE if has_routed or not turn.is_last else Done.LAST


def _route(session: Session) -> bool:
    routed = route_unknown_senders(session)
    if routed:
        reach(Checkpoint.SENDER_ROUTED)
    return routed > 0


def _handle(session: Session, turn: ClaimedChat) -> Handled:
    waiting = turn.waiting
    handled = Handled()
    if turn.events:
        turn.chat.served_at = turn.now
    messages = read_edits([parse_message(event.payload) for event in turn.events])
    for place, event in enumerate(turn.events):
        waiting -= 1
        turn.chat.last_inbound_at = max(turn.chat.last_inbound_at or event.sent_at, event.sent_at)
        _handle_one(session, turn, event, messages[place:], handled, more_waiting=waiting > 0)
    if turn.events:
        save_chat(session, turn.chat)
    HANDLED.inc(len(turn.events))
    return handled


def _handle_one(
    session: Session,
    turn: ClaimedChat,
    event: PendingEvent,
    messages: list[Inbound],
    handled: Handled,
    *,
    more_waiting: bool,
) -> None:
    """Let the first of `messages` take effect; the others come after it in this turn."""
    inbound = messages[0]
    try:
        handled.waits = handle_message(
            session,
            turn.chat,
            inbound,
            inbox_id=event.id,
            sent_at=event.sent_at,
            now=turn.now,
            more_waiting=more_waiting,
            following=typed_next(messages[1:]),
        )
        session.flush()
        if inbound.kind is not InboundKind.CALL:
            handled.last = inbound.message_id
        if inbound.kind is InboundKind.TAP and inbound.context_id:
            handled.tapped.append(inbound.context_id)
    except Exception as error:
        if is_trouble_of_the_database(error):
            raise  # not this message's: the next turn begins anew
        log.exception("message_failed", inbox=event.id, chat=turn.chat.id, attempt=event.attempts + 1)
        raise TurnFailed(event.id, turn.chat.id) from error


def _record(failure: TurnFailed) -> None:
    with transaction() as session:
        now: datetime = read_now(session)
        reason = type(failure.__cause__).__name__
        if record_failure(session, failure.event_id, reason, now):
            SET_ASIDE.inc()
            apologise_for_message(session, failure.chat_id, failure.event_id)
            wake_senders(session)
            raise_alert(session, "message-set-aside", f"inbox:{failure.event_id}", reason=reason)
