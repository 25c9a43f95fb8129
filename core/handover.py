"""A person speaks with a customer in the shop's name: their answer, and the chat's way back to the bot.

Above chats, outbox and audit, because it is all three; whoever answers (the founder's chat, the office) comes by here.
"""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.chats.actions import hand_back, note_answer, silence_bot
from core.outbox.actions import enqueue, wake_senders
from core.outbox.tables import MessageClass, OutboxKind
from core.shop.queries import read_shop
from core.staff.rules import Right, require


def answer_customer(session: Session, actor: Actor, chat_id: int, graph: dict[str, Any], now: datetime) -> None:
    """Send a person's words (a message of Graph's shape) to a customer; the bot stays silent there for the shop's
    `handover_hours`, or until the chat is handed back. Raises Refusal `not-allowed`."""
    require(actor, Right.ANSWER_CHATS)
    enqueue(session, OutboxKind.MESSAGE, {"message": graph}, chat_id=chat_id)
    wake_senders(session)
    note_answer(session, chat_id, hours=read_shop(session).handover_hours, now=now)
    record(session, actor=actor, action="answered-customer", subject=f"chat:{chat_id}")


def end_handover(session: Session, actor: Actor, chat_id: int, now: datetime) -> bool:
    """Let the bot speak again with this customer; False when nobody had waited there. Raises Refusal `not-allowed`."""
    require(actor, Right.ANSWER_CHATS)
    handed = hand_back(session, chat_id, now)
    if handed:
        record(session, actor=actor, action="handed-back", subject=f"chat:{chat_id}")
    return handed


def take_over(session: Session, actor: Actor, chat_id: int, now: datetime) -> None:
    """Speak with a customer in the bot's place from now on, without having answered yet. Raises Refusal
    `not-allowed`."""
    require(actor, Right.ANSWER_CHATS)
    if silence_bot(session, chat_id, hours=read_shop(session).handover_hours, now=now):
        record(session, actor=actor, action="taken-over", subject=f"chat:{chat_id}")


def ask_to_write(session: Session, actor: Actor, chat_id: int, now: datetime) -> None:
    """Ask a customer who wrote more than a day ago to write again, by the one template for it; once a day at most.

    Raises Refusal `not-allowed`.
    """
    require(actor, Right.ANSWER_CHATS)
    body = {"key": "write-back", "values": {"shop": read_shop(session).name}}
    enqueue(session, OutboxKind.NOTICE, body, message_class=MessageClass.ORDER, chat_id=chat_id,
            dedupe_key=f"write-back:{chat_id}:{now:%Y-%m-%d}")  # fmt: skip
    wake_senders(session)
    record(session, actor=actor, action="asked-to-write", subject=f"chat:{chat_id}")
