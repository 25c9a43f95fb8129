"""Whether our form can be shown in a chat: it is published at Meta, in this edition, and the phone knows forms."""

from __future__ import annotations

from bot.form_files import load_form_files
from core.forms.queries import takes_forms
from flows.turn import Turn

FORM = "order"


def form_id(turn: Turn) -> str | None:
    """Meta's id of it; None where it is not shown. Whether it is published comes with what every menu reads, so that a
    shop without it asks for nothing more."""
    published = turn.customer.promise.form(FORM, load_form_files()[FORM].digest)
    return published if published is not None and _takes_forms(turn) else None


def _takes_forms(turn: Turn) -> bool:
    """Looked up once a turn."""
    if "takes_forms" not in turn.scratch:
        turn.scratch["takes_forms"] = takes_forms(turn.session, turn.chat.id)
    return bool(turn.scratch["takes_forms"])
