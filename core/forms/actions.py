"""Noting how our forms stand at Meta, and where none can be shown."""

from __future__ import annotations

from sqlalchemy import text
from sqlmodel import Session

REMEMBER = text(
    """
    INSERT INTO chat_forms (name, provider_form_id, digest, status, reason)
    VALUES (:name, :id, :digest, :status, :reason)
    ON CONFLICT (name) DO UPDATE SET provider_form_id = EXCLUDED.provider_form_id, digest = EXCLUDED.digest,
        status = EXCLUDED.status, reason = EXCLUDED.reason, checked_at = jamango_now()
    """
)
SET_STATUS = text(
    "UPDATE chat_forms SET status = :status, checked_at = jamango_now() WHERE provider_form_id = :id RETURNING name"
)
GO_WITHOUT = text("INSERT INTO chats_without_forms (chat_id) VALUES (:chat_id) ON CONFLICT DO NOTHING")


def remember_form(
    session: Session, name: str, provider_form_id: str, *, digest: str, status: str, reason: str = ""
) -> None:
    """What Meta has of a form: which edition of our file, and how it stands."""
    values = {"name": name, "id": provider_form_id, "digest": digest, "status": status, "reason": reason}
    session.execute(REMEMBER, values)


def set_form_status(session: Session, provider_form_id: str, status: str) -> str | None:
    """News of one; returns the name of our form, None when it is none of ours."""
    name: str | None = session.execute(SET_STATUS, {"id": provider_form_id, "status": status}).scalar()
    return name


def go_without_forms(session: Session, chat_id: int) -> None:
    """A form did not reach this chat: from now on it is asked in words."""
    session.execute(GO_WITHOUT, {"chat_id": chat_id})
