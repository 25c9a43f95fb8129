"""Turns of chats: their oldest messages take effect, replies are written, rows are stamped, all or nothing.

Turns of several customers may share a transaction (docs/decisions/0021-turns-share-a-commit.md).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog
from prometheus_client import Counter
from sqlmodel import Session

from bot.inbound import Inbound, InboundKind, parse_message
from bot.reply_senders import LeasedReply, ReplySenders
from core.alerts.actions import raise_alert
from core.changes.announcing import noted
from core.changes.rules import Change, Subject
from core.chats.actions import save_chats
from core.checkpoints import Checkpoint, reach
from core.clock import read_now
from core.db import BeginAnew, is_trouble_of_the_database, transaction
from core.inbox.claims import PendingEvent, record_failure
from core.inbox.turns import Claim, ClaimedChat, claim_turns, finish_turns
from core.outbox.actions import enqueue_message, wake_senders
from core.outbox.answers import Answer
from core.outbox.pictures import note_tap
from core.outbox.tables import MessageClass
from core.recognition.routing import route_unknown_senders
from flows.conversation import apologise_for_message, handle_message
from flows.edits import read_edits, typed_next
from flows.shared import SharedReads
from jamango.versions import SCHEMA
from jamango.worker_pool import Done

log = structlog.get_logger(__name__)

HANDLED = Counter("jamango_messages_handled_total", "Messages that took effect")
SET_ASIDE = Counter("jamango_messages_set_aside_total", "Messages that failed at every try")

MarkRead = Callable[[str, bool], None]


@dataclass
class Handled:
    """What a turn came to: whether the customer now waits for something, the last message that can be shown as read (a
    call cannot), whose buttons were tapped (Meta's ids of messages), and the reply to the last message, which has yet
    to be written. `lease` is what goes to Meta after the commit."""

    claimed: ClaimedChat
    waits: bool = False
    last: str = ""
    tapped: list[str] = field(default_factory=list)
    reply: dict[str, Any] | None = None
    lease: LeasedReply | None = None

    @property
    def chat_id(self) -> int:
        return self.claimed.chat.id


class TurnFailed(Exception):
    """A message could not be handled: carries which, so that the failure is counted on it, and how many `chats` had
    their turn in the same transaction."""

    def __init__(self, event_id: int, chat_id: int, chats: int) -> None:
        super().__init__(event_id)
        self.event_id = event_id
        self.chat_id = chat_id
        self.chats = chats


def take_turns(mark_read: MarkRead, reply_senders: ReplySenders | None = None) -> Done:
    """Handle the oldest messages of the chats that have waited longest, together; see `take_turn`.

    When one fails, nothing of it has happened, and each of them has its turn alone.
    """
    try:
        return _take(mark_read, reply_senders, together=True)
    except TurnFailed as failure:
        if failure.chats == 1:
            return _record(failure)
        log.warning("turns_failed_together", chats=failure.chats, error=type(failure.__cause__).__name__)
        for _ in range(failure.chats):
            take_turn(mark_read, reply_senders)
        return Done.MORE


def take_turn(mark_read: MarkRead, reply_senders: ReplySenders | None = None) -> Done:
    """Handle one chat's oldest messages, or find chats for new senders.

    After the commit `reply_senders` send the answer (without them it waits in the outbox), and `mark_read` is told the
    last message handled, and whether the customer now waits.
    """
    try:
        return _take(mark_read, reply_senders, together=False)
    except TurnFailed as failure:
        return _record(failure)


def _take(mark_read: MarkRead, reply_senders: ReplySenders | None, *, together: bool) -> Done:
    try:
        return _take_once(mark_read, reply_senders, together=together, may_begin_anew=True)
    except BeginAnew as refused:
        log.info("turns_begun_anew", refused=str(refused))
    return _take_once(mark_read, reply_senders, together=together, may_begin_anew=False)


def _take_once(
    mark_read: MarkRead, reply_senders: ReplySenders | None, *, together: bool, may_begin_anew: bool
) -> Done:
    with transaction(may_begin_anew=may_begin_anew) as session:
        claim = claim_turns(session, together=together)
        if claim is None:
            return Done.MORE if _route(session) else Done.NOTHING
        reach(Checkpoint.TURN_CLAIMED)
        turns = _handle_all(session, claim)
        finish_turns(session, claim, [turn.claimed for turn in turns])
        with _blamed_on(turns[-1].claimed, claim):
            _answer(session, turns, reply_senders)
        reach(Checkpoint.TURN_NOT_COMMITTED)
    reach(Checkpoint.TURN_COMMITTED)
    for turn in turns:
        if reply_senders and turn.claimed.events:
            reply_senders.send(turn.chat_id, turn.lease)
        if turn.last:
            mark_read(turn.last, turn.waits)
    HANDLED.inc(sum(len(turn.claimed.events) for turn in turns))
    return _what_is_next(claim, turns)


def _what_is_next(claim: Claim, turns: list[Handled]) -> Done:
    has_more = claim.others_wait or len(turns) < len(claim.chats)
    has_more |= any(turn.claimed.waiting > len(turn.claimed.events) for turn in turns)
    if claim.strangers_wait:
        with transaction() as session:
            has_more |= _route(session)
    return Done.MORE if has_more else Done.LAST


def _route(session: Session) -> bool:
    routed = route_unknown_senders(session)
    if routed:
        reach(Checkpoint.SENDER_ROUTED)
    return routed > 0


def _handle_all(session: Session, claim: Claim) -> list[Handled]:
    """Turn after turn, until one has changed what others change too: its locks must not wait for those of the next."""
    reads = SharedReads(session, claim.now, claim.customer_ids)
    their_own = {Change(Subject.CHAT, each.chat.id) for each in claim.chats}
    turns: list[Handled] = []
    for each in claim.chats:
        turns.append(_handle(session, claim, each, reads))
        if not noted(session) <= their_own:
            break
    return turns


def _handle(session: Session, claim: Claim, claimed: ClaimedChat, reads: SharedReads) -> Handled:
    chat, waiting, handled = claimed.chat, claimed.waiting, Handled(claimed)
    if claimed.events:
        chat.served_at = claim.now
    messages = read_edits([parse_message(event.payload) for event in claimed.events])
    for place, event in enumerate(claimed.events):
        waiting -= 1
        chat.last_inbound_at = max(chat.last_inbound_at or event.sent_at, event.sent_at)
        with _blamed_on(claimed, claim, event):
            _handle_one(session, handled, event, messages[place:], now=claim.now, more_waiting=waiting > 0, reads=reads)
    return handled


@contextmanager
def _blamed_on(claimed: ClaimedChat, claim: Claim, event: PendingEvent | None = None) -> Iterator[None]:
    """What fails here is counted on the message; on the chat's last one when its answer cannot be written. Whose it was
    of several chats shows when each has its turn alone."""
    try:
        yield
    except BeginAnew:
        raise
    except Exception as error:
        event = event or next(reversed(claimed.events), None)
        if event is None or is_trouble_of_the_database(error):
            raise  # not this message's: the next turn begins anew
        log.exception("message_failed", inbox=event.id, chat=claimed.chat.id, attempt=event.attempts + 1)
        raise TurnFailed(event.id, claimed.chat.id, len(claim.chats)) from error


def _handle_one(
    session: Session,
    handled: Handled,
    event: PendingEvent,
    messages: list[Inbound],
    *,
    now: datetime,
    more_waiting: bool,
    reads: SharedReads,
) -> None:
    """Let the first of `messages` take effect; the others come after it in this turn."""
    inbound = messages[0]
    answer = handle_message(
        session,
        handled.claimed.chat,
        inbound,
        inbox_id=event.id,
        sent_at=event.sent_at,
        now=now,
        more_waiting=more_waiting,
        following=typed_next(messages[1:]),
        reads=reads,
    )
    session.flush()
    handled.waits, handled.reply = answer
    if answer.reply is not None and event is not handled.claimed.events[-1]:
        _write(session, handled.chat_id, event.id, answer.reply)
    if inbound.kind is not InboundKind.CALL:
        handled.last = inbound.message_id
    if inbound.kind is InboundKind.TAP and inbound.context_id:
        handled.tapped.append(inbound.context_id)
    if any(change.subject is not Subject.CHAT for change in noted(session)):
        reads.forget()


def _answer(session: Session, turns: list[Handled], reply_senders: ReplySenders | None) -> None:
    """Write the chats back, and their answers: leased for the reply senders, or to wait in the outbox."""
    turns = [turn for turn in turns if turn.claimed.events]
    if not turns:
        return
    save_chats(session, [turn.claimed.chat for turn in turns])
    answers = [Answer(turn.chat_id, turn.claimed.events[-1].id, turn.reply) for turn in turns if turn.reply is not None]
    leased = reply_senders.write(session, answers) if reply_senders else {}
    for turn in turns:
        turn.lease = leased.get(turn.chat_id)
        if turn.lease is None:
            if turn.reply is not None:
                _write(session, turn.chat_id, turn.claimed.events[-1].id, turn.reply)
            turn.lease = reply_senders.lease(session, turn.chat_id, beside=len(leased)) if reply_senders else None
        for message_id in turn.tapped if turn.lease is None else ():
            note_tap(session, turn.chat_id, message_id)


def _write(session: Session, chat_id: int, answers_id: int, reply: dict[str, Any]) -> None:
    enqueue_message(session, chat_id, reply, answers_id=answers_id, message_class=MessageClass.REPLY)


def _record(failure: TurnFailed) -> Done:
    """Count the failure on the message; after the last try it is set aside, and the customer hears so.

    Raises Fault as `SCHEMA`: then nothing is counted.
    """
    with transaction() as session:
        SCHEMA.look(session)  # what fails on another version's tables is not the message's fault
        now: datetime = read_now(session)
        reason = type(failure.__cause__).__name__
        if record_failure(session, failure.event_id, reason, now):
            SET_ASIDE.inc()
            apologise_for_message(session, failure.chat_id, failure.event_id)
            wake_senders(session)
            raise_alert(session, "message-set-aside", f"inbox:{failure.event_id}", reason=reason)
    return Done.MORE
