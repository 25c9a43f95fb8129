"""When a form cannot be shown: the same is asked in words, once, and a chat that is too old for forms gets no more."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session

from bot.failures import TOO_OLD_FOR_FORMS
from core.alerts.actions import raise_alert
from core.forms.actions import go_without_forms
from core.outbox.editions import send_otherwise
from core.outbox.messages import LeasedMessage
from core.outbox.queries import words_instead
from core.outside import as_object, as_text

ADDRESS = "address_message"


def go_without_form(session: Session, failed: LeasedMessage | int, code: int | None) -> bool:
    """Send the words that `failed` (our lease, or the id of a row whose failure Meta reported) carries instead.

    False when it is no form, or that was done before. An address form that is refused is the number's matter, which
    stays as it is; a form of ours is the founder's, unless the person's WhatsApp is too old.
    """
    row_id = failed if isinstance(failed, int) else failed.id
    instead = words_instead(session, row_id)
    if instead is None:
        return False
    if code == TOO_OLD_FOR_FORMS or _kind_of(instead.message) == ADDRESS:
        go_without_forms(session, instead.chat_id)
    else:
        raise_alert(session, "form-refused", "whatsapp", error_code=code or 0)
    return send_otherwise(session, failed, instead.otherwise, code)


def _kind_of(message: dict[str, Any]) -> str:
    return as_text(as_object(message, "interactive"), "type", 40)
