"""Claiming chats for their turns, and the messages that a turn is about.

A chat is claimed, not a message, because skipping locked messages would hand one customer's words to two workers
and lose their order (RELIABILITY §0.4). Several customers' chats may be claimed together, for turns that share a
transaction (docs/decisions/0021); a chat of staff is claimed alone, for its turn may wait for a customer's chat.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from core.chats.state import COLUMNS as CHAT
from core.chats.state import ChatState, chat_of
from core.inbox.claims import PendingEvent, read_event
from core.inbox.lifecycle import InboxAct
from core.inbox.line import line_up_again
from core.inbox.moves import move
from core.query import Query, one_of

MESSAGES_PER_TURN = 5
CHATS_AT_ONCE = 8

COLUMNS = ", ".join(f"chats.{name}" for name in CHAT)
STANDS_IN_LINE = """inbox.status = 'pending' AND inbox.kind = 'message' AND inbox.chat_id IS NOT NULL
      AND inbox.queued_at IS NOT NULL
      AND (inbox.next_attempt_at IS NULL OR inbox.next_attempt_at <= (SELECT jamango_now()))"""
# The first in line, straight from its index, however many wait.
FIRST_IN_LINE = f"""
    SELECT {COLUMNS} FROM inbox JOIN chats ON chats.id = inbox.chat_id
    WHERE {STANDS_IN_LINE}
    ORDER BY inbox.queued_at, inbox.id LIMIT 1 FOR NO KEY UPDATE OF chats SKIP LOCKED
    """  # noqa: S608 - the columns of our own table
CLAIM_CHAT = Query(FIRST_IN_LINE)
# And the customers behind a customer.
CLAIM_CHATS = Query(
    f"""
    WITH head AS ({FIRST_IN_LINE}), behind AS (
        SELECT {COLUMNS} FROM inbox JOIN chats ON chats.id = inbox.chat_id
        WHERE {STANDS_IN_LINE} AND (SELECT customer_id FROM head) IS NOT NULL
          AND chats.customer_id <> (SELECT customer_id FROM head)
        ORDER BY inbox.queued_at, inbox.id LIMIT {CHATS_AT_ONCE - 1} FOR NO KEY UPDATE OF chats SKIP LOCKED
    )
    SELECT * FROM head UNION ALL SELECT * FROM behind
    """  # noqa: S608 - the columns of our own table
)

# The oldest messages of chats whose rows are locked. One that is to be tried later ends the turn before it. One that
# was stored before the door could know its sender's chat may be older than all of these, so there is no turn until it
# has its chat. Whether another chat stands in line spares who comes back from these turns the look for it.
DUE_MESSAGES = f"""
    WITH line AS (
        SELECT id, chat_id, sent_at, count(*) OVER (PARTITION BY chat_id) AS waiting, row_number() OVER told AS place,
               bool_or(coalesce(next_attempt_at > jamango_now(), false)) OVER told AS is_held_up
        FROM inbox WHERE chat_id = {one_of("chat_ids")} AND status = 'pending' AND kind = 'message'
        WINDOW told AS (PARTITION BY chat_id ORDER BY sent_at, id)
    ), strangers AS (
        SELECT EXISTS (
            SELECT FROM inbox WHERE status = 'pending' AND kind = 'message' AND chat_id IS NULL) AS wait
    ), due AS (
        SELECT line.* FROM line, strangers
        WHERE line.place <= :most AND NOT is_held_up AND NOT (strangers.wait AND EXISTS (
            SELECT FROM inbox AS stray JOIN inbox AS known ON known.chat_id = line.chat_id
               AND known.status = 'pending' AND known.kind = 'message'
               AND (known.sender_phone = stray.sender_phone OR known.sender_user_id = stray.sender_user_id)
             WHERE stray.status = 'pending' AND stray.kind = 'message' AND stray.chat_id IS NULL
               AND (stray.next_attempt_at IS NULL OR stray.next_attempt_at <= jamango_now())))
    )
