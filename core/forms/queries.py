"""Which form can be shown in which chat."""

from __future__ import annotations

from typing import NamedTuple

from sqlmodel import Session

from core.query import Statement


class KnownForm(NamedTuple):
    """A form as Meta had it when we last looked."""

    name: str
    provider_form_id: str
    digest: str
    status: str


ALL = Statement("SELECT name, provider_form_id, digest, status FROM chat_forms ORDER BY name", KnownForm)
TAKES_FORMS = Statement("SELECT NOT EXISTS (SELECT FROM chats_without_forms WHERE chat_id = :chat_id) AS takes", bool)


def known_forms(session: Session) -> dict[str, KnownForm]:
    """Every form that was handed in, by its name."""
    return {form.name: form for form in ALL.all(session, {})}


def takes_forms(session: Session, chat_id: int) -> bool:
    """Whether no form has failed in this chat."""
    return TAKES_FORMS.one(session, {"chat_id": chat_id})
