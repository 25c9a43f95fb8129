"""Who sends which message next: the head of the line of one chat, leased, so that nothing overtakes it.

Pacing is WhatsApp's pair rate as a virtual schedule (GCRA): `scheduled_at` is when the chat's allowance is whole again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import text
from sqlmodel import Session

from core.outbox.leases import LEASE_SECONDS, STILL_OURS, Lease, lease_statement, name_lease
from core.outbox.lifecycle import OutboxEvent
from core.outbox.moves import move
from core.outbox.tables import MessageClass, OutboxKind
from core.query import Query, one_of

PAIR_BURST = 45
STALE_MINUTES = 15
KINDS = (OutboxKind.MESSAGE, OutboxKind.NOTICE)

# Without SKIP LOCKED's usual danger: only the lowest open row of a chat is ever a candidate. It is looked up rather
# than joined, because a join reads all that is pending when the planner has no statistics yet.
IS_HEAD_OF_LINE = """AND item.chat_id IS NOT NULL AND item.id = (
              SELECT min(first.id) FROM outbox AS first
              WHERE first.chat_id = item.chat_id
                AND first.status IN ('pending', 'leased') AND first.kind IN ('message', 'notice'))"""

WITHIN_PACE = """AND NOT EXISTS (
              SELECT 1 FROM chat_pacing AS pace WHERE pace.chat_id = item.chat_id
                AND pace.scheduled_at > (SELECT jamango_now()) + make_interval(secs => :allowance))"""

# A schedule further ahead than the whole burst can only come from a clock that was moved back.
KEEP_PACE = """,
    paced AS (
        INSERT INTO chat_pacing (chat_id, scheduled_at)
        SELECT chat_id, jamango_now() + make_interval(secs => :pair_seconds) FROM head
        ON CONFLICT (chat_id) DO UPDATE SET scheduled_at = make_interval(secs => :pair_seconds) + GREATEST(
            jamango_now(),
            LEAST(chat_pacing.scheduled_at, jamango_now() + make_interval(secs => :allowance)))
    )"""

ADDRESSED = """JOIN chats ON chats.id = head.chat_id
        LEFT JOIN users ON users.id = chats.customer_id LEFT JOIN staff ON staff.id = chats.staff_id"""
LEASED = """item.id, item.edition, item.attempts, item.chat_id, item.kind, item.message_class, item.order_id,
        item.answers_id, item.unsure_tries, item.error_code, item.created_at, jamango_now() AS now,
        chats.last_inbound_at,
        (item.body -> 'message')::text AS message, item.body ->> 'key' AS key, item.body -> 'values' AS values,
        COALESCE(CAST(item.body ->> 'as_template' AS boolean), false) AS as_template,
        COALESCE(users.language, staff.language) AS language, chats.customer_id,
        (SELECT value FROM identities WHERE kind = 'phone' AND (customer_id = users.id OR staff_id = staff.id)
         ORDER BY identities.id DESC LIMIT 1) AS phone,
        (SELECT value FROM identities WHERE kind = 'user_id' AND (customer_id = users.id OR staff_id = staff.id)
         ORDER BY identities.id DESC LIMIT 1) AS user_id,
        CASE WHEN item.message_class = 'marketing' THEN COALESCE(
            (SELECT granted FROM consents WHERE customer_id = users.id AND purpose = 'marketing'
             ORDER BY id DESC LIMIT 1), false)
        END AS marketing_granted,
        item.message_class = 'reply' AND item.created_at < jamango_now() - make_interval(mins => :stale_minutes)
        AND EXISTS (SELECT 1 FROM outbox AS newer WHERE newer.chat_id = item.chat_id AND newer.id > item.id
                    AND newer.message_class = 'reply' AND newer.status = 'pending') AS overtaken"""


def _lease(*, whose: str = "", paced: bool) -> Query:
    return Query(
        lease_statement(
            KINDS,
            only_if=f"{IS_HEAD_OF_LINE} {whose} {WITHIN_PACE if paced else ''}",
            beside=KEEP_PACE if paced else "",
            joined=ADDRESSED,
            returning=LEASED,
        )
    )


class SentMessage(NamedTuple):
    """A message that Meta took, by its own id; `payload` is the JSON that was sent, None when the row has it."""

    id: int
    edition: int
    message_id: str
    payload: str | None


OF_CHAT = "AND item.chat_id = :chat_id"
LEASE_ANY = {paced: _lease(paced=paced) for paced in (True, False)}
LEASE_OF_CHAT = {paced: _lease(whose=OF_CHAT, paced=paced) for paced in (True, False)}


@dataclass(frozen=True, slots=True)
class LeasedMessage(Lease):
    """One message to send, with all that is needed to word and address it.

    `message` is the JSON of a worded message, or `key` and `values` are a notice, which `as_template` says to send by
    its template even if the window seems open. `answers_id` is None for words that answer nothing, `error_code` is what
    Meta said to the last try. `overtaken` is a late reply that a newer one makes pointless.
    """

    chat_id: int
    kind: OutboxKind
    message_class: MessageClass
    order_id: int | None
    answers_id: int | None
    unsure_tries: int
    error_code: int | None
    created_at: datetime
    now: datetime
    message: str | None
    key: str | None
    values: dict[str, Any] | None
    as_template: bool
    language: str
    customer_id: int | None
    phone: str | None
    user_id: str | None
    last_inbound_at: datetime | None
    marketing_granted: bool | None
    overtaken: bool

    @property
    def opaque(self) -> str:
        """What we send along to know the message again; the time tells rows of a restored database apart.

        A later edition says which it is.
        """
        mark = f"{self.id}.{int(self.created_at.timestamp())}"
        return f"{mark}.{self.edition}" if self.edition else mark


def lease_message(session: Session, pair_seconds: float, *, chat_id: int | None = None) -> LeasedMessage | None:
    """Lease the head of line that has been due longest, or that of one chat; None when there is none that may go.

    `pair_seconds` 0 does not pace.
    """
    values = {"lease_seconds": LEASE_SECONDS, "stale_minutes": STALE_MINUTES, **pace_of(pair_seconds)}
    if chat_id is not None:
        values["chat_id"] = chat_id
    query = (LEASE_ANY if chat_id is None else LEASE_OF_CHAT)[bool(pair_seconds)]
    row = query.run(session, values).first()
    if row is None:
        return None
    kinds = {"kind": OutboxKind(row.kind), "message_class": MessageClass(row.message_class)}
    return LeasedMessage(**{**row._asdict(), **kinds})


def pace_of(pair_seconds: float) -> dict[str, float]:
    """The values of `KEEP_PACE` and of those that ask whether a chat is within its pace; none without pacing."""
    return {"pair_seconds": pair_seconds, "allowance": pair_seconds * (PAIR_BURST - 1)} if pair_seconds else {}


# What Meta took is done, whoever has the row now. An id that another row has already says nothing; refusing it would
# send the message again and again.
TAKEN = """provider_message_id = CASE WHEN NOT EXISTS (
            SELECT 1 FROM outbox AS other WHERE other.provider_message_id = {message_id} AND other.id <> item.id
        ) THEN {message_id} END,
        sent_payload = COALESCE(CAST({payload} AS jsonb), item.sent_payload), error = '', error_code = NULL"""
MORE_WAITS = """EXISTS (SELECT 1 FROM outbox AS next WHERE next.chat_id = item.chat_id AND next.id <> item.id
            AND next.status = 'pending' AND next.kind IN ('message', 'notice')) AS more"""
MARK_SENT = Query(
    move(
        OutboxEvent.FINISH,
        "item.id = :id AND item.edition = :edition",
        sets=TAKEN.format(message_id=":message_id", payload=":payload"),
        returning=MORE_WAITS,
    )
)
# Nobody waits for a row here while they hold others.
MARK_SENT_TOGETHER = Query(
    move(
        OutboxEvent.FINISH,
        f"""item.id = sent.id AND item.edition = sent.edition AND item.id IN (
            SELECT free.id FROM outbox AS free WHERE free.id = {one_of("ids")} FOR NO KEY UPDATE SKIP LOCKED)""",  # noqa: S608 - a list of ids
        sets=TAKEN.format(message_id="sent.message_id", payload="sent.payload"),
        source="""jsonb_to_recordset(CAST(:sent AS jsonb))
            AS sent (id bigint, edition int, message_id text, payload text)""",
        returning=f"item.id, {MORE_WAITS}",
    )
)
# News may have ended it before us: then only what was sent is added, and the failure or the delivery that it reported
# stays.
NOTE_SENT = Query(
    f"""
    UPDATE outbox AS item SET sent_payload = COALESCE(CAST(:payload AS jsonb), sent_payload)
    WHERE item.id = :id AND item.edition = :edition
      AND item.status = 'done' AND item.provider_message_id = :message_id RETURNING {MORE_WAITS}
    """  # noqa: S608 - a constant part
)
OVERTAKEN = f"""item.chat_id = :chat_id AND item.message_class = 'reply' AND item.kind IN ('message', 'notice')
      AND (item.status = 'pending' OR {STILL_OURS})
      AND item.id < (SELECT max(id) FROM outbox WHERE chat_id = :chat_id AND message_class = 'reply'
                AND status = 'pending')"""  # noqa: S608 - constant parts
DROP_OVERTAKEN = text(move(OutboxEvent.DROP, OVERTAKEN, sets="error = 'overtaken'"))


def mark_sent(session: Session, lease: LeasedMessage, message_id: str, payload: str | None) -> bool | None:
    """Meta accepted it; returns whether more waits in the chat's line, None when the row went another way meanwhile.

    `payload` is the JSON that was sent, None when the row's own message is what was sent.
    """
    values = {"id": lease.id, "edition": lease.edition, "message_id": message_id, "payload": payload}
    row = MARK_SENT.run(session, values).one_or_none() or NOTE_SENT.run(session, values).one_or_none()
    return None if row is None else bool(row.more)


def mark_sent_together(session: Session, sent: Sequence[SentMessage]) -> dict[int, bool]:
    """Meta accepted these; returns whether more waits in the line of each one's chat, by the row's id. What is not
    among them went another way, or somebody else has its row: `mark_sent` has to look at it."""
    documents = [one._asdict() for one in sent]
    values = {"sent": json.dumps(documents, ensure_ascii=False), "ids": [one.id for one in sent]}
    return {row.id: bool(row.more) for row in MARK_SENT_TOGETHER.run(session, values)}


def drop_overtaken(session: Session, lease: LeasedMessage) -> None:
    """Drop this late reply and every later one of the chat but the newest."""
    session.execute(DROP_OVERTAKEN, {**name_lease(lease), "chat_id": lease.chat_id})
