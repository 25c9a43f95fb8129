"""What WhatsApp reports of our messages: it arrives in any order, more than once, and never moves a status back.

Rank (invariant I17): sent < failed < delivered < read. A failure ends the matter unless the message arrives after all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.outbox.lifecycle import OutboxEvent
from core.outbox.moves import move
from core.outbox.pictures import let_the_next_go
from core.outbox.tables import DeliveryStatus, MessageClass

RANK = (DeliveryStatus.SENT, DeliveryStatus.FAILED, DeliveryStatus.DELIVERED, DeliveryStatus.READ)

# A status may come before the answer to our own call, or instead of it: then our id, sent along, finds the row.
# A row with another message id was sent a second time after an unsure try; the late news of its twin changes nothing.
APPLY = text(
    """
    WITH news AS (
        SELECT * FROM jsonb_to_recordset(CAST(:news AS jsonb))
            AS n(message_id text, row_id bigint, made bigint, edition int, status text, code int, error text)
    ), found AS (
        SELECT item.id, news.*, item.provider_message_id AS known_id, item.delivery_status AS before
        FROM news JOIN outbox AS item ON item.provider_message_id = news.message_id
            OR (item.id = news.row_id AND floor(extract(epoch FROM item.created_at))::bigint = news.made
                AND item.edition = news.edition AND item.body ->> 'failed_id' IS DISTINCT FROM news.message_id)
        ORDER BY item.id FOR UPDATE OF item
    ), changed AS (
        UPDATE outbox AS item
        SET provider_message_id = found.message_id, delivery_status = found.status,
            error_code = found.code, error = COALESCE(found.error, '')
        FROM found
        WHERE item.id = found.id AND COALESCE(found.known_id, found.message_id) = found.message_id
          AND COALESCE(array_position(CAST(:rank AS text[]), found.before::text), 0)
              < array_position(CAST(:rank AS text[]), found.status)
        RETURNING item.id, item.provider_message_id AS message_id
    )
    SELECT found.message_id, found.status, found.known_id, found.code, item.id, item.kind, item.message_class,
        item.status <> 'done' AS is_open, item.chat_id, item.answers_id, chats.customer_id, item.order_id,
        COALESCE(item.sent_payload ->> 'type', '') = 'template' AS was_template, changed.id IS NOT NULL AS changed,
        COALESCE(found.before, 'sent') = 'sent' AND found.status <> 'sent'
            AND CAST(item.body || item.sent_payload AS text) LIKE '%"image"%' AS picture_ended
    FROM found JOIN outbox AS item ON item.id = found.id
        LEFT JOIN chats ON chats.id = item.chat_id
        LEFT JOIN changed ON changed.id = found.id AND changed.message_id = found.message_id
    """
)

# Meta has it, whatever we believed: it is not to be sent again.
ARRIVED = text(move(OutboxEvent.FINISH, "item.id = ANY(:ids)"))
# What an edition that is begun anew no longer has.
FORGOTTEN = "provider_message_id = NULL, delivery_status = NULL"

# `<row>.<seconds>`, and the edition when it is a later one (`Lease.opaque`).
MARK = re.compile(r"([0-9]{1,17})\.([0-9]{1,11})(?:\.([0-9]{1,4}))?\Z")


@dataclass(frozen=True, slots=True)
class StatusNews:
    """One status webhook. `status` is None for kinds we do not follow; `opaque` is the mark that we sent along."""

    message_id: str
    status: DeliveryStatus | None
    opaque: str | None = None
    error_code: int | None = None
    error: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A message that Meta accepted first and could not deliver then."""

    outbox_id: int
    message_class: MessageClass
    is_notice: bool
    is_answer: bool
    was_template: bool
    customer_id: int | None
    order_id: int | None
    error_code: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """News of messages that we do not know (yet), what failed, how many messages turned out to be sent twice, and
    whether a picture of ours was seen to arrive."""

    unmatched: list[StatusNews]
    failures: list[Failure]
    twins: int
    picture_arrived: bool


def apply_statuses(session: Session, news: Sequence[StatusNews]) -> Outcome:
    """Note what became of our messages. News of kinds that we do not follow count as matched."""
    highest = _keep_the_highest(news)
    if not highest:
        return Outcome([], [], 0, picture_arrived=False)
    documents = json.dumps([_describe(item) for item in highest.values()])
    values = {"news": documents, "rank": [status.value for status in RANK]}
    rows = session.execute(APPLY, values).all()
    arrived = [row.id for row in rows if row.changed and row.is_open]
    if arrived:
        session.execute(ARRIVED, {"ids": arrived})
    for row in rows:
        if row.changed and row.picture_ended:
            let_the_next_go(session, row.id, row.chat_id)
    note_change(session, Subject.CHAT, *(row.chat_id for row in rows if row.changed))
    matched = {row.message_id for row in rows}
    return Outcome(
        unmatched=[item for item in news if item.status is not None and item.message_id not in matched],
        failures=[_read_failure(row) for row in rows if row.changed and row.status == DeliveryStatus.FAILED],
        picture_arrived=any(row.changed and row.picture_ended and row.status != DeliveryStatus.FAILED for row in rows),
        twins=sum(row.known_id is not None and row.known_id != row.message_id for row in rows),
    )


def _keep_the_highest(news: Sequence[StatusNews]) -> dict[str, StatusNews]:
    highest: dict[str, StatusNews] = {}
    for item in news:
        if item.status is None or not item.message_id:
            continue
        known = highest.get(item.message_id)
        if known is None or known.status is None or RANK.index(item.status) > RANK.index(known.status):
            highest[item.message_id] = item
    return highest


def _describe(item: StatusNews) -> dict[str, Any]:
    mark = MARK.match(item.opaque or "")
    row_id, made, edition = (int(part or 0) for part in mark.groups()) if mark else (None, None, None)
    return {
        "message_id": item.message_id,
        "row_id": row_id,
        "made": made,
        "edition": edition,
        "status": item.status,
        "code": item.error_code,
        "error": item.error,
    }


def _read_failure(row: Any) -> Failure:
    return Failure(
        outbox_id=row.id,
        message_class=MessageClass(row.message_class),
        is_notice=row.kind == "notice",
        is_answer=row.answers_id is not None,
        was_template=row.was_template,
        customer_id=row.customer_id,
        order_id=row.order_id,
        error_code=row.code,
    )
