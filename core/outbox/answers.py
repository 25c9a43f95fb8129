"""Answers that are leased from their first moment, because whoever writes them sends them right after the commit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from core.changes.announcing import note_change
from core.changes.rules import Subject
from core.outbox.leases import LEASE_SECONDS
from core.outbox.messages import KEEP_PACE, LeasedMessage, pace_of
from core.outbox.moves import write_leased
from core.outbox.tables import MessageClass, OutboxKind
from core.query import Query


@dataclass(frozen=True, slots=True)
class Answer:
    """What a chat hears, in Graph's shape, and the inbox row that it answers."""

    chat_id: int
    answers_id: int
    message: dict[str, Any]


# Behind something else it waits for its turn, and one that would come too soon for WhatsApp's pair rate as well.
# Looked up one by one: a join would read all that waits when the planner knows no better.
MAY_GO = """(SELECT min(item.id) FROM outbox AS item WHERE item.chat_id = said.chat_id
            AND item.status IN ('pending', 'leased') AND item.kind IN ('message', 'notice')) IS NULL"""
IN_PACE = """AND coalesce((SELECT pace.scheduled_at FROM chat_pacing AS pace WHERE pace.chat_id = said.chat_id)
            <= jamango_now() + make_interval(secs => :allowance), true)"""


WRITTEN = {
    paced: write_leased(
        "kind, message_class, chat_id, answers_id, body",
        "'message', 'reply', said.chat_id, said.answers_id, jsonb_build_object('message', said.message)",
        f"""jsonb_to_recordset(CAST(:answers AS jsonb)) AS said (chat_id bigint, answers_id bigint, message jsonb)
    WHERE {MAY_GO} {IN_PACE if paced else ""}""",
        "id, edition, attempts, chat_id, answers_id, created_at",
    )
    for paced in (True, False)
}
WRITE = {
    paced: Query(
        f"""
    WITH head AS (
    {WRITTEN[paced]}){KEEP_PACE if paced else ""}
    SELECT head.*, jamango_now() AS now, chats.last_inbound_at, users.language, chats.customer_id,
        (SELECT value FROM identities WHERE kind = 'phone' AND identities.customer_id = users.id
         ORDER BY identities.id DESC LIMIT 1) AS phone,
        (SELECT value FROM identities WHERE kind = 'user_id' AND identities.customer_id = users.id
         ORDER BY identities.id DESC LIMIT 1) AS user_id
    FROM head JOIN chats ON chats.id = head.chat_id JOIN users ON users.id = chats.customer_id
    """  # noqa: S608 - parts of statements
    )
    for paced in (True, False)
}


def write_answers(session: Session, answers: Sequence[Answer], pair_seconds: float) -> list[LeasedMessage]:
    """Write these answers to customers, at most one a chat, leased for the caller; returns those that may go now. The
    others have not been written. `pair_seconds` 0 does not pace.
    """
    texts = {answer.chat_id: json.dumps(answer.message, ensure_ascii=False) for answer in answers}
    said = (
        f'{{"chat_id": {each.chat_id}, "answers_id": {each.answers_id}, "message": {texts[each.chat_id]}}}'
        for each in answers
    )
    values: dict[str, Any] = {"answers": f"[{', '.join(said)}]", "lease_seconds": LEASE_SECONDS}
    rows = WRITE[bool(pair_seconds)].run(session, values | pace_of(pair_seconds)).all()
    note_change(session, Subject.CHAT, *(row.chat_id for row in rows))
    return [_read(row, texts[row.chat_id]) for row in rows]


def _read(row: Any, message: str) -> LeasedMessage:
    return LeasedMessage(
        **row._asdict(),
        kind=OutboxKind.MESSAGE,
        message_class=MessageClass.REPLY,
        message=message,
        order_id=None,
        unsure_tries=0,
        error_code=None,
        key=None,
        values=None,
        as_template=False,
        marketing_granted=None,
        overtaken=False,
    )
