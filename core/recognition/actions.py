"""Recognising who writes to us: the person behind the names that WhatsApp gives, made if there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from core.actor import META
from core.alerts.actions import raise_alert
from core.audit.actions import record
from core.chats.opening import open_chat_of_customer, open_chat_of_staff
from core.customers.actions import SOURCE, create_customers
from core.identities.actions import (
    Found,
    add_identities,
    give_identity,
    read_identities,
    rename_identity,
)
from core.identities.names import Names
from core.identities.rules import Judgement, Owner, Verdict, judge_identities
from core.identities.tables import IdentityKind


@dataclass(frozen=True)
class Person:
    """Who writes: a customer or a member of staff, and their chat. `created` when we met them just now."""

    customer_id: int | None
    staff_id: int | None
    chat_id: int
    created: bool = False


def recognise(
    session: Session,
    *,
    phone: str | None,
    user_id: str | None,
    parent_user_id: str | None,
    name: str,
    now: datetime,
    source: str = SOURCE,
) -> Person:
    """Find the person behind a message's identities, or make a customer with a chat and consent to service messages.

    `source` is how they came to us, which stands beside that consent.
    `phone` is digits without `+`. A known user id decides; a phone that comes back with another user id is somebody
    new (invariant I19, audited). Two first messages at once make one customer. Raises ValueError without any identity.
    """
    names = Names(phone, user_id, parent_user_id)
    if not names.given():
        raise ValueError("a message without any identity has no sender")
    known = read_identities(session, names)
    judgement = _judge(names, known)
    if judgement.verdict is Verdict.KNOWN and judgement.owner is not None:
        return _greet_known(session, judgement, known, names)
    person = _create(session, _missing(names, known), name, now, source)
    if person is None:
        # A twin of this message was first, and its commit is visible now.
        return recognise(
            session, phone=phone, user_id=user_id, parent_user_id=parent_user_id, name=name, now=now, source=source
        )
    if judgement.verdict is Verdict.NEW_TAKES_PHONE and phone:
        _take_phone(session, phone, known[IdentityKind.PHONE].owner, person)
    return person


def _judge(names: Names, known: dict[str, Found]) -> Judgement:
    phone = known.get(IdentityKind.PHONE)
    owners = {kind: found.owner for kind, found in known.items()}
    return judge_identities(
        owners.get(IdentityKind.PHONE),
        owners.get(IdentityKind.USER_ID),
        owners.get(IdentityKind.PARENT_USER_ID),
        phone_has_other_user_id=bool(phone and names.user_id and phone.user_id and phone.user_id != names.user_id),
    )


def _missing(names: Names, known: dict[str, Found]) -> dict[str, str]:
    return {kind: value for kind, value in names.given().items() if kind not in known}


def _greet_known(session: Session, judgement: Judgement, known: dict[str, Found], names: Names) -> Person:
    owner = judgement.owner
    assert owner is not None, "the caller asks only for known people"
    _learn_names(session, owner, names, known)
    if judgement.phone_in_dispute:
        raise_alert(session, "identity-disputed", subject_of(owner), other=subject_of(known[IdentityKind.PHONE].owner))
    chat_id = next((found.chat_id for found in known.values() if found.owner == owner), None)
    return Person(owner.customer_id, owner.staff_id, chat_id or _open_chat(session, owner))


def _learn_names(session: Session, owner: Owner, names: Names, known: dict[str, Found]) -> None:
    """Note what is new. A person known by the parent id alone has a new user id instead of the old one."""
    missing = _missing(names, known)
    old = next((found.user_id for found in known.values() if found.owner == owner), None)
    if old is not None and names.user_id in missing.values():
        rename_identity(session, IdentityKind.USER_ID, old, missing.pop(IdentityKind.USER_ID.value))
        record(session, actor=META, action="user-id-changed", subject=subject_of(owner))
    add_identities(session, owner, missing)


def _open_chat(session: Session, owner: Owner) -> int:
    if owner.staff_id is not None:
        return open_chat_of_staff(session, owner.staff_id)
    assert owner.customer_id is not None, "an owner is the one or the other"
    return open_chat_of_customer(session, owner.customer_id)


def _create(session: Session, wanted: dict[str, str], name: str, now: datetime, source: str) -> Person | None:
    """The new customer, or None when somebody else has taken one of the wanted names meanwhile."""
    with session.begin_nested() as savepoint:
        (customer_id,) = create_customers(session, [name], now, source)
        if add_identities(session, Owner(customer_id, None), wanted) < len(wanted):
            savepoint.rollback()
            return None
        chat_id = open_chat_of_customer(session, customer_id)
    return Person(customer_id, None, chat_id, created=True)


def _take_phone(session: Session, phone: str, before: Owner, person: Person) -> None:
    assert person.customer_id is not None, "only customers are made by a message"
    give_identity(session, IdentityKind.PHONE, phone, person.customer_id)
    record(session, actor=META, action="phone-moved", subject=subject_of(before), to=f"customer:{person.customer_id}")
    if before.staff_id is not None:
        raise_alert(session, "staff-phone-changed-hands", subject_of(before))


def subject_of(owner: Owner) -> str:
    return f"staff:{owner.staff_id}" if owner.staff_id is not None else f"customer:{owner.customer_id}"
