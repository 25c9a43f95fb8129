"""What a customer sent, sent on to staff as it is: a file is fetched from Meta and handed in again under an id of ours.

An id that came with a webhook is Meta's copy of somebody else's upload: only what we uploaded ourselves can be sent.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import structlog
from sqlmodel import Session

from bot.failures import Retry, SendFailed
from bot.limits import MessageRefused
from bot.media_message import MediaMessage
from bot.whatsapp_api import WhatsAppApi
from core.db import in_transaction
from core.ids import jitter
from core.outbox.actions import enqueue, wake_senders
from core.outbox.forwards import SECONDS_UNTIL_NEXT_LOOK, Forward, claim_forward, let_it_go
from core.outbox.leases import give_up, put_back
from core.outbox.tables import MessageClass, OutboxKind
from core.outside import as_object, as_text

log = structlog.get_logger(__name__)

TRIES = 6
SECONDS_WHILE_META_IS_AWAY = 30.0
# Nobody counts a try that Meta's state spoilt for all alike.
UNCOUNTED = {Retry.CIRCUIT, Retry.BACK_OFF}


def forward_next(api: WhatsAppApi) -> bool:
    """Send one thing on that is due; False when there is none. Raises nothing of Meta's."""
    forward = in_transaction(claim_forward)
    if forward is None:
        return False
    if not forward.may_go:
        wait = partial(put_back, lease=forward, wait=SECONDS_UNTIL_NEXT_LOOK, error="window closed", burn=False)
        in_transaction(wait)
        return True
    try:
        message = _make_ready(api, forward)
    except SendFailed as failure:
        log.warning("forward_failed", outbox=forward.id, retry=failure.retry, code=failure.code)
        in_transaction(partial(_handle_failure, forward=forward, failure=failure))
    else:
        in_transaction(partial(let_it_go, forward=forward, message=message))
    return True


def _make_ready(api: WhatsAppApi, forward: Forward) -> dict[str, Any]:
    media = as_object(forward.body, "media")
    if not media:
        return as_object(forward.body, "message")
    file = api.fetch_media(as_text(media, "id", 256))
    mime_type = as_text(media, "mime_type", 100) or file.mime_type
    media_id = api.upload_media(file.content, mime_type, as_text(media, "filename", 200) or "file")
    kind, caption = as_text(media, "kind", 20), as_text(media, "caption")
    try:
        return MediaMessage(kind, media_id, caption, as_text(media, "filename", 200), mime_type).to_graph()
    except MessageRefused as refused:
        raise SendFailed(Retry.NEVER, refused.sentence) from refused


def _handle_failure(session: Session, forward: Forward, failure: SendFailed) -> None:
    counted = failure.retry not in UNCOUNTED
    if failure.retry is Retry.NEVER or (counted and forward.attempts >= TRIES):
        if give_up(session, forward, failure.detail):
            _tell_it_is_lost(session, forward)
        return
    wait = jitter(2.0**forward.attempts) if counted else SECONDS_WHILE_META_IS_AWAY
    put_back(session, forward, wait=wait, error=failure.detail, burn=counted)


def _tell_it_is_lost(session: Session, forward: Forward) -> None:
    """She has read that there is a file: now that she must ask for it again."""
    values = {"chat_id": forward.body.get("about_chat_id"), "name": str(forward.body.get("name") or "…"),
              "kind": str(forward.body.get("kind") or "")}  # fmt: skip
    body = {"key": "alert-customer-file-lost", "values": values}
    enqueue(session, OutboxKind.NOTICE, body, message_class=MessageClass.STAFF, chat_id=forward.chat_id)
    wake_senders(session)
