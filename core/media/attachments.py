"""Files that customers sent: wanted with their message, fetched from Meta by the worker, kept for a while, forgotten.

Meta keeps a file for seven days, and its address for five minutes, so it is fetched at once and not when staff look.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, text
from sqlmodel import Session, col, select

from core.checkpoints import Checkpoint, reach
from core.media.lifecycle import MOVES, AttachmentStatus
from core.media.rules import KEEP_ATTACHMENTS, MOST_A_DAY, Area
from core.media.store import store_of
from core.media.tables import Attachment
from core.settings import get_settings

# Longer than fetching a file may take. Whoever has claimed one has so long before somebody else tries.
LEASE_SECONDS = 60

WANT = text(
    """
    INSERT INTO attachments (chat_id, message_id, media_id, kind, mime_type, filename, next_attempt_at, status, reason)
    SELECT :chat_id, :message_id, :media_id, :kind, :mime_type, :filename, :now,
           CASE WHEN today.sent < :most THEN 'wanted' ELSE 'refused' END,
           CASE WHEN today.sent < :most THEN '' ELSE 'too many' END
      FROM (SELECT count(*) AS sent FROM attachments
             WHERE chat_id = :chat_id AND received_at > CAST(:now AS timestamptz) - interval '1 day') today
    ON CONFLICT (media_id) DO NOTHING
    """
)
CLAIM = text(
    """
    UPDATE attachments SET attempts = attempts + 1, next_attempt_at = jamango_now() + make_interval(secs => :lease)
     WHERE id = (SELECT id FROM attachments WHERE status = 'wanted' AND next_attempt_at <= (SELECT jamango_now())
                  ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, media_id, kind, attempts, received_at < jamango_now() - interval '7 days' AS is_gone
    """
)
MOVE = text(
    """
    UPDATE attachments
       SET status = :target, digest = :digest, mime_type = coalesce(CAST(:mime_type AS text), mime_type), size = :size,
           reason = :reason, kept_at = CASE WHEN :kept THEN jamango_now() ELSE kept_at END
     WHERE id = :id AND status = ANY(CAST(:sources AS text[])) RETURNING id
    """
)
TRY_LATER = text(
    """
    UPDATE attachments SET next_attempt_at = jamango_now() + make_interval(secs => :wait), reason = :reason,
           attempts = attempts - :unburnt
     WHERE id = :id AND status = 'wanted'
    """
)
OVER = text(
    """
    SELECT id, digest FROM attachments WHERE status = 'kept' AND kept_at < :before
     ORDER BY kept_at LIMIT :most FOR UPDATE SKIP LOCKED
    """
)
OF_CHAT = text("SELECT id, digest FROM attachments WHERE chat_id = :chat_id AND status = 'kept' FOR UPDATE")
STILL_NAMED = text("SELECT digest FROM attachments WHERE status = 'kept' AND digest = ANY(:digests)")


@dataclass(frozen=True, slots=True)
class Claimed:
    """An attachment whose file is to be fetched now; `attempts` counts this try, `is_gone`: Meta keeps it no more."""

    id: int
    media_id: str
    kind: str
    attempts: int
    is_gone: bool


@dataclass(frozen=True, slots=True)
class Fetched:
    """Its bytes as they are kept, what they are, and the hash (hex) that names them."""

    content: bytes
    mime_type: str
    digest: str


def want_attachment(
    session: Session, chat_id: int, *, message_id: str, media_id: str, kind: str, mime_type: str, filename: str,
    now: datetime,
) -> None:  # fmt: skip
    """Note that a message came with a file; the chat is locked. A flood of them is noted and not fetched."""
    values = {"chat_id": chat_id, "message_id": message_id, "media_id": media_id, "kind": kind, "mime_type": mime_type}
    session.execute(WANT, {**values, "filename": filename, "now": now, "most": MOST_A_DAY})


def claim_attachment(session: Session) -> Claimed | None:
    """The one that has been due longest; the caller commits before it asks Meta."""
    row = session.execute(CLAIM, {"lease": LEASE_SECONDS}).one_or_none()
    return None if row is None else Claimed(row.id, row.media_id, row.kind, row.attempts, row.is_gone)


def keep_attachment(session: Session, attachment_id: int, fetched: Fetched) -> bool:
    """Keep what was fetched; False when somebody else did, or gave up, meanwhile."""
    if not _move(session, attachment_id, AttachmentStatus.KEPT, fetched=fetched):
        return False
    store_of(get_settings()).put(session, Area.ATTACHMENTS, fetched.digest, fetched.content)
    reach(Checkpoint.ATTACHMENT_NOT_COMMITTED)
    return True


def refuse_attachment(session: Session, attachment_id: int, reason: str) -> bool:
    """It is nothing that we keep."""
    return _move(session, attachment_id, AttachmentStatus.REFUSED, reason=reason)


def lose_attachment(session: Session, attachment_id: int, reason: str) -> bool:
    """Meta does not hand it over, and never will."""
    return _move(session, attachment_id, AttachmentStatus.LOST, reason=reason)


def try_attachment_later(session: Session, attachment_id: int, *, wait: float, reason: str, counted: bool) -> None:
    """Ask again after `wait` seconds; a try that is not `counted` was spoilt for all alike."""
    values = {"id": attachment_id, "wait": wait, "reason": reason[:200], "unburnt": int(not counted)}
    session.execute(TRY_LATER, values)


def forget_attachments(session: Session, now: datetime, *, limit: int) -> int:
    """Forget the files whose time is over; returns how many. Two messages with one file keep it until the later one."""
    return _forget(session, session.execute(OVER, {"before": now - KEEP_ATTACHMENTS, "most": limit}).all())


def forget_attachments_of(session: Session, chat_id: int) -> int:
    """Forget the files of one chat at once: a part of erasing somebody. Returns how many."""
    return _forget(session, session.execute(OF_CHAT, {"chat_id": chat_id}).all())


def _forget(session: Session, rows: Sequence[Row[Any]]) -> int:
    for row in rows:
        _move(session, row.id, AttachmentStatus.FORGOTTEN)
    digests = {row.digest for row in rows}
    named = set(session.execute(STILL_NAMED, {"digests": list(digests)}).scalars())
    store_of(get_settings()).remove(session, Area.ATTACHMENTS, digests - named)
    return len(rows)


def _move(
    session: Session, attachment_id: int, target: AttachmentStatus, *, fetched: Fetched | None = None, reason: str = ""
) -> bool:
    """The only writer of an attachment's status."""
    values = {
        "id": attachment_id,
        "target": target.value,
        "kept": target is AttachmentStatus.KEPT,
        "sources": [source.value for source, targets in MOVES.items() if target in targets],
        "digest": fetched.digest if fetched else "",
        "mime_type": fetched.mime_type if fetched else None,
        "size": len(fetched.content) if fetched else 0,
        "reason": reason[:200],
    }
    return session.execute(MOVE, values).first() is not None


def attachments_of(session: Session, chat_id: int) -> dict[str, list[Attachment]]:
    """The files of a chat by Meta's id of the message that they came with."""
    found: dict[str, list[Attachment]] = {}
    for each in session.exec(select(Attachment).where(Attachment.chat_id == chat_id).order_by(col(Attachment.id))):
        found.setdefault(each.message_id, []).append(each)
    return found
