"""Taking on staff, and letting them go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session

from core.actor import Actor, Role
from core.audit.actions import record
from core.chats.opening import last_wrote, open_chat_of_staff
from core.db import add_row
from core.errors import Refusal
from core.identities.actions import (
    add_identities,
    forget_names_of_staff,
    give_names_to_staff,
    phones_of_staff,
)
from core.identities.rules import Owner
from core.identities.tables import IdentityKind
from core.names import clean_name
from core.query import Query
from core.staff.rules import Right, require
from core.staff.tables import Staff

MEMBERS = text(
    """
    SELECT id, name, role, language, email, password_hash IS NOT NULL AS has_password
      FROM staff WHERE active ORDER BY id
    """
)
EVERYBODY = text("SELECT id, name, role, language FROM staff ORDER BY id")
RETIRE = text(
    "UPDATE staff SET active = false, email = NULL, password_hash = NULL WHERE id = :id AND active RETURNING role"
)
KEEP_SIGN_IN = Query(
    """
    UPDATE staff SET password_hash = :password_hash, email = coalesce(CAST(:email AS text), email)
     WHERE id = :id AND active
       AND NOT EXISTS (SELECT FROM staff o WHERE o.email = CAST(:email AS text) AND o.id <> :id)
    RETURNING id
    """
)
SPEAK = Query("UPDATE staff SET language = :language WHERE id = :id")
OTHER_FOUNDERS = text("SELECT count(*) FROM staff WHERE active AND role = 'founder' AND id <> :id")


@dataclass(frozen=True)
class Colleague:
    """Somebody who works here; `phone` is digits, None when WhatsApp shows us none."""

    id: int
    name: str
    role: Role
    language: str
    phone: str | None
    email: str | None = None
    has_password: bool = False


def members(session: Session) -> list[Colleague]:
    """Everybody who works here, in the order in which they came."""
    phones = phones_of_staff(session)
    return [
        Colleague(row.id, row.name, Role(row.role), row.language, phones.get(row.id), row.email, row.has_password)
        for row in session.execute(MEMBERS)
    ]


def everybody_ever(session: Session) -> list[Colleague]:
    """Everybody who works or worked here, for what they did."""
    return [Colleague(row.id, row.name, Role(row.role), row.language, None) for row in session.execute(EVERYBODY)]


def retire(session: Session, staff_id: int, *, actor: Actor) -> None:
    """Take somebody's powers: their number is free, and whoever writes from it is a customer.

    Raises Refusal `only-founder` when nobody would be left to hear alerts, `not-allowed`.
    """
    require(actor, Right.MANAGE_STAFF)
    row = session.execute(RETIRE, {"id": staff_id}).one_or_none()
    if row is None:
        return
    if row.role == Role.FOUNDER and not session.execute(OTHER_FOUNDERS, {"id": staff_id}).scalar_one():
        raise Refusal("only-founder", add="another founder first")
    forget_names_of_staff(session, staff_id)
    record(session, actor=actor, action="staff-removed", subject=f"staff:{staff_id}")


def keep_sign_in(session: Session, staff_id: int, *, email: str | None, password_hash: str) -> None:
    """Note by what somebody signs in; without `email` (small letters) theirs stays. Raises Refusal `email-taken`."""
    values = {"id": staff_id, "email": email, "password_hash": password_hash}
    if not KEEP_SIGN_IN.run(session, values).count:
        raise Refusal("email-taken")


def speak(session: Session, staff_id: int, language: str) -> None:
    """Speak to somebody in this language from now on, here and in their chat."""
    SPEAK.run(session, {"id": staff_id, "language": language})


def add_staff(
    session: Session,
    name: str,
    phone: str,
    *,
    role: Role,
    language: str,
    actor: Actor,
    now: datetime,
    customer_id: int | None = None,
) -> Staff:
    """Add a member of staff with their WhatsApp phone (digits without `+`) and a chat.

    With `customer_id`, whose chat is locked, that customer's phone and user id become theirs; the history stays. Raises
    Refusal `phone-taken` when the phone is somebody else's, `name-missing`, `not-allowed`.
    """
    require(actor, Right.MANAGE_STAFF)
    staff = Staff(name=clean_name(name), role=role, language=language, created_at=now)
    if not staff.name:
        raise Refusal("name-missing")
    add_row(session, staff)
    if customer_id is not None:
        return _take_over(session, staff, customer_id, actor)
    if not add_identities(session, Owner(None, staff.id), {IdentityKind.PHONE.value: phone}):
        session.delete(staff)
        raise Refusal("phone-taken")
    return _begin(session, staff, actor)


def _take_over(session: Session, staff: Staff, customer_id: int, actor: Actor) -> Staff:
    give_names_to_staff(session, customer_id, staff.id)
    record(session, actor=actor, action="phone-moved", subject=f"customer:{customer_id}", to=f"staff:{staff.id}")
    return _begin(session, staff, actor, last_wrote(session, customer_id))


def _begin(session: Session, staff: Staff, actor: Actor, last_inbound_at: datetime | None = None) -> Staff:
    open_chat_of_staff(session, staff.id, last_inbound_at)
    record(session, actor=actor, action="staff-added", subject=f"staff:{staff.id}", role=staff.role.value)
    return staff