"""  # noqa: S608 - a list of ids
MESSAGE = """item.id, item.chat_id, item.event_key, item.payload, item.sent_at, item.received_at, item.attempts,
    (SELECT jamango_now()) AS now, due.waiting, strangers.wait AS strangers_wait, EXISTS (
        SELECT FROM inbox AS other WHERE other.status = 'pending' AND other.kind = 'message'
           AND other.chat_id <> ALL(:chat_ids) AND other.queued_at IS NOT NULL
           AND (other.next_attempt_at IS NULL OR other.next_attempt_at <= (SELECT jamango_now()))) AS others_wait"""
# Those of one chat are handled from here on unless the transaction fails; of several, not all may have their turn.
TAKE_MESSAGES = Query(
    DUE_MESSAGES + move(InboxAct.HANDLE, "item.id = due.id", source="due, strangers", returning=MESSAGE)
)
# Each is handled as of the claim, on both ways: what arrives while turns are taken comes after all of them.
HANDLE_AS_CLAIMED = Query(move(InboxAct.HANDLE, f"item.id = {one_of('ids')}", at=":claimed_at"))
SEE_MESSAGES = Query(
    f"{DUE_MESSAGES} SELECT {MESSAGE} FROM due JOIN inbox AS item ON item.id = due.id, strangers"  # noqa: S608 - parts
)


@dataclass(frozen=True, slots=True)
class ClaimedChat:
    """One chat, locked, with its oldest messages in order, and how many waited in all.

    `events` is empty while an older message of this chat is to be tried later, or has no chat yet.
    """

    chat: ChatState
    events: list[PendingEvent]
    waiting: int


@dataclass(frozen=True, slots=True)
class Claim:
    """Chats that are ours for this transaction, in the order of the line, and the moment of the claim.

    `strangers_wait` when there may be messages that have no chat yet; `others_wait` when there is a turn to be taken in
    another chat, as far as could be seen.
    """

    chats: list[ClaimedChat]
    now: datetime
    strangers_wait: bool = True
    others_wait: bool = True
    are_handled: bool = False

    @property
    def customer_ids(self) -> list[int]:
        return [each.chat.customer_id for each in self.chats if each.chat.customer_id is not None]


def claim_turns(session: Session, *, together: bool = False) -> Claim | None:
    """Lock the chat that has waited longest, and see its oldest messages; None when nobody waits.

    `together` with the other customers behind it in the line, at most eight in all. The chats are the turns' own:
    `save_chats` writes back what becomes of them, and `finish_turns` says who had a turn.
    """
    found = (CLAIM_CHATS if together else CLAIM_CHAT).run(session, {}).all()
    if not found:
        return None
    chats = {row.id: chat_of(row) for row in found}
    see = TAKE_MESSAGES if len(chats) == 1 else SEE_MESSAGES
    rows = see.run(session, {"chat_ids": list(chats), "most": MESSAGES_PER_TURN}).all()
    of_chat: dict[int, list[PendingEvent]] = {chat_id: [] for chat_id in chats}
    waiting = {row.chat_id: row.waiting for row in rows}
    for row in sorted(rows, key=lambda row: (row.sent_at, row.id)):
        of_chat[row.chat_id].append(read_event(row))
    claimed = [ClaimedChat(chat, of_chat[chat_id], waiting.get(chat_id, 0)) for chat_id, chat in chats.items()]
    if not rows:
        return Claim(claimed, claimed[0].chat.created_at)
    first = rows[0]
    return Claim(claimed, first.now, first.strangers_wait, first.others_wait, are_handled=len(chats) == 1)


def finish_turns(session: Session, claim: Claim, taken: Sequence[ClaimedChat]) -> None:
    """These had their turn: their messages are handled, and who has more to say lines up again. The others of the claim
    keep their place in the line."""
    handled = [event.id for each in taken for event in each.events]
    if handled and not claim.are_handled:
        HANDLE_AS_CLAIMED.run(session, {"ids": handled, "claimed_at": claim.now})
    for each in taken:
        if not each.events or each.waiting > len(each.events):
            line_up_again(session, each.chat.id)
