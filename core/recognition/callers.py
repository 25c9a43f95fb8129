"""Somebody on the phone who wants to order: a customer by their number, made if there is none."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.customers.actions import learn_name
from core.errors import Refusal
from core.recognition.actions import recognise
from core.staff.rules import Right, require

ON_THE_PHONE = "phone"  # the source of their consent to messages about their order


def meet_caller(session: Session, phone: str, name: str, *, actor: Actor, now: datetime) -> int:
    """The customer whose number (digits) this is; a name is noted where we know none.

    Raises Refusal `not-allowed`, `phone-of-staff`: whoever works here orders by their own phone like anybody else, with
    a number of their own.
    """
    require(actor, Right.PLACE_ORDERS)
    names = {"phone": phone, "user_id": None, "parent_user_id": None}
    person = recognise(session, **names, name=name, now=now, source=ON_THE_PHONE)
    if person.customer_id is None:
        raise Refusal("phone-of-staff")
    if person.created:
        record(session, actor=actor, action="customer-met", subject=f"customer:{person.customer_id}")
    else:
        learn_name(session, person.customer_id, name)
    return person.customer_id
