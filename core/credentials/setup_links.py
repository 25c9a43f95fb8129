"""Links by which somebody makes their own sign-in: opened once, within a day, the newest alone."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor, Role
from core.audit.actions import record
from core.credentials.rules import LINK_LASTS, hash_link
from core.errors import Refusal
from core.ids import new_token
from core.query import Query, Statement
from core.staff.rules import Right, require


class OpenLink(NamedTuple):
    """Whom a link is for; without `staff_id` for the founder of a shop that has none."""

    link_id: int
    staff_id: int | None
    name: str | None
    email: str | None
    role: str | None


END_EARLIER = Query(
    """
    UPDATE setup_links SET ends_at = :now
     WHERE staff_id IS NOT DISTINCT FROM CAST(:staff_id AS bigint) AND used_at IS NULL AND ends_at > :now
    """
)
MAKE = Query(
    """
    INSERT INTO setup_links (staff_id, token_hash, asked_at, ends_at) VALUES (:staff_id, :token_hash, :now, :ends_at)
    """
)
FIND = Statement(
    """
    SELECT l.id AS link_id, l.staff_id, s.name, s.email, s.role
      FROM setup_links l LEFT JOIN staff s ON s.id = l.staff_id
     WHERE l.token_hash = :token_hash AND l.used_at IS NULL AND l.ends_at > :now
       AND (l.staff_id IS NULL OR s.active)
       AND (l.staff_id IS NOT NULL OR NOT EXISTS (SELECT FROM staff WHERE active AND role = 'founder'))
    """,
    OpenLink,
)
USE = Query("UPDATE setup_links SET used_at = :now WHERE id = :id AND used_at IS NULL AND ends_at > :now RETURNING id")
FOUNDER_WHO_CANNOT = Statement(
    "SELECT id FROM staff WHERE active AND role = 'founder' AND password_hash IS NULL ORDER BY id LIMIT 1", int
)
WHO_CAN = Statement("SELECT count(*) FROM staff WHERE active AND role = 'founder' AND password_hash IS NOT NULL", int)


def make_setup_link(session: Session, staff_id: int | None, *, actor: Actor, now: datetime) -> str:
    """The token of a new link; earlier ones for the same person open nothing any more.

    Raises Refusal `not-allowed`.
    """
    require(actor, Right.MANAGE_STAFF)
    END_EARLIER.run(session, {"staff_id": staff_id, "now": now})
    token = new_token()
    values = {"staff_id": staff_id, "token_hash": hash_link(token), "now": now, "ends_at": now + LINK_LASTS}
    MAKE.run(session, values)
    subject = f"staff:{staff_id}" if staff_id else f"role:{Role.FOUNDER}"
    record(session, actor=actor, action="setup-link-made", subject=subject)
    return token


def find_setup_link(session: Session, token: str, now: datetime) -> OpenLink | None:
    """Whom an address is for; None for one that is over, was used, or was never ours."""
    return FIND.first(session, {"token_hash": hash_link(token), "now": now})


def use_setup_link(session: Session, token: str, now: datetime) -> OpenLink:
    """The same, once. Raises Refusal `setup-link-over`."""
    found = find_setup_link(session, token, now)
    if found is None or not USE.run(session, {"id": found.link_id, "now": now}).count:
        raise Refusal("setup-link-over")
    return found


def make_first_link(session: Session, *, actor: Actor, now: datetime) -> str | None:
    """The token of a link for the founder, as long as none can sign in; None when one can.

    Raises Refusal `not-allowed`.
    """
    require(actor, Right.MANAGE_STAFF)
    if WHO_CAN.one(session, {}):
        return None
    waiting = FOUNDER_WHO_CANNOT.first(session, {})
    return make_setup_link(session, waiting, actor=actor, now=now)
