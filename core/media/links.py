"""Links to customers' files: good for one file and a short while, made by pages that staff may see."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta

GOOD_FOR = timedelta(hours=1)


def attachment_path(attachment_id: int, now: datetime, secret: str) -> str:
    """The path of a customer's file. Whoever makes it has asked for the right to see chats."""
    until = int((now + GOOD_FOR).timestamp())
    return f"/files/{attachment_id}?until={until}&proof={_prove(attachment_id, until, secret)}"


def is_good(attachment_id: int, until: int, proof: str, now: datetime, secret: str) -> bool:
    """Whether a link is one of ours, for this file, and not too old."""
    expected = _prove(attachment_id, until, secret)
    return hmac.compare_digest(expected.encode(), proof.encode()) and now.timestamp() <= until


def _prove(attachment_id: int, until: int, secret: str) -> str:
    return hmac.new(secret.encode(), f"attachment:{attachment_id}:{until}".encode(), hashlib.sha256).hexdigest()
