"""Customers as the office knows them: the list, and one of them with all that staff may need."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement
from core.views.search import find_fitting


class ListedCustomer(NamedTuple):
    """A customer in a list. `phone` is digits, None when nobody told us any; guests are customers without a name on
    WhatsApp (`is_guest`)."""

    id: int
    name: str
    phone: str | None
    is_guest: bool
    orders: int
    last_order_at: datetime | None
    created_at: datetime


class Person(NamedTuple):
    """One customer. `says_stop`: they withdrew consent to offers; `erasing_since`: they asked to be erased.

    `homes` are [id, apartment, other names, line], `consents` [purpose, granted, source, said, at], `notes`
    [id, text, actor, name of staff, at]; moments in them are ISO.
    """

    id: int
    name: str
    language: str
    phone: str | None
    chat_id: int | None
    joined_id: int | None
    created_at: datetime
    erasing_since: datetime | None
    erased_at: datetime | None
    homes: list[list[Any]]
    consents: list[list[Any]]
    notes: list[list[Any]]


PHONE = """
    coalesce((SELECT i.value FROM identities i WHERE i.customer_id = u.id AND i.kind = 'phone' LIMIT 1),
             nullif(u.contact_phone, '')) AS phone"""
IDS = Statement(
    """
    SELECT u.id FROM users u
     WHERE u.joined_id IS NULL AND (u.contact_phone <> ''
            OR EXISTS (SELECT FROM identities i WHERE i.customer_id = u.id)
            OR EXISTS (SELECT FROM orders o WHERE o.customer_id = u.id))
       AND (CAST(:customer_ids AS bigint[]) IS NULL OR u.id = ANY(:customer_ids))
       AND (CAST(:words AS text) IS NULL OR to_tsvector('simple', u.name) @@ to_tsquery('simple', :words)
            OR EXISTS (SELECT FROM addresses a WHERE a.customer_id = u.id AND
               to_tsvector('simple', translate(a.line, '-/,', '   ')) @@ to_tsquery('simple', :words)))
       AND (CAST(:before AS bigint) IS NULL OR u.id < :before)
     ORDER BY u.id DESC LIMIT :most
    """,
    int,
    plans_anew=True,
)
ROWS = Statement(
    f"""
    SELECT u.id, u.name, {PHONE}, NOT EXISTS (SELECT FROM identities i WHERE i.customer_id = u.id) AS is_guest,
           n.orders, n.last_order_at, u.created_at
      FROM users u CROSS JOIN LATERAL (SELECT count(*)::int AS orders, max(o.placed_at) AS last_order_at FROM orders o
                                        WHERE o.customer_id = u.id AND o.confirmed_at IS NOT NULL) n
     WHERE u.id = ANY(:customer_ids) ORDER BY u.id DESC
    """,  # noqa: S608 - SQL of this file
    ListedCustomer,
)
PERSON = Statement(
    f"""
    SELECT u.id, u.name, u.language, {PHONE}, c.id AS chat_id, u.joined_id, u.created_at,
           e.asked_at AS erasing_since, e.erased_at,
           (SELECT coalesce(jsonb_agg(jsonb_build_array(a.id, b.name, b.other_names, a.line)
                            ORDER BY a.last_used_at DESC NULLS LAST, a.id DESC), '[]')
              FROM addresses a JOIN apartments b ON b.id = a.apartment_id
             WHERE a.customer_id = u.id AND a.line <> '– ' || a.id) AS homes,
           (SELECT coalesce(jsonb_agg(jsonb_build_array(s.purpose, s.granted, s.source, s.said, s.at)
                            ORDER BY s.id DESC), '[]') FROM consents s WHERE s.customer_id = u.id) AS consents,
           (SELECT coalesce(jsonb_agg(jsonb_build_array(n.id, n.text, n.actor, t.name, n.written_at)
                            ORDER BY n.id DESC), '[]') FROM customer_notes n LEFT JOIN staff t
                ON n.actor LIKE 'staff:%' AND CAST(t.id AS text) = split_part(n.actor, ':', 2)
             WHERE n.customer_id = u.id) AS notes
      FROM users u LEFT JOIN chats c ON c.customer_id = u.id LEFT JOIN erasures e ON e.customer_id = u.id
     WHERE u.id = :customer_id
    """,  # noqa: S608 - SQL of this file
    Person,
)


def list_customers(session: Session, text: str, *, before: int | None, most: int) -> list[ListedCustomer]:
    """Customers whom a text fits (all when it is empty), the newest first; who joined another is among that one's.

    A guest of the web shop who has left neither a number nor an order is a browser, and none of them.
    """
    found = find_fitting(session, text)
    values = {
        "customer_ids": found.customer_ids if found else None,
        "words": found.words if found else None,
        "before": before,
        "most": most,
    }
    return ROWS.all(session, {"customer_ids": IDS.all(session, values)})


def read_person(session: Session, customer_id: int) -> Person | None:
    """One customer; None for nobody."""
    return PERSON.first(session, {"customer_id": customer_id})
