"""New customers, and what people may change about themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.customers.tables import ConsentPurpose
from core.errors import Refusal
from core.names import clean_name
from core.query import Statement

NOTICE_VERSION = "1"
SOURCE = "whatsapp"  # of a consent
LONGEST_PROOF = 300

CREATE = Statement(
    """
    WITH customer AS (
             INSERT INTO users (name, created_at) SELECT name, :now
               FROM unnest(CAST(:names AS text[])) WITH ORDINALITY AS called (name, place) ORDER BY place
             RETURNING id
         ),
         consent AS (
             INSERT INTO consents (customer_id, purpose, granted, notice_version, source)
             SELECT id, 'service', true, :notice_version, CAST(:source AS text) FROM customer
         )
    SELECT id FROM customer ORDER BY id
    """,
    int,
)
LEARN_NAME = text("UPDATE users SET name = :name WHERE id = :customer_id AND name = ''")
TELL_NAME = text("UPDATE users SET name = :name WHERE id = :customer_id")
TELL_PHONE = text("UPDATE users SET contact_phone = :phone WHERE id = :customer_id")
ERASE = text("UPDATE users SET name = '', contact_phone = '' WHERE id = :customer_id")
SET_LANGUAGE = text("UPDATE users SET language = :language WHERE id = :customer_id")
CONTACT = Statement("SELECT contact_phone FROM users WHERE id = :customer_id", str)
WANTS_MARKETING = Statement(
    """
    SELECT granted FROM consents WHERE customer_id = :customer_id AND purpose = 'marketing' ORDER BY id DESC LIMIT 1
    """,
    bool,
)
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


def create_customers(session: Session, names: Sequence[str], now: datetime, source: str = SOURCE) -> list[int]:
    """New customers of these names, who by writing (or calling, see `source`) have agreed to messages about their
    orders; returns their ids."""
    called = [clean_name(name) for name in names]
    return CREATE.all(session, {"names": called, "now": now, "notice_version": NOTICE_VERSION, "source": source})


def learn_name(session: Session, customer_id: int | None, name: str) -> str:
    """Note what somebody is called whose first message did not say so; returns the name, cleaned."""
    shown = clean_name(name)
    if shown:
        session.execute(LEARN_NAME, {"customer_id": customer_id, "name": shown})
    return shown


def tell_name(session: Session, customer_id: int, name: str) -> None:
    """Note what somebody says themselves that they are called, instead of what we called them before.

    Raises Refusal `name-missing` for one of which nothing can be shown.
    """
    shown = clean_name(name)
    if not shown:
        raise Refusal("name-missing")
    session.execute(TELL_NAME, {"customer_id": customer_id, "name": shown})


def erase_person(session: Session, customer_id: int) -> None:
    """Forget what somebody is called and which number the rider may call: a part of erasing them."""
    session.execute(ERASE, {"customer_id": customer_id})


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


def said_stop(session: Session, customer_id: int) -> bool:
    """Whether somebody's last word on offers was no; who never said anything did not."""
    return WANTS_MARKETING.first(session, {"customer_id": customer_id}) is False


def wants_marketing(session: Session, customer_id: int) -> bool:
    """Whether somebody's last word on offers was yes."""
    return bool(WANTS_MARKETING.first(session, {"customer_id": customer_id}))


def contact_of(session: Session, customer_id: int) -> str:
    """The number (digits) that somebody told us for the rider; empty when they told none."""
    return CONTACT.first(session, {"customer_id": customer_id}) or ""
