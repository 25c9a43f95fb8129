"""What was not said to us in this chat: words in a group, and calls. One line each; nothing is ordered or moves.

(Asha writes "cancel" in a group that we are in)   → I read only what is written to me alone …
(Asha calls)                                       → Nobody can pick up here … and the founder hears who called
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session

from bot.inbound import Inbound, InboundKind
from bot.messages import Text
from core.chats.tables import Chat
from core.notices import notify_founders
from core.outbox.actions import enqueue_message
from core.outbox.tables import MessageClass
from core.wording import say

# People in a group talk on and who gets no answer calls again: neither is told the same thing twice in a row.
ONCE_IN = {"talk-group": timedelta(days=1), "talk-call": timedelta(minutes=10)}
WORDLESS = {InboundKind.REACTION, InboundKind.REVOKE, InboundKind.SYSTEM}
CALLER = text(
    """
    SELECT u.name, u.language, coalesce((SELECT i.value FROM identities i
             WHERE i.customer_id = u.id AND i.kind = 'phone' LIMIT 1), nullif(u.contact_phone, '')) AS phone
      FROM users u WHERE u.id = :customer_id
    """
)


def is_aside(inbound: Inbound) -> bool:
    return inbound.in_group or inbound.kind is InboundKind.CALL


def hear_aside(session: Session, chat: Chat, inbound: Inbound, *, inbox_id: int, now: datetime) -> None:
    """Answer it with one line, now and then; the founder hears of a call that nobody answered."""
    key = "talk-call" if inbound.kind is InboundKind.CALL else "talk-group"
    if chat.staff_id is not None or inbound.kind in WORDLESS or _was_said_lately(chat, key, now):
        return
    chat.memory = {**chat.memory, key: now.isoformat(timespec="seconds")}
    caller = session.execute(CALLER, {"customer_id": chat.customer_id}).one()
    line = Text(say(caller.language, key)).to_graph()
    enqueue_message(session, chat.id, line, answers_id=inbox_id, message_class=MessageClass.REPLY)
    if inbound.kind is InboundKind.CALL:
        values = {"name": caller.name or "…", "phone": f"+{caller.phone}" if caller.phone else "–"}
        notify_founders(session, "alert-missed-call", {"chat_id": chat.id, **values})


def _was_said_lately(chat: Chat, key: str, now: datetime) -> bool:
    said_at = chat.memory.get(key)
    return said_at is not None and now - datetime.fromisoformat(said_at) < ONCE_IN[key]
