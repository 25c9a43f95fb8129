"""Taking on staff."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.audit.actions import record
from core.chats.tables import Chat
from core.errors import Refusal
from core.identities.actions import add_identities
from core.identities.rules import Owner
from core.identities.tables import IdentityKind
from core.names import clean_name
from core.staff.tables import Role, Staff


def add_staff(session: Session, name: str, phone: str, *, role: Role, language: str, now: datetime) -> Staff:
    """Add a member of staff with their WhatsApp phone (digits without `+`) and a chat.

    Raises Refusal `phone-taken` when the phone is somebody's already: nobody becomes staff by a message.
    """
    staff = Staff(name=clean_name(name), role=role, language=language, created_at=now)
    session.add(staff)
    session.flush()
    if not add_identities(session, Owner(None, staff.id), {IdentityKind.PHONE.value: phone}):
        session.delete(staff)
        session.flush()
        raise Refusal("phone-taken")
    session.add(Chat(staff_id=staff.id, script="staff", step="menu"))
    record(session, actor="shop", action="staff-added", subject=f"staff:{staff.id}", role=role.value)
    session.flush()
    return staff
