"""What was not said to us in this chat: words in a group, and calls. One line each; nothing is ordered or moves.

(Asha writes "cancel" in a group that we are in)   → I read only what is written to me alone …
(Asha calls)                                       → Nobody can pick up here … and the founder hears who called
"""

from __future__ import annotations

from datetime import datetime, timedelta

from pydantic import Field
from sqlmodel import Session

from bot.inbound import Inbound, InboundKind
from bot.messages import Text
from core.chats.state import ChatState
from core.notices import notify_founders
from core.outbox.actions import enqueue_message
from core.outbox.tables import MessageClass
from core.views.conversations import correspondent_of
from core.wording import say
from flows.memory import Memory, Part

# People in a group talk on and who gets no answer calls again: neither is told the same thing twice in a row.
ONCE_IN = {"talk-group": timedelta(days=1), "talk-call": timedelta(minutes=10)}
WORDLESS = {InboundKind.REACTION, InboundKind.REVOKE, InboundKind.SYSTEM}


class AsidesMemory(Part):
    """When each of the lines was last said."""

    group_told_at: datetime | None = Field(default=None, alias="talk-group")
    call_told_at: datetime | None = Field(default=None, alias="talk-call")


def is_aside(inbound: Inbound) -> bool:
    return inbound.in_group or inbound.kind is InboundKind.CALL


def hear_aside(session: Session, chat: ChatState, inbound: Inbound, *, inbox_id: int, now: datetime) -> None:
    """Answer it with one line, now and then; the founder hears of a call that nobody answered."""
    if chat.staff_id is not None or inbound.kind in WORDLESS:
        return
    key, memory = "talk-call" if inbound.kind is InboundKind.CALL else "talk-group", Memory(chat.memory)
    if not _may_say(memory.part(AsidesMemory), key, now):
        return
    chat.memory = memory.to_stored()
    caller = correspondent_of(session, chat.id)
    line = Text(say(caller.language, key)).to_graph()
    enqueue_message(session, chat.id, line, answers_id=inbox_id, message_class=MessageClass.REPLY)
    if inbound.kind is InboundKind.CALL:
        values = {"name": caller.name or "…", "phone": f"+{caller.phone}" if caller.phone else "–"}
        notify_founders(session, "alert-missed-call", {"chat_id": chat.id, **values})


def _may_say(told: AsidesMemory, key: str, now: datetime) -> bool:
    """Whether it was not said lately; noted as said now."""
    is_call = key == "talk-call"
    told_at = told.call_told_at if is_call else told.group_told_at
    if told_at is not None and now - told_at < ONCE_IN[key]:
        return False
    if is_call:
        told.call_told_at = now
    else:
        told.group_told_at = now
    return True
