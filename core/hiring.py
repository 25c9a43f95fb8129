"""Taking somebody on whose number may be a customer's: it goes over with its history when no order needs it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor, Role
from core.chats.locks import lock_chat_of
from core.errors import Refusal
from core.identities.actions import read_identities
from core.identities.names import Names
from core.identities.tables import IdentityKind
from core.orders.queries import orders_under_way
from core.staff.actions import add_staff
from core.staff.rules import Right, require
from core.staff.tables import Staff


def hire(session: Session, name: str, phone: str, *, role: Role, language: str, actor: Actor, now: datetime) -> Staff:
    """Add a member of staff with their WhatsApp phone (digits).

    Raises Refusal `phone-under-way`(order_codes) when news of a customer's order goes to that number, `phone-taken`,
    `name-missing`, `not-allowed`.
    """
    require(actor, Right.MANAGE_STAFF)
    customer_id = _leave_custom(session, phone)
    return add_staff(session, name, phone, role=role, language=language, actor=actor, now=now, customer_id=customer_id)


def _leave_custom(session: Session, phone: str) -> int | None:
    """The customer who writes from this number, locked."""
    found = read_identities(session, Names(phone=phone)).get(IdentityKind.PHONE)
    if found is None or found.owner.customer_id is None:
        return None
    lock_chat_of(session, found.owner.customer_id)
    codes = orders_under_way(session, found.owner.customer_id)
    if codes:
        raise Refusal("phone-under-way", order_codes=codes)
    return found.owner.customer_id
