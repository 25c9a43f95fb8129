"""Chats with the people in them, for who answers them: the founder's chat, the office, a turn that begins."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlmodel import Session

from core.query import Statement, one_of


class Correspondent(NamedTuple):
    """A customer and their chat. `phone` is digits, None when nobody told us any."""

    chat_id: int
    name: str
    language: str
    phone: str | None


class Waiting(NamedTuple):
    """A customer who waits since `waits_since`, or whom a person has answered and the bot leaves alone until
    `parked_until`; `in_all` counts everybody, also beyond the limit."""

    chat_id: int
    name: str
    phone: str | None
    waits_since: datetime | None
    parked_until: datetime | None
    in_all: int


class Standing(NamedTuple):
    """What a customer's turn begins with: `unpaid_orders` wait for money, `zone_id` is where the cart would go, None
    without a home that we deliver to; in a cart that `has_items` they may be for sale no more."""

    customer_id: int
    name: str
    language: str
    has_ordered: bool
    unpaid_orders: list[int]
    zone_id: int | None
    has_items: bool


PHONE = """
    coalesce((SELECT i.value FROM identities i WHERE i.customer_id = u.id AND i.kind = 'phone' LIMIT 1),
             nullif(u.contact_phone, '')) AS phone"""
CORRESPONDENT = Statement(
    f"""
    SELECT c.id AS chat_id, u.name, u.language, {PHONE}
      FROM chats c JOIN users u ON u.id = c.customer_id WHERE c.id = :chat_id
    """,  # noqa: S608 - SQL of this module
    Correspondent,
)
WAITING = Statement(
    f"""
    SELECT c.id AS chat_id, u.name, {PHONE}, c.waits_since, c.parked_until, count(*) OVER () AS in_all
      FROM chats c JOIN users u ON u.id = c.customer_id
     WHERE c.parked_until > :now OR c.waits_since IS NOT NULL
     ORDER BY coalesce(c.parked_until > :now, false) DESC, c.waits_since NULLS LAST, c.parked_until LIMIT :limit
    """,  # noqa: S608 - SQL of this module
    Waiting,
)
STANDING = Statement(
    f"""
    SELECT u.id AS customer_id, u.name, u.language,
           EXISTS (SELECT FROM orders o WHERE o.customer_id = u.id) AS has_ordered,
           ARRAY(SELECT o.id FROM orders o WHERE o.customer_id = u.id AND o.status = 'awaiting_payment')
               AS unpaid_orders,
           (SELECT z.id FROM carts w JOIN addresses a ON a.id = w.address_id AND a.customer_id = u.id
              JOIN apartments b ON b.id = a.apartment_id AND b.active JOIN zones z ON z.id = b.zone_id AND z.active
             WHERE w.customer_id = u.id) AS zone_id,
           EXISTS (SELECT FROM carts w JOIN cart_items l ON l.cart_id = w.id WHERE w.customer_id = u.id) AS has_items
      FROM users u WHERE u.id = {one_of("customer_ids")}
    """,  # noqa: S608 - a list of ids
    Standing,
)
LANGUAGE = Statement(
    """
    SELECT coalesce(u.language, s.language) AS language FROM chats c LEFT JOIN users u ON u.id = c.customer_id
      LEFT JOIN staff s ON s.id = c.staff_id WHERE c.id = :chat_id
    """,
    str,
)


def find_correspondent(session: Session, chat_id: int) -> Correspondent | None:
    """The customer of a chat; None for a chat of staff and for one that does not exist."""
    return CORRESPONDENT.first(session, {"chat_id": chat_id})


def correspondent_of(session: Session, chat_id: int) -> Correspondent:
    """Raises NoResultFound when the chat is no customer's."""
    return CORRESPONDENT.one(session, {"chat_id": chat_id})


def who_waits(session: Session, now: datetime, *, limit: int) -> list[Waiting]:
    """Everybody who waits: those with whom the bot is silent first, the longest waiting before the others."""
    return WAITING.all(session, {"now": now, "limit": limit})


def standings_of(session: Session, customer_ids: Collection[int]) -> dict[int, Standing]:
    """Where each of these customers stands, by id; nobody is left out who exists."""
    standings = STANDING.all(session, {"customer_ids": list(customer_ids)})
    return {standing.customer_id: standing for standing in standings}


def language_of(session: Session, chat_id: int) -> str:
    """In which language this person reads, customer or staff."""
    return LANGUAGE.one(session, {"chat_id": chat_id})


OPEN_FOR = timedelta(hours=24)  # after they wrote, Meta takes free words for so long


class Conversation(NamedTuple):
    """A customer's chat for whoever answers; `last_at` is when they wrote last, or the chat was opened (UTC)."""

    chat_id: int
    name: str
    language: str
    phone: str | None
    last_at: datetime
    last_inbound_at: datetime | None
    waits_since: datetime | None
    parked_until: datetime | None

    def is_open(self, now: datetime) -> bool:
        """Whether free words still reach them, or only a template does."""
        return self.last_inbound_at is not None and now - self.last_inbound_at < OPEN_FOR


CONVERSATION = f"""
    SELECT c.id AS chat_id, u.name, u.language, {PHONE}, coalesce(c.last_inbound_at, c.created_at) AS last_at,
           c.last_inbound_at, c.waits_since, c.parked_until
      FROM chats c JOIN users u ON u.id = c.customer_id"""  # noqa: S608 - SQL of this module
ONE_CONVERSATION = Statement(f"{CONVERSATION} WHERE c.id = :chat_id", Conversation)
WAITING_LONGEST = Statement(
    f"{CONVERSATION} WHERE c.waits_since IS NOT NULL ORDER BY c.waits_since, c.id LIMIT :limit", Conversation
)
SILENT_ONES = Statement(
    f"""
    {CONVERSATION} WHERE c.parked_until > :now
       AND (CAST(:at AS timestamptz) IS NULL OR (coalesce(c.last_inbound_at, c.created_at), c.id) < (:at, :id))
     ORDER BY coalesce(c.last_inbound_at, c.created_at) DESC, c.id DESC LIMIT :limit
    """,
    Conversation,
)
# Of whoever wrote: neither a guest of the web shop has, nor who ordered by telephone.
NEWEST = Statement(
    f"""
    {CONVERSATION}
     WHERE c.last_inbound_at IS NOT NULL
       AND (CAST(:at AS timestamptz) IS NULL OR (coalesce(c.last_inbound_at, c.created_at), c.id) < (:at, :id))
     ORDER BY coalesce(c.last_inbound_at, c.created_at) DESC, c.id DESC LIMIT :limit
    """,
    Conversation,
)


def waiting_longest(session: Session, *, limit: int) -> list[Conversation]:
    """Customers who wait for a person, the longest first."""
    return WAITING_LONGEST.all(session, {"limit": limit})


def conversations(
    session: Session, now: datetime, *, silent: bool, before: tuple[datetime, int] | None, limit: int
) -> list[Conversation]:
    """Everybody, or those with whom the bot is silent: who wrote last first, older than a place when one is named."""
    at, chat_id = before or (None, 0)
    values = {"at": at, "id": chat_id, "limit": limit}
    return SILENT_ONES.all(session, {**values, "now": now}) if silent else NEWEST.all(session, values)


def find_conversation(session: Session, chat_id: int) -> Conversation | None:
    """One customer's chat; None for staff's and for none."""
    return ONE_CONVERSATION.first(session, {"chat_id": chat_id})
