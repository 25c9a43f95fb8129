"""Storing what arrived: one statement for a whole batch, each event once, its chat found on the way when known."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg import AsyncConnection

from core.inbox.tables import InboxKind, Provider

WAKE_CHANNEL = "jamango_inbox"
LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Arrival:
    """One event. `payload` is JSON as bytes; `sent_at` the sender's clock (UTC) or None when it made no sense."""

    event_key: str
    kind: InboxKind
    payload: bytes
    sent_at: datetime | None = None
    sender_phone: str | None = None
    sender_user_id: str | None = None


# A chat is found only when every identity that came leads to the same one; a doubt is for `recognise` to settle.
# Scalar subqueries rather than joins: their plan is index look-ups whatever the tables' statistics say.
# Ids follow the order of the batch: within one second they are all that orders a person's messages.
# The sender's time only orders one person's messages, so a time from the future or long ago is replaced.
STORE = """
INSERT INTO inbox (provider, event_key, kind, chat_id, sender_phone, sender_user_id, payload, sent_at, received_at)
SELECT %(provider)s, a.event_key, a.kind,
       CASE WHEN a.sender_phone IS NULL THEN a.by_user
            WHEN a.sender_user_id IS NULL OR a.by_user = a.by_phone THEN a.by_phone END,
       a.sender_phone, a.sender_user_id, decode(a.payload, 'base64'),
       CASE WHEN a.sent_at > clock.now - interval '8 days' THEN least(a.sent_at, clock.now) ELSE clock.now END,
       clock.now
FROM (SELECT jamango_now() AS now) AS clock
CROSS JOIN (
    SELECT e.*, (SELECT coalesce((SELECT id FROM chats WHERE customer_id = i.customer_id),
                             (SELECT id FROM chats WHERE staff_id = i.staff_id))
              FROM identities AS i WHERE i.kind = 'phone' AND i.value = e.sender_phone) AS by_phone,
           (SELECT coalesce((SELECT id FROM chats WHERE customer_id = i.customer_id),
                             (SELECT id FROM chats WHERE staff_id = i.staff_id))
              FROM identities AS i WHERE i.kind = 'user_id' AND i.value = e.sender_user_id) AS by_user
    FROM ROWS FROM (jsonb_to_recordset(%(arrivals)s::jsonb) AS (
             event_key text, kind text, payload text, sent_at timestamptz, sender_phone text, sender_user_id text))
         WITH ORDINALITY AS e(event_key, kind, payload, sent_at, sender_phone, sender_user_id, place)
) AS a
ORDER BY a.place
ON CONFLICT (provider, event_key) DO NOTHING
"""


def key_of(identifier: object, *, prefix: str = "") -> str | None:
    """An event's key from the provider's own id, or None when that is not a usable string.

    An id that a text column would refuse, or a giant one, is replaced by its digest.
    """
    if not isinstance(identifier, str) or not identifier:
        return None
    if len(identifier) > LONGEST_KEY or not identifier.isprintable():
        return prefix + digest(identifier.encode("utf-8", "surrogatepass"))
    return prefix + identifier


def digest(body: bytes) -> str:
    """The key of something that has no id of its own."""
    return "sha256:" + hashlib.sha256(body).hexdigest()


async def store_arrivals(connection: AsyncConnection[Any], provider: Provider, arrivals: Sequence[Arrival]) -> int:
    """Store all of them in one statement and return how many were new. The connection commits by itself."""
    # One JSON parameter: arrays would be written by psycopg in Python, which takes longer than all else at the door.
    rows = json.dumps([_as_row(arrival) for arrival in arrivals])
    cursor = await connection.execute(STORE, {"provider": provider.value, "arrivals": rows})
    return cursor.rowcount


def _as_row(arrival: Arrival) -> dict[str, str | None]:
    return {
        "event_key": arrival.event_key,
        "kind": arrival.kind.value,
        "payload": b64encode(arrival.payload).decode(),
        "sent_at": arrival.sent_at.isoformat() if arrival.sent_at else None,
        "sender_phone": arrival.sender_phone,
        "sender_user_id": arrival.sender_user_id,
    }
