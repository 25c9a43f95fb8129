"""Recognising who writes to us, and what people may change about themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session

from core.actor import META, Actor
from core.alerts.actions import raise_alert
from core.audit.actions import record
from core.customers.tables import ConsentPurpose
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
from core.names import clean_name

NOTICE_VERSION = "1"
SOURCE = "whatsapp"  # of a consent
LONGEST_PROOF = 300

CREATE = text(
    """
    WITH customer AS (INSERT INTO users (name, created_at) VALUES (:name, :now) RETURNING id),
         consent AS (
             INSERT INTO consents (customer_id, purpose, granted, notice_version, source)
             SELECT id, 'service', true, :notice_version, 'whatsapp' FROM customer
         )
    INSERT INTO chats (customer_id) SELECT id FROM customer RETURNING customer_id, id AS chat_id
    """
)
CHAT_OF_STAFF = text(
    """
    INSERT INTO chats (staff_id, script, step) VALUES (:staff_id, 'staff', 'menu')
    ON CONFLICT (staff_id) DO UPDATE SET staff_id = EXCLUDED.staff_id RETURNING id
    """
)
CHAT_OF_CUSTOMER = text(
    """
    INSERT INTO chats (customer_id) VALUES (:customer_id)
    ON CONFLICT (customer_id) DO UPDATE SET customer_id = EXCLUDED.customer_id RETURNING id
    """
)
LEARN_NAME = text("UPDATE users SET name = :name WHERE id = :customer_id AND name = ''")
TELL_PHONE = text("UPDATE users SET contact_phone = :phone WHERE id = :customer_id")
SET_LANGUAGE = text("UPDATE users SET language = :language WHERE id = :customer_id")
CONSENT = text(
    """
    INSERT INTO consents (customer_id, purpose, granted, notice_version, source, said, message_id)
    SELECT :customer_id, CAST(:purpose AS text), :granted, :notice_version, :source, :said, :message_id
     WHERE :granted IS DISTINCT FROM (
         SELECT granted FROM consents WHERE customer_id = :customer_id AND purpose = CAST(:purpose AS text)
          ORDER BY id DESC LIMIT 1
     )
    """
)


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
) -> Person:
    """Find the person behind a message's identities, or make a customer with a chat and consent to service messages.

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
    person = _create(session, _missing(names, known), name, now)
    if person is None:
        # A twin of this message was first, and its commit is visible now.
        return recognise(session, phone=phone, user_id=user_id, parent_user_id=parent_user_id, name=name, now=now)
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
        return int(session.execute(CHAT_OF_STAFF, {"staff_id": owner.staff_id}).scalar_one())
    return int(session.execute(CHAT_OF_CUSTOMER, {"customer_id": owner.customer_id}).scalar_one())


def _create(session: Session, wanted: dict[str, str], name: str, now: datetime) -> Person | None:
    """The new customer, or None when somebody else has taken one of the wanted names meanwhile."""
    parameters = {"name": clean_name(name), "now": now, "notice_version": NOTICE_VERSION}
    with session.begin_nested() as savepoint:
        row = session.execute(CREATE, parameters).one()
        if add_identities(session, Owner(row.customer_id, None), wanted) < len(wanted):
            savepoint.rollback()
            return None
    return Person(row.customer_id, None, row.chat_id, created=True)


def _take_phone(session: Session, phone: str, before: Owner, person: Person) -> None:
    assert person.customer_id is not None, "only customers are made by a message"
    give_identity(session, IdentityKind.PHONE, phone, person.customer_id)
    record(session, actor=META, action="phone-moved", subject=subject_of(before), to=f"customer:{person.customer_id}")
    if before.staff_id is not None:
        raise_alert(session, "staff-phone-changed-hands", subject_of(before))


def subject_of(owner: Owner) -> str:
    return f"staff:{owner.staff_id}" if owner.staff_id is not None else f"customer:{owner.customer_id}"


def learn_name(session: Session, customer_id: int | None, name: str) -> str:
    """Note what somebody is called whose first message did not say so; returns the name, cleaned."""
    shown = clean_name(name)
    if shown:
        session.execute(LEARN_NAME, {"customer_id": customer_id, "name": shown})
    return shown


def set_language(session: Session, customer_id: int, language: str) -> None:
    session.execute(SET_LANGUAGE, {"customer_id": customer_id, "language": language})


def tell_phone(session: Session, customer_id: int, phone: str) -> None:
    """Note the number (digits) that the rider may call. It names nobody: see `Customer.contact_phone`."""
    session.execute(TELL_PHONE, {"customer_id": customer_id, "phone": phone})
    customer = Actor.customer(customer_id)
    record(session, actor=customer, action="phone-told", subject=str(customer))


def stop_marketing(
    session: Session, customer_id: int, source: str = SOURCE, *, said: str = "", message_id: str = ""
) -> None:
    """Withdraw consent to marketing; messages about orders go on. `said`, `message_id`: see `Consent`."""
    _consent(session, customer_id, source, said, message_id, granted=False)


def start_marketing(
    session: Session, customer_id: int, source: str = SOURCE, *, said: str = "", message_id: str = ""
) -> None:
    """Note consent to marketing."""
    _consent(session, customer_id, source, said, message_id, granted=True)


def _consent(session: Session, customer_id: int, source: str, said: str, message_id: str, *, granted: bool) -> None:
    parameters = {
        "customer_id": customer_id,
        "purpose": ConsentPurpose.MARKETING.value,
        "granted": granted,
        "notice_version": NOTICE_VERSION,
        "source": source,
        "said": said[:LONGEST_PROOF],
        "message_id": message_id,
    }
    session.execute(CONSENT, parameters)
