"""Customers' files, fetched from Meta and made harmless: photos anew, everything else as it is and never trusted."""

from __future__ import annotations

import hashlib
from functools import partial

import structlog
from sqlmodel import Session

from bot.failures import Retry, SendFailed
from bot.whatsapp_api import WhatsAppApi
from core.checkpoints import Checkpoint, reach
from core.db import in_transaction
from core.errors import Refusal
from core.ids import jitter
from core.media.attachments import (
    Claimed,
    Fetched,
    claim_attachment,
    keep_attachment,
    lose_attachment,
    refuse_attachment,
    try_attachment_later,
)
from core.media.pictures import make_photo
from core.media.rules import TRIES, type_of

log = structlog.get_logger(__name__)

SECONDS_WHILE_META_IS_AWAY = 30.0
# Nobody counts a try that Meta's state spoilt for all alike.
UNCOUNTED = {Retry.CIRCUIT, Retry.BACK_OFF}
PICTURES = {"image", "sticker"}


def fetch_next_attachment(api: WhatsAppApi) -> bool:
    """Fetch one file that is due; False when there is none. Raises nothing of Meta's."""
    claimed = in_transaction(claim_attachment)
    if claimed is None:
        return False
    reach(Checkpoint.ATTACHMENT_CLAIMED)
    try:
        fetched = _make_harmless(claimed.kind, api.fetch_media(claimed.media_id).content)
        reach(Checkpoint.ATTACHMENT_FETCHED)
    except SendFailed as failure:
        log.warning("attachment_not_fetched", attachment=claimed.id, retry=failure.retry, code=failure.code)
        in_transaction(partial(_take_failure, claimed=claimed, failure=failure))
    except Refusal as refusal:
        in_transaction(partial(refuse_attachment, attachment_id=claimed.id, reason=refusal.code))
    else:
        in_transaction(partial(keep_attachment, attachment_id=claimed.id, fetched=fetched))
    return True


def _make_harmless(kind: str, content: bytes) -> Fetched:
    """A picture is made anew, without place and camera; a file of another kind is called what its first bytes are."""
    if kind in PICTURES:
        content = make_photo(content)
    return Fetched(content, type_of(content), hashlib.sha256(content).hexdigest())


def _take_failure(session: Session, claimed: Claimed, failure: SendFailed) -> None:
    counted = failure.retry not in UNCOUNTED
    # Of a file that is gone Meta says what it says to somebody whom it does not know.
    if failure.retry is Retry.NEVER or claimed.is_gone or (counted and claimed.attempts >= TRIES):
        lose_attachment(session, claimed.id, failure.detail)
        return
    wait = jitter(2.0**claimed.attempts) if counted else SECONDS_WHILE_META_IS_AWAY
    try_attachment_later(session, claimed.id, wait=wait, reason=failure.detail, counted=counted)
