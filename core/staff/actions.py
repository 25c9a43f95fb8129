"""Taking on staff, and letting them go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session

from core.actor import Actor, Role
from core.audit.actions import record
from core.chats.tables import Chat
from core.errors import Refusal
from core.identities.actions import add_identities
from core.identities.rules import Owner
from core.identities.tables import IdentityKind
from core.names import clean_name
from core.staff.rules import Right, require
from core.staff.tables import Staff

# Their number and the account behind it; and when they last wrote: for 24 hours Meta takes free words.
GO_OVER = text("UPDATE identities SET customer_id = NULL, staff_id = :staff_id WHERE customer_id = :customer_id")
LAST_WROTE = text("SELECT last_inbound_at FROM chats WHERE customer_id = :customer_id")
MEMBERS = text(
    """
    SELECT id, name, role, language,
           (SELECT value FROM identities i WHERE i.staff_id = staff.id AND kind = 'phone' ORDER BY i.id DESC LIMIT 1)
      FROM staff WHERE active ORDER BY id
    """
)
RETIRE = text("UPDATE staff SET active = false WHERE id = :id AND active RETURNING role")
OTHER_FOUNDERS = text("SELECT count(*) FROM staff WHERE active AND role = 'founder' AND id <> :id")
FORGET_NAMES = text("DELETE FROM identities WHERE staff_id = :id")


@dataclass(frozen=True)
class Member:
    """Somebody who works here; `phone` is digits, None when WhatsApp shows us none."""

    id: int
    name: str
    role: Role
    language: str
    phone: str | None


def members(session: Session) -> list[Member]:
    """Everybody who works here, in the order in which they came."""
    return [Member(row[0], row[1], Role(row[2]), row[3], row[4]) for row in session.execute(MEMBERS)]


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
    session.execute(FORGET_NAMES, {"id": staff_id})
    record(session, actor=actor, action="staff-removed", subject=f"staff:{staff_id}")


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
    session.add(staff)
    session.flush()
    if customer_id is not None:
        return _take_over(session, staff, customer_id, actor)
    if not add_identities(session, Owner(None, staff.id), {IdentityKind.PHONE.value: phone}):
        session.delete(staff)
        session.flush()
        raise Refusal("phone-taken")
    return _begin(session, staff, actor)


def _take_over(session: Session, staff: Staff, customer_id: int, actor: Actor) -> Staff:
    session.execute(GO_OVER, {"staff_id": staff.id, "customer_id": customer_id})
    last_wrote = session.execute(LAST_WROTE, {"customer_id": customer_id}).scalar_one_or_none()
    record(session, actor=actor, action="phone-moved", subject=f"customer:{customer_id}", to=f"staff:{staff.id}")
    return _begin(session, staff, actor, last_wrote)


def _begin(session: Session, staff: Staff, actor: Actor, last_wrote: datetime | None = None) -> Staff:
    session.add(Chat(staff_id=staff.id, script="staff", step="menu", last_inbound_at=last_wrote))
    record(session, actor=actor, action="staff-added", subject=f"staff:{staff.id}", role=staff.role.value)
    session.flush()
    return staff
