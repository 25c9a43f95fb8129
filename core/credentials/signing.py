"""Whom a sign-in names, and making one's own sign-in."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor, Role
from core.audit.actions import record
from core.credentials.passwords import hash_password, is_password
from core.credentials.rules import LONGEST_PASSWORD, OF_THE_OFFICE, SHORTEST_PASSWORD, fits, phones_meant
from core.errors import Refusal
from core.query import Statement
from core.sessions.actions import end_all_sessions
from core.sessions.queries import Owner
from core.staff.actions import keep_sign_in


class Candidate(NamedTuple):
    """Somebody of the office whom a name was typed of; nothing is proved yet."""

    staff_id: int
    role: Role
    password_hash: str | None
    has_authenticator: bool


def _read(staff_id: int, role: str, password_hash: str | None, has_authenticator: bool) -> Candidate:
    return Candidate(staff_id, Role(role), password_hash, has_authenticator)


FIND = Statement(
    """
    SELECT s.id, s.role, s.password_hash, a.confirmed_at IS NOT NULL AS has_authenticator
      FROM staff s LEFT JOIN authenticators a ON a.staff_id = s.id
     WHERE s.active AND s.role = ANY(CAST(:roles AS text[]))
       AND (s.email = lower(:typed)
            OR s.id = (SELECT staff_id FROM identities WHERE kind = 'phone' AND staff_id > 0
                        AND value = ANY(CAST(:phones AS text[])) LIMIT 1))
     ORDER BY s.id LIMIT 1
    """,
    _read,
)
OF = Statement(
    """
    SELECT s.id, s.role, s.password_hash, a.confirmed_at IS NOT NULL AS has_authenticator
      FROM staff s LEFT JOIN authenticators a ON a.staff_id = s.id WHERE s.id = :id AND s.active
    """,
    _read,
)


def find_candidate(session: Session, typed: str) -> Candidate | None:
    """Who signs in by this e-mail address or phone; None for nobody of the office."""
    values = {"typed": typed, "phones": phones_meant(typed), "roles": [role.value for role in sorted(OF_THE_OFFICE)]}
    return FIND.first(session, values)


def read_candidate(session: Session, staff_id: int) -> Candidate | None:
    """The same of somebody who is known; None when they have left."""
    return OF.first(session, {"id": staff_id})


def proves(candidate: Candidate | None, password: str) -> bool:
    """Whether the password is theirs. Outside any transaction (`passwords.is_password`)."""
    return is_password(password, candidate.password_hash if candidate else None)


def set_sign_in(
    session: Session, staff_id: int, *, password: str, email: str | None, now: datetime, except_session: int = 0
) -> None:
    """Give somebody a password of their own, and sign them out wherever else they were in by the old one.

    Raises Refusal `password-weak`(least, most), `email-taken`.
    """
    if not fits(password):
        raise Refusal("password-weak", least=SHORTEST_PASSWORD, most=LONGEST_PASSWORD)
    keep_sign_in(session, staff_id, email=email, password_hash=hash_password(password))
    end_all_sessions(session, Owner(staff_id=staff_id), now, except_id=except_session)
    record(session, actor=Actor.system("sign-in"), action="sign-in-set", subject=f"staff:{staff_id}")
