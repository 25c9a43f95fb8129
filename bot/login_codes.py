"""The six-digit code of a login: the authentication template that it goes by, and sending it.

Its text is Meta's own, in the template's language; ours are the code, twice, and how long it lasts (WHATSAPP §3.4).
"""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import structlog
from sqlmodel import Session

from bot.failures import Retry, SendFailed
from bot.whatsapp_api import WhatsAppApi
from core.alerts.actions import raise_alert
from core.db import in_transaction
from core.ids import jitter
from core.logins.code_rules import LASTS, code_of
from core.logins.codes import TEMPLATE
from core.outbox.codes import WaitingCode, claim_code, end_code
from core.outbox.leases import put_back
from core.outbox.lifecycle import OutboxEvent
from core.settings import Settings
from core.wording import FIRST_LANGUAGE, parent_of, whole_languages

log = structlog.get_logger(__name__)

TRIES = 5
SECONDS_WHILE_META_IS_AWAY = 20.0
UNCOUNTED = {Retry.CIRCUIT, Retry.BACK_OFF}
Graph = dict[str, Any]


class CodeTemplate:
    """The template as `bot.templates` hands it in."""

    name = TEMPLATE

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(sorted(whole_languages()))

    def to_graph(self, language: str) -> Graph:
        """What is handed in for review."""
        minutes = int(LASTS.total_seconds()) // 60
        components: list[Graph] = [
            {"type": "BODY", "add_security_recommendation": True},
            {"type": "FOOTER", "code_expiration_minutes": minutes},
            {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]},
        ]
        return {"name": self.name, "language": language, "category": "AUTHENTICATION", "components": components}


def message_of(code: str, language: str) -> Graph:
    """The code in a language, or in what its speakers read: Meta wants it in the text and in the button."""
    spoken = next((each for each in (language, parent_of(language)) if each in whole_languages()), FIRST_LANGUAGE)
    parameters = [{"type": "text", "text": code}]
    button = {"type": "button", "sub_type": "url", "index": "0", "parameters": parameters}
    components = [{"type": "body", "parameters": parameters}, button]
    template = {"name": TEMPLATE, "language": {"code": spoken}, "components": components}
    return {"type": "template", "template": template}


def send_next_code(settings: Settings, api: WhatsAppApi) -> bool:
    """Send one code that is due; False when there is none. Raises nothing of Meta's."""
    waiting = in_transaction(claim_code)
    if waiting is None:
        return False
    if not waiting.is_fresh:
        in_transaction(partial(end_code, lease=waiting, event=OutboxEvent.DROP, error="too late"))
        return True
    code = code_of(settings.secret_key.get_secret_value(), waiting.seed)
    try:
        message_id = api.send(waiting.phone, None, json.dumps(message_of(code, waiting.language)), f"code.{waiting.id}")
    except SendFailed as failure:
        log.warning("login_code_failed", outbox=waiting.id, retry=failure.retry, code=failure.code)
        in_transaction(partial(_handle_failure, waiting=waiting, failure=failure))
    else:
        in_transaction(partial(end_code, lease=waiting, event=OutboxEvent.FINISH, message_id=message_id))
    return True


def _handle_failure(session: Session, waiting: WaitingCode, failure: SendFailed) -> None:
    """Later again while that may help: the same code twice does no harm. Who waits can take the word at any time."""
    counted = failure.retry not in UNCOUNTED
    if failure.retry in {Retry.NEVER, Retry.TEMPLATE} or (counted and waiting.attempts >= TRIES):
        end_code(session, waiting, OutboxEvent.GIVE_UP, code=failure.code, error=failure.detail)
        if failure.retry is Retry.TEMPLATE:
            raise_alert(session, "template-missing", TEMPLATE, error_code=failure.code or 0)
        return
    wait = jitter(2.0**waiting.attempts) if counted else SECONDS_WHILE_META_IS_AWAY
    put_back(session, waiting, wait=wait, code=failure.code, error=failure.detail, burn=counted)
