"""Putting intents into the outbox; the worker carries them out after the commit."""

import json
from datetime import datetime
from typing import Any

from sqlmodel import Session

from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.outbox.lifecycle import OutboxEvent
from core.outbox.moves import move
from core.outbox.tables import MessageClass, OutboxKind
from core.query import Query

WAKE_CHANNEL = "jamango_outbox"

ENQUEUE = Query(
    """
    INSERT INTO outbox (kind, message_class, chat_id, order_id, answers_id, dedupe_key, body, next_attempt_at)
    VALUES (:kind, :message_class, :chat_id, :order_id, :answers_id, :dedupe_key, CAST(:body AS jsonb),
            coalesce(CAST(:due_at AS timestamptz), jamango_now()))
    ON CONFLICT DO NOTHING
    RETURNING id
    """
)
# Who has no name on WhatsApp, a guest of the web shop, looks at the order's page instead.
ENQUEUE_NOTICE = Query(
    """
    INSERT INTO outbox (kind, message_class, chat_id, order_id, dedupe_key, body)
    SELECT 'notice', :message_class, c.id, CAST(:order_id AS bigint), :dedupe_key, CAST(:body AS jsonb) FROM chats c
     WHERE c.customer_id = :customer_id AND EXISTS (SELECT FROM identities i WHERE i.customer_id = c.customer_id)
    ON CONFLICT DO NOTHING
    RETURNING chat_id
    """
)
# Somebody who writes without end, faster than we may answer, gets the newest answers: of those that nobody has tried to
# send, the latest nineteen stay. One that a sender is about to take is left to it.
MOST_WAITING_ANSWERS = 19
OVERTAKEN = f"""item.id IN (
            SELECT id FROM outbox WHERE status = 'pending' AND id IN (
                SELECT id FROM outbox WHERE chat_id = :chat_id AND status = 'pending' AND attempts = 0
                   AND kind = 'message' AND message_class = 'reply' AND answers_id IS NOT NULL
                ORDER BY id DESC OFFSET {MOST_WAITING_ANSWERS})
            FOR UPDATE SKIP LOCKED)"""  # noqa: S608 - a number
ENQUEUE_MESSAGE = Query(
    f"""
    WITH overtaken AS ({move(OutboxEvent.DROP, OVERTAKEN, sets="error = 'overtaken'")})
    INSERT INTO outbox (kind, message_class, chat_id, answers_id, body)
    VALUES ('message', :message_class, :chat_id, :answers_id, CAST(:body AS jsonb))
    """  # noqa: S608 - a statement of core.outbox.moves
)

NOTIFY = Query(f"NOTIFY {WAKE_CHANNEL}")
REPLY_WAITS = Query(
    """
    SELECT EXISTS (SELECT FROM outbox WHERE chat_id = :chat_id AND status = 'pending'
        AND kind = 'message' AND message_class = 'reply') AS waits
    """
)


def enqueue(
    session: Session,
    kind: OutboxKind,
    body: dict[str, Any],
    *,
    message_class: MessageClass = MessageClass.REPLY,
    chat_id: int | None = None,
    order_id: int | None = None,
    answers_id: int | None = None,
    dedupe_key: str | None = None,
    due_at: datetime | None = None,
) -> bool:
    """Add one intent; False when its `dedupe_key` is already there. `due_at` is UTC, at once when None."""
    values: dict[str, Any] = {
        "kind": kind.value,
        "body": json.dumps(body, ensure_ascii=False),
        "message_class": message_class.value,
        "chat_id": chat_id,
        "order_id": order_id,
        "answers_id": answers_id,
        "dedupe_key": dedupe_key,
        "due_at": due_at,
    }
    if chat_id is not None:
        note_change(session, Subject.CHAT, chat_id)
    return ENQUEUE.run(session, values).first() is not None


def enqueue_notice(
    session: Session,
    customer_id: int,
    body: dict[str, Any],
    *,
    message_class: MessageClass,
    order_id: int | None,
    dedupe_key: str | None,
) -> None:
    """Add a notice to a customer's chat, unless its `dedupe_key` is already there or nobody can write to them."""
    values = {
        "customer_id": customer_id,
        "body": json.dumps(body, ensure_ascii=False),
        "message_class": message_class.value,
        "order_id": order_id,
        "dedupe_key": dedupe_key,
    }
    note_change(session, Subject.CHAT, *(row.chat_id for row in ENQUEUE_NOTICE.run(session, values)))


def enqueue_message(
    session: Session,
    chat_id: int,
    graph: dict[str, Any],
    *,
    answers_id: int | None,
    message_class: MessageClass,
    otherwise: dict[str, Any] | None = None,
) -> None:
    """Add a worded message (Graph's shape) to a chat, for who wakes the senders after the commit (a turn's worker).

    `otherwise` is what goes in its place when the person's WhatsApp cannot show it (`core.outbox.editions`).
    No NOTIFY here: its lock at the commit makes every turn wait for the others' disk.
    """
    parameters = {
        "chat_id": chat_id,
        "body": json.dumps({"message": graph, **({"otherwise": otherwise} if otherwise else {})}, ensure_ascii=False),
        "answers_id": answers_id,
        "message_class": message_class.value,
    }
    note_change(session, Subject.CHAT, chat_id)
    ENQUEUE_MESSAGE.run(session, parameters)


def reply_waits(session: Session, chat_id: int) -> bool:
    """Whether an answer of ours still waits for its turn to be sent (one that is under way has had it)."""
    return bool(REPLY_WAITS.run(session, {"chat_id": chat_id}).scalar_one())


def wake_senders(session: Session) -> None:
    """Tell waiting workers, at commit, that there is something to send. A lost wake-up costs one poll."""
    NOTIFY.run(session, {})
