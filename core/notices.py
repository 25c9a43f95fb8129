"""Telling people about what changed: an outbox row of meaning, worded when it is sent.

Values are JSON and free of language: amounts as `…_paise`, moments as ISO UTC, names as {language: name}.
"""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, select

from core.actor import Role
from core.chats.tables import Chat
from core.mutes.actions import is_muted
from core.outbox.actions import enqueue, enqueue_notice, wake_senders
from core.outbox.tables import MessageClass, OutboxKind
from core.query import Query, Statement

LONGEST_WORDS = 700
ALERT = "alert-"  # how the keys begin of what founders are told; the rest is the kind, which can be muted
FOUNDERS = Statement(
    "SELECT c.id FROM chats c JOIN staff s ON s.id = c.staff_id WHERE s.role = :role AND s.active", int
)
JOIN_WAITING = Query(
    """
    UPDATE outbox SET body = jsonb_set(body, '{values,words}', to_jsonb(
        left(concat_ws(' · ', nullif(body -> 'values' ->> 'words', ''), nullif(CAST(:words AS text), '')), :longest)))
     WHERE chat_id = :chat_id AND kind = 'notice' AND status = 'pending' AND attempts = 0 AND body ->> 'key' = :key
       AND body -> 'values' ->> 'chat_id' = :about AND body -> 'values' ->> 'kind' = :kind
    RETURNING id
    """
)


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
    """Tell a customer whom we can write to.

    `key` names the wording `notices-<key>` and the template for outside the 24 h window.

    The caller has locked the customer's chat (`core.chats.locks`), which keeps notices in the order of the deeds.
    """
    body = {"key": key, "values": values}
    enqueue_notice(session, customer_id, body, message_class=message_class, order_id=order_id, dedupe_key=dedupe_key)


def notify_staff(
    session: Session, staff_id: int, key: str, values: dict[str, Any], *, dedupe_key: str | None = None
) -> None:
    """Tell one of the staff; nothing happens for somebody without a chat. The wording is `notices-<key>`."""
    chat_id = session.exec(select(Chat.id).where(Chat.staff_id == staff_id)).first()
    if chat_id is not None:
        body = {"key": key, "values": values}
        enqueue(session, OutboxKind.NOTICE, body, message_class=MessageClass.STAFF, chat_id=chat_id,
                dedupe_key=dedupe_key)  # fmt: skip


def notify_founders(
    session: Session, key: str, values: dict[str, Any], *, dedupe_key: str | None = None, merge: bool = False
) -> int:
    """Tell every active founder who has a chat; returns how many there are (none is a matter for `doctor`).

    A kind that she has muted is told nobody. The senders are woken at the commit: whoever answers a customer looks
    after that answer only.

    With `merge` the `words` join a notice of the same kind about the same chat that still waits to be sent: whoever
    writes without end keeps one line waiting, not all the founder's alerts.
    """
    chat_ids = _chats_of_founders(session)
    if is_muted(session, key.removeprefix(ALERT)):
        return len(chat_ids)
    for chat_id in chat_ids:
        if merge and _join_waiting(session, chat_id, key, values):
            continue
        enqueue(
            session,
            OutboxKind.NOTICE,
            {"key": key, "values": values},
            message_class=MessageClass.STAFF,
            chat_id=chat_id,
            dedupe_key=f"{dedupe_key}:{chat_id}" if dedupe_key else None,
        )
        wake_senders(session)
    return len(chat_ids)


def forward_to_founders(session: Session, body: dict[str, Any]) -> None:
    """Send every active founder a file or message of a customer as it is, when her chat may hear it.

    `body` holds `media` (kind, Meta's `id` of what came, mime_type, caption, filename) or a worded `message`, and
    `about_chat_id`, `name` and `kind` for what is said when it cannot be sent.
    """
    for chat_id in _chats_of_founders(session):
        enqueue(session, OutboxKind.FORWARD, body, message_class=MessageClass.STAFF, chat_id=chat_id)
        wake_senders(session)


def _chats_of_founders(session: Session) -> Sequence[int]:
    return FOUNDERS.all(session, {"role": Role.FOUNDER.value})


def _join_waiting(session: Session, chat_id: int, key: str, values: dict[str, Any]) -> bool:
    about = {"about": str(values["chat_id"]), "kind": str(values["kind"]), "words": str(values["words"])}
    joined = JOIN_WAITING.run(session, {"chat_id": chat_id, "key": key, "longest": LONGEST_WORDS, **about})
    return joined.first() is not None
