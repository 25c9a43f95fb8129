"""How the shop's machinery is: what waits, what failed, what was last heard of whom, what messages cost."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.query import Statement


class Queues(NamedTuple):
    """What waits: messages and news that came, messages and calls to be made; since how many seconds the oldest."""

    came: int
    came_seconds: float
    goes: int
    goes_seconds: float
    links: int
    refunds: int


class FailedSend(NamedTuple):
    """A message that was given up."""

    outbox_id: int
    chat_id: int | None
    kind: str
    error_code: int | None
    error: str
    at: datetime


class MonthsMessages(NamedTuple):
    """What went out since a moment: templates, which WhatsApp bills, of which those for marketing, and all."""

    templates: int
    marketing: int
    messages: int


QUEUES = Statement(
    """
    SELECT i.count AS came, i.seconds AS came_seconds, o.count AS goes, o.seconds AS goes_seconds,
           (SELECT count(*) FROM payment_links WHERE next_look_at < jamango_now()) AS links,
           (SELECT count(*) FROM refunds WHERE next_look_at < jamango_now()) AS refunds
      FROM (SELECT count(*), coalesce(extract(epoch FROM max(jamango_now() - received_at)), 0)::float AS seconds
              FROM inbox WHERE status = 'pending') i,
           (SELECT count(*), coalesce(extract(epoch FROM max(jamango_now() - next_attempt_at)), 0)::float AS seconds
              FROM outbox WHERE status IN ('pending', 'leased') AND next_attempt_at <= jamango_now()) o
    """,
    Queues,
)
LAST_HEARD = Statement(
    """
    SELECT received_at FROM inbox WHERE provider = :provider AND id > (SELECT coalesce(max(id), 0) FROM inbox) - 20000
     ORDER BY id DESC LIMIT 1
    """,
    lambda at: at,
)
FAILED = Statement(
    """
    SELECT id AS outbox_id, chat_id, kind, error_code, error, done_at AS at FROM outbox
     WHERE status = 'dead' AND id > (SELECT coalesce(max(id), 0) FROM outbox) - 50000 ORDER BY id DESC LIMIT :most
    """,
    FailedSend,
)
MONTH = Statement(
    """
    SELECT count(*) FILTER (WHERE sent_payload ->> 'type' = 'template') AS templates,
           count(*) FILTER (WHERE sent_payload ->> 'type' = 'template' AND message_class = 'marketing') AS marketing,
           count(*) AS messages
      FROM outbox
     WHERE created_at >= :since AND status NOT IN ('pending', 'leased') AND body <> '{}'
       AND provider_message_id IS NOT NULL
    """,
    MonthsMessages,
)


def read_queues(session: Session) -> Queues:
    """What waits at this moment."""
    return QUEUES.one(session, {})


def last_heard(session: Session, provider: str) -> datetime | None:
    """When a webhook of `whatsapp` or `razorpay` last came, among the newest of both."""
    found: datetime | None = LAST_HEARD.first(session, {"provider": provider})
    return found


def failed_sends(session: Session, *, most: int) -> list[FailedSend]:
    """The newest messages that were given up."""
    return FAILED.all(session, {"most": most})


def messages_since(session: Session, since: datetime) -> MonthsMessages:
    """What went out since then, as far as its body is still kept (thirty days)."""
    return MONTH.one(session, {"since": since})
