"""Whose browser asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from core.actor import Role
from core.query import Query

# A member of staff who left is signed out everywhere by that alone.
FIND = Query(
    """
    SELECT s.id, s.customer_id, s.staff_id, s.guest_id, s.began_at, s.seen_at, s.proved_at, t.role,
           coalesce(t.language, u.language) AS language, coalesce(t.name, u.name) AS name
      FROM sessions s LEFT JOIN staff t ON t.id = s.staff_id LEFT JOIN users u ON u.id = s.customer_id
     WHERE s.token_hash = :token_hash AND s.area = :area AND s.ended_at IS NULL
       AND s.ends_at > :now AND s.seen_at > :seen_after AND (s.staff_id IS NULL OR t.active)
    """
)
OF_OWNER = Query(
    """
    SELECT id, area, browser, began_at, seen_at FROM sessions
     WHERE (customer_id = :customer_id OR staff_id = :staff_id) AND ended_at IS NULL AND ends_at > :now
     ORDER BY seen_at DESC, id DESC
    """
)


@dataclass(frozen=True)
class Owner:
    """Who signed in: a customer or a member of staff, by id; neither is a guest."""

    customer_id: int | None = None
    staff_id: int | None = None


@dataclass(frozen=True)
class LiveSession:
    """A session that holds at this moment. `role` is a member of staff's, `language` the owner's.

    `began_at` is when they signed in, `proved_at` when they last proved who they are, which signing in does; `guest_id`
    is the customer in whose name a guest shops on this browser.
    """

    id: int
    owner: Owner
    role: Role | None
    language: str | None
    seen_at: datetime
    began_at: datetime
    proved_at: datetime
    guest_id: int | None = None
    name: str = ""


@dataclass(frozen=True)
class ListedSession:
    """A session as its owner sees it among all of hers: which browser, since when, when last."""

    id: int
    area: str
    browser: str
    began_at: datetime
    seen_at: datetime


def find_session(session: Session, token_hash: str, area: str, *, idle: timedelta, now: datetime) -> LiveSession | None:
    """The session of a browser's token; None when there is none, or it has ended, or was idle for too long."""
    values = {"token_hash": token_hash, "area": area, "now": now, "seen_after": now - idle}
    row = FIND.run(session, values).one_or_none()
    if row is None:
        return None
    role = None if row.role is None else Role(row.role)
    owner, proved_at = Owner(row.customer_id, row.staff_id), row.proved_at or row.began_at
    return LiveSession(
        row.id, owner, role, row.language, row.seen_at, row.began_at, proved_at, row.guest_id, row.name or ""
    )


def list_sessions(session: Session, owner: Owner, now: datetime) -> Sequence[ListedSession]:
    """Everywhere an owner is signed in, the latest seen first."""
    values = {"customer_id": owner.customer_id, "staff_id": owner.staff_id, "now": now}
    found = OF_OWNER.run(session, values)
    return [ListedSession(row.id, row.area, row.browser, row.began_at, row.seen_at) for row in found]
