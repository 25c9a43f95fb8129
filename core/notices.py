"""Telling people about what changed: an outbox row of meaning, worded when it is sent.

Values are JSON and free of language: amounts as `…_paise`, moments as ISO UTC, names as {language: name}.
"""

from typing import Any

from sqlmodel import Session, col, select

from core.chats.tables import Chat
from core.outbox.actions import enqueue
from core.outbox.tables import MessageClass, OutboxKind
from core.staff.tables import Role, Staff


def notify(
    session: Session,
    customer_id: int,
    key: str,
    values: dict[str, Any],
    *,
    message_class: MessageClass = MessageClass.ORDER,
    order_id: int | None = None,
    dedupe_key: str | None = None,
) -> None:
    """Tell a customer. `key` names the wording `notices-<key>` and the template for outside the 24 h window.

    The caller has locked the customer's chat (`core.chats.locks`), which keeps notices in the order of the deeds.
    """
    chat_id = session.exec(select(Chat.id).where(col(Chat.customer_id) == customer_id)).one()
    enqueue(
        session,
        OutboxKind.NOTICE,
        {"key": key, "values": values},
        message_class=message_class,
        chat_id=chat_id,
        order_id=order_id,
        dedupe_key=dedupe_key,
    )


def notify_founders(session: Session, key: str, values: dict[str, Any], *, dedupe_key: str | None = None) -> int:
    """Tell every active founder who has a chat; returns how many there are (none is a matter for `doctor`)."""
    statement = (
        select(Chat.id)
        .join(Staff, col(Staff.id) == col(Chat.staff_id))
        .where(col(Staff.role) == Role.FOUNDER, col(Staff.active))
    )
    chat_ids = session.exec(statement).all()
    for chat_id in chat_ids:
        enqueue(
            session,
            OutboxKind.NOTICE,
            {"key": key, "values": values},
            message_class=MessageClass.STAFF,
            chat_id=chat_id,
            dedupe_key=f"{dedupe_key}:{chat_id}" if dedupe_key else None,
        )
    return len(chat_ids)
